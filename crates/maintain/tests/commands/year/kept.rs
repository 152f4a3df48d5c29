//! What holds on every day of the year, whatever was done on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use directory::Directory;
use directory::day::Day;
use directory::freshness::Freshness;
use serde_json::Value;

use crate::folder::{Folder, Said, maintain};

/// The coordinator's year: the folder, the day, and what was there before.
pub(crate) struct Year {
    pub(crate) folder: Folder,
    pub(crate) day: String,
    ids: BTreeSet<String>,
    log: String,
    history: String,
}

impl Year {
    pub(crate) fn begin(folder: Folder, day: &str) -> Self {
        let (ids, log, history) = Default::default();
        Self { folder, day: day.to_owned(), ids, log, history }
    }

    /// Runs a command on the day.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Said> {
        let data = self.folder.path().to_str().context("the path is UTF-8")?;
        maintain(&[arguments, &["--data", data, "--today", &self.day]].concat())
    }

    /// Every entry, as its file has it.
    pub(crate) fn entries(&self) -> Result<BTreeMap<String, Value>> {
        let mut entries = BTreeMap::new();
        for file in fs::read_dir(self.folder.path().join("listings"))? {
            let entry: Value = serde_json::from_str(&fs::read_to_string(file?.path())?)?;
            entries.insert(entry["id"].as_str().context("an id")?.to_owned(), entry);
        }
        Ok(entries)
    }

    /// One entry.
    pub(crate) fn entry(&self, id: &str) -> Result<Value> {
        self.entries()?.remove(id).with_context(|| format!("{id} is gone"))
    }

    /// Goes on to a day, on which everything that always holds still holds.
    pub(crate) fn goes_on(&mut self, day: &str) -> Result<()> {
        self.holds()?;
        day.clone_into(&mut self.day);
        self.holds()
    }

    /// Whatever was done: nothing is lost, what is due is known, and nothing
    /// overdue is called current.
    pub(crate) fn holds(&mut self) -> Result<()> {
        let entries = self.entries()?;
        let lost: Vec<_> = self.ids.iter().filter(|id| !entries.contains_key(*id)).collect();
        assert!(lost.is_empty(), "{}: lost {lost:?}", self.day);
        self.ids.extend(entries.keys().cloned());
        for (kept, file) in [(&mut self.log, "partners/log.jsonl"), (&mut self.history, "data/history.jsonl")] {
            let whole = self.folder.path().parent().context("a folder around it")?.join(file);
            let now = fs::read_to_string(whole).unwrap_or_default();
            assert!(now.starts_with(kept.as_str()), "{}: {file} lost a line", self.day);
            *kept = now;
        }
        self.due_is_what_the_files_say(&entries)?;
        self.nothing_overdue_is_shown_as_current(&entries)
    }

    fn due_is_what_the_files_say(&self, entries: &BTreeMap<String, Value>) -> Result<()> {
        let told: Value = serde_json::from_str(&self.run(&["due", "--format", "json"])?.out)?;
        let shares = told["partners"].as_array().context("partners")?.iter();
        let told: Vec<_> = shares.flat_map(|share| share["entries"].as_array().into_iter().flatten()).collect();
        let told: Vec<_> = told.iter().map(|one| (text(one, "id"), text(one, "state"))).collect();
        let expected = entries.iter().filter(|(_, entry)| is_listed(entry));
        let expected: BTreeMap<_, _> = expected.map(|(id, entry)| (id.clone(), state(entry, &self.day))).collect();
        assert_eq!(told.len(), expected.len(), "{}: each entry is told once", self.day);
        assert_eq!(told.into_iter().collect::<BTreeMap<_, _>>(), expected, "{}", self.day);
        Ok(())
    }

    fn nothing_overdue_is_shown_as_current(&self, entries: &BTreeMap<String, Value>) -> Result<()> {
        let out = self.folder.partners().join("desk/directory.json");
        let said = self.run(&["bundle", "--out", out.to_str().context("UTF-8")?])?;
        assert_eq!(said.code, Some(0), "{}: {}", self.day, said.err);
        let today = Day::read(&self.day).context("a day")?;
        let (directory, _) =
            Directory::read(&fs::read_to_string(out)?, today).map_err(|why| anyhow::anyhow!("{why}"))?;
        for listing in directory.listings().iter().filter(|listing| listing.standing.is_listed()) {
            let shown = match directory.freshness(listing) {
                Freshness::Current => "current",
                Freshness::Late => "late",
                Freshness::NeverChecked => "never",
                Freshness::VeryLate => "very-late",
            };
            let is = match state(&entries[listing.id.as_str()], &self.day).as_str() {
                "checked" | "to-check" => "current".to_owned(),
                overdue => overdue.to_owned(),
            };
            assert_eq!(shown, is, "{}: {}", self.day, listing.id);
        }
        Ok(())
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// Whether an entry is in lists, by its own file.
pub(crate) fn is_listed(entry: &Value) -> bool {
    ["active", "doubtful"].contains(&entry["standing"].as_str().unwrap_or_default())
}

/// How an entry stands, counted by hand: three terms a year, from January, the
/// middle of April and September.
pub(crate) fn state(entry: &Value, today: &str) -> String {
    let term = |day: &str| {
        let year: usize = day.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
        let of_year = match day.get(5..).unwrap_or_default() {
            day if day >= "09-01" => 2,
            day if day >= "04-15" => 1,
            _ => 0,
        };
        year * 3 + of_year
    };
    let Some(on) = entry["checked"]["on"].as_str() else { return "never".to_owned() };
    let words = match term(today) - term(on) {
        0 => "checked",
        1 => "to-check",
        2 => "late",
        _ => "very-late",
    };
    words.to_owned()
}
