//! What partners sent back, compared cell by cell with what was sent out and
//! with what stands there now.
//!
//! A cell is taken only if the partner changed it and nobody else did; what both
//! changed is shown with both, and written for neither until somebody decides. A
//! tick counts only if every cell of its row could be taken. Nothing here
//! writes; running it again over what it gave changes nothing.

mod ended;
mod filled;
mod follow;
mod grid;
mod near;
mod new;
mod row;
mod stating;
mod tick;

pub use grid::{Doubt, Grid, GridCell, GridRow};

use crate::day::Day;
use crate::partner::Partners;
use crate::record::{ListingRecord, SentRecord};
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

/// What a comparison found.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// Each table, as far as it could be read.
    pub files: Vec<FileRead>,
    /// Each row that says something, in the order of the files.
    pub rows: Vec<RowMerged>,
    /// How many rows are as they were sent out, without a tick.
    pub untouched: usize,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRead {
    /// The file.
    pub file: String,
    /// Its sheet; empty for a list.
    pub sheet: String,
    /// Whose it is, by id.
    pub partner: Option<String>,
    /// The headings that were not understood, each with its column.
    pub unread: Vec<(String, String)>,
    /// Why nothing of it is taken.
    pub refused: Option<String>,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: String,
    /// Its sheet; empty for a list.
    pub sheet: String,
    /// The row, as a spreadsheet counts.
    pub row: u32,
}

/// A row of a returned file, and what becomes of its entry.
#[derive(Clone, Debug)]
pub struct RowMerged {
    /// Where it stands.
    pub at: At,
    /// The id of its entry; empty where that is not known.
    pub id: String,
    /// What the entry is called.
    pub name: String,
    /// Why nothing of this row is taken.
    pub refused: Option<String>,
    /// Whether it tells of an entry that was not there.
    pub is_new: bool,
    /// Whether its tick is taken.
    pub is_confirmed: bool,
    /// Whether the partner says that it has ended.
    pub is_gone: bool,
    /// Why its tick is not taken.
    pub unconfirmed: Option<String>,
    /// The cells that the partner changed.
    pub cells: Vec<CellMerged>,
    /// What changes because of them.
    pub follows: Vec<Follow>,
    /// What should be asked.
    pub questions: Vec<String>,
    /// What the partner wrote to us. It is not published.
    pub note: String,
    /// The entry as it is to be written. `None`: nothing of it changes.
    pub record: Option<ListingRecord>,
}

/// A cell that a partner changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMerged {
    /// Which fact.
    pub column: Column,
    /// The letter of its column in their file.
    pub letter: String,
    /// What was sent out. `None`: only its digest is known, or nothing.
    pub sent: Option<String>,
    /// What they wrote.
    pub theirs: String,
    /// What stands here now.
    pub ours: String,
    /// What is to stand here, as we write it.
    pub now: String,
    /// What becomes of it.
    pub what: What,
}

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is taken.
    Changed,
    /// It was changed here as well; `None` until somebody decides.
    Conflict(Option<Side>),
    /// It cannot be read, or cannot be so: what to write instead.
    Refused(String),
    /// They left it empty: nothing is taken out.
    Emptied,
}

/// What changes because of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// Of what, in words.
    pub of: &'static str,
    /// How it was.
    pub was: String,
    /// How it is to be.
    pub now: String,
    /// Why, in a sentence.
    pub why: &'static str,
}

impl CellMerged {
    /// Whether somebody must look at it before its row is settled.
    pub fn is_open(&self) -> bool {
        matches!(self.what, What::Conflict(None) | What::Refused(_) | What::Emptied)
    }
}

impl RowMerged {
    fn of(at: At, id: &str, name: &str) -> Self {
        Self {
            at,
            id: id.to_owned(),
            name: name.to_owned(),
            refused: None,
            is_new: false,
            is_confirmed: false,
            is_gone: false,
            unconfirmed: None,
            cells: Vec::new(),
            follows: Vec::new(),
            questions: Vec::new(),
            note: String::new(),
            record: None,
        }
    }

    fn refused(at: At, id: &str, name: &str, why: impl Into<String>) -> Self {
        Self { refused: Some(why.into()), ..Self::of(at, id, name) }
    }

    /// Nothing of it is taken.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.refused = Some(why.into());
        self.record = None;
        (self.is_new, self.is_confirmed, self.is_gone) = (false, false, false);
        self.follows.clear();
    }

    /// Whether nobody needs to look at it.
    pub fn is_settled(&self) -> bool {
        self.refused.is_none() && self.unconfirmed.is_none() && !self.cells.iter().any(CellMerged::is_open)
    }
}

impl Merged {
    /// The entries as they are to be written.
    pub fn changed(&self) -> impl Iterator<Item = &ListingRecord> {
        self.rows.iter().filter_map(|row| row.record.as_ref())
    }

    /// Whether nothing was refused and nothing waits for a decision.
    pub fn is_settled(&self) -> bool {
        self.files.iter().all(|file| file.refused.is_none()) && self.rows.iter().all(RowMerged::is_settled)
    }
}

/// Every entry, by what rows may call it.
struct Index<'a> {
    records: &'a [&'a ListingRecord],
    by_id: BTreeMap<&'a str, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(records: &'a [&'a ListingRecord]) -> Self {
        let mut index = Self { records, by_id: BTreeMap::new(), by_name: BTreeMap::new() };
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
    let index = Index::of(records);
    let mut merged = Merged::default();
    let mut rows: Vec<Filled<'_>> = Vec::new();
    for (file, filled) in filled::read(grids, how) {
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
