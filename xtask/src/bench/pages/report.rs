//! What was measured, as a table and as JSON.

use std::fmt;

use serde_json::{Value, json};

use super::super::figures::{Figures, busy};

/// The names of the two sites.
pub(super) const BIG: &str = "big";
pub(super) const SMALL: &str = "beside";

/// How long a page or a choice may take with many entries, in milliseconds.
const LIMIT: f64 = 100.0;

/// All lines of one run, and how busy the machine was.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) lines: Vec<Value>,
    busy: Vec<String>,
}

/// What a page does: it is drawn, or something is chosen on it.
const DOES: [(&str, &str); 2] = [("drawn", "drawn"), ("choice", "one choice")];

impl Report {
    pub(super) fn begin() -> Self {
        Self { lines: Vec::new(), busy: vec![busy()] }
    }

    pub(super) fn end(&mut self) {
        self.busy.push(busy());
    }

    /// The pages of a site in the order in which they were opened.
    fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = Vec::new();
        for page in self.lines.iter().flat_map(|line| line["seen"]["pages"].as_array().into_iter().flatten()) {
            files.extend(page["file"].as_str().filter(|file| !files.contains(file)));
        }
        files
    }

    /// What a page of a site took, round by round.
    fn figures(&self, site: &str, file: &str, does: &str) -> Option<Figures> {
        let lines = self.lines.iter().filter(|line| line["page"] == site);
        let pages = lines.flat_map(|line| line["seen"]["pages"].as_array().into_iter().flatten());
        Figures::of(pages.filter(|page| page["file"] == file).filter_map(|page| page[does].as_f64()).collect())
    }

    /// Each page that takes longer than it may with many entries.
    fn over(&self) -> Vec<String> {
        let each = self.files().into_iter().flat_map(|file| DOES.map(|(does, words)| (file, does, words)));
        each.filter(|(file, does, _)| self.figures(BIG, file, does).is_some_and(|all| all.median > LIMIT))
            .map(|(file, _, words)| format!("{file}, {words}"))
            .collect()
    }

    /// As a script reads it, with every line.
    pub(super) fn json(&self) -> Value {
        let one = |site: &str, file: &str| {
            let all = DOES
                .map(|(does, _)| (does.to_owned(), self.figures(site, file, does).map_or(Value::Null, Figures::json)));
            Value::Object(all.into_iter().collect())
        };
        let pages = self.files().into_iter();
        let pages = pages.map(|file| (file.to_owned(), json!({ BIG: one(BIG, file), SMALL: one(SMALL, file) })));
        json!({
            "load_average": self.busy, "limit": LIMIT, "over": self.over(),
            "pages": Value::Object(pages.collect()), "lines": self.lines,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "processor 4 times slower; milliseconds from the click to the frame: median (least to most)\n")?;
        writeln!(out, "{:<36} {BIG:>20} {SMALL:>20} {:>7}", "", "times")?;
        for file in self.files() {
            for (does, words) in DOES {
                let (big, small) = (self.figures(BIG, file, does), self.figures(SMALL, file, does));
                let said = |figures: Option<Figures>| figures.map_or("-".to_owned(), |figures| figures.to_string());
                let times =
                    big.zip(small).map_or("-".to_owned(), |(big, small)| format!("{:.2}", big.median / small.median));
                writeln!(out, "{:<36} {:>20} {:>20} {times:>7}", format!("{file}, {words}"), said(big), said(small))?;
            }
        }
        match self.over().as_slice() {
            [] => writeln!(out, "\nkept: every median with many entries is at most {LIMIT:.0} ms")?,
            over => writeln!(out, "\nOVER {LIMIT:.0} ms with many entries: {}", over.join("; "))?,
        }
        write!(out, "Load of the machine: {}", self.busy.join(", then "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_long_with_many_entries_is_named() {
        let line = |site: &str, drawn: f64, choice: Value| json!({ "page": site, "seen": { "pages": [{ "file": "a.html", "drawn": drawn, "choice": choice }] } });
        let mut report = Report::begin();
        report.lines =
            vec![line(BIG, 99.0, json!(120.0)), line(BIG, 101.0, json!(140.0)), line(SMALL, 20.0, Value::Null)];
        assert_eq!(report.over(), ["a.html, one choice"]);
        let table = report.to_string();
        assert!(
            table.contains("100 (99 to 101)") && table.contains("5.00") && table.contains("OVER 100 ms"),
            "{table}"
        );
        assert_eq!(report.json()["pages"]["a.html"][SMALL]["choice"], Value::Null);
    }
}
