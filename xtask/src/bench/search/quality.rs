//! What was found, by group and by library, and what was understood.

use std::fmt;

use serde_json::{Map, Value, json};

use super::{LIBRARIES, Library};

/// A group of questions, or all of them.
const ALL: &str = "overall";

/// What was found for every question by every library.
pub(super) struct Quality<'a> {
    lines: Vec<&'a Value>,
    groups: Vec<&'a str>,
}

/// The two measures of what is found: as people and as lines call them.
const MEASURES: [(&str, &str); 2] = [("recall@10", "recall"), ("MRR", "first")];

/// A share of questions, as how many of how many.
struct Share {
    what: &'static str,
    key: &'static str,
    is_it: fn(&Value) -> bool,
    of: fn(&Value) -> bool,
}

/// What a crisis asks of search, and what it must not do without one.
const SHARES: [Share; 5] = [
    Share { what: "a wrong need", key: "wrong_need", is_it: |line| line["wrong"] == true, of: |_| true },
    Share {
        what: "emergency",
        key: "emergency",
        is_it: |line| line["crisis"] == "emergency",
        of: |line| line["due"] == "emergency",
    },
    Share { what: "level A, at least", key: "level_a", is_it: is_pinned, of: |line| line["due"] == "a" },
    Share {
        what: "level B, at least",
        key: "level_b",
        is_it: |line| line["crisis"] != "none",
        of: |line| line["due"] == "b",
    },
    Share { what: "pinned without cause", key: "pinned", is_it: is_pinned, of: |line| line["group"] == "alike" },
];

fn is_pinned(line: &Value) -> bool {
    line["crisis"] == "a" || line["crisis"] == "emergency"
}

impl<'a> Quality<'a> {
    /// What stands in the lines about it.
    pub(super) fn of(lines: &'a [Value]) -> Self {
        let lines: Vec<_> = lines.iter().filter(|line| line["group"].is_string()).collect();
        let mut groups: Vec<_> = lines.iter().filter_map(|line| line["group"].as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        groups.push(ALL);
        Self { lines, groups }
    }

    /// The mean of a measure.
    fn mean(&self, library: &Library, group: &str, measure: &str) -> Option<f64> {
        let values = self.of_group(library, group).filter_map(|line| line[measure].as_f64());
        let (count, sum) = values.fold((0.0, 0.0), |(count, sum), one| (count + 1.0, sum + one));
        (count > 0.0).then(|| sum / count)
    }

    /// What a library finds of what is right, over all questions.
    pub(super) fn recall(&self, library: &Library) -> f64 {
        self.mean(library, ALL, "recall").unwrap_or(0.0)
    }

    fn of_group(&self, library: &Library, group: &str) -> impl Iterator<Item = &'a Value> {
        let lines = self.lines.iter().filter(move |line| line["library"] == library.file);
        lines.filter(move |line| group == ALL || line["group"] == group).copied()
    }

    /// How many of how many.
    fn share(&self, share: &Share, group: &str) -> (usize, usize) {
        let all: Vec<_> = self.of_group(&LIBRARIES[0], group).filter(|line| (share.of)(line)).collect();
        (all.iter().filter(|line| (share.is_it)(line)).count(), all.len())
    }

    /// Where another library finds more than ours.
    fn behind(&self) -> Vec<String> {
        let mut behind = Vec::new();
        for (name, measure) in MEASURES {
            for group in &self.groups {
                let Some(ours) = self.mean(&LIBRARIES[0], group, measure) else { continue };
                for library in &LIBRARIES[1..] {
                    let theirs = self.mean(library, group, measure).filter(|theirs| *theirs > ours);
                    behind.extend(
                        theirs.map(|theirs| format!("{group}, {name}: {} {theirs:.3}, ours {ours:.3}", library.name)),
                    );
                }
            }
        }
        behind
    }

    pub(super) fn json(&self) -> Value {
        let by_group = |library: &Library| {
            let group = |group: &&str| {
                let of = |measure| self.mean(library, group, measure);
                let mut marks = json!({ "recall": of("recall"), "mrr": of("first") });
                if library.file == LIBRARIES[0].file {
                    for share in &SHARES {
                        let (count, all) = self.share(share, group);
                        marks[share.key] = json!({ "count": count, "of": all });
                    }
                }
                ((*group).to_owned(), marks)
            };
            Value::Object(self.groups.iter().map(group).collect::<Map<_, _>>())
        };
        let libraries = LIBRARIES.iter().map(|library| (library.name.to_owned(), by_group(library)));
        json!({ "libraries": Value::Object(libraries.collect()), "behind": self.behind() })
    }

    fn table(&self, out: &mut fmt::Formatter<'_>, head: &str, measure: &str) -> fmt::Result {
        write!(out, "{head:<10} {:>6}", "asked")?;
        LIBRARIES.iter().try_for_each(|library| write!(out, " {:>10}", library.name))?;
        writeln!(out)?;
        for group in &self.groups {
            let asked = self.of_group(&LIBRARIES[0], group).filter(|line| line[measure].is_number()).count();
            write!(out, "{group:<10} {asked:>6}")?;
            for library in &LIBRARIES {
                match self.mean(library, group, measure) {
                    Some(mean) => write!(out, " {mean:>10.3}")?,
                    None => write!(out, " {:>10}", "")?,
                }
            }
            writeln!(out)?;
        }
        writeln!(out)
    }
}

impl fmt::Display for Quality<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        MEASURES.iter().try_for_each(|(name, measure)| self.table(out, name, measure))?;
        writeln!(out, "Where another finds more than ours:")?;
        let behind = self.behind();
        match behind.is_empty() {
            true => writeln!(out, "  nowhere")?,
            false => behind.iter().try_for_each(|line| writeln!(out, "  {line}"))?,
        }
        writeln!(out, "\nWhat ours understood:")?;
        for group in &self.groups {
            let (wrong, all) = self.share(&SHARES[0], group);
            writeln!(out, "{group:<10} {wrong:>4} of {all:<4} with {}", SHARES[0].what)?;
        }
        for share in &SHARES[1..] {
            let (count, all) = self.share(share, ALL);
            writeln!(out, "{:<24} {count:>4} of {all}", share.what)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_without_a_right_listing_count_for_understanding_alone() {
        let lines = [
            json!({ "library": "engine", "group": "lay", "recall": 1.0, "first": 0.5, "wrong": false, "crisis": "none", "due": "none" }),
            json!({ "library": "engine", "group": "alike", "recall": null, "first": null, "wrong": true, "crisis": "a", "due": "none" }),
            json!({ "library": "lunr", "group": "lay", "recall": 0.5, "first": 0.75 }),
            json!({ "library": "engine", "entries": "150", "round": 1, "ready": 3.0 }),
        ];
        let quality = Quality::of(&lines);
        assert_eq!(quality.groups, ["alike", "lay", ALL]);
        assert_eq!(quality.recall(&LIBRARIES[0]), 1.0);
        assert_eq!(quality.mean(&LIBRARIES[6], "lay", "first"), Some(0.75));
        assert_eq!(quality.mean(&LIBRARIES[0], "alike", "first"), None);
        let behind = ["lay, MRR: lunr 0.750, ours 0.500", "overall, MRR: lunr 0.750, ours 0.500"];
        assert_eq!(quality.behind(), behind);
        assert_eq!(quality.share(&SHARES[0], ALL), (1, 2));
        assert_eq!(quality.share(&SHARES[4], ALL), (1, 1));
    }
}
