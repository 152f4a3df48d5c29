//! Reading a text as a record, and saying where it is not one.
//!
//! The core passes over fields that it does not know; here each is named, with
//! the known one that is nearest, because a misspelt field is a fact that is
//! lost.

use directory::finding::{Findings, Level};
use directory::json::Json;
use directory::record::{Fields, Place, Reading, Unknown, fill};
use serde_json::Value;

/// The record that a text spells, and its JSON; what is wrong is found. With
/// an error there is no record, because it would lack what was not understood.
pub(crate) fn read<T: Fields + Default>(text: &str, findings: &mut Findings) -> Option<(T, Value)> {
    if text.starts_with('\u{feff}') {
        findings.error("", "U+FEFF", "Save the file as UTF-8 without a byte-order mark.");
        return None;
    }
    let (json, value) = match (Json::parse(text), serde_json::from_str(text)) {
        (Ok(json), Ok(value)) => (json, value),
        (Err(why), Ok(_)) => return no_json(&why.to_string(), findings),
        (_, Err(why)) => return no_json(&why.to_string(), findings),
    };
    let mut record = T::default();
    let mut reading = Reading::new(findings);
    let is_one = fill(&mut record, &json, &Place::Whole, &mut reading);
    let unknown = reading.unknown;
    let is_whole = is_one && findings.list().iter().all(|finding| finding.level != Level::Error);
    for unknown in unknown {
        findings.error(&unknown.place, &unknown.name, advice(&unknown));
    }
    is_whole.then_some((record, value))
}

fn no_json<T>(why: &str, findings: &mut Findings) -> Option<T> {
    findings.error(
        "",
        why,
        "Mend the JSON: there, or at the end of the line before, a comma, quote or bracket is missing or too many.",
    );
    None
}

/// The place of a field inside another: `area.places`.
pub(super) fn inside(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

fn advice(unknown: &Unknown) -> String {
    let near = unknown.known.iter().min_by_key(|known| distance(known, &unknown.name));
    match near.filter(|near| distance(near, &unknown.name) * 2 <= unknown.name.len().max(4)) {
        Some(near) => format!("Nothing reads this field. Write {near}, or take it out."),
        None => format!("Nothing reads this field. Take it out, or write one of: {}.", unknown.known.join(", ")),
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
        check(r#"{"ages": {"from": "five", "to": 9}}"#, "ages.from", "whole number");
        check(r#"{"contacts": {"phones": [{"number": 116123}]}}"#, "contacts.phones[0].number", "text in quotes");
        check(r#"{"access": {"youngest": 300}}"#, "access.youngest", "from 0 to 255");
        check(r#"{"needs": "sleep"}"#, "needs", "list");
        check(r#"{"ages": [5, 11]}"#, "ages", "from, to");
        check("[]", "", "fields in braces");
    }

    #[test]
    fn what_is_no_json_is_said_with_its_line() {
        check("{\n\"id\": }", "", "Mend the JSON");
        check("\u{feff}{}", "", "byte-order mark");
        check(r#"{"id": "a", "id": "b"}"#, "id", "each field once");
    }

    #[test]
    fn what_the_format_knows_is_found_without_a_word() {
        let mut findings = Findings::of_file("x.json");
        let text = r#"{"format": 1, "id": "a", "ages": null, "access": {"steps": []}, "thrive": []}"#;
        assert!(read::<ListingRecord>(text, &mut findings).is_some());
        assert!(findings.into_vec().is_empty());
    }
}
