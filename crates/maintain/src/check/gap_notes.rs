//! Rules of the notes beside the gap map: everybody can read them, so they
//! speak of needs and never of a person.

use directory::finding::{Findings, Level};
use directory::record::GapNoteRecord;

use super::{Ledger, Whole, plain};

/// As many letters as a note may have: it stands beside a table.
const LETTERS: usize = 400;
/// So many digits together, spaces aside, are a number to call.
const DIGITS: usize = 7;
/// What stands before the name of a person.
const TITLES: [&str; 8] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"];

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(site) = &whole.data.site else { return };
    ledger.note(&site.path, |findings| site.record.gap_notes.iter().for_each(|note| one(note, findings)));
}

fn one(note: &GapNoteRecord, findings: &mut Findings) {
    const ROLE: &str = "Write a role or a group: a note never names a person, or how to reach one.";
    for (field, text) in [("gap_notes.says", &note.says), ("gap_notes.by", &note.by)] {
        if text.contains('@') || has_number(text) || has_title(text) {
            findings.error(field, text, ROLE);
        }
    }
    if note.says.chars().count() > LETTERS {
        findings.error("gap_notes.says", &note.says, format!("Write at most {LETTERS} letters."));
    }
    for (count, sentence) in plain::long_sentences(&note.says) {
        findings.add(Level::Advice, "gap_notes.says", sentence, plain::shorter(count));
    }
}

/// Whether so many digits stand together that they are a number to call.
fn has_number(text: &str) -> bool {
    let mut together = 0;
    text.chars().filter(|letter| *letter != ' ').any(|letter| {
        together = if letter.is_ascii_digit() { together + 1 } else { 0 };
        together >= DIGITS
    })
}

fn has_title(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.map(str::to_lowercase).any(|word| TITLES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_note(says: &str, by: &str, expected: &[(Level, &str)]) {
        let note = GapNoteRecord { says: says.to_owned(), by: by.to_owned(), ..GapNoteRecord::default() };
        let mut findings = Findings::of_file("site.json");
        one(&note, &mut findings);
        let found: Vec<_> = findings.list().iter().map(|one| (one.level, one.field.as_str())).collect();
        assert_eq!(found, expected, "{says:?} {by:?}");
    }

    #[test]
    fn a_note_names_no_person_and_no_way_to_reach_one() {
        let group = "Wellbeing partnership";
        check_note("More ask about sleep since Year 7 began. 3 schools said so in 2026.", group, &[]);
        check_note("Ask Mrs Jones.", group, &[(Level::Error, "gap_notes.says")]);
        check_note("Call 020 7946 0000.", group, &[(Level::Error, "gap_notes.says")]);
        check_note("More ask.", "Dr Jones", &[(Level::Error, "gap_notes.by")]);
        check_note("More ask.", "sleep@example.org", &[(Level::Error, "gap_notes.by")]);
    }

    #[test]
    fn a_note_is_short() {
        check_note(&"more ".repeat(21), "The group", &[(Level::Advice, "gap_notes.says")]);
        let long = "More ask. ".repeat(41);
        check_note(long.trim(), "The group", &[(Level::Error, "gap_notes.says")]);
    }
}
