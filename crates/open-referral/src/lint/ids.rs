//! Ids: each a UUID, each given once, each pointing at what is there.

use std::collections::HashMap;

use directory::finding::Findings;
use uuid::Uuid;

use super::Within;

/// The ids of one service, with what each was given to.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<u128, String>);

/// What several things may share: then its id says the same everywhere.
const SHARED: [&str; 3] = ["taxonomy_term", "taxonomy", "organization"];

/// Whether a text is a UUID in its one spelling, with hyphens and small letters.
pub fn is_uuid(text: &str) -> bool {
    number(text).is_some()
}

pub(super) fn number(text: &str) -> Option<u128> {
    let id = Uuid::try_parse(text).ok()?;
    (text.len() == 36 && text.bytes().all(|byte| !byte.is_ascii_uppercase())).then(|| id.as_u128())
}

pub(super) fn check(thing: Within<'_>, ids: &mut Ids, findings: &mut Findings) {
    match thing.text("id") {
        None => thing.error(findings, "id", "", "Write an id: everything has one."),
        Some(id) => match number(id) {
            None => thing.error(findings, "id", id, "Write a UUID, in small letters, with hyphens."),
            Some(number) => {
                let says = if SHARED.contains(&thing.kind) { shared(thing) } else { thing.place.to_owned() };
                let before = ids.0.insert(number, says.clone());
                if before.is_some_and(|before| before != says || !SHARED.contains(&thing.kind)) {
                    thing.error(findings, "id", id, "Something else of this service has this id: give each its own.");
                }
            }
        },
    }
    for (name, value) in thing.fields {
        let (Some(kind), Some(id)) = (name.strip_suffix("_id"), value.as_str()) else { continue };
        if !is_uuid(id) {
            thing.error(findings, name, id, "Write a UUID, in small letters, with hyphens.");
            continue;
        }
        let above = thing.above.iter().find(|(one, _)| *one == kind).map(|(_, id)| *id);
        // What an attribute is linked to is what it lies in.
        let above = if kind == "link" { thing.above.last().map(|(_, id)| *id) } else { above };
        let inside =
            thing.fields.get(kind).or_else(|| thing.fields.get("taxonomy_detail").filter(|_| kind == "taxonomy"));
        let inside = inside.and_then(|inner| inner.get("id")).and_then(serde_json::Value::as_str);
        if above.or(inside).is_some_and(|there| there != id) {
            thing.error(findings, name, id, "Write the id of what it belongs to.");
        }
    }
}

fn shared(thing: Within<'_>) -> String {
    let mut says: Vec<_> = thing.fields.iter().filter(|(_, value)| value.is_string()).collect();
    says.sort_by_key(|(name, _)| *name);
    format!("{} {says:?}", thing.kind)
}
