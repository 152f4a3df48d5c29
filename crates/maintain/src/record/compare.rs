//! The lines that are missing from a history: what the data says and the
//! history does not know.

use std::collections::{BTreeMap, BTreeSet};

use directory::day::Day;
use directory::history::What;
use directory::record::{ChangeRecord, ListingRecord, Named};
use directory::withdrawal::WITHDRAWN;
use serde_json::json;

use super::digest::{State, digest, state};
use super::known::{Known, Shown, known, known_of};
use crate::data::{Data, Line};

/// The fields that say whether an entry is shown, and what replaced it.
const STANDING: [&str; 4] = ["standing", "doubt", "successor", "withdrawn"];

/// The fields that say what an entry is called.
const NAMES: [&str; 3] = ["name", "former_names", "former_slugs"];

/// The lines that bring the history of some data up to a day; none if it holds
/// everything. `by` is the role that made the changes.
///
/// The first lines of all say "gathered": of entries that were there before
/// there was a history nobody can say that they are new.
pub fn lines(data: &Data, today: Day, by: Option<&str>) -> Vec<ChangeRecord> {
    let known = known(data);
    let compare = Compare { known, first_day: first_day(data, today), today, by };
    let mut lines: Vec<ChangeRecord> = data.listings.iter().flat_map(|file| compare.entry(&file.record)).collect();
    lines.extend(compare.gone(data));
    // One set of changes has one order, whatever the files were called.
    lines.sort_by(|one, other| one.id.cmp(&other.id));
    lines
}

/// The lines that lead from some entries to the data as it is now, each with the
/// day, the role and the reason that its history has for it; else those of today.
pub fn between(before: &[ListingRecord], data: &Data, today: Day) -> Vec<ChangeRecord> {
    let compare = Compare { known: known_of(before, data), first_day: today, today, by: None };
    let mut lines: Vec<ChangeRecord> = data.listings.iter().flat_map(|file| compare.entry(&file.record)).collect();
    lines.extend(compare.gone(data));
    let former =
        data.listings.iter().flat_map(|file| file.record.former_slugs.iter().map(|slug| (slug, &file.record.id)));
    let now: BTreeMap<&String, &String> = former.collect();
    let mut recorded: BTreeMap<(&str, &str), &Line> = BTreeMap::new();
    for line in &data.history.lines {
        let id = now.get(&line.record.id).copied().unwrap_or(&line.record.id);
        let last = recorded.entry((id, &line.record.what)).or_insert(line);
        if line.change.on >= last.change.on {
            *last = line;
        }
    }
    for line in &mut lines {
        let Some(known) = recorded.get(&(line.id.as_str(), line.what.as_str())) else { continue };
        (line.on, line.by) = (known.record.on.clone(), known.record.by.clone());
        line.why = known.record.why.clone().or_else(|| line.why.take());
    }
    lines
}

/// The day on which the first entries were gathered.
fn first_day(data: &Data, today: Day) -> Day {
    let gathered = data.site.as_ref().and_then(|site| Day::read(&site.record.gathered));
    gathered.filter(|day| *day <= today && day.iso().len() == today.iso().len()).unwrap_or(today)
}

struct Compare<'a> {
    known: BTreeMap<String, Known>,
    first_day: Day,
    today: Day,
    by: Option<&'a str>,
}

impl Compare<'_> {
    /// What the history lacks of one entry.
    fn entry(&self, record: &ListingRecord) -> Vec<ChangeRecord> {
        let shown = Shown::of(&record.standing);
        match self.known.get(&record.id).map(|known| (known, known.shown())) {
            // What nobody has seen is nobody's news.
            None if shown == Shown::Held => Vec::new(),
            None => vec![self.first(record, shown)],
            Some((_, Shown::Held)) if shown == Shown::Held => Vec::new(),
            Some((known, _)) if known.state.is_empty() => {
                if shown == Shown::Held {
                    Vec::new()
                } else {
                    vec![self.whole(record, What::Gathered, self.today)]
                }
            }
            Some(_) if shown == Shown::Held => vec![self.taken_out(record)],
            Some((known, before)) => self.changed(record, known, before, shown),
        }
    }

    /// The first line of an entry: with the state of all of it.
    fn first(&self, record: &ListingRecord, shown: Shown) -> ChangeRecord {
        match shown {
            _ if self.known.is_empty() => self.whole(record, What::Gathered, self.first_day),
            Shown::Ended => self.whole(record, What::Closed, self.today),
            _ => self.whole(record, What::New, self.today),
        }
    }

    fn whole(&self, record: &ListingRecord, what: What, on: Day) -> ChangeRecord {
        let line = self.line(&record.id, what, on, state(record).into_iter().collect());
        ChangeRecord { now: Some(record.name.clone()), fields: Vec::new(), ..line }
    }

    /// What is held from now on, or taken out with a reason for readers.
    fn taken_out(&self, record: &ListingRecord) -> ChangeRecord {
        let withdrawn = record.withdrawn.as_ref().filter(|_| record.standing == WITHDRAWN);
        let line = self.withdrawn(&record.id, &record.standing);
        let by = withdrawn.and_then(|withdrawn| withdrawn.by.clone()).or_else(|| line.by.clone());
        ChangeRecord { why: withdrawn.map(|withdrawn| withdrawn.reason.clone()), by, ..line }
    }

    fn withdrawn(&self, id: &str, standing: &str) -> ChangeRecord {
        let state = vec![("standing".to_owned(), digest(&json!(standing)))];
        self.line(id, What::Withdrawn, self.today, state)
    }

    /// One line for each thing that happened to an entry that is shown.
    fn changed(&self, record: &ListingRecord, known: &Known, before: Shown, shown: Shown) -> Vec<ChangeRecord> {
        let mut differs = difference(&known.state, &state(record));
        let mut take = |paths: &[&str]| -> Vec<(String, String)> {
            differs.extract_if(.., |(path, _)| paths.contains(&path.as_str())).collect()
        };
        let names = if known.state.get("name") == state(record).get("name") { Vec::new() } else { take(&NAMES) };
        let standing = if before == shown { Vec::new() } else { take(&STANDING) };
        let check = if record.checked.is_some() { take(&["checked"]) } else { Vec::new() };
        let mut lines = Vec::new();
        if !names.is_empty() {
            let was = known.name.as_ref().or(record.former_names.last()).cloned();
            let now = Some(record.name.clone());
            lines.push(ChangeRecord { was, now, ..self.line(&record.id, What::Renamed, self.today, names) });
        }
        if !standing.is_empty() {
            let what = if shown == Shown::Ended { What::Closed } else { What::Reopened };
            lines.push(self.line(&record.id, what, self.today, standing));
        }
        if !differs.is_empty() {
            lines.push(self.line(&record.id, What::Changed, self.today, differs));
        }
        if let (Some(checked), false) = (&record.checked, check.is_empty()) {
            let by = Some(checked.by.clone()).filter(|by| !by.is_empty());
            lines.push(ChangeRecord { by, ..self.line(&record.id, What::Checked, self.today, check) });
        }
        lines
    }

    /// An entry whose file is no longer there is shown nowhere.
    fn gone(&self, data: &Data) -> Vec<ChangeRecord> {
        let there: BTreeSet<&str> = data.listings.iter().map(|file| file.record.id.as_str()).collect();
        let gone = self.known.iter().filter(|(id, known)| {
            !there.contains(id.as_str()) && !known.state.is_empty() && known.shown() != Shown::Held
        });
        gone.map(|(id, _)| self.withdrawn(id, "held")).collect()
    }

    fn line(&self, id: &str, what: What, on: Day, state: Vec<(String, String)>) -> ChangeRecord {
        use directory::closed::Closed;
        ChangeRecord {
            on: on.iso(),
            id: id.to_owned(),
            what: what.slug().to_owned(),
            fields: state.iter().map(|(path, _)| path.clone()).collect(),
            by: self.by.map(str::to_owned),
            state: Named(state),
            ..ChangeRecord::default()
        }
    }
}

/// Each field that is another now, with its digest; empty for one that is gone.
fn difference(before: &State, now: &State) -> Vec<(String, String)> {
    let other = now.iter().filter(|(path, digest)| before.get(*path) != Some(digest));
    let gone = before.keys().filter(|path| !now.contains_key(*path)).map(|path| (path.clone(), String::new()));
    let mut all: Vec<_> = other.map(|(path, digest)| (path.clone(), digest.clone())).chain(gone).collect();
    all.sort();
    all
}
