//! What of our data another format cannot carry, counted by field.
//!
//! The fields are read from the entries themselves, so that one which our format
//! gains is reported as lost until somebody says what becomes of it.

mod fates;

use std::collections::BTreeMap;
use std::fmt::Write;

use directory::record::ListingRecord;
use serde::Serialize;
use serde_json::Value;

pub use fates::Target;
use fates::{Fate, fate};

/// How many entries are named as examples.
const EXAMPLES: usize = 3;

/// Why most of an entry that has ended stays.
const ENDED: &str = "What has ended leads nowhere: only its name is told.";

/// What becomes of the entries of one export.
#[derive(Clone, Debug, Serialize)]
pub struct Losses {
    /// What it is for, in words.
    pub to: &'static str,
    /// How many entries were written.
    pub written: usize,
    /// Those that were not, by why.
    pub left_out: BTreeMap<String, Lost>,
    /// What no field carries: by why, then by field.
    pub lost: BTreeMap<String, BTreeMap<String, Lost>>,
    /// What only some readers will find: by where it is, then by field.
    pub apart: BTreeMap<String, BTreeMap<String, Lost>>,
    #[serde(skip)]
    target: Target,
}

/// A field, or a reason, with how many entries it is about.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Lost {
    /// How many entries.
    pub entries: usize,
    /// The names of some of them.
    pub examples: Vec<String>,
}

impl Losses {
    /// Nothing yet.
    pub fn of(target: Target) -> Self {
        let (left_out, lost, apart) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { to: target.words(), written: 0, left_out, lost, apart, target }
    }

    /// An entry that was not written.
    pub fn leave_out(&mut self, record: &ListingRecord, why: &str) {
        note(&mut self.left_out, why, &record.name);
    }

    /// A field of an entry that was left out on request, or changed on the way.
    pub fn lose(&mut self, record: &ListingRecord, field: &str, why: &str) {
        note_in(&mut self.lost, why, field, &record.name);
    }

    /// An entry that was written: each of its fields meets its fate.
    pub fn write(&mut self, record: &ListingRecord) {
        self.written += 1;
        let Ok(Value::Object(fields)) = serde_json::to_value(record) else { return };
        let is_ended = record.standing == "ended";
        for (name, value) in fields.iter().filter(|(name, value)| is_said(name, value)) {
            // What lies in a part has a fate of its own.
            let inner = value.as_object().filter(|_| fates::is_part(name));
            let names: Vec<String> = match inner {
                Some(part) => part.keys().map(|inner| format!("{name}.{inner}")).collect(),
                None => vec![name.clone()],
            };
            for name in names {
                match fate(self.target, &name) {
                    Fate::Carried => {}
                    _ if is_ended && !fates::of_ended(&name) => note_in(&mut self.lost, ENDED, &name, &record.name),
                    Fate::Apart(how) => note_in(&mut self.apart, how, &name, &record.name),
                    Fate::Lost(why) => note_in(&mut self.lost, why, &name, &record.name),
                }
            }
        }
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let entries = |count: usize| if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{} written for {}.", entries(self.written), self.to);
        if !self.left_out.is_empty() {
            let _ = writeln!(text, "\nLeft out:");
        }
        for (why, lost) in &self.left_out {
            let _ = writeln!(text, "  {}: {why} ({})", entries(lost.entries), lost.such());
        }
        for (heading, all) in [("Lost", &self.lost), ("Carried, but not every reader will find it", &self.apart)] {
            if !all.is_empty() {
                let _ = writeln!(text, "\n{heading}:");
            }
            for (why, fields) in all {
                let _ = writeln!(text, "  {why}");
                for (field, lost) in fields {
                    let _ = writeln!(text, "    {field}: {} ({})", entries(lost.entries), lost.such());
                }
            }
        }
        text
    }
}

impl Lost {
    fn add(&mut self, example: &str) {
        self.entries += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(example.to_owned());
        }
    }

    /// Some of them in words: "such as A; B; C".
    fn such(&self) -> String {
        let such = if self.entries > self.examples.len() { "such as " } else { "" };
        format!("{such}{}", self.examples.join("; "))
    }
}

/// Whether a field says anything: of groupings, an empty list does.
fn is_said(name: &str, value: &Value) -> bool {
    name == "thrive" || value.as_array().is_none_or(|all| !all.is_empty())
}

fn note(all: &mut BTreeMap<String, Lost>, name: &str, example: &str) {
    all.entry(name.to_owned()).or_default().add(example);
}

fn note_in(all: &mut BTreeMap<String, BTreeMap<String, Lost>>, why: &str, field: &str, example: &str) {
    note(all.entry(why.to_owned()).or_default(), field, example);
}
