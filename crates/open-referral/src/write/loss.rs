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

/// What becomes of the entries of one export.
#[derive(Clone, Debug, Serialize)]
pub struct Losses {
    /// What it is for, in words.
    pub to: &'static str,
    /// How many entries were written.
    pub written: usize,
    /// Those that were not, by why.
    pub left_out: BTreeMap<String, Lost>,
    /// What no field carries.
    pub lost: BTreeMap<String, Lost>,
    /// What only some readers will find.
    pub apart: BTreeMap<String, Lost>,
    #[serde(skip)]
    target: Target,
}

/// A field, or a reason, with how many entries it is about.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Lost {
    /// How many entries.
    pub entries: usize,
    /// Why, or where it is carried instead.
    pub why: String,
    /// The names of some of them.
    pub examples: Vec<String>,
}

impl Losses {
    /// Nothing yet.
    pub fn of(target: Target) -> Self {
        let empty = BTreeMap::new;
        Self { to: target.words(), written: 0, left_out: empty(), lost: empty(), apart: empty(), target }
    }

    /// An entry that was not written.
    pub fn leave_out(&mut self, record: &ListingRecord, why: &str) {
        note(&mut self.left_out, why, "", &record.name);
    }

    /// A field of an entry that was left out on request, or changed on the way.
    pub fn lose(&mut self, record: &ListingRecord, field: &str, why: &str) {
        note(&mut self.lost, field, why, &record.name);
    }

    /// An entry that was written: each of its fields meets its fate.
    pub fn write(&mut self, record: &ListingRecord) {
        self.written += 1;
        let Ok(Value::Object(fields)) = serde_json::to_value(record) else { return };
        let is_ended = record.standing == "ended";
        for (name, value) in &fields {
            // What lies in a part has a fate of its own.
            let inner = value.as_object().filter(|_| fates::is_part(name));
            let names: Vec<String> = match inner {
                Some(part) => part.keys().map(|inner| format!("{name}.{inner}")).collect(),
                None => vec![name.clone()],
            };
            for name in names {
                match fate(self.target, &name) {
                    Fate::Carried => {}
                    _ if is_ended && !fates::of_ended(&name) => {
                        note(
                            &mut self.lost,
                            &name,
                            "What has ended leads nowhere: only its name is told.",
                            &record.name,
                        );
                    }
                    Fate::Apart(how) => note(&mut self.apart, &name, how, &record.name),
                    Fate::Lost(why) => note(&mut self.lost, &name, why, &record.name),
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
        for (heading, all) in [
            ("Left out", &self.left_out),
            ("Lost", &self.lost),
            ("Carried, but not every reader will find it", &self.apart),
        ] {
            if !all.is_empty() {
                let _ = writeln!(text, "\n{heading}:");
            }
            for (name, lost) in all {
                let why = if lost.why.is_empty() { String::new() } else { format!(" {}", lost.why) };
                let such =
                    if lost.examples.is_empty() { String::new() } else { format!(" ({})", lost.examples.join("; ")) };
                let _ = writeln!(text, "  {name}: {}.{why}{such}", entries(lost.entries));
            }
        }
        text
    }
}

fn note(all: &mut BTreeMap<String, Lost>, name: &str, why: &str, example: &str) {
    let lost = all.entry(name.to_owned()).or_insert_with(|| Lost { why: why.to_owned(), ..Lost::default() });
    lost.entries += 1;
    if lost.examples.len() < EXAMPLES {
        lost.examples.push(example.to_owned());
    }
}
