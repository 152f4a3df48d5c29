//! The words that are explained, as they are written.

use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// `data/glossary.json`: words, teams and roles, each in plain words.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct GlossaryRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Each word.
        pub terms: Vec<TermRecord>,
    }
}

record! {
    /// A word that is explained.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct TermRecord {
        /// Names its place on the page for ever.
        pub id: String,
        /// The word itself.
        pub term: String,
        /// What else it is called.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub also: Vec<String>,
        /// What it was called before.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub once: Vec<String>,
        /// How it is often misspelt.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub misspelt: Vec<String>,
        /// What it means.
        pub says: String,
        /// Slugs of who meets it.
        pub audience: Vec<String>,
        /// The spellings that become a link where they occur; absent: none.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub links: Vec<String>,
        /// What it rests on.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<TermSourceRecord>,
        /// The date of the source, as far as it is dated.
        #[serde(skip_serializing_if = "is_absent")]
        pub dated: Option<String>,
        /// What of it no source states, in words.
        #[serde(skip_serializing_if = "is_absent")]
        pub ours: Option<String>,
    }
}

record! {
    /// What the meaning of a word rests on.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct TermSourceRecord {
        /// Its page.
        #[serde(skip_serializing_if = "is_absent")]
        pub web: Option<String>,
        /// What it is, or what of it is meant, in words.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub says: String,
    }
}
