//! Taking an entry out of the directory, or putting it back: which, why, and by
//! which role.

use directory::day::Day;
use directory::record::{ListingRecord, SiteRecord};
use directory::withdrawal::{WITHDRAWN, leanings, restore, withdraw};

/// What was chosen and written so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakingOut {
    /// What is typed to find the entry.
    pub wanted: String,
    /// Its id, when it is chosen.
    pub id: Option<String>,
    /// Why, for readers.
    pub reason: String,
    /// By which role.
    pub by: String,
    /// Whether what else must be done has been read.
    pub is_read: bool,
    /// Whether the file has been saved.
    pub is_saved: bool,
}

impl TakingOut {
    /// The record as it would be, or what is missing.
    pub fn changed(&self, record: &ListingRecord, site: &SiteRecord, today: Day) -> Result<ListingRecord, String> {
        // Putting back asks for no role, and keeps none.
        if record.standing == WITHDRAWN {
            return restore(record, &self.reason, None).map_err(|refusal| refusal.to_string());
        }
        if self.by.trim().is_empty() {
            return Err("Write your role, such as coordinator. Not your name.".to_owned());
        }
        if let Some(why) = directory::person::no_role(&self.by, &[]) {
            return Err(format!("Write your role, such as coordinator: {why}."));
        }
        let changed = withdraw(record, &self.reason, Some(&self.by), today).map_err(|refusal| refusal.to_string())?;
        match self.is_read || leanings(record, site).is_empty() {
            true => Ok(changed),
            false => Err("Read what else must be done, and tick the box.".to_owned()),
        }
    }
}
