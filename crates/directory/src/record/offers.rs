//! Money to apply for, and things to read or use, as they are written.

use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// Money that a school may apply for, in its source's words.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct FundingRecord {
        /// How much.
        #[serde(skip_serializing_if = "is_absent")]
        pub amount: Option<String>,
        /// Who may apply.
        #[serde(skip_serializing_if = "is_absent")]
        pub who: Option<String>,
        /// What for.
        #[serde(rename = "for", skip_serializing_if = "is_absent")]
        pub purpose: Option<String> as "for",
        /// The first day on which one can apply.
        #[serde(skip_serializing_if = "is_absent")]
        pub opens: Option<String>,
        /// The last day on which one can apply.
        #[serde(skip_serializing_if = "is_absent")]
        pub closes: Option<String>,
        /// `true`: there is no last day.
        #[serde(skip_serializing_if = "is_absent")]
        pub rolling: Option<bool>,
        /// Ids of the courses that it pays for.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub pays_for: Vec<String>,
    }
}

record! {
    /// Something to read, teach with or use.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ResourceRecord {
        /// Slugs of what sort of thing it is.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub sorts: Vec<String>,
        /// Slugs of the phases it is for; absent: not known.
        #[serde(skip_serializing_if = "is_absent")]
        pub phases: Option<Vec<String>>,
        /// Which version, in words.
        #[serde(skip_serializing_if = "is_absent")]
        pub version: Option<String>,
        /// The date of that version.
        #[serde(skip_serializing_if = "is_absent")]
        pub dated: Option<String>,
        /// After how many months to look for a newer one.
        #[serde(skip_serializing_if = "is_absent")]
        pub check_after: Option<u8>,
        /// What can be downloaded.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub files: Vec<ResourceFileRecord>,
    }
}

record! {
    /// A file that can be downloaded.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ResourceFileRecord {
        /// Slug of its type.
        #[serde(rename = "type")]
        pub kind: String as "type",
        /// How big it is.
        #[serde(skip_serializing_if = "is_absent")]
        pub kilobytes: Option<u32>,
        /// How many pages or slides it has.
        #[serde(skip_serializing_if = "is_absent")]
        pub pages: Option<u32>,
        /// Where it is.
        pub web: String,
    }
}
