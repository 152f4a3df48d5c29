//! How long an index and an answer take, by size and by library.

use std::fmt;

use serde_json::{Value, json};

use super::super::figures::{Figures, busy};
use super::quality::Quality;
use super::{LIBRARIES, Library, SIZES};

/// A library that finds so much has to be beaten.
const GOOD: f64 = 0.85;

/// The times of every turn, and how busy the machine was at the end.
pub(super) struct Speed<'a> {
    lines: Vec<&'a Value>,
    recalls: Vec<f64>,
    busy: String,
}

impl<'a> Speed<'a> {
    /// What stands in the lines about it.
    pub(super) fn of(lines: &'a [Value], quality: &Quality<'_>) -> Self {
        let lines = lines.iter().filter(|line| line["round"].is_u64()).collect();
        let recalls = LIBRARIES.iter().map(|library| quality.recall(library)).collect();
        Self { lines, recalls, busy: busy() }
    }

    fn figures(&self, library: &Library, entries: u32, measure: &str) -> Option<Figures> {
        let entries = entries.to_string();
        let is_meant = |line: &&&Value| line["library"] == library.file && line["entries"] == entries.as_str();
        Figures::of(self.lines.iter().filter(is_meant).filter_map(|line| line[measure].as_f64()).collect())
    }

    /// Where another library, good enough to matter, was as quick as ours.
    fn lost(&self) -> Vec<String> {
        let mut lost = Vec::new();
        for (entries, _) in SIZES {
            for measure in ["ready", "question"] {
                let Some(ours) = self.figures(&LIBRARIES[0], entries, measure) else { continue };
                for (library, _) in LIBRARIES.iter().zip(&self.recalls).skip(1).filter(|(_, recall)| **recall >= GOOD) {
                    let theirs = self.figures(library, entries, measure);
                    if let Some(theirs) = theirs.filter(|theirs| theirs.median <= ours.median) {
                        lost.push(format!(
                            "{} at {entries}, {measure}: {:.3} ms, ours {:.3} ms",
                            library.name, theirs.median, ours.median
                        ));
                    }
                }
            }
        }
        lost
    }

    pub(super) fn json(&self) -> Value {
        let mut all = Vec::new();
        for (entries, _) in SIZES {
            for (library, recall) in LIBRARIES.iter().zip(&self.recalls) {
                let of = |measure| self.figures(library, entries, measure).map(Figures::json);
                all.push(json!({
                    "library": library.name, "entries": entries, "recall": recall, "ready_ms": of("ready"),
                    "question_ms": of("question"), "slowest_ms": of("slowest"), "asked": of("asked"),
                }));
            }
        }
        json!({ "turns": all, "not_beaten": self.lost(), "load": self.busy })
    }
}

impl fmt::Display for Speed<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "Milliseconds, medians over rounds (least to most). Ready: from the text of the bundle to the first"
        )?;
        writeln!(
            out,
            "answer. Question: the mean over the judged questions, as many as two seconds took. Slowest: of them."
        )?;
        for (entries, _) in SIZES {
            writeln!(
                out,
                "\n{entries:<12} {:>7} {:>30} {:>27} {:>10} {:>6}",
                "recall", "ready", "question", "slowest", "asked"
            )?;
            for (library, recall) in LIBRARIES.iter().zip(&self.recalls) {
                let of = |measure| self.figures(library, entries, measure);
                let (Some(ready), Some(question), Some(slowest), Some(asked)) =
                    (of("ready"), of("question"), of("slowest"), of("asked"))
                else {
                    continue;
                };
                let exact = |figures: Figures, digits: usize| {
                    let Figures { median, least, most } = figures;
                    format!("{median:.digits$} ({least:.digits$} to {most:.digits$})")
                };
                let (ready, question) = (exact(ready, 1), exact(question, 3));
                writeln!(
                    out,
                    "{:<12} {recall:>7.3} {ready:>30} {question:>27} {:>10.1} {:>6.0}",
                    library.name, slowest.median, asked.median
                )?;
            }
        }
        writeln!(out, "\nWhoever finds {GOOD} of what is right and is as quick as ours:")?;
        let lost = self.lost();
        match lost.is_empty() {
            true => writeln!(out, "  nobody")?,
            false => lost.iter().try_for_each(|line| writeln!(out, "  {line}"))?,
        }
        writeln!(out, "\nLoad of the machine at the end: {}", self.busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_library_that_finds_enough_has_to_be_beaten() {
        let line =
            |library: &str, ready: f64| json!({ "library": library, "entries": "150", "round": 1, "ready": ready });
        let found =
            |library: &str, recall: f64| json!({ "library": library, "group": "lay", "recall": recall, "first": 1.0 });
        let judged = |recall| [found("engine", 1.0), found("lunr", recall), line("engine", 3.0), line("lunr", 2.0)];
        for (recall, lost) in [(0.9, 1), (0.8, 0)] {
            let lines = judged(recall);
            assert_eq!(Speed::of(&lines, &Quality::of(&lines)).lost().len(), lost);
        }
    }
}
