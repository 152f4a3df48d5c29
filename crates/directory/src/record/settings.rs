//! How a publisher's own settings are written, in `data/site.json`: the names
//! and the order of the THRIVE groupings, what a school does first at each, the
//! review rules, the colours, and
//! the notes beside the gap map.

use super::Named;
use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// What a publisher calls a THRIVE grouping. What is absent is as in the
    /// vocabulary.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct GroupingRecord {
        /// Which one. Slugs never change.
        pub slug: String,
        /// Its name for school staff.
        #[serde(skip_serializing_if = "is_absent")]
        pub staff: Option<String>,
        /// Its name for parents and carers.
        #[serde(skip_serializing_if = "is_absent")]
        pub parents: Option<String>,
        /// One line for parents and carers, without a full stop.
        #[serde(skip_serializing_if = "is_absent")]
        pub line: Option<String>,
    }
}

record! {
    /// A step that a school takes first, at a THRIVE grouping.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct FirstStepRecord {
        /// At which grouping.
        pub thrive: String,
        /// What to do, in a plain sentence.
        pub says: String,
        /// Who says so, and where.
        pub source: String,
        /// The date of that source.
        pub on: String,
    }
}

record! {
    /// When a check is due again. What is absent is as in the vocabulary.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ReviewRecord {
        /// How many terms after its check an entry is late.
        #[serde(skip_serializing_if = "is_absent")]
        pub late: Option<u8>,
        /// How many terms after its check an entry may be out of date.
        #[serde(skip_serializing_if = "is_absent")]
        pub very_late: Option<u8>,
        /// After how many months a resource is to be checked before use.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub resources: Option<u8>,
        /// The shorter clock of crisis help.
        #[serde(skip_serializing_if = "is_absent")]
        pub crisis: Option<CrisisReviewRecord>,
    }
}

record! {
    /// The clock of crisis help, in days after a check.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct CrisisReviewRecord {
        /// When the next check is due.
        pub due: u8,
        /// When it is warned of.
        pub warn: u8,
        /// When no release is signed any more.
        pub refuse: u8,
    }
}

record! {
    /// A publisher's colours, by the names of `style/tokens.css`.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ColoursRecord {
        /// Those of the light scheme, and of print.
        pub light: Named<String>,
        /// Those of the dark scheme.
        pub dark: Named<String>,
    }
}

record! {
    /// A note of an emerging need, by the group that keeps the gap map.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct GapNoteRecord {
        /// The need that it is about, if it is one that has a slug.
        #[serde(skip_serializing_if = "is_absent")]
        pub need: Option<String>,
        /// What they have seen.
        pub says: String,
        /// By which role or group, never by a named person.
        pub by: String,
        /// `YYYY-MM-DD`.
        pub on: String,
    }
}
