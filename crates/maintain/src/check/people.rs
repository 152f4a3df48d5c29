//! Rules of names of people in the words of entries: people leave, and nobody
//! asked them. A name of a body that begins like one ("Anna Freud") is known by
//! the names and providers of the entries.

use std::collections::BTreeSet;

use directory::finding::{Findings, Level};

use directory::person::{self, reached};
use serde_json::Value;

use super::{Ledger, Whole};
use crate::data::each_text;

/// Fields that name bodies and pages, or have a rule of their own.
const OTHERS: [&str; 14] = [
    "id",
    "name",
    "provider",
    "commissioner",
    "former_names",
    "former_slugs",
    "sources",
    "stated",
    "checked",
    "successor",
    "imported",
    "withdrawn",
    "area.coverage_confirmed",
    "area.school_names",
];

/// Two words that stand together in the name of a body.
type Pairs = BTreeSet<(String, String)>;

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let known = pairs(whole);
    let of_entries: BTreeSet<&str> = whole.entries.iter().map(|entry| entry.file.path.as_str()).collect();
    for (path, value) in whole.data.public() {
        let is_of_entry = of_entries.contains(path);
        // What families type is in other words than ours.
        let is_typed = whole.data.words.public().any(|(words, _)| words == path);
        if !is_of_entry && !is_typed {
            ledger.note(path, |findings| beside_numbers(value, &[], &known, &[], findings));
        }
    }
    for entry in &whole.entries {
        let own = person::names_of(&entry.file.record);
        ledger.note(&entry.file.path, |findings| {
            beside_numbers(&entry.file.value, &OTHERS, &known, &own, findings);
            each_text(&entry.file.value, &mut |place, text| {
                if is_in(place, &OTHERS) {
                    return;
                }
                if let Some(name) = named_in(text, &known) {
                    let write = "Write a role or a team and not a person, unless this is what a place is called.";
                    findings.add(Level::Warning, place, name, write);
                }
            });
        });
    }
}

/// A number whose note or sentence names a person may be that person's own.
fn beside_numbers(value: &Value, others: &[&str], known: &Pairs, own: &[&str], findings: &mut Findings) {
    let is_body = |first: &str, next: &str| known.contains(&(first.to_owned(), next.to_owned()));
    each_text(value, &mut |place, text| {
        let is_note = ["contacts.phones", "contacts.texts"].iter().any(|list| place.starts_with(list));
        let named = match is_note && place.ends_with(".note") {
            true => reached::in_note(text, own, &is_body),
            false => reached::in_text(text, own, &is_body),
        };
        if named.is_some() && !is_in(place, others) {
            findings.add(Level::Warning, place, text, reached::REMEDY);
        }
    });
}

/// Whether a place is in one of these fields.
fn is_in(place: &str, fields: &[&str]) -> bool {
    let is_of =
        |field: &&str| place.strip_prefix(*field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    fields.iter().any(is_of)
}

fn pairs(whole: &Whole<'_>) -> Pairs {
    let mut pairs = Pairs::new();
    for entry in &whole.entries {
        let record = &entry.file.record;
        let names = [Some(&record.name), record.provider.as_ref(), record.commissioner.as_ref()];
        for name in names.into_iter().flatten().chain(&record.former_names) {
            let words: Vec<String> = words(name).map(str::to_lowercase).collect();
            pairs.extend(words.windows(2).filter_map(|two| Some((two.first()?.clone(), two.get(1)?.clone()))));
        }
    }
    pairs
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '\'' | '’' | '-'))).filter(|one| !one.is_empty())
}

/// A title or a first name with a name behind it.
fn named_in(text: &str, known: &Pairs) -> Option<String> {
    let mut before: Option<&str> = None;
    for word in words(text) {
        let is_name = |word: &str| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
        };
        if let Some(first) = before.filter(|first| is_name(first) && is_name(word)) {
            let (small, next) = (first.to_lowercase(), word.to_lowercase());
            let is_person = person::is_title(&small) || person::is_first_name(&small);
            // "Dr Patel" and "Sarah Smith", but not "Sarah, Smith".
            let is_together = text.contains(&format!("{first} {word}")) || text.contains(&format!("{first}. {word}"));
            if is_person && is_together && !known.contains(&(small, next)) {
                return Some(format!("{first} {word}"));
            }
        }
        before = Some(word);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(text: &str, expected: Option<&str>) {
        let known = Pairs::from([("anna".to_owned(), "freud".to_owned())]);
        assert_eq!(named_in(text, &known).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_person_is_named_and_a_body_is_not() {
        check_text("Ask for Dr Patel.", Some("Dr Patel"));
        check_text("Write to Sarah Smith at reception", Some("Sarah Smith"));
        check_text("Mrs. Jones answers.", Some("Mrs Jones"));
        for right in [
            "With Anna Freud.",
            "Miss a session? Call.",
            "Sarah, Smith",
            "The duty worker",
            "MS Teams",
            "Ask your GP",
            "",
            "adrian mole",
        ] {
            check_text(right, None);
        }
    }
}
