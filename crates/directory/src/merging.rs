//! What partners sent back, compared cell by cell with what was sent out and
//! with what stands there now.
//!
//! A cell is taken only if the partner changed it and nobody else did; what both
//! changed is shown with both, and written for neither until somebody decides. A
//! tick counts only if every cell of its row could be taken, and for what its
//! partner saw. Nothing here writes; running it again over what it gave changes nothing.

mod cause;
mod ended;
mod filled;
mod follow;
mod found;
mod grid;
mod headings;
mod near;
mod new;
mod row;
mod stating;
mod tick;
mod unseen;

pub use found::{At, CellMerged, FileRead, Follow, Merged, RowMerged, What};
pub use grid::{Doubt, Grid, GridCell, GridRow};

use crate::day::Day;
use crate::partner::Partners;
use crate::record::{ListingRecord, SentEntryRecord, SentRecord};
use crate::sheet::Column;
use crate::site::Site;
use filled::{Filled, Who};
use std::collections::{BTreeMap, BTreeSet};

/// What a comparison rests on.
#[derive(Clone, Copy, Debug)]
pub struct How<'a> {
    /// The site.
    pub site: &'a Site,
    /// The day on which it is taken in.
    pub today: Day,
    /// Who answers for which entry.
    pub partners: &'a Partners,
    /// What was sent out. It may be gone: the marks of a file tell the same.
    pub sent: &'a [SentRecord],
    /// Whose files they are, by id, where their marks are lost.
    pub partner: Option<&'a str>,
    /// The role of whoever checked, for rows that say none.
    pub by: Option<&'a str>,
    /// The day of the check, for rows that say none.
    pub on: Option<Day>,
    /// What was decided where both changed a cell.
    pub take: &'a Take,
    /// The ids of files from which no entry could be read. They are not free.
    pub unread: &'a [String],
}

/// Whose word counts where both changed a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The partner's.
    Theirs,
    /// What stands here now.
    Ours,
}

/// What was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Take {
    /// For every cell that is not named.
    pub all: Option<Side>,
    /// For one cell: the id of its entry, and its column.
    pub cells: Vec<(String, Column, Side)>,
}

impl Take {
    fn side(&self, id: &str, column: Column) -> Option<Side> {
        let named = self.cells.iter().find(|(one, of, _)| one == id && *of == column);
        named.map(|(_, _, side)| *side).or(self.all)
    }
}

/// Every entry, by what rows may call it.
struct Index<'a> {
    records: &'a [&'a ListingRecord],
    by_id: BTreeMap<&'a str, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// What was sent out, by partner and entry, each with its day.
    sent: BTreeMap<(&'a str, &'a str), Vec<(&'a str, &'a SentEntryRecord)>>,
}

impl<'a> Index<'a> {
    fn of(records: &'a [&'a ListingRecord], sent: &'a [SentRecord]) -> Self {
        let mut index = Self { records, by_id: BTreeMap::new(), by_name: BTreeMap::new(), sent: BTreeMap::new() };
        for one in sent {
            for entry in &one.entries {
                index.sent.entry((&one.partner, &entry.id)).or_default().push((&one.on, entry));
            }
        }
        for (at, record) in records.iter().enumerate() {
            for former in &record.former_slugs {
                index.by_id.entry(former).or_insert(at);
            }
            index.by_name.entry(crate::words::fold(&record.name)).or_default().push(at);
        }
        // An id of today goes before one of yesterday.
        for (at, record) in records.iter().enumerate() {
            index.by_id.insert(&record.id, at);
        }
        index
    }

    /// How an entry was sent to a partner, by whichever of its ids.
    fn sent_to(&self, partner: &str, record: &'a ListingRecord) -> Vec<(&'a str, &'a SentEntryRecord)> {
        let ids = std::iter::once(&record.id).chain(&record.former_slugs);
        ids.filter_map(|id| self.sent.get(&(partner, id.as_str()))).flatten().copied().collect()
    }

    fn by_id(&self, id: &str) -> Option<&'a ListingRecord> {
        self.by_id.get(id).and_then(|at| self.records.get(*at)).copied()
    }

    fn by_name(&self, name: &str) -> impl Iterator<Item = &'a ListingRecord> {
        let found = self.by_name.get(&crate::words::fold(name));
        found.into_iter().flatten().filter_map(|at| self.records.get(*at)).copied()
    }
}

/// Compares what came back with what is there.
pub fn merge(grids: &[Grid], records: &[&ListingRecord], how: &How<'_>) -> Merged {
    let index = Index::of(records, how.sent);
    let mut merged = Merged::default();
    let mut rows: Vec<Filled<'_>> = Vec::new();
    for (file, filled) in headings::read(grids, &index, how) {
        if file.refused.is_none() {
            rows.extend(filled);
        }
        merged.files.push(file);
    }
    let mut said: Vec<(Filled<'_>, Who<'_>)> = Vec::with_capacity(rows.len());
    for row in rows {
        let who = row.who(&index, how);
        said.push((row, who));
    }
    let spoken = repeated(&said, how);
    let mut taken: Vec<String> = Vec::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for (row, who) in &said {
        let at = row.at();
        let told = match who {
            Who::Nothing => None,
            Who::Refused(id, why) if row.says_something(None, how) => {
                Some(RowMerged::refused(at, id, row.name(), why.clone()))
            }
            Who::Refused(..) => None,
            Who::Known(record, base) if row.says_something(Some((record, base)), how) => {
                match spoken.get(record.id.as_str()) {
                    Some(places) if places.len() > 1 => {
                        let why = format!("More than one row speaks of it: {}. Keep one of them.", places.join(", "));
                        Some(RowMerged::refused(at, &record.id, &record.name, why))
                    }
                    // Another row says the same of it.
                    _ if !done.insert(&record.id) => None,
                    _ => Some(row::merge(row, record, base, &index, how)),
                }
            }
            Who::Known(..) => None,
            Who::New => new::row(row, &index, &mut taken, how),
        };
        match told {
            Some(told) => merged.rows.push(told),
            None => merged.untouched += usize::from(!matches!(who, Who::Nothing)),
        }
    }
    merged
}

/// Where each entry is spoken of; rows that say the same count as one.
fn repeated<'a>(said: &[(Filled<'_>, Who<'a>)], how: &How<'_>) -> BTreeMap<&'a str, Vec<String>> {
    let mut spoken: BTreeMap<&'a str, Vec<(String, String)>> = BTreeMap::new();
    for (row, who) in said {
        let Who::Known(record, base) = who else { continue };
        if row.says_something(Some((record, base)), how) {
            let all = spoken.entry(record.id.as_str()).or_default();
            let says = row.said();
            if all.iter().all(|(_, other)| *other != says) {
                let at = row.at();
                all.push((format!("{}, row {}", at.file, at.row), says));
            }
        }
    }
    spoken.into_iter().map(|(id, all)| (id, all.into_iter().map(|(place, _)| place).collect())).collect()
}
