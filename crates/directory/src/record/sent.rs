//! How it is written down what was sent to a partner: a file of
//! `partners/sent/`, which no build reads.

use super::fill::{Fill, Place, Reading, record};
use super::{FORMAT, Named};
use crate::finding::Findings;
use crate::json::Json;
use serde::Serialize;

record! {
    /// `partners/sent/<partner>/<date>.json`: what was sent to one partner on
    /// one day.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct SentRecord {
        /// The version: [`FORMAT`].
        pub format: u32,
        /// The partner's id.
        pub partner: String,
        /// When, `YYYY-MM-DD`.
        pub on: String,
        /// Each entry that was in it.
        pub entries: Vec<SentEntryRecord>,
    }
}

record! {
    /// An entry as it was sent out.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct SentEntryRecord {
        /// Its id.
        pub id: String,
        /// Each cell that was not empty, by the slug of its column.
        pub cells: Named<String>,
    }
}

impl SentRecord {
    /// What a text says was sent out, or why it cannot be read.
    pub fn read(text: &str) -> Result<Self, String> {
        let json = Json::parse(text.trim_start_matches('\u{feff}')).map_err(|why| why.to_string())?;
        let (mut record, mut findings) = (Self::default(), Findings::default());
        record.fill(&json, &Place::Whole, &mut Reading::new(&mut findings));
        match record.format {
            _ if !findings.list().is_empty() => {
                Err("a field of it has another shape than the format asks for".to_owned())
            }
            FORMAT => Ok(record),
            other => Err(format!("it is version {other} of the format, and this is version {FORMAT}")),
        }
    }
}
