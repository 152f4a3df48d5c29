//! Entries of ours as services of Open Referral: ORUK 3.0 and HSDS 3.1.
//!
//! The profile of the UK leaves out phones, e-mail, languages and who it is for;
//! it allows them all the same, so both are written with the names that HSDS
//! has. What neither has a field for goes into attributes ([`crate::terms`]).
//! What is not known is not written: no `null`, no empty text.

mod areas;
mod attributes;
mod contacts;
mod costs;
mod envelope;
mod loss;
mod package;
mod schedules;
mod service;
mod stated;
mod thing;

pub use contacts::reached;
pub use envelope::Envelope;
pub use loss::{Losses, Lost, Target};
pub use package::{Package, Table, description};
pub use stated::stated_alone;

use directory::crisis::Crisis;
use directory::day::Day;
use directory::record::ListingRecord;
use directory::site::Site;
use serde_json::Value;

/// Which standard is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// Open Referral UK 3.0.
    Oruk,
    /// HSDS 3.1, which lists each of our vocabularies with its terms.
    Hsds,
}

/// What is the same for every entry of one export.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Which standard.
    pub standard: Standard,
    /// Whose entries.
    pub site: &'a Site,
    /// Where the numbers of crisis lines stand.
    pub crisis: &'a Crisis,
}

/// One entry on its way out.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// As it is written.
    pub record: &'a ListingRecord,
    /// The day of its last change in the history.
    pub changed: Option<Day>,
}

/// Whether an entry came from elsewhere under a licence that nobody knows: then
/// it is not ours to pass on.
pub fn is_unlicensed(record: &ListingRecord) -> bool {
    let licence = record.imported.as_ref().map(|imported| imported.licence.as_deref().unwrap_or_default());
    licence.is_some_and(|licence| licence.trim().is_empty())
}

/// Whether an entry may leave at all: what is held, or taken out for now, stays.
pub fn leaves(record: &ListingRecord) -> bool {
    matches!(record.standing.as_str(), "active" | "doubtful" | "ended")
}

impl Setting<'_> {
    /// An entry as a service. `None`: it stays here.
    pub fn service(&self, entry: &Entry<'_>) -> Option<Value> {
        leaves(entry.record).then(|| service::service(self, entry).into())
    }
}

/// What has ended is told of and leads nowhere: whoever keeps a copy must know,
/// and whoever does not look at its status must not be sent there.
fn has_ended(record: &ListingRecord) -> bool {
    record.standing == "ended"
}

#[cfg(test)]
mod tests;
