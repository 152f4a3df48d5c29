//! What a coordinator has before them: the data to work on, what came back and
//! what is decided about it, and an entry that is to be taken out. The page is
//! drawn from this and from nothing else; nothing of it is stored or sent.

mod base;
mod out;

pub use base::{Base, Own, is_entry};
pub use out::TakingOut;

use directory::Directory;
use directory::record::{ListingRecord, SiteRecord};
use std::sync::Arc;

/// The most entries that are offered for what is typed.
const MOST_OFFERED: usize = 12;

/// What somebody has before them.
#[derive(Clone)]
pub struct Merging {
    /// What is published, as of today.
    pub directory: Arc<Directory>,
    /// The site's own settings, as they are written.
    pub site: Arc<SiteRecord>,
    /// The entries to work on.
    pub base: Base,
    /// The entry that is to be taken out, or put back.
    pub out: TakingOut,
    /// Where somebody wants to go who would lose what they have decided.
    pub leaving_to: Option<String>,
    /// What was done last, to be read out.
    pub said: String,
}

impl Merging {
    /// Someone who has just arrived.
    pub fn at(directory: Arc<Directory>, site: Arc<SiteRecord>, published: Arc<[ListingRecord]>) -> Self {
        let base = Base::published(published);
        Self { directory, site, base, out: TakingOut::default(), leaving_to: None, said: String::new() }
    }

    /// The entries that are offered for what is typed, by name or id.
    pub fn offered(&self) -> Vec<&ListingRecord> {
        let wanted = directory::words::fold(&self.out.wanted);
        if wanted.is_empty() {
            return Vec::new();
        }
        let has = |text: &str| directory::words::fold(text).contains(&wanted);
        let is_meant = |record: &&ListingRecord| has(&record.name) || has(&record.id);
        self.base.records().iter().filter(is_meant).take(MOST_OFFERED).collect()
    }

    /// Takes in what was typed in the field of this id. Says whether it is one of
    /// these.
    pub fn write(&mut self, id: &str, text: &str) -> bool {
        match id {
            "merge-out-find" => self.out.wanted = text.chars().take(80).collect(),
            "merge-out-reason" => text.clone_into(&mut self.out.reason),
            "merge-out-by" => text.clone_into(&mut self.out.by),
            _ => return false,
        }
        self.out.is_saved = false;
        true
    }

    /// Whether anything would be lost by going to another page.
    pub fn would_be_lost(&self) -> bool {
        !self.out.is_saved && matches!(self.changed(), Some(Ok(_)))
    }

    /// The record of the entry that is to be taken out or put back, as it would
    /// be, or what is missing.
    pub fn changed(&self) -> Option<Result<ListingRecord, String>> {
        let record = self.base.find(self.out.id.as_deref()?)?;
        Some(self.out.changed(record, &self.site, self.directory.today))
    }
}
