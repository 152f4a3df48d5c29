//! The entries to work on: those that are published, or the coordinator's own
//! files, which may be newer.

use directory::finding::{Findings, Level};
use directory::json::Json;
use directory::record::{ListingRecord, Place, Reading, fill};
use std::sync::Arc;

/// The coordinator's own files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// How many entries were read.
    pub count: usize,
    /// The files that were no entries, and why.
    pub refused: Vec<(String, String)>,
}

/// The entries to work on.
#[derive(Clone, Debug)]
pub struct Base {
    published: Arc<[ListingRecord]>,
    own: Option<(Own, Vec<ListingRecord>)>,
}

impl Base {
    /// Those that are published.
    pub fn published(records: Arc<[ListingRecord]>) -> Self {
        Self { published: records, own: None }
    }

    /// The coordinator's own files, if they have chosen some.
    pub fn own(&self) -> Option<&Own> {
        self.own.as_ref().map(|(own, _)| own)
    }

    /// Works on what is published again.
    pub fn forget_own(&mut self) {
        self.own = None;
    }

    /// Reads the coordinator's own files, given with their paths. Of a whole
    /// folder only the entries are read.
    pub fn read_own(&mut self, files: &[(String, Vec<u8>)]) {
        let (mut own, mut records) = (Own::default(), Vec::new());
        for (path, bytes) in files.iter().filter(|(path, _)| is_entry(path)) {
            match record(path, bytes) {
                Ok(read) => records.push(read),
                Err(why) => own.refused.push((path.clone(), why)),
            }
        }
        own.count = records.len();
        self.own = Some((own, records));
    }

    /// The entries to work on.
    pub fn records(&self) -> &[ListingRecord] {
        self.own.as_ref().map_or(&self.published, |(_, records)| records)
    }

    /// The entry of this id.
    pub fn find(&self, id: &str) -> Option<&ListingRecord> {
        self.records().iter().find(|record| record.id == id)
    }
}

/// Whether a path is that of an entry: of a whole folder, only what lies in
/// `listings`; of single files, each.
pub fn is_entry(path: &str) -> bool {
    let is_in_listings = path.split('/').rev().nth(1).is_none_or(|folder| folder == "listings");
    path.ends_with(".json") && is_in_listings
}

/// The entry that a file holds. One with a field that this page does not know is
/// refused: it would be lost on the way.
fn record(path: &str, bytes: &[u8]) -> Result<ListingRecord, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "It is not saved as UTF-8.".to_owned())?;
    let json = Json::parse(text).map_err(|why| format!("It is no JSON: {why}."))?;
    let mut findings = Findings::of_file(path);
    let mut reading = Reading::new(&mut findings);
    let mut read = ListingRecord::default();
    let is_one = fill(&mut read, &json, &Place::Whole, &mut reading);
    if let Some(unknown) = reading.unknown.first() {
        return Err(format!("It has a field that this page does not know: {}.", unknown.place));
    }
    let error = findings.list().iter().find(|finding| finding.level == Level::Error);
    if let Some(error) = error {
        return Err(format!("{}: {} {}", error.field, error.found, error.write));
    }
    let stem = path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or_default();
    match is_one && read.id == stem {
        true => Ok(read),
        false => Err("It is no entry, or its name is not the id in it.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = r#"{"format": 1, "id": "moon", "name": "Moon", "kind": "service", "standing": "active",
        "summary": "Helps.", "needs": [], "audience": [], "area": {"places": []}}"#;

    fn read(path: &str, text: &str) -> Base {
        let mut base = Base::published(Arc::new([]));
        base.read_own(&[(path.to_owned(), text.as_bytes().to_vec())]);
        base
    }

    #[test]
    fn of_a_whole_folder_only_the_entries_are_read() {
        for (path, is_read) in [
            ("moon.json", true),
            ("data/listings/moon.json", true),
            ("listings/moon.json", true),
            ("data/editor/moon.json", false),
            ("data/site.json", false),
            ("moon.txt", false),
        ] {
            assert_eq!(is_entry(path), is_read, "{path}");
        }
        assert_eq!(read("data/listings/moon.json", ENTRY).own().unwrap().count, 1);
    }

    #[test]
    fn a_file_that_would_lose_something_is_refused_by_name() {
        for (path, text, why) in [
            ("sun.json", ENTRY.to_owned(), "its name is not the id"),
            ("moon.json", ENTRY.replace("\"kind\"", "\"knd\""), "does not know: knd"),
            ("moon.json", ENTRY.replace("\"Moon\"", "7"), "name"),
            ("moon.json", "[]".to_owned(), "fields in braces"),
            ("moon.json", "{".to_owned(), "no JSON"),
            ("moon.json", "[".repeat(100_000), "no JSON"),
        ] {
            let base = read(path, &text);
            let own = base.own().unwrap();
            assert_eq!(own.count, 0, "{text}");
            assert!(own.refused[0].0 == path && own.refused[0].1.contains(why), "{:?}", own.refused);
        }
    }
}
