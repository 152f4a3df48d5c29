//! What outlives a page: what the reader has before them, and the directory.

#[cfg(not(target_arch = "wasm32"))]
mod booklets;
mod catalogue;
mod combobox;
mod desk;
mod own_words;
mod memory;
mod reader;
mod typing;
mod schools;
mod shortlist;
mod session;
mod published;
mod update;
mod merging;

#[cfg(not(target_arch = "wasm32"))]
pub use booklets::{PrintedBooklet, provide_booklets, use_booklets};
pub use catalogue::{
    provide_catalogue, provide_glossary, provide_leaflet_texts, provide_register, provide_self_help, use_directory,
    use_glossary, use_leaflet_texts, use_register, use_self_help,
};
pub use desk::{Copied, Desk, SavedFile};
pub use merging::{Base, Merging, Own, ReadFile, Returned, TakingOut, kept};
pub use own_words::{OwnWords, bare, rest_of};
pub use published::published;
pub use reader::{ROWS, Reader};
pub use schools::{Picking, Schools, Turn};
pub use session::Session;
#[cfg(test)]
pub(crate) use shortlist::tests::list as list_of;
pub use shortlist::{Kept, LONGEST_NOTE, OpenList, Paper};
pub use typing::Typing;
#[cfg(test)]
pub(crate) use update::tests::{text as update_text_of_tests, update as update_of_tests};
pub use update::{Edited, MOST as MOST_UPDATED, Missing, Typed, Update};
