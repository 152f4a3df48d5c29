//! A publisher's words for the THRIVE groupings: they are read quickly, told
//! apart, and promise nothing that a grouping is not.

use std::collections::BTreeSet;

use directory::finding::{Findings, Level};
use directory::record::GroupingRecord;

use super::{Ledger, Whole};

/// The longest name that fits a badge on a phone, and the longest line.
const NAME: usize = 60;
const LINE: usize = 140;
/// As many words as a sentence may have.
const WORDS: usize = 20;

/// What no grouping may be called: none of them is a way to get help now.
const URGENT: [&str; 8] = ["crisis", "emergency", "emergencies", "urgent", "urgently", "immediate", "999", "111"];
/// What makes a ladder of the groupings, which they are not.
const LADDER: [&str; 9] = ["tier", "level", "stage", "step", "mild", "moderate", "severe", "serious", "acute"];

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(site) = &whole.data.site else { return };
    ledger.note(&site.path, |findings| {
        let all = &site.record.thrive;
        all.iter().for_each(|grouping| one(grouping, findings));
        told_apart("thrive.staff", all.iter().filter_map(|one| one.staff.as_ref()), findings);
        told_apart("thrive.parents", all.iter().filter_map(|one| one.parents.as_ref()), findings);
    });
}

fn one(grouping: &GroupingRecord, findings: &mut Findings) {
    let names = [("thrive.staff", &grouping.staff, NAME), ("thrive.parents", &grouping.parents, NAME)];
    for (field, text, most) in names.into_iter().chain([("thrive.line", &grouping.line, LINE)]) {
        let Some(text) = text else { continue };
        if text.trim().is_empty() || text.trim() != text {
            findings.error(field, text, "Write what people are to read, without space around it, or leave it out.");
        }
        if text.chars().count() > most || text.split_whitespace().count() > WORDS {
            findings.error(field, text, format!("Write at most {most} letters and {WORDS} words."));
        }
        if text.ends_with(['.', '!', '?']) {
            findings.error(field, text, "Leave out the full stop at the end: the page writes it.");
        }
        let words: Vec<String> = text.split(|one: char| !one.is_alphanumeric()).map(str::to_lowercase).collect();
        let named = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        if named(&URGENT) {
            let write =
                "Say it without that word: a kind of support is no crisis help, and somebody would wait for it.";
            findings.error(field, text, write);
        }
        if named(&LADDER) {
            let write = "Say what the help is like: the kinds are no ladder, and nobody is a level.";
            findings.add(Level::Warning, field, text, write);
        }
    }
}

/// Two kinds with one name could not be told apart.
fn told_apart<'a>(field: &str, names: impl Iterator<Item = &'a String>, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name.to_lowercase()) {
            findings.error(field, name, "Write a name of its own for each kind.");
        }
    }
}
