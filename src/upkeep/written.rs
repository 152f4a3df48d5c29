//! The files that somebody takes away: entries as the data has them.

use directory::record::{FORMAT, ListingRecord};

/// An entry as its file has it. `None`: it could not be written.
pub fn entry(record: &ListingRecord) -> Option<String> {
    let record = ListingRecord { format: Some(FORMAT), ..record.clone() };
    serde_json::to_string_pretty(&record).ok().map(|text| text + "\n")
}
