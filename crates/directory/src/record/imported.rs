//! Where an entry came in from, as it is written: the part `imported`.

use super::fill::record;
use super::{Named, is_absent};
use serde::Serialize;

record! {
    /// Another directory's or a list's entry, taken in as one of ours.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct ImportedRecord {
        /// Whose data it is, in words.
        pub from: String,
        /// Under which licence; absent: not known.
        #[serde(skip_serializing_if = "is_absent")]
        pub licence: Option<String>,
        /// The day on which it last came in.
        pub on: String,
        /// What it is called there.
        pub id: String,
        /// What they say of it, if it is not in use there.
        #[serde(skip_serializing_if = "is_absent")]
        pub status: Option<String>,
        /// Which role said yes to it, and when; absent: nobody has.
        #[serde(skip_serializing_if = "is_absent")]
        pub accepted: Option<AcceptedRecord>,
        /// What they say and no field of ours can hold, for whoever looks at
        /// it. It is in no bundle.
        #[serde(skip_serializing_if = "Named::is_empty")]
        pub said: Named<Vec<String>>,
        /// Six digits of each field as it came in, by which the next import
        /// knows what a person has changed since. They are in no bundle.
        #[serde(skip_serializing_if = "Named::is_empty")]
        pub came: Named<String>,
    }
}

record! {
    /// A person's yes to an entry that came in.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct AcceptedRecord {
        /// The day.
        pub on: String,
        /// The role, never a name.
        pub by: String,
    }
}

impl ImportedRecord {
    /// The same without what is only for those who keep the directory.
    #[must_use]
    pub fn for_readers(self) -> Self {
        Self { status: None, accepted: None, said: Named::default(), came: Named::default(), ..self }
    }
}
