//! The entries to work on: those that are published, or the coordinator's own
//! files, which may be newer; and, where their folder has it, who answers for
//! what and what was sent out.

use directory::finding::{Findings, Level};
use directory::json::Json;
use directory::record::{Fields, ListingRecord, PartnersRecord, Place, Reading, SentRecord, fill};
use std::sync::Arc;

/// The coordinator's own files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// How many entries were read.
    pub count: usize,
    /// The files that were not read, and why.
    pub refused: Vec<(String, String)>,
    /// Whether who answers for what was among them.
    pub has_partners: bool,
    /// How many lists of what was sent out were among them.
    pub sent: usize,
}

/// The entries to work on.
#[derive(Clone, Debug)]
pub struct Base {
    published: Arc<[ListingRecord]>,
    own: Option<(Own, Vec<ListingRecord>)>,
    partners: Option<PartnersRecord>,
    sent: Vec<SentRecord>,
}

/// What a file of the coordinator's folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// An entry.
    Entry,
    /// Who answers for what.
    Partners,
    /// What was sent out to a partner.
    Sent,
}

impl Base {
    /// Those that are published.
    pub fn published(records: Arc<[ListingRecord]>) -> Self {
        Self { published: records, own: None, partners: None, sent: Vec::new() }
    }

    /// The coordinator's own files, if they have chosen some.
    pub fn own(&self) -> Option<&Own> {
        self.own.as_ref().map(|(own, _)| own)
    }

    /// Works on what is published again.
    pub fn forget_own(&mut self) {
        (self.own, self.partners) = (None, None);
        self.sent.clear();
    }

    /// Reads the coordinator's own files, given with their paths. What is no
    /// entry, and says nothing of partners, is passed over.
    pub fn read_own(&mut self, files: &[(String, Vec<u8>)]) {
        self.forget_own();
        let (mut own, mut records) = (Own::default(), Vec::new());
        for (path, bytes) in files {
            let taken = match kept(path) {
                Some(Kept::Entry) => entry(path, bytes).map(|read| records.push(read)),
                Some(Kept::Partners) => filled(path, bytes).map(|read| self.partners = Some(read)),
                Some(Kept::Sent) => text_of(bytes).and_then(SentRecord::read).map(|read| self.sent.push(read)),
                None => Ok(()),
            };
            own.refused.extend(taken.err().map(|why| (path.clone(), why)));
        }
        (own.count, own.sent, own.has_partners) = (records.len(), self.sent.len(), self.partners.is_some());
        self.own = Some((own, records));
    }

    /// Who answers for what, if that was among the files.
    pub fn partners(&self) -> Option<&PartnersRecord> {
        self.partners.as_ref()
    }

    /// What was sent out, as far as that was among the files.
    pub fn sent(&self) -> &[SentRecord] {
        &self.sent
    }

    /// The ids of the coordinator's own files from which no entry could be read.
    pub fn unread(&self) -> Vec<String> {
        let refused = self.own.iter().flat_map(|(own, _)| &own.refused);
        let entries = refused.filter(|(path, _)| kept(path) == Some(Kept::Entry));
        entries.map(|(path, _)| stem(path).to_owned()).collect()
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

/// What the file of this path is. Of a whole folder only what lies where the data
/// and its partners lie is taken; of single files, each.
pub fn kept(path: &str) -> Option<Kept> {
    let folders: Vec<&str> = path.strip_suffix(".json")?.split('/').collect();
    match folders.as_slice() {
        [.., "partners", "partners"] => Some(Kept::Partners),
        [.., "sent", _, _] => Some(Kept::Sent),
        [_] | [.., "listings", _] => Some(Kept::Entry),
        _ => None,
    }
}

/// The name of a file without its end.
fn stem(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or_default()
}

/// The entry that a file holds.
fn entry(path: &str, bytes: &[u8]) -> Result<ListingRecord, String> {
    let read: ListingRecord = filled(path, bytes)?;
    match read.id == stem(path) {
        true => Ok(read),
        false => Err("It is no entry, or its name is not the id in it.".to_owned()),
    }
}

fn text_of(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|_| "It is not saved as UTF-8.".to_owned())
}

/// The record that a file holds. One with a field that this page does not know is
/// refused: it would be lost on the way.
fn filled<T: Fields + Default>(path: &str, bytes: &[u8]) -> Result<T, String> {
    let json = Json::parse(text_of(bytes)?).map_err(|why| format!("It is no JSON: {why}."))?;
    let mut findings = Findings::of_file(path);
    let mut reading = Reading::new(&mut findings);
    let mut read = T::default();
    let is_one = fill(&mut read, &json, &Place::Whole, &mut reading);
    if let Some(unknown) = reading.unknown.first() {
        return Err(format!("It has a field that this page does not know: {}.", unknown.place));
    }
    let is_whole = is_one && findings.list().iter().all(|finding| finding.level != Level::Error);
    is_whole.then_some(read).ok_or_else(|| "It is not as the data’s format asks. Run the check on it first.".to_owned())
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
        for (path, is) in [
            ("moon.json", Some(Kept::Entry)),
            ("data/listings/moon.json", Some(Kept::Entry)),
            ("listings/moon.json", Some(Kept::Entry)),
            ("waymark/partners/partners.json", Some(Kept::Partners)),
            ("partners/sent/nelft/2026-09-01.json", Some(Kept::Sent)),
            ("data/editor/moon.json", None),
            ("data/site.json", None),
            ("moon.txt", None),
        ] {
            assert_eq!(kept(path), is, "{path}");
        }
        assert_eq!(read("data/listings/moon.json", ENTRY).own().unwrap().count, 1);
    }

    #[test]
    fn a_file_that_would_lose_something_is_refused_by_name() {
        for (path, text, why) in [
            ("sun.json", ENTRY.to_owned(), "its name is not the id"),
            ("moon.json", ENTRY.replace("\"kind\"", "\"knd\""), "does not know: knd"),
            ("moon.json", ENTRY.replace("\"Moon\"", "7"), "as the data’s format asks"),
            ("moon.json", "[]".to_owned(), "as the data’s format asks"),
            ("moon.json", "{".to_owned(), "no JSON"),
            ("moon.json", "[".repeat(100_000), "no JSON"),
        ] {
            let base = read(path, &text);
            let own = base.own().unwrap();
            assert_eq!(own.count, 0, "{text}");
            // Nothing new may be written over it.
            assert_eq!(base.unread(), [path.trim_end_matches(".json")]);
            assert!(own.refused[0].0 == path && own.refused[0].1.contains(why), "{:?}", own.refused);
        }
    }
}
