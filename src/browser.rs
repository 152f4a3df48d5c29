//! The only door to the browser's own objects. Nothing of ours is used here.

pub mod clock;
pub mod events;
pub mod field;
pub mod files;
pub mod links;
pub mod load;
pub mod meanwhile;
pub mod notes;
pub mod page;
pub mod place;
pub mod save;
pub mod share;
pub mod shortlist;
