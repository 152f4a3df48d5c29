//! What school staff have before them on a page that computes: the page, what
//! is chosen on it, and what is being typed. It is drawn from this and from
//! nothing else.

use super::{Picking, Schools};
use directory::address::StaffPage;
use directory::{Address, Directory};
use std::sync::Arc;

/// What school staff have before them.
#[derive(Clone)]
pub struct Desk {
    /// The directory, as of today.
    pub directory: Arc<Directory>,
    /// The page; one of [`Address::is_of_desk`].
    pub address: Address,
    /// What is chosen on it: all that stands after `#`. Each page reads it with
    /// a type of its own, and drops what it does not know.
    pub fragment: String,
    /// What stands in a field at the moment. It is in memory only.
    pub typed: String,
    /// The schools, for the pages that need them.
    pub schools: Schools,
    /// Where somebody is among the schools that are offered for what is typed.
    pub picking: Picking,
    /// What became of the text that they last asked to have copied. Their next
    /// choice forgets it.
    pub copied: Option<Copied>,
}

/// What became of a text that was to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It can be pasted.
    Taken,
    /// The browser does not allow it; the text is marked, so that a key does it.
    Marked,
}

impl Desk {
    /// Someone who has just arrived, with nothing chosen.
    pub fn at(directory: Arc<Directory>, address: Address) -> Self {
        let (fragment, typed) = (String::new(), String::new());
        let (schools, picking) = (Schools::None, Picking::default());
        Self { directory, address, fragment, typed, schools, picking, copied: None }
    }

    /// The same directory at another address, with what is chosen there.
    #[must_use]
    pub fn moved(&self, address: Address, fragment: String) -> Self {
        let schools = self.schools.clone();
        Self { fragment, schools, ..Self::at(self.directory.clone(), address) }
    }

    /// Whether the page needs the schools.
    pub fn needs_schools(&self) -> bool {
        matches!(self.address, Address::Schools | Address::StaffPage(StaffPage::Contacts))
    }

    /// The address of this page with these choices, from the folder of the site.
    pub fn href(&self, fragment: &str) -> String {
        let file = self.address.file();
        if fragment.is_empty() { file } else { [&file, "#", fragment].concat() }
    }
}

/// A file that somebody asked for: made in their browser, of what they chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}
