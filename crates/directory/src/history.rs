//! What has changed: the data's own history, for school staff.
//!
//! Each line says what was recorded of one entry on one day. A line keeps the
//! names of the fields and nothing that stood in them, except names of
//! entries: a number or a mailbox that was taken out must not live on here.
//! What is told of an entry holds for it as it stands now, so an entry that is
//! held, or is no longer there, is in no answer.

mod changes;
mod field;
mod newsletter;
mod period;
mod said;

pub use changes::{Changes, Item};
pub use field::{FIELDS, Field};
pub use newsletter::{Newsletter, Style};
pub use period::{Period, Since, Wanted};

use crate::closed::{Closed, closed_set};
use crate::day::Day;
use crate::finding::{Finding, Findings, listed};
use crate::id::ListingId;
use crate::json::Json;
use crate::listing::Listing;
use crate::record::{ChangeRecord, Place, Reading, fill};

closed_set! {
    /// What happened to an entry.
    What {
        Gathered: "gathered", "Gathered";
        New: "new", "New";
        Changed: "changed", "Changed";
        Renamed: "renamed", "Renamed";
        Closed: "closed", "Closed";
        Reopened: "reopened", "Listed again";
        Checked: "checked", "Newly checked";
        Withdrawn: "withdrawn", "Taken out for now";
    }
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day on which it was recorded.
    pub on: Day,
    /// The entry, by the id that it had then.
    pub id: ListingId,
    /// What happened to it.
    pub what: What,
    /// What of it is another now, each once, in the order people read.
    pub fields: Vec<Field>,
    /// For another name: the one before.
    pub was: Option<String>,
    /// Its name from then on, where that was new to the history.
    pub now: Option<String>,
    /// The role that changed it. `None`: not known.
    pub by: Option<String>,
    /// Why it was taken out, or put back. `None`: it was neither, or nobody said.
    pub why: Option<String>,
}

/// Every change, in the order in which they came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Invariant: by day, and on one day as they were written; held by
    /// [`History::new`].
    changes: Vec<Change>,
}

impl Change {
    /// The change that a record spells, with what is wrong in it.
    pub fn read(record: &ChangeRecord, findings: &mut Findings) -> Option<Self> {
        let on = Day::read(&record.on).filter(|on| on.iso().len() == "2026-09-21".len());
        if on.is_none() {
            findings.error("on", &record.on, "Write the day of the change as 2026-09-21.");
        }
        let id = ListingId::new(&record.id);
        if id.is_none() {
            findings.error("id", &record.id, "Write the id of the entry.");
        }
        let what = What::from_slug(&record.what);
        if what.is_none() {
            findings.error("what", &record.what, format_args!("Write one of: {}.", listed(What::slugs())));
        }
        let fields = Field::all_of(&record.fields);
        let (was, now, by, why) = (record.was.clone(), record.now.clone(), record.by.clone(), record.why.clone());
        Some(Self { on: on?, id: id?, what: what?, fields, was, now, by, why })
    }
}

impl History {
    /// These changes, whatever their order: two copies of the data that were
    /// put together need not have their lines in order.
    pub fn new(mut changes: Vec<Change>) -> Self {
        changes.sort_by_key(|change| change.on);
        Self { changes }
    }

    /// The changes of a bundle; a line that cannot be read hides no other.
    pub(crate) fn read(lines: &[Json<'_>], all: &mut Vec<Finding>) -> Self {
        let mut changes = Vec::with_capacity(lines.len());
        for (at, json) in lines.iter().enumerate() {
            let mut findings = Findings::of_file(["history[", &at.to_string(), "]"].concat());
            let mut record = ChangeRecord::default();
            if fill(&mut record, json, &Place::Whole, &mut Reading::new(&mut findings)) {
                changes.extend(Change::read(&record, &mut findings));
            }
            all.extend(findings.into_vec());
        }
        Self::new(changes)
    }

    /// Every change.
    pub fn all(&self) -> &[Change] {
        &self.changes
    }

    /// What was recorded of one entry, by whichever of its ids, the newest
    /// first; what two copies of the data both recorded stands once.
    pub fn of<'a>(&'a self, listing: &Listing) -> Vec<&'a Change> {
        let is_of_it = |change: &&Change| change.id == listing.id || listing.former_slugs.contains(&change.id);
        let mut found: Vec<&Change> = Vec::new();
        for change in self.changes.iter().rev().filter(is_of_it) {
            if !found.contains(&change) {
                found.push(change);
            }
        }
        found
    }

    /// The first day of which anything is told.
    pub fn first_day(&self) -> Option<Day> {
        self.changes.first().map(|change| change.on)
    }
}

/// How many years of changes the staff pages hold, so that they do not grow for
/// ever. The term before this one lies within, even where a year has one.
const YEARS: i32 = 2;

/// The lines of a bundle that the staff pages need, as of the day on which it
/// was made. That entries were gathered is told by one line alone, for its day;
/// and by none where that would hide that older changes are left out.
pub(crate) fn on_pages(lines: &[Json<'_>], made: Option<Day>) -> Vec<ChangeRecord> {
    let first = made.and_then(|made| Day::of(made.year() - YEARS, made.month(), made.day_of_month().min(28)));
    let mut kept: Vec<ChangeRecord> = Vec::new();
    let (mut gathered, mut is_cut) = (None, false);
    for json in lines {
        let mut findings = Findings::default();
        let mut record = ChangeRecord::default();
        if !fill(&mut record, json, &Place::Whole, &mut Reading::new(&mut findings)) {
            continue;
        }
        match Change::read(&record, &mut findings) {
            Some(change) if change.what == What::Gathered => _ = gathered.get_or_insert(record),
            Some(change) if first.is_some_and(|first| change.on < first) => is_cut = true,
            Some(_) => kept.push(record),
            None => {}
        }
    }
    kept.extend(gathered.filter(|_| !is_cut));
    kept
}

#[cfg(test)]
mod tests;
