//! A report for a terminal: a few lines for each finding, and a count.

use directory::finding::Finding;

use super::{Report, counted, counts};

pub(super) fn told(report: &Report<'_>) -> String {
    let mut text = String::new();
    if report.groups.is_empty() {
        report.findings.iter().for_each(|finding| text += &one(finding));
    }
    // Whoever asks for one partner is told of it, whatever was found.
    let is_one = report.groups.len() == 1;
    for group in report.groups.iter().filter(|group| is_one || !group.findings.is_empty()) {
        text += &format!("== {}: {}\n", group.heading(), counts(group.findings.iter().copied()));
        if let Some(card) = &group.card {
            text += &format!("   {}\n", card.words());
        }
        text += "\n";
        group.findings.iter().for_each(|finding| text += &one(finding));
        text += "\n";
    }
    text + &format!("{} checked: {}\n", counted(report.listings, "listing"), report.counts())
}

/// Which of a list a field means, as people count: files count from 0.
fn counted_place(field: &str) -> String {
    let place = || {
        let (before, rest) = field.split_once('[')?;
        let at: usize = rest.split_once(']')?.0.parse().ok()?;
        let list = before.rsplit('.').next().unwrap_or(before);
        Some(format!(" ({list}, number {})", at.checked_add(1)?))
    };
    place().unwrap_or_default()
}

fn one(finding: &Finding) -> String {
    let place = if finding.field.is_empty() {
        String::new()
    } else {
        format!(", {}{}", finding.field, counted_place(&finding.field))
    };
    let found = if finding.found.is_empty() { String::new() } else { format!("    found: {}\n", finding.found) };
    format!("{}: {}{place}\n{found}    {}\n", finding.level.word(), finding.file, finding.write)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_list_is_counted_as_people_count() {
        for (field, counted) in [
            ("contacts.phones[0].number", " (phones, number 1)"),
            ("leaflets[11].what_it_is", " (leaflets, number 12)"),
            ("checked.on", ""),
            ("needs[anxiety]", ""),
            ("", ""),
        ] {
            assert_eq!(counted_place(field), counted, "{field}");
        }
    }
}
