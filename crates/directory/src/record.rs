//! The file format, version 1: one JSON file per listing, one for the site,
//! one for crisis help, one for people's words, the lines of the history; and
//! the bundle of them all.
//!
//! It is a type of its own, so that the core may change without it. A field
//! that is absent is not known. `stated` names the fields that some source
//! states; whatever else is given is our own reading.

mod change;
mod entry;
mod glossary;
mod imported;
mod named;
mod offers;
mod partners;
mod parts;
mod schools;
mod self_help;
mod sent;
mod settings;
mod site;
mod training;
mod words;

mod fill;
mod lists;
mod read;
mod write;

pub use change::ChangeRecord;
pub use entry::ListingRecord;
pub use fill::{Fields, Fill, Place, Reading, Unknown, fill};
pub use glossary::{GlossaryRecord, TermRecord, TermSourceRecord};
pub use imported::{AcceptedRecord, ImportedRecord};
pub use lists::{bundle_for_lists, bundle_for_staff};
pub use named::Named;
pub use offers::{FundingRecord, ResourceFileRecord, ResourceRecord};
pub use partners::{PartnerRecord, PartnersRecord};
pub use parts::{
    AccessRecord, AgesRecord, AvailabilityRecord, CheckRecord, ContactsRecord, CostRecord, ExtensionRecord, HelpRecord,
    ListingAreaRecord, NumberRecord, OpeningRecord, SourceRecord, WithdrawnRecord,
};
pub use read::{Bundle, listing, listing_in, register_in};
pub use schools::{
    ConfirmedRecord, CoverRecord, RegisterRecord, RoleContactRecord, RoleContactsRecord, SchoolRecord, SchoolsRecord,
};
pub use self_help::{ApprovalRecord, HelpPageRecord, LeafletRecord, LeafletsRecord, SelfHelpRecord};
pub use sent::{SentEntryRecord, SentRecord};
pub use settings::{ColoursRecord, CrisisReviewRecord, FirstStepRecord, GapNoteRecord, GroupingRecord, ReviewRecord};
pub use site::{
    AreaRecord, CrisisCheckRecord, CrisisRecord, PublisherRecord, ReleaseRecord, RouteRecord, SignatureRecord,
    SiteRecord, StripLineRecord,
};
pub use training::{PriceRecord, RecommendationRecord, SessionRecord, TimeRecord, TrainingRecord};
pub use words::{
    AlikeRecord, AsksRecord, CrisisWordsRecord, NeedWordsRecord, PeopleRecord, SpellingRecord, WordsRecord,
};
pub use write::is_absent;

pub(crate) use read::school_id;

use fill::record;
use serde::Serialize;

/// Whether all of an entry is read. The app of home and results reads bundles
/// for lists alone, and does without the code for what they leave out.
pub const WHOLE: bool = cfg!(feature = "whole");

/// The version of the format that this code reads and writes.
pub const FORMAT: u32 = 1;

/// A whole directory in one file, as it is written. [`Bundle`] reads it.
#[derive(Clone, Debug, Serialize)]
pub struct BundleRecord {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// The day on which it was made, `YYYY-MM-DD`.
    pub made: String,
    /// Who publishes, and where.
    pub site: SiteRecord,
    /// The one place of crisis numbers.
    pub crisis: CrisisRecord,
    /// People's words.
    pub words: WordsRecord,
    /// The words that are explained. The bundles that an app loads have none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<TermRecord>,
    /// Published pages to read at home. The bundles that an app loads have none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub self_help: Vec<HelpPageRecord>,
    /// Our own words on leaflets, as far as they are approved; as above.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leaflets: Vec<LeafletRecord>,
    /// Each listing.
    pub listings: Vec<ListingRecord>,
    /// What has changed, for school staff alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<ChangeRecord>,
    /// The schools, and who answers for them; they become a file of their own.
    #[serde(skip_serializing_if = "is_absent")]
    pub schools: Option<RegisterRecord>,
}

record! {
    /// `data/editor/<id>.json`: private notes on an entry.
    ///
    /// It can be read and never written, so that nothing can put it in a bundle,
    /// page, export or search:
    ///
    /// ```compile_fail
    /// fn publish<T: serde::Serialize>(_: T) {}
    /// publish(directory::record::EditorRecord::default());
    /// ```
    #[derive(Debug, Default)]
    pub struct EditorRecord {
        /// How well each contact is supported.
        pub contact_support: Named<String>,
        /// Order of re-checking: `high`, `medium` or `low`.
        pub recheck_priority: String,
        /// Notes; they may name numbers that must not be published.
        pub notes: String,
    }
}
