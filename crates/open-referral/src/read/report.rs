//! What became of all that came in: how much was taken, what was left out, why.
//!
//! Its size is bounded whatever comes in: of each sort so many names, of each
//! reason so many examples; the rest is counted.

use std::collections::BTreeMap;

use serde::Serialize;

/// The most names of one sort that are kept apart.
const MOST: usize = 300;

/// The most examples of one reason.
const EXAMPLES: usize = 5;

/// The longest example, in letters.
const LONGEST: usize = 90;

/// What a feed held, and what became of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// What kind of file it was, in words.
    pub format: String,
    /// How much there was of each thing: services, organisations, phones …
    pub counts: BTreeMap<String, u64>,
    /// What became of each field.
    pub fields: BTreeMap<String, Tally>,
    /// Their words that we have no word for, and how often each came.
    pub unmapped: BTreeMap<String, u64>,
    /// What a person should look at, apart from the fields.
    pub notes: BTreeMap<String, Left>,
}

/// What became of a field.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Tally {
    /// How often it was taken.
    pub taken: u64,
    /// How often it was not, by reason.
    pub left_out: BTreeMap<String, Left>,
}

/// How often something was so, with examples.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Left {
    /// How often.
    pub count: u64,
    /// A few, in their own words.
    pub examples: Vec<String>,
}

impl Report {
    /// One more, or several, of a thing.
    pub fn count(&mut self, thing: &str, more: u64) {
        *within(&mut self.counts, thing) += more;
    }

    /// How much there is of a thing.
    pub fn counted(&self, thing: &str) -> u64 {
        self.counts.get(thing).copied().unwrap_or_default()
    }

    /// A field was taken.
    pub fn took(&mut self, field: &str) {
        within(&mut self.fields, field).taken += 1;
    }

    /// A field was left out, for a reason.
    pub fn left(&mut self, field: &str, why: &str, example: &str) {
        within(&mut within(&mut self.fields, field).left_out, why).add(example);
    }

    /// Something a person should look at.
    pub fn note(&mut self, what: &str, example: &str) {
        within(&mut self.notes, what).add(example);
    }

    /// A word of theirs that we have none for.
    pub fn unmapped(&mut self, word: &str) {
        *within(&mut self.unmapped, &shortened(word)) += 1;
    }

    /// How often a field was left out, for any reason.
    pub fn left_out(&self, field: &str) -> u64 {
        self.fields.get(field).map_or(0, |tally| tally.left_out.values().map(|left| left.count).sum())
    }
}

impl Left {
    fn add(&mut self, example: &str) {
        self.count += 1;
        let example = shortened(example);
        if self.examples.len() < EXAMPLES && !example.is_empty() && !self.examples.contains(&example) {
            self.examples.push(example);
        }
    }
}

/// What stands under a name; under "others" when there are too many names.
fn within<'a, T: Default>(all: &'a mut BTreeMap<String, T>, name: &str) -> &'a mut T {
    let name = if all.len() < MOST || all.contains_key(name) { name } else { "others" };
    all.entry(name.to_owned()).or_default()
}

/// The beginning of a text, in one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_stays_small_whatever_comes_in() {
        let mut report = Report::default();
        for at in 0..10_000 {
            report.left(&format!("field {at}"), &format!("why {at}"), &"x".repeat(10_000));
            report.left("one", "too long", &format!("{at}"));
            report.unmapped(&format!("term {at}"));
        }
        assert!(report.fields.len() <= MOST + 1 && report.unmapped.len() <= MOST + 1);
        let written = serde_json::to_string(&report).unwrap();
        assert!(written.len() < 200_000, "{}", written.len());
        let all: u64 = report.fields.values().flat_map(|tally| tally.left_out.values()).map(|left| left.count).sum();
        assert_eq!(all, 20_000);
    }
}
