//! What a coordinator has before them: the data to work on, what came back and
//! what is decided about it, and an entry that is to be taken out. The page is
//! drawn from this and from nothing else; nothing of it is stored or sent.

mod base;
mod out;
mod returned;

pub use base::{Base, Own, kept};
pub use out::TakingOut;
pub use returned::{ReadFile, Returned};

use directory::Directory;
use directory::closed::Closed;
use directory::merging::Side;
use directory::record::{ListingRecord, SiteRecord};
use directory::sheet::Column;
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
    /// What came back.
    pub returned: Returned,
    /// Whether the new files have been saved since the last decision.
    pub is_saved: bool,
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
        let (returned, out) = (Returned::default(), TakingOut::default());
        Self { directory, site, base, returned, is_saved: true, out, leaving_to: None, said: String::new() }
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
            "merge-by" => text.clone_into(&mut self.returned.by),
            "merge-on" => text.clone_into(&mut self.returned.on),
            _ => {
                let mended = id.strip_prefix("merge-mend-").and_then(cell_of);
                let Some((at, column)) = mended else { return false };
                self.returned.mend(at, column, text);
            }
        }
        match id.starts_with("merge-out-") {
            true => self.out.is_saved = false,
            false => self.judge(),
        }
        true
    }

    /// Decides a cell that both sides changed, named as `merge-take-0-phones`, or
    /// says who sent a file, as `merge-sender-0`. Says whether it is one of these.
    pub fn choose(&mut self, name: &str, side_or_partner: &str) -> bool {
        let side = match side_or_partner {
            "theirs" => Some(Side::Theirs),
            "ours" => Some(Side::Ours),
            _ => None,
        };
        if let Some(at) = name.strip_prefix("merge-sender-").and_then(|at| at.parse().ok()) {
            self.returned.sent_by(at, side_or_partner);
            self.judge();
            return true;
        }
        let Some((at, column)) = name.strip_prefix("merge-take-").and_then(cell_of) else { return false };
        self.returned.decide(at, column, side);
        self.judge();
        true
    }

    /// Asks the core anew what becomes of what came back.
    pub fn judge(&mut self) {
        self.returned.judge(&self.directory, &self.base);
        self.is_saved = false;
    }

    /// Whether anything would be lost by going to another page.
    pub fn would_be_lost(&self) -> bool {
        let is_out_ready = !self.out.is_saved && matches!(self.changed(), Some(Ok(_)));
        is_out_ready || (!self.is_saved && !self.returned.changed().is_empty())
    }

    /// The record of the entry that is to be taken out or put back, as it would
    /// be, or what is missing.
    pub fn changed(&self) -> Option<Result<ListingRecord, String>> {
        let record = self.base.find(self.out.id.as_deref()?)?;
        Some(self.out.changed(record, &self.site, self.directory.today))
    }
}

/// The row and the column in the end of a name, such as `0-phones`.
fn cell_of(rest: &str) -> Option<(usize, Column)> {
    let (at, slug) = rest.split_once('-')?;
    Some((at.parse().ok()?, Column::from_slug(slug)?))
}

#[cfg(test)]
mod tests;
