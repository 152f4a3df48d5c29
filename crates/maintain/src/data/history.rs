//! The data's own history, line by line. A line that is broken is named with
//! its number and hides no other.
//!
//! It is a warning and no error: a slip in the history must never keep back a
//! correction of a number.

use directory::finding::{Finding, Findings, Level};
use directory::history::{Change, History as Changes};
use directory::record::ChangeRecord;
use serde_json::{Map, Value};

use super::shape;
use crate::files::TextFile;

/// One line that could be read.
#[derive(Debug)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// The record that it spells.
    pub record: ChangeRecord,
    /// The change that it is.
    pub change: Change,
}

/// `data/history.jsonl`, as far as it could be read.
#[derive(Debug)]
pub struct History {
    /// Its path, as people see it in findings.
    pub path: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Whether there is no such file.
    pub is_missing: bool,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Its lines by number as plain JSON, without digests, for rules about
    /// every text that may be published.
    pub value: Value,
}

impl History {
    /// Reads every line.
    pub(super) fn read(file: &TextFile) -> Self {
        let mut findings = Findings::of_file(&file.path);
        let mut lines = Vec::new();
        if file.text.is_none() && !file.is_missing {
            findings.add(Level::Warning, "", "", "Write this file as UTF-8 text.");
        }
        let text = file.text.as_deref().unwrap_or_default();
        let written = text.trim_start_matches('\u{feff}').lines().enumerate();
        for (at, written) in written.filter(|(_, line)| !line.trim().is_empty()) {
            lines.extend(line(at + 1, written, &mut findings));
        }
        let value = Value::Object(lines.iter().filter_map(shown).collect::<Map<_, _>>());
        let path = file.path.clone();
        Self { path, lines, is_missing: file.is_missing, findings: findings.into_vec(), value }
    }

    /// Every change, in the order in which they came about.
    pub fn changes(&self) -> Changes {
        Changes::new(self.lines.iter().map(|line| line.change.clone()).collect())
    }
}

/// A line as a record and a change, or findings that name its number.
fn line(number: usize, written: &str, findings: &mut Findings) -> Option<Line> {
    let mut found = Findings::default();
    let read = if is_mark(written) {
        found.error("", written, "Take this line out: two copies of the file were put together, and both sides stay.");
        None
    } else {
        let read = shape::read::<ChangeRecord>(written, &mut found);
        read.and_then(|(record, _)| Change::read(&record, &mut found).map(|change| Line { number, record, change }))
    };
    for one in found.into_vec() {
        let field = if one.field.is_empty() { String::new() } else { format!(", {}", one.field) };
        findings.add(Level::Warning, &format!("line {number}{field}"), one.found, one.write);
    }
    read
}

/// Whether Git left this line where two copies of the file met.
fn is_mark(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark))
}

fn shown(line: &Line) -> Option<(String, Value)> {
    let mut value = serde_json::to_value(&line.record).ok()?;
    value.as_object_mut()?.remove("state");
    Some((format!("line {}", line.number), value))
}
