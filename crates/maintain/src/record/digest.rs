//! Digests of the fields of an entry: enough to know a field again, and
//! nothing of what stood in it.
//!
//! A number or a mailbox that was taken out of the data must not live on in
//! the history, so the history keeps six digits of its SHA-256. That two
//! values of one field share them happens once in 16 million changes; such a
//! change would not be noticed.

use std::collections::BTreeMap;

use directory::record::ListingRecord;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The digest of each field of an entry, by its path.
pub(crate) type State = BTreeMap<String, String>;

/// The fields that are told part by part.
const PARTS: [&str; 8] = ["access", "area", "availability", "contacts", "funding", "help", "resource", "training"];

/// The fields that are sets: in another order they say the same.
const SETS: [&str; 16] = [
    "needs",
    "thrive",
    "audience",
    "stated",
    "formats",
    "access.who",
    "area.places",
    "area.who_counts",
    "contacts.ways",
    "training.roles",
    "training.phases",
    "training.modes",
    "funding.pays_for",
    "resource.phases",
    "resource.sorts",
    "area.school_ids",
];

/// The state of an entry. Its id, the version of its format and where it came in
/// from are no news.
pub(crate) fn state(record: &ListingRecord) -> State {
    let mut state = State::new();
    let Ok(Value::Object(fields)) = serde_json::to_value(record) else { return state };
    for (name, value) in fields.into_iter().filter(|(name, _)| !["format", "id", "imported"].contains(&name.as_str())) {
        match value {
            Value::Object(parts) if PARTS.contains(&name.as_str()) => {
                state.extend(parts.into_iter().map(|(part, value)| of_field(format!("{name}.{part}"), value)));
            }
            value => state.extend([of_field(name, value)]),
        }
    }
    state
}

fn of_field(path: String, mut value: Value) -> (String, String) {
    if let (Value::Array(items), true) = (&mut value, SETS.contains(&path.as_str())) {
        items.sort_by_cached_key(Value::to_string);
    }
    let digest = digest(&value);
    (path, digest)
}

/// Six digits of what stands in a field; its parts are in the order of their
/// names, so that one value has one digest.
pub(crate) fn digest(value: &Value) -> String {
    Sha256::digest(value.to_string()).iter().take(3).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::{AgesRecord, ContactsRecord};

    #[test]
    fn a_field_has_another_digest_as_soon_as_it_says_another_thing() {
        let mut record = ListingRecord { name: "Sleep".to_owned(), ..ListingRecord::default() };
        record.needs = vec!["sleep".to_owned(), "anxiety".to_owned()];
        let before = state(&record);
        record.needs.reverse();
        assert_eq!(state(&record), before);
        record.ages = Some(AgesRecord { from: Some(5), to: None });
        record.contacts = ContactsRecord { web: Some("https://example.org".to_owned()), ..ContactsRecord::default() };
        let after = state(&record);
        let new: Vec<_> = after.keys().filter(|path| !before.contains_key(*path)).collect();
        assert_eq!(new, ["ages", "contacts.web"]);
        assert!(after.values().all(|digest| digest.len() == 6) && !after.contains_key("id"));
    }
}
