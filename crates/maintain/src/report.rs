//! Findings in words for people, and as JSON for scripts.

use anyhow::Result;
use clap::ValueEnum;
use directory::finding::{Finding, Level};
use serde::Serialize;

/// How to say what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A few lines for each, and a count.
    Text,
    /// An array of `level`, `file`, `field`, `found` and `write`.
    Json,
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
    match format {
        Format::Text => Ok(text(findings, listings)),
        Format::Json => {
            let lines: Vec<_> = findings.iter().map(line).collect();
            Ok(serde_json::to_string_pretty(&lines)? + "\n")
        }
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

fn text(findings: &[Finding], listings: usize) -> String {
    let mut text = String::new();
    for finding in findings {
        let place = if finding.field.is_empty() { String::new() } else { format!(", {}", finding.field) };
        text += &format!("{}: {}{place}\n", finding.level.word(), finding.file);
        if !finding.found.is_empty() {
            text += &format!("    found: {}\n", finding.found);
        }
        text += &format!("    {}\n", finding.write);
    }
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let (errors, warnings, advice) = (count(Level::Error), count(Level::Warning), count(Level::Advice));
    text += &format!(
        "{} checked: {}, {}, {advice} advice\n",
        counted(listings, "listing"),
        counted(errors, "error"),
        counted(warnings, "warning"),
    );
    text
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
