//! A report as notes that GitHub shows beside a change: one command a line.

use directory::finding::Level;

use super::{Report, counted};

pub(super) fn told(report: &Report<'_>) -> String {
    let mut text = String::new();
    for finding in report.findings {
        let command = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "notice",
        };
        let title = if finding.field.is_empty() { "whole file" } else { &finding.field };
        let found = if finding.found.is_empty() { String::new() } else { format!("Found: {}\n", finding.found) };
        text += &format!(
            "::{command} file={},title={}::{}\n",
            property(&finding.file),
            property(title),
            message(&(found + &finding.write))
        );
    }
    // What begins with two colons would be taken for another command.
    text + &format!("{} checked: {}\n", counted(report.listings, "listing"), report.counts())
}

/// What follows the second pair of colons.
fn message(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands between commas.
fn property(words: &str) -> String {
    message(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::{Format, write};
    use directory::finding::{Finding, Level};

    #[test]
    fn hostile_words_stay_one_command_of_one_line() -> anyhow::Result<()> {
        let hostile = "a%0A\n::set-output name=x::y\r, title=z";
        let finding = Finding {
            level: Level::Advice,
            file: "data/a,b:c.json".to_owned(),
            field: hostile.to_owned(),
            found: hostile.to_owned(),
            write: "Write it.".to_owned(),
        };
        let text = write(&[finding], 1, Format::Github)?;
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        let expected = "::notice file=data/a%2Cb%3Ac.json,title=a%250A%0A%3A%3Aset-output name=x%3A%3Ay%0D%2C title=z::\
                        Found: a%250A%0A::set-output name=x::y%0D, title=z%0AWrite it.";
        assert_eq!(lines.first(), Some(&expected));
        assert_eq!(lines.last(), Some(&"1 listing checked: 0 errors, 0 warnings, 1 advice"));
        Ok(())
    }
}
