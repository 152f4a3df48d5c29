//! The file format, version 1: one JSON file per listing, one for the site,
//! one for crisis help, one for people's words; and the bundle of them all.
//!
//! It is a type of its own, so that the core may change without it. A field
//! that is absent is not known. `stated` names the fields that some source
//! states; whatever else is given is our own reading.

mod entry;
mod parts;
mod site;

mod read;
mod write;

pub use entry::ListingRecord;
pub use parts::{
    AccessRecord, AgesRecord, AvailabilityRecord, CheckRecord, ContactsRecord, CostRecord, ExtensionRecord, HelpRecord,
    ListingAreaRecord, NumberRecord, OpeningRecord, SourceRecord, TrainingRecord,
};
pub use read::{listing, listing_in};
pub use site::{
    AreaRecord, CrisisCheckRecord, CrisisRecord, PublisherRecord, RouteRecord, SiteRecord, StripLineRecord,
};
pub use write::is_absent;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The version of the format that this code reads and writes.
pub const FORMAT: u32 = 1;

/// A whole directory in one file, as the app loads it.
#[derive(Debug, Deserialize, Serialize)]
pub struct BundleRecord<'a> {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// The day on which it was made, `YYYY-MM-DD`.
    pub made: String,
    /// Who publishes, and where.
    pub site: SiteRecord,
    /// The one place of crisis numbers.
    pub crisis: CrisisRecord,
    /// People's words for each need, by its slug.
    pub words: BTreeMap<String, Vec<String>>,
    /// Each listing apart, so that a bad one does not hide the rest.
    #[serde(borrow)]
    pub listings: Vec<&'a RawValue>,
}

/// `data/words/needs.json`: what people say for each need.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct WordsRecord {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// Words and phrases, by the slug of the need.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// `data/editor/<id>.json`: private notes on an entry.
///
/// It can be read and never written, so that nothing can put it in a bundle,
/// page, export or search:
///
/// ```compile_fail
/// fn publish<T: serde::Serialize>(_: T) {}
/// publish(directory::record::EditorRecord::default());
/// ```
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct EditorRecord {
    /// How well each contact is supported.
    pub contact_support: BTreeMap<String, String>,
    /// Order of re-checking: `high`, `medium` or `low`.
    pub recheck_priority: String,
    /// Notes; they may name numbers that must not be published.
    pub notes: String,
}
