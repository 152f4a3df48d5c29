//! Entries that the history knows and the data has no more: deleted, or under
//! another id. An entry is never deleted, because its page is linked from
//! elsewhere; so each comes with what keeps its address working.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use directory::closed::Closed;
use directory::day::Day;
use directory::record::{FORMAT, ListingAreaRecord, ListingRecord, SourceRecord};
use directory::vocabulary::{Audience, Kind};
use serde_json::json;

use super::digest::{State, digest, state};
use super::known::{Known, known};
use crate::data::Data;
use crate::{files, revision};

/// How much of an entry must be as it was, if it is one under another id: of ten
/// fields, six.
const ALIKE: (usize, usize) = (6, 10);

/// What says no more than how an entry is kept, and so nothing of which it is.
const KEPT: [&str; 5] = ["standing", "checked", "former_slugs", "former_names", "last_source"];

/// An entry that is lost.
#[derive(Debug)]
pub struct Lost {
    /// Its id.
    pub id: String,
    /// Its last name.
    pub name: String,
    /// What keeps its address: the file to write. `None`: too little is known
    /// of it.
    pub keep: Option<Keep>,
}

/// What keeps an address.
#[derive(Debug)]
pub enum Keep {
    /// This entry is the same under another id; here it says so.
    Renamed(Box<ListingRecord>),
    /// A page that says that it has ended.
    Tombstone(Box<ListingRecord>),
}

/// The ids of all that is lost.
pub fn lost_ids(data: &Data) -> Vec<String> {
    lost_known(data).into_iter().map(|(id, _)| id).collect()
}

/// All that is lost, each with what keeps its address.
pub fn lost(folder: &Path, data: &Data, today: Day) -> Vec<Lost> {
    let all = lost_known(data);
    let known: BTreeSet<String> = known(data).into_keys().collect();
    let new: Vec<_> =
        data.listings.iter().map(|file| &file.record).filter(|record| !known.contains(&record.id)).collect();
    let states: Vec<_> = new.iter().map(|record| state(record)).collect();
    let one = |(id, known): (String, Known)| {
        let name = known.name.clone().unwrap_or_else(|| id.clone());
        let same = new.iter().zip(&states).filter(|(_, state)| is_alike(&known.state, state));
        let same = same.max_by_key(|(_, state)| in_common(&known.state, state)).map(|(record, _)| *record);
        let keep = match same {
            Some(record) => Some(Keep::Renamed(Box::new(renamed(record, &id, &name)))),
            None => {
                tombstone(folder, data, &id, &name, &known.state, today).map(|record| Keep::Tombstone(Box::new(record)))
            }
        };
        Lost { id, name, keep }
    };
    all.into_iter().map(one).collect()
}

fn lost_known(data: &Data) -> Vec<(String, Known)> {
    let there: BTreeSet<&str> = data.listings.iter().map(|file| file.record.id.as_str()).collect();
    // What cannot be read is not lost; its file is there.
    let unread: BTreeSet<&str> =
        data.findings.iter().filter_map(|one| Path::new(&one.file).file_stem()?.to_str()).collect();
    let is_lost = |id: &str| !there.contains(id) && !unread.contains(id);
    known(data).into_iter().filter(|(id, known)| is_lost(id) && !known.state.is_empty()).collect()
}

fn in_common(before: &State, now: &State) -> usize {
    before.iter().filter(|(path, digest)| !KEPT.contains(&path.as_str()) && now.get(*path) == Some(digest)).count()
}

/// Whether two entries are one, as far as their digests tell.
fn is_alike(before: &State, now: &State) -> bool {
    let fields = |state: &State| state.keys().filter(|path| !KEPT.contains(&path.as_str())).count();
    let most = fields(before).max(fields(now));
    most > 0 && in_common(before, now) * ALIKE.1 >= most * ALIKE.0 && before.get("kind") == now.get("kind")
}

/// An entry with the id, and the name, that it had before.
fn renamed(record: &ListingRecord, id: &str, name: &str) -> ListingRecord {
    let mut record = record.clone();
    record.former_slugs.push(id.to_owned());
    if record.name != name && !record.former_names.iter().any(|one| one == name) {
        record.former_names.push(name.to_owned());
    }
    record
}

/// A page that says that an entry has ended: from what Git keeps of it, else from
/// what its digests still tell.
fn tombstone(folder: &Path, data: &Data, id: &str, name: &str, state: &State, today: Day) -> Option<ListingRecord> {
    let last = revision::last_of(folder, id).or_else(|| told_by(data, state))?;
    let said = format!("Its file was no longer in the data on {}", today.words());
    let fields = vec!["standing".to_owned()];
    Some(ListingRecord {
        format: Some(FORMAT),
        id: id.to_owned(),
        name: name.to_owned(),
        former_slugs: last.former_slugs,
        former_names: last.former_names,
        kind: last.kind,
        standing: "ended".to_owned(),
        successor: Some("none-known".to_owned()),
        summary: last.summary,
        needs: last.needs,
        audience: last.audience,
        area: ListingAreaRecord { places: last.area.places, ..ListingAreaRecord::default() },
        sources: vec![SourceRecord { fields, source: said, kind: "history".to_owned() }],
        ..ListingRecord::default()
    })
}

/// What stood in fields that have only so many values: the one that has this
/// digest. Nothing, if one of them is not found.
fn told_by(data: &Data, state: &State) -> Option<ListingRecord> {
    let is = |path: &str, value: serde_json::Value| state.get(path) == Some(&digest(&value));
    let kind = Kind::slugs().iter().find(|slug| is("kind", json!(slug)))?;
    let audience = subsets(Audience::slugs()).into_iter().find(|some| is("audience", json!(some)))?;
    let areas = data.site.as_ref().map(|site| site.record.areas.as_slice()).unwrap_or_default();
    let slugs: Vec<&str> = areas.iter().map(|area| area.slug.as_str()).collect();
    let pairs =
        slugs.iter().enumerate().flat_map(|(at, one)| slugs.iter().skip(at + 1).map(move |other| vec![*one, *other]));
    let places = [vec!["national"]].into_iter().chain(slugs.iter().map(|slug| vec![*slug])).chain(pairs);
    let places = places.map(sorted).find(|places| is("area.places", json!(places)))?;
    let words = |some: Vec<&str>| some.into_iter().map(str::to_owned).collect();
    Some(ListingRecord {
        kind: (*kind).to_owned(),
        audience: words(audience),
        area: ListingAreaRecord { places: words(places), ..ListingAreaRecord::default() },
        ..ListingRecord::default()
    })
}

/// Every choice of some words but none, each in the order in which digests have it.
fn subsets<'a>(words: &[&'a str]) -> Vec<Vec<&'a str>> {
    let some =
        |bits: usize| words.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, word)| *word).collect();
    (1..1_usize << words.len().min(8)).map(some).map(sorted).collect()
}

fn sorted(mut words: Vec<&str>) -> Vec<&str> {
    words.sort_unstable();
    words
}

impl Lost {
    /// What to do, in words, with the file to write.
    pub fn told(&self) -> Result<String> {
        let Self { id, name, keep } = self;
        Ok(match keep {
            Some(Keep::Renamed(record)) => {
                let now = &record.id;
                format!(
                    "{id} ({name}): its file is gone, and {now} looks like the same entry. Old links lead on if {now} says \"former_slugs\": [\"{id}\"].\n"
                )
            }
            Some(Keep::Tombstone(record)) => {
                let text = files::pretty(record)?;
                let shown: String = text.lines().map(|line| format!("    {line}\n")).collect();
                format!(
                    "{id} ({name}): its file is gone, so old links would lead nowhere. If it has ended, write listings/{id}.json:\n{shown}  If you know what replaced it, write its id as \"successor\". If it has not ended, put its file back.\n"
                )
            }
            None => format!(
                "{id} ({name}): its file is gone, so old links would lead nowhere. Put the file back; if it has ended, with \"standing\": \"ended\".\n"
            ),
        })
    }

    /// The file that keeps its address.
    pub fn record(&self) -> Option<&ListingRecord> {
        self.keep.as_ref().map(|keep| match keep {
            Keep::Renamed(record) | Keep::Tombstone(record) => &**record,
        })
    }
}
