//! How a publisher's own settings are written, in `data/site.json`: the names
//! and the order of the THRIVE groupings, the review rules, and the colours.

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
