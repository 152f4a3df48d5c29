//! What the group that plans provision has noted itself: needs that no count
//! of entries can show.

use crate::closed::Closed;
use crate::day::Day;
use crate::finding::Findings;
use crate::record::GapNoteRecord;
use crate::vocabulary::Need;

/// A note of an emerging need, by the group that keeps the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapNote {
    /// The need that it is about; `None` is none of those that have a name here.
    pub need: Option<Need>,
    /// What they have seen, in their own words.
    pub says: String,
    /// By which role or group, never by a named person.
    pub by: String,
    /// When.
    pub on: Day,
}

/// The notes that records spell; one that lacks something is left out and named.
pub(crate) fn read(records: Vec<GapNoteRecord>, findings: &mut Findings) -> Vec<GapNote> {
    let mut notes = Vec::new();
    for record in records {
        let need = record.need.as_deref().map(Need::from_slug);
        let is_need = need.is_none_or(|need| need.is_some_and(|need| need != Need::General));
        if !is_need {
            let found = record.need.as_deref().unwrap_or_default();
            findings.error("gap_notes.need", found, "Write the slug of one need, or leave it out.");
        }
        let on = Day::read(&record.on);
        if on.is_none() {
            findings.error("gap_notes.on", &record.on, "Write the day of the note.");
        }
        for (field, text) in [("gap_notes.says", &record.says), ("gap_notes.by", &record.by)] {
            if text.trim().is_empty() {
                findings.error(field, "", "Write what was seen, and by which role or group.");
            }
        }
        let is_said = !record.says.trim().is_empty() && !record.by.trim().is_empty();
        if let (Some(on), true, true) = (on, is_need, is_said) {
            notes.push(GapNote { need: need.flatten(), says: record.says, by: record.by, on });
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(need: Option<&str>, says: &str, by: &str, on: &str, wrong: &[&str]) {
        let record = GapNoteRecord {
            need: need.map(str::to_owned),
            says: says.to_owned(),
            by: by.to_owned(),
            on: on.to_owned(),
        };
        let mut findings = Findings::default();
        let notes = read(vec![record], &mut findings);
        let fields: Vec<_> = findings.list().iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, wrong);
        assert_eq!(notes.len(), usize::from(wrong.is_empty()));
    }

    #[test]
    fn a_note_needs_words_a_role_and_a_day_and_names_a_need_or_none() {
        check(Some("sleep"), "More ask.", "The group", "2026-11-04", &[]);
        check(None, "More ask.", "The group", "2026-11", &[]);
        check(Some("dragons"), "More ask.", "The group", "2026-11-04", &["gap_notes.need"]);
        check(Some("general"), "More ask.", "The group", "2026-11-04", &["gap_notes.need"]);
        check(None, " ", "", "soon", &["gap_notes.on", "gap_notes.says", "gap_notes.by"]);
    }
}
