//! How a change is written: one line of `data/history.jsonl`.

use super::Named;
use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// One line of `data/history.jsonl`: what was recorded of one entry on one
    /// day.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct ChangeRecord {
        /// The day on which it was recorded, `YYYY-MM-DD`.
        pub on: String,
        /// The id of the entry, as it was then.
        pub id: String,
        /// Slug of what happened to it.
        pub what: String,
        /// The fields that are another now, as the format spells them.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub fields: Vec<String>,
        /// For another name: the one before.
        #[serde(skip_serializing_if = "is_absent")]
        pub was: Option<String>,
        /// Its name from then on, where that is new to the history.
        #[serde(skip_serializing_if = "is_absent")]
        pub now: Option<String>,
        /// The role that changed it.
        #[serde(skip_serializing_if = "is_absent")]
        pub by: Option<String>,
        /// For one that is taken out, or put back: the reason.
        #[serde(skip_serializing_if = "is_absent")]
        pub why: Option<String>,
        /// Digests of the fields that the line speaks of, by which the next
        /// comparison knows them again; empty for a field that is absent. A
        /// bundle has none.
        #[serde(skip_serializing_if = "Named::is_empty")]
        pub state: Named<String>,
    }
}
