//! Reading a text as a record, and saying where it is not one.
//!
//! Serde passes over keys that it does not know; here each is named, with the
//! known key that is nearest, because a misspelt field is a fact that is lost.

mod walker;

use std::cell::RefCell;

use directory::finding::{Findings, cut};
use serde::de::DeserializeOwned;
use serde_json::Value;
use walker::{Notes, Unknown, Walker};

/// The record that a text spells, and its JSON; what is wrong is found.
pub(super) fn read<T: DeserializeOwned>(text: &str, findings: &mut Findings) -> Option<(T, Value)> {
    if text.starts_with('\u{feff}') {
        findings.error("", "U+FEFF", "Save the file as UTF-8 without a byte-order mark.");
        return None;
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(why) => {
            findings.error("", &why.to_string(), "Mend the JSON: a comma, quote or bracket is missing or too many.");
            return None;
        }
    };
    let notes = RefCell::<Notes>::default();
    let record = T::deserialize(Walker::new(&value, &notes));
    let notes = notes.into_inner();
    for unknown in notes.unknown {
        findings.error(&inside(&unknown.place, &unknown.key), &unknown.key, unknown.advice());
    }
    match record {
        // Read once more, because a key that stands twice is lost in `value`.
        Ok(_) => match serde_json::from_str::<T>(text) {
            Ok(record) => Some((record, value)),
            Err(why) => {
                findings.error("", &why.to_string(), "Write each field once.");
                None
            }
        },
        Err(why) => {
            let place = notes.fault.unwrap_or_default();
            findings.error(&place, &found_at(&value, &place), format!("Write what the format asks for: {why}."));
            None
        }
    }
}

/// The place of a field inside another: `area.places`.
pub(super) fn inside(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

fn found_at(value: &Value, place: &str) -> String {
    let pointer = format!("/{}", place.replace(['.', '['], "/").replace(']', ""));
    value.pointer(&pointer).map(|found| cut(&found.to_string(), 60)).unwrap_or_default()
}

impl Unknown {
    fn advice(&self) -> String {
        let near = self.known.iter().min_by_key(|known| distance(known, &self.key));
        match near.filter(|near| distance(near, &self.key) * 2 <= self.key.len().max(4)) {
            Some(near) => format!("Nothing reads this field. Write {near}, or take it out."),
            None => format!("Nothing reads this field. Take it out, or write one of: {}.", self.known.join(", ")),
        }
    }
}

/// How many letters differ, at the least.
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut last = at;
        let mut next = vec![at + 1];
        for (other, above) in two.iter().zip(row.iter().skip(1)) {
            let change = last + usize::from(letter != *other);
            let left = next.last().copied().unwrap_or(change);
            last = *above;
            next.push(change.min(left + 1).min(above + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::ListingRecord;

    fn check(text: &str, field: &str, write: &str) {
        let mut findings = Findings::of_file("x.json");
        read::<ListingRecord>(text, &mut findings);
        let all = findings.into_vec();
        assert!(all.iter().any(|one| one.field == field && one.write.contains(write)), "{all:?}");
    }

    #[test]
    fn a_misspelt_field_is_named_with_the_nearest_known_one() {
        check(r#"{"sumary": "x"}"#, "sumary", "Write summary");
        check(r#"{"area": {"place": []}}"#, "area.place", "Write places");
        check(r#"{"sources": [{}, {"kind": "x"}]}"#, "sources[1].kind", "fields, source, type");
        check(r#"{"zzzzzzzz": 1}"#, "zzzzzzzz", "one of: format, id");
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_named_with_its_place() {
        check(r#"{"ages": {"from": "five", "to": 9}}"#, "ages.from", "string");
        check(r#"{"contacts": {"phones": [{"number": 116123}]}}"#, "contacts.phones[0].number", "integer");
        check(r#"{"access": {"youngest": 300}}"#, "access.youngest", "300");
        check(r#"{"needs": "sleep"}"#, "needs", "sequence");
        check(r#"{"ages": [5, 11]}"#, "ages", "from, to");
        check("[]", "", "fields in braces");
    }

    #[test]
    fn what_is_no_json_is_said_with_its_line() {
        check("{\n\"id\": }", "", "Mend the JSON");
        check("\u{feff}{}", "", "byte-order mark");
        check(r#"{"id": "a", "id": "b"}"#, "", "each field once");
    }

    #[test]
    fn what_the_format_knows_is_found_without_a_word() {
        let mut findings = Findings::of_file("x.json");
        let text = r#"{"format": 1, "id": "a", "ages": null, "access": {"steps": []}, "thrive": []}"#;
        assert!(read::<ListingRecord>(text, &mut findings).is_some());
        assert!(findings.into_vec().is_empty());
    }
}
