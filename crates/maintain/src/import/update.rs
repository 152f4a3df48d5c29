//! What a feed says now, beside what it said before and what a person has made
//! of that: only what no person has touched is changed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use directory::finding::{Findings, cut};
use directory::json::Json;
use directory::record::{ListingRecord, Named, Place, Reading, fill};
use directory::sheet::plain;
use serde_json::Value;

use crate::record::digest::{digest, state};

/// Fields that no feed decides.
const OURS: [&str; 7] = ["standing", "former_slugs", "former_names", "checked", "doubt", "successor", "withdrawn"];

/// Fields that say whose word it is and of when, and nothing of the service.
const ORIGINS: [&str; 3] = ["last_source", "sources", "stated"];

/// The longest value that is shown of a field.
const LONGEST_SHOWN: usize = 80;

/// An entry beside what the feed says of it now.
pub(super) struct Update {
    /// The entry as it will be. `None`: as it is.
    pub(super) record: Option<ListingRecord>,
    /// The fields that change.
    pub(super) changed: Vec<String>,
    /// The same with what stands there and what the feed says.
    pub(super) shown: Vec<String>,
    /// Whether what is said of the service changes, and not only whose word it is.
    pub(super) is_of_facts: bool,
    /// Whether a person had checked the entry, which counts no longer: nobody
    /// has checked what is new.
    pub(super) is_unchecked: bool,
    /// The fields that stay, because a person changed them, and the feed says
    /// another thing than it did.
    pub(super) kept: Vec<String>,
}

/// A record out of its own JSON.
pub(super) fn record_in(text: &str) -> Result<ListingRecord> {
    let json = Json::parse(text).map_err(|why| anyhow::anyhow!("{why}"))?;
    let mut record = ListingRecord::default();
    let mut findings = Findings::default();
    let is_one = fill(&mut record, &json, &Place::Whole, &mut Reading::new(&mut findings));
    is_one.then_some(record).context("an entry could not be read back")
}

/// Notes each field as it came in, so that a change by a person is seen later.
pub(super) fn stamp(record: &mut ListingRecord) {
    let came = of_feed(record).into_iter().collect();
    record.imported.get_or_insert_default().came = Named(came);
}

/// The digests of the fields that a feed decides.
fn of_feed(record: &ListingRecord) -> BTreeMap<String, String> {
    let is_theirs = |path: &String| !OURS.contains(&path.as_str());
    state(record).into_iter().filter(|(path, _)| is_theirs(path)).collect()
}

/// What becomes of an entry when the feed says this now. Nothing of it is
/// written down as new unless something is.
pub(super) fn update(entry: &ListingRecord, feed: &ListingRecord) -> Result<Update> {
    let was = entry.imported.clone().unwrap_or_default();
    let (here, theirs) = (of_feed(entry), of_feed(feed));
    let came: BTreeMap<String, String> = was.came.0.iter().cloned().collect();
    let (from, mut into) = (serde_json::to_value(feed)?, serde_json::to_value(entry)?);
    let (mut changed, mut shown, mut kept, mut next) = (Vec::new(), Vec::new(), Vec::new(), came.clone());
    let paths: BTreeSet<&String> = here.keys().chain(theirs.keys()).chain(came.keys()).collect();
    for path in paths {
        let (now, before, ours) = (theirs.get(path), came.get(path), here.get(path));
        if now == before {
            continue;
        }
        if ours != before && ours != now {
            kept.push(path.clone());
            continue;
        }
        if ours != now {
            let (was, now) = (at(&into, path), at(&from, path));
            shown.push(format!("{path}: was {}, now {}", said(was.as_ref()), said(now.as_ref())));
            put(&mut into, path, now);
            changed.push(path.clone());
        }
        match now {
            Some(now) => drop(next.insert(path.clone(), now.clone())),
            None => drop(next.remove(path)),
        }
    }
    let mut record = record_in(&into.to_string())?;
    let is_of_facts = changed.iter().any(|path: &String| !ORIGINS.contains(&path.as_str()));
    let is_unchecked = is_of_facts && record.checked.take().is_some();
    let mut imported = feed.imported.clone().unwrap_or_default();
    imported.accepted.clone_from(&was.accepted);
    imported.came = Named(next.into_iter().collect());
    imported.licence = imported.licence.or_else(|| was.licence.clone());
    let day = std::mem::replace(&mut imported.on, was.on.clone());
    // Another day alone is no news.
    let is_news = !changed.is_empty() || written(&imported)? != written(&was)?;
    imported.on = day;
    record.imported = Some(imported);
    Ok(Update { record: is_news.then_some(record), changed, shown, is_of_facts, is_unchecked, kept })
}

fn written(imported: &directory::record::ImportedRecord) -> Result<String> {
    Ok(serde_json::to_string(imported)?)
}

/// Two rows of one service as one: the second adds what the first leaves out.
pub(super) fn joined(
    first: &ListingRecord,
    second: &ListingRecord,
    mut conflict: impl FnMut(&str),
) -> Result<ListingRecord> {
    let (here, more) = (of_feed(first), of_feed(second));
    let (mut into, from) = (serde_json::to_value(first)?, serde_json::to_value(second)?);
    for (path, digest) in &more {
        match here.get(path) {
            None => put(&mut into, path, at(&from, path)),
            Some(known) if known != digest && !["stated", "sources"].contains(&path.as_str()) => conflict(path),
            Some(_) => {}
        }
    }
    let mut record = record_in(&into.to_string())?;
    let said = second.imported.iter().flat_map(|imported| &imported.said.0);
    let into = &mut record.imported.get_or_insert_default().said.0;
    for (name, words) in said {
        if into.iter().all(|(known, _)| known != name) {
            into.push((name.clone(), words.clone()));
        }
    }
    let stated: BTreeSet<String> = first.stated.iter().chain(&second.stated).cloned().collect();
    record.stated = stated.into_iter().collect();
    Ok(record)
}

/// What stands at a path of one or two names.
fn at(value: &Value, path: &str) -> Option<Value> {
    path.split('.').try_fold(value, |value, name| value.get(name)).cloned()
}

/// A value on one line.
fn said(value: Option<&Value>) -> String {
    value.map_or_else(|| "not known".to_owned(), |value| cut(&plain(&value.to_string()), LONGEST_SHOWN))
}

/// Sets what stands at such a path, or takes it out.
fn put(into: &mut Value, path: &str, value: Option<Value>) {
    let (outer, name) = path.rsplit_once('.').map_or((None, path), |(outer, name)| (Some(outer), name));
    let holder = match outer {
        None => Some(into),
        Some(outer) => into
            .as_object_mut()
            .map(|fields| fields.entry(outer).or_insert_with(|| Value::Object(serde_json::Map::new()))),
    };
    let Some(fields) = holder.and_then(Value::as_object_mut) else { return };
    match value {
        Some(value) => drop(fields.insert(name.to_owned(), value)),
        None => drop(fields.remove(name)),
    }
}

/// Whether a person has changed a field since it came in.
pub(crate) fn is_touched(record: &ListingRecord, path: &str) -> bool {
    let came = record.imported.as_ref().and_then(|imported| imported.came.get(path));
    let now = serde_json::to_value(record).ok().and_then(|value| at(&value, path)).map(|value| digest(&value));
    came != now.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::{AgesRecord, ImportedRecord};

    fn came(name: &str, web: Option<&str>) -> ListingRecord {
        let mut record = ListingRecord { name: name.to_owned(), ..ListingRecord::default() };
        record.contacts.web = web.map(str::to_owned);
        record.imported =
            Some(ImportedRecord { from: "A".to_owned(), id: "1".to_owned(), ..ImportedRecord::default() });
        record
    }

    fn stamped(mut record: ListingRecord) -> ListingRecord {
        stamp(&mut record);
        record
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let entry = stamped(came("Sleep", Some("https://a.example")));
        let mut again = came("Sleep", Some("https://a.example"));
        again.imported.get_or_insert_default().on = "2027-01-01".to_owned();
        assert!(update(&entry, &again).unwrap().record.is_none());
    }

    #[test]
    fn what_the_feed_changes_is_taken_unless_a_person_changed_it() {
        let mut entry = stamped(came("Sleep", Some("https://a.example")));
        entry.name = "Sleep well".to_owned();
        entry.ages = Some(AgesRecord { from: Some(5), to: Some(11) });
        let done = update(&entry, &came("Slumber", Some("https://b.example"))).unwrap();
        let record = done.record.unwrap();
        assert_eq!((record.name.as_str(), record.contacts.web.as_deref()), ("Sleep well", Some("https://b.example")));
        assert!(record.ages.is_some(), "what a person added stays");
        assert_eq!((done.changed, done.kept), (vec!["contacts.web".to_owned()], vec!["name".to_owned()]));
        let gone = update(&entry, &came("Sleep", None)).unwrap();
        assert_eq!(gone.record.unwrap().contacts.web, None);
    }

    #[test]
    fn two_rows_of_one_service_are_one() {
        let mut conflicts = Vec::new();
        let one = came("Sleep", None);
        let two = came("Slumber", Some("https://b.example"));
        let both = joined(&one, &two, |path| conflicts.push(path.to_owned())).unwrap();
        assert_eq!((both.name.as_str(), both.contacts.web.as_deref()), ("Sleep", Some("https://b.example")));
        assert_eq!(conflicts, ["name"]);
    }
}
