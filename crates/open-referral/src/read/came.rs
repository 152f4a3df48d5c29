//! One service on its way in, and what is counted as it comes.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use directory::day::Day;
use directory::record::ListingRecord;

use super::report::Report;

/// The longest id that people tell from another at a glance, in bytes.
const SHORT_ID: usize = 10;

/// What every service of one import shares.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day that is taken as today.
    pub today: Day,
    /// The site's areas: slug and label of each.
    pub areas: Vec<(String, String)>,
    /// Which of their words mean which of ours, folded: `anxiety` is
    /// `need:anxiety`.
    pub terms: BTreeMap<String, String>,
}

/// A service that came in, as an entry that waits for a person's yes. It has no
/// id of ours yet.
#[derive(Clone, Debug)]
pub struct Came {
    /// What it is called there.
    pub id: String,
    /// The id that it had with us, if we wrote it ourselves.
    pub slug: Option<String>,
    /// The entry.
    pub record: ListingRecord,
    /// Ages that a person may take, and nobody else.
    pub offers: Vec<Offer>,
    /// Whether one with its id came before, to which it adds what that left out.
    pub is_again: bool,
}

/// Ages as their prose has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Their words.
    pub says: String,
    /// What those may mean: the first year.
    pub from: u8,
    /// And the last.
    pub to: u8,
}

/// What was seen before, so that nothing is counted twice. Only digests of names
/// are kept.
#[derive(Debug, Default)]
pub(super) struct Seen(HashSet<u64>);

impl Seen {
    /// Whether this is the first of its kind and name.
    pub(super) fn is_new(&mut self, kind: &str, name: &str) -> bool {
        self.0.insert(digest(kind, name))
    }
}

/// A number that stands for a kind and a name.
pub(super) fn digest(kind: &str, name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, name).hash(&mut hasher);
    hasher.finish()
}

/// A service as it is taken in: the entry so far, and the report.
pub(super) struct Taking<'a, 'o> {
    pub(super) record: ListingRecord,
    pub(super) offers: Vec<Offer>,
    pub(super) report: &'a mut Report,
    pub(super) seen: &'a mut Seen,
    pub(super) options: &'o Options,
    /// Whether the things of its tables were counted as rows already.
    pub(super) is_counted: bool,
    /// What it is called there.
    pub(super) id: String,
    hours: Vec<String>,
}

impl<'a, 'o> Taking<'a, 'o> {
    pub(super) fn new(id: &str, report: &'a mut Report, seen: &'a mut Seen, options: &'o Options) -> Self {
        let record = ListingRecord { format: Some(directory::record::FORMAT), ..ListingRecord::default() };
        let (offers, hours) = (Vec::new(), Vec::new());
        Self { record, offers, report, seen, options, is_counted: false, id: id.to_owned(), hours }
    }

    pub(super) fn today(&self) -> Day {
        self.options.today
    }

    pub(super) fn count(&mut self, thing: &str) {
        self.report.count(thing, 1);
    }

    /// Counts a thing once for each name that it has.
    pub(super) fn count_new(&mut self, thing: &str, name: &str) -> bool {
        let is_new = self.seen.is_new(thing, name);
        if is_new && !self.is_counted {
            self.report.count(thing, 1);
        }
        is_new
    }

    pub(super) fn took(&mut self, field: &str) {
        self.report.took(field);
    }

    pub(super) fn left(&mut self, field: &str, why: &str, example: &str) {
        let example = self.example(example);
        self.report.left(field, why, &example);
    }

    pub(super) fn note(&mut self, what: &str, example: &str) {
        let example = self.example(example);
        self.report.note(what, &example);
    }

    /// An example with the service that it is of: by its name, and by its id
    /// where people can tell that from another at a glance.
    fn example(&self, says: &str) -> String {
        let name = &self.record.name;
        let whose =
            if self.id.len() <= SHORT_ID && self.id != *name { format!("{} {name}", self.id) } else { name.clone() };
        if says.is_empty() { whose } else { format!("{whose}: {says}") }
    }

    /// Keeps what no field of ours can hold, for whoever looks at the entry.
    pub(super) fn keep(&mut self, name: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let imported = self.record.imported.get_or_insert_default();
        let at = imported.said.0.iter().position(|(one, _)| one == name).unwrap_or_else(|| {
            imported.said.0.push((name.to_owned(), Vec::new()));
            imported.said.0.len() - 1
        });
        if let Some((_, said)) = imported.said.0.get_mut(at).filter(|(_, said)| said.iter().all(|one| one != words)) {
            said.push(words.to_owned());
        }
    }

    /// Says that some source states a field.
    pub(super) fn stated(&mut self, field: &str) {
        if self.record.stated.iter().all(|one| one != field) {
            self.record.stated.push(field.to_owned());
        }
    }

    /// Hours in words, each once.
    pub(super) fn add_hours(&mut self, words: &str) {
        if !words.is_empty() && self.hours.iter().all(|one| one != words) {
            self.hours.push(words.to_owned());
        }
    }

    /// All hours in words, as one text.
    pub(super) fn hours(&mut self) -> Option<String> {
        let hours = std::mem::take(&mut self.hours);
        (!hours.is_empty()).then(|| joined(&hours))
    }
}

/// Sentences one after the other, each with an end.
pub(super) fn joined(sentences: &[String]) -> String {
    let last = sentences.len().saturating_sub(1);
    let ended = |(at, sentence): (usize, &String)| {
        let has_end = at == last || sentence.ends_with(['.', '!', '?', ':', ';']);
        if has_end { sentence.clone() } else { format!("{sentence}.") }
    };
    sentences.iter().enumerate().map(ended).collect::<Vec<_>>().join(" ")
}
