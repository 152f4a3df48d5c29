//! Findings in words for people, and in the forms that scripts take.

mod card;
mod github;
mod html;
mod text;

use anyhow::Result;
use clap::ValueEnum;
use directory::day::Day;
use directory::finding::{Finding, Level};
use serde::Serialize;

pub use card::{Card, Group, groups};
pub use html::escaped;

/// How to say what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A few lines for each, and a count.
    Text,
    /// An array of `level`, `file`, `field`, `found` and `write`.
    Json,
    /// Notes beside the lines of a change, as GitHub shows them.
    Github,
    /// One page to read and print, with a scorecard for each partner.
    Html,
}

/// What a check found, to be told.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// What the directory is called, and the day of the check. `None`: neither is said.
    pub head: Option<(String, Day)>,
    /// How many entries there are.
    pub listings: usize,
    /// Everything that was found.
    pub findings: &'a [Finding],
    /// The same by partner. Empty: they are told in one list.
    pub groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    level: &'a str,
    file: &'a str,
    field: &'a str,
    found: &'a str,
    write: &'a str,
}

/// The report on so many listings, with a line break at its end.
pub fn write(findings: &[Finding], listings: usize, format: Format) -> Result<String> {
    Report { head: None, listings, findings, groups: Vec::new() }.write(format)
}

impl Report<'_> {
    /// The report as one text, with a line break at its end.
    pub fn write(&self, format: Format) -> Result<String> {
        match format {
            Format::Text => Ok(text::told(self)),
            Format::Json => {
                let lines: Vec<_> = self.findings.iter().map(line).collect();
                Ok(serde_json::to_string_pretty(&lines)? + "\n")
            }
            Format::Github => Ok(github::told(self)),
            Format::Html => Ok(html::page(self)),
        }
    }

    /// How much was found: "1 error, 2 warnings, 3 advice".
    fn counts(&self) -> String {
        counts(self.findings.iter())
    }
}

fn line(finding: &Finding) -> Line<'_> {
    Line {
        level: finding.level.word(),
        file: &finding.file,
        field: &finding.field,
        found: &finding.found,
        write: &finding.write,
    }
}

fn counts<'f>(findings: impl Iterator<Item = &'f Finding> + Clone) -> String {
    let count = |level| findings.clone().filter(|finding| finding.level == level).count();
    let (errors, warnings, advice) = (count(Level::Error), count(Level::Warning), count(Level::Advice));
    format!("{}, {}, {advice} advice", counted(errors, "error"), counted(warnings, "warning"))
}

/// A number of things: "1 error", "2 errors".
pub fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding() -> Finding {
        Finding {
            level: Level::Warning,
            file: "data/site.json".to_owned(),
            field: "terms".to_owned(),
            found: "\"x\"".to_owned(),
            write: "Write it.".to_owned(),
        }
    }

    #[test]
    fn a_report_says_place_and_remedy_and_ends_with_the_count() -> Result<()> {
        assert_eq!(
            write(&[finding()], 212, Format::Text)?,
            "warning: data/site.json, terms\n    found: \"x\"\n    Write it.\n\
             212 listings checked: 0 errors, 1 warning, 0 advice\n"
        );
        Ok(())
    }

    #[test]
    fn scripts_get_exactly_five_keys() -> Result<()> {
        let json: serde_json::Value = serde_json::from_str(&write(&[finding()], 1, Format::Json)?)?;
        let expected = serde_json::json!([{
            "level": "warning", "file": "data/site.json", "field": "terms", "found": "\"x\"", "write": "Write it."
        }]);
        assert_eq!(json, expected);
        assert_eq!(write(&[], 1, Format::Json)?, "[]\n");
        Ok(())
    }
}
