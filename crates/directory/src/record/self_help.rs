//! Published pages to read at home, and our own words on a leaflet, as they
//! are written.

use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// `data/self-help.json`: pages that others have published, by need.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SelfHelpRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Each page.
        pub pages: Vec<HelpPageRecord>,
    }
}

record! {
    /// A page that somebody else has published.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct HelpPageRecord {
        /// The slug of the need that it is about; `general` for any worry.
        pub need: String,
        /// What it calls itself.
        pub title: String,
        /// Who publishes it.
        pub organisation: String,
        /// Its address.
        pub web: String,
        /// Slugs of whom it speaks to.
        pub audience: Vec<String>,
        /// What it covers, in a plain sentence of ours.
        pub says: String,
        /// How we know of it, in words.
        #[serde(skip_serializing_if = "is_absent")]
        pub source: Option<String>,
        /// The date of the page, or of what told of it, as far as it is dated.
        #[serde(skip_serializing_if = "is_absent")]
        pub dated: Option<String>,
        /// True if nobody has looked at the page itself yet.
        #[serde(skip_serializing_if = "is_absent")]
        pub unconfirmed: Option<bool>,
    }
}

record! {
    /// `data/leaflets.json`: our own words on the leaflets of needs.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct LeafletsRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// The words for each need.
        pub leaflets: Vec<LeafletRecord>,
    }
}

record! {
    /// Our own words on the leaflet of a need.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct LeafletRecord {
        /// The slug of the need.
        pub need: String,
        /// What it is, each item a plain sentence or two.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub what_it_is: Vec<String>,
        /// What helps at home, in the same way.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub what_helps: Vec<String>,
        /// What the words rest on.
        pub source: String,
        /// Who approved them. Absent: nobody, and they are not published.
        #[serde(skip_serializing_if = "is_absent")]
        pub approved: Option<ApprovalRecord>,
    }
}

record! {
    /// Who approved words about health, and when.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ApprovalRecord {
        /// Which clinical role, never a named person.
        pub role: String,
        /// `YYYY-MM-DD`.
        pub on: String,
    }
}
