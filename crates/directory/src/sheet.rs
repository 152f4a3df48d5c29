//! The template that a partner fills in: its columns, what an entry says in
//! each, and how a cell is read back.
//!
//! What people write is read as loosely as it can be without guessing; what may
//! mean two things is asked about. An empty cell changes nothing.

mod age;
mod cell;
mod chosen;
mod column;
mod course;
mod held;
mod marks;
mod notes;
mod number;
mod opening;
mod own;
mod put;
mod words;

pub use chosen::MEANS;
pub use column::{Cells, Column};
pub use marks::{FROM_FORM, Marks, comparable, digest_of};
pub use words::{CLEAR, Refusal, TICK, is_clear, is_nothing, is_ticked, plain};

use crate::closed::Closed;
use crate::day::Day;
use crate::guarded;
use crate::record::{FORMAT, ListingRecord, Named, SentEntryRecord, SentRecord};
use crate::site::Site;
use crate::vocabulary::Kind;

/// Stands above what each column means, in the sheet that says how to fill a
/// template in. Whoever saves a workbook as a list may send that sheet alone.
pub const GUIDE_HEADING: &str = "What stands above a column";

/// Who a template is for, and what goes into it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The partner's id.
    pub partner: &'a str,
    /// What the partner is called.
    pub partner_name: &'a str,
    /// The site.
    pub site: &'a Site,
    /// The day on which it is sent out.
    pub sent_on: Day,
    /// How many empty rows there are for new entries.
    pub blank: usize,
}

/// A template, filled in with a partner's own entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The partner's id.
    pub partner: String,
    /// What the partner is called.
    pub partner_name: String,
    /// What stands above it.
    pub title: String,
    /// The day on which it is sent out.
    pub sent_on: Day,
    /// How to fill it in: one paragraph each.
    pub guidance: Vec<String>,
    /// Its columns, in the order people read; the marks come last.
    pub columns: Vec<Heading>,
    /// The entries.
    pub rows: Vec<Row>,
    /// How many empty rows there are for new entries.
    pub blank: usize,
}

/// A column of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Which.
    pub column: Column,
    /// What stands above it.
    pub heading: String,
    /// What is said of it.
    pub note: String,
    /// How it is filled in.
    pub kind: Cells,
    /// The words to choose from; empty for free text.
    pub choices: Vec<String>,
}

/// An entry in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// One cell for each column.
    pub cells: Vec<String>,
}

impl Column {
    /// The words to choose from in this column; none for free text.
    pub fn choices(self, site: &Site) -> Vec<String> {
        chosen::words_of(self, site).into_iter().map(|(_, word)| word).collect()
    }

    /// The slug of a word of this column, however it is written. `None`: it is
    /// none of them.
    pub fn slug_of(self, text: &str, site: &Site) -> Option<String> {
        chosen::one(self, text, site)
    }
}

impl Heading {
    /// The heading of a column.
    pub fn of(column: Column, site: &Site) -> Self {
        let (heading, note) = (column.label().to_owned(), column.note().to_owned());
        Self { column, heading, note, kind: column.kind(), choices: column.choices(site) }
    }
}

impl Sheet {
    /// The template of a partner, with those of their entries that are listed.
    pub fn of(wanted: &Wanted<'_>, records: &[&ListingRecord]) -> Self {
        let listed: Vec<&ListingRecord> = records.iter().copied().filter(|record| is_in(record)).collect();
        let kinds: Vec<Kind> = listed.iter().filter_map(|record| Kind::from_slug(&record.kind)).collect();
        let has_doubt = listed.iter().any(|record| record.doubt.is_some());
        let is_needed = |column: &Column| match column {
            Column::Doubt => has_doubt,
            // A new entry may be of any kind.
            column => wanted.blank > 0 || kinds.iter().any(|kind| column.is_for(*kind)),
        };
        let columns: Vec<Column> = Column::ALL.iter().copied().filter(is_needed).collect();
        let row = |record: &&ListingRecord| row(record, &columns, wanted);
        Self {
            partner: wanted.partner.to_owned(),
            partner_name: wanted.partner_name.to_owned(),
            title: format!("{}: entries of {}, {}", wanted.site.name, wanted.partner_name, wanted.sent_on.words()),
            sent_on: wanted.sent_on,
            guidance: guidance(wanted, &listed),
            rows: listed.iter().map(row).collect(),
            columns: columns.iter().map(|column| Heading::of(*column, wanted.site)).collect(),
            blank: wanted.blank,
        }
    }

    /// What was sent out, to be kept beside the partners.
    pub fn sent(&self) -> SentRecord {
        let entry = |row: &Row| {
            let cells = self.columns.iter().zip(&row.cells);
            let facts = cells.filter(|(heading, cell)| heading.column.is_fact() && !cell.is_empty());
            let cells = facts.map(|(heading, cell)| (heading.column.slug().to_owned(), cell.clone())).collect();
            SentEntryRecord { id: row.id.clone(), cells: Named(cells) }
        };
        SentRecord {
            format: FORMAT,
            partner: self.partner.clone(),
            on: self.sent_on.iso(),
            entries: self.rows.iter().map(entry).collect(),
        }
    }
}

/// Whether an entry is asked about: it is in lists.
fn is_in(record: &ListingRecord) -> bool {
    matches!(record.standing.as_str(), "active" | "doubtful")
}

fn row(record: &ListingRecord, columns: &[Column], wanted: &Wanted<'_>) -> Row {
    let cell = |column: &Column| (*column, column.cell(record, wanted.site));
    let mut cells: Vec<(Column, String)> = columns.iter().map(cell).collect();
    let marks = Marks::of(&record.id, wanted.partner, wanted.sent_on, &cells).written();
    for (column, cell) in &mut cells {
        match column {
            Column::Marks => cell.clone_from(&marks),
            // What is asked for more than a tick says so in the row itself.
            Column::SecondRole | Column::CalledOn if guarded::is_guarded_record(record) => {
                guarded::ASKED.clone_into(cell);
            }
            _ => {}
        }
    }
    Row { id: record.id.clone(), cells: cells.into_iter().map(|(_, cell)| cell).collect() }
}

/// How to fill it in, in plain words.
fn guidance(wanted: &Wanted<'_>, listed: &[&ListingRecord]) -> Vec<String> {
    let publisher = &wanted.site.publisher;
    let mut all = vec![
        format!("These are the entries of {} in {}.", wanted.partner_name, wanted.site.name),
        format!(
            "If a row is right, write {TICK} under “{}”. Then write your role and the date.",
            Column::StillRight.label()
        ),
        "If something is wrong, write the right words over it. Then tick the row if the rest is right.".to_owned(),
        "Leave a cell as it is if you do not know. An empty cell changes nothing.".to_owned(),
        format!("To take out something that is wrong, write: {CLEAR}."),
        "To choose more than one word, write them with a semicolon between them. The drop-down shows the words."
            .to_owned(),
        format!("If it has ended, choose that under “{}”.", Column::Runs.label()),
        "Write roles and teams, never the name of a person. Write nothing about a child or a family.".to_owned(),
        "Columns may be moved or left out. Please leave the last two as they are.".to_owned(),
    ];
    if listed.iter().any(|record| guarded::is_guarded_record(record)) {
        all.push(format!(
            "Some rows are about help for children at risk. There we need two roles, and a test call. Their cells say “{}”.",
            guarded::ASKED
        ));
    }
    if wanted.blank > 0 {
        all.push(
            "To tell us of something new, use an empty row at the end. It is shown once somebody here has looked."
                .to_owned(),
        );
    }
    let to = wanted.site.email.as_ref().map(|email| format!(" to {email}")).unwrap_or_default();
    all.push(format!("Save the file and send it back{to}. Thank you. {publisher}").trim().to_owned());
    all
}
