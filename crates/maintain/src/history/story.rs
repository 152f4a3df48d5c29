//! The story of entries: every line of the history, by the names that they have
//! now, the oldest first.

use std::collections::BTreeMap;

use anyhow::Result;
use directory::closed::Closed;
use directory::day::Day;
use directory::history::{Change, What};
use serde::Serialize;

use crate::data::Data;
use crate::record::entries;

/// What has happened.
pub(super) struct Story<'a> {
    /// The entry that it is of; none if it is of all.
    of: Option<(String, String)>,
    /// The changes by day, each with the id and the name that its entry has now.
    days: Vec<(Day, Vec<Told<'a>>)>,
}

struct Told<'a> {
    id: String,
    name: String,
    change: &'a Change,
}

#[derive(Serialize)]
struct Line<'a> {
    on: String,
    id: &'a str,
    name: &'a str,
    what: &'a str,
    fields: Vec<&'a str>,
    was: Option<&'a str>,
    by: Option<&'a str>,
    why: Option<&'a str>,
}

impl<'a> Story<'a> {
    /// Of every entry.
    pub(super) fn of_all(data: &'a Data, since: Option<Day>) -> Self {
        Self { of: None, days: days(data, since, |_| true) }
    }

    /// Of the entry that has or had this id, if any line or file knows it.
    pub(super) fn of_one(data: &'a Data, typed: &str, since: Option<Day>) -> Option<Self> {
        let now = Names::of(data);
        let id = now.id(typed);
        let is_known = data.listings.iter().any(|file| file.record.id == id)
            || data.history.lines.iter().any(|line| line.record.id == id);
        is_known.then(|| Self { of: Some((id.clone(), now.name(&id))), days: days(data, since, |one| one == id) })
    }

    pub(super) fn text(&self) -> String {
        self.written(|name| format!("{name}\n"), |day| format!("\n{day}\n"), |line| format!("  {line}\n"))
    }

    pub(super) fn markdown(&self) -> String {
        self.written(
            |name| format!("## {}\n", plain(name)),
            |day| format!("\n### {day}\n\n"),
            |line| format!("- {}\n", plain(line)),
        )
    }

    fn written(
        &self,
        title: impl Fn(&str) -> String,
        heading: impl Fn(&str) -> String,
        item: impl Fn(&str) -> String,
    ) -> String {
        let mut text = match &self.of {
            Some((id, name)) => title(&format!("What happened to {name} ({id})")),
            None => title("What happened to all entries"),
        };
        if self.days.is_empty() {
            text += &item("Nothing has been recorded.");
        }
        for (day, all) in &self.days {
            text += &heading(&day.words());
            // A first recording gathers every entry; it says nothing of any of them.
            let gathered = all.iter().filter(|one| self.of.is_none() && one.change.what == What::Gathered).count();
            if gathered > 0 {
                text += &item(&format!("{} gathered from published pages.", entries(gathered)));
            }
            for one in all.iter().filter(|one| self.of.is_some() || one.change.what != What::Gathered) {
                let said = one.change.said();
                text += &match &self.of {
                    Some(_) => item(&said),
                    None => item(&format!("{} ({}): {said}", one.name, one.id)),
                };
            }
        }
        text
    }

    pub(super) fn json(&self) -> Result<String> {
        let all = self.days.iter().flat_map(|(_, all)| all);
        let lines: Vec<_> = all.map(Told::line).collect();
        Ok(serde_json::to_string_pretty(&lines)? + "\n")
    }
}

impl Told<'_> {
    fn line(&self) -> Line<'_> {
        let change = self.change;
        Line {
            on: change.on.iso(),
            id: &self.id,
            name: &self.name,
            what: change.what.slug(),
            fields: change.fields.iter().map(|field| field.words()).collect(),
            was: change.was.as_deref(),
            by: change.by.as_deref(),
            why: change.why.as_deref(),
        }
    }
}

fn days(data: &Data, since: Option<Day>, is_meant: impl Fn(&str) -> bool) -> Vec<(Day, Vec<Told<'_>>)> {
    let now = Names::of(data);
    let mut days: BTreeMap<Day, Vec<Told<'_>>> = BTreeMap::new();
    let mut known: BTreeMap<(Day, &str), Vec<&Change>> = BTreeMap::new();
    for line in &data.history.lines {
        let (id, change) = (now.id(&line.record.id), &line.change);
        // Two copies of the data may both have recorded it.
        let same = known.entry((change.on, &line.record.id)).or_default();
        if is_meant(&id) && !same.contains(&change) {
            same.push(change);
            let name = now.name(&id);
            days.entry(change.on).or_default().push(Told { id, name, change });
        }
    }
    let is_asked = |day: &Day| since.is_none_or(|since| *day >= since);
    days.into_iter().filter(|(day, _)| is_asked(day)).collect()
}

/// What entries are called now, and by which id.
struct Names<'a> {
    ids: BTreeMap<&'a str, &'a str>,
    names: BTreeMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    fn of(data: &'a Data) -> Self {
        let records = || data.listings.iter().map(|file| &file.record);
        let former = |record: &'a directory::record::ListingRecord| {
            record.former_slugs.iter().map(move |slug| (slug.as_str(), record.id.as_str()))
        };
        let last =
            data.history.lines.iter().filter_map(|line| Some((line.record.id.as_str(), line.record.now.as_deref()?)));
        let own = records().map(|record| (record.id.as_str(), record.name.as_str()));
        Self { ids: records().flat_map(former).collect(), names: last.chain(own).collect() }
    }

    fn id(&self, id: &str) -> String {
        self.ids.get(id).copied().unwrap_or(id).to_owned()
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).copied().unwrap_or(id).to_owned()
    }
}

/// Words of the data in which no sign means anything to Markdown.
fn plain(words: &str) -> String {
    let mut said = String::with_capacity(words.len());
    for sign in words.chars() {
        if "\\`*_{}[]<>#|~!&".contains(sign) {
            said.push('\\');
        }
        said.push(if sign.is_control() { ' ' } else { sign });
    }
    said
}
