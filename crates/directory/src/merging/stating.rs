//! On whose word a fact stands: what a partner says becomes stated, with its
//! source and the day.

use super::ended::ENDED;
use super::filled::Filled;
use super::{CellMerged, Side, What};
use crate::day::Day;
use crate::record::{ListingRecord, SourceRecord};
use crate::sheet::{Column, is_nothing};

/// What kind of source a partner's update is.
pub(super) const KIND: &str = "partner's update";

/// The columns that are taken.
pub(super) fn changed(cells: &[CellMerged]) -> Vec<Column> {
    let is_taken = |cell: &&CellMerged| matches!(cell.what, What::Changed | What::Conflict(Some(Side::Theirs)));
    cells.iter().filter(is_taken).map(|cell| cell.column).collect()
}

/// Notes that a partner states what is in these columns.
pub(super) fn state(record: &mut ListingRecord, columns: &[Column], source: &str, on: Day) {
    let mut fields = fields(columns);
    if record.standing == ENDED {
        // Whether it runs is told of its standing from then on.
        fields.iter_mut().filter(|field| **field == "availability").for_each(|field| *field = "standing");
        fields.sort_unstable();
        fields.dedup();
    }
    let (known, cleared): (Vec<&str>, Vec<&str>) = fields.into_iter().partition(|field| holds(record, field));
    // Of what is not known nobody states anything.
    record.stated.retain(|field| !cleared.contains(&field.as_str()));
    add_source(record, &known, source);
    for field in known {
        if !record.stated.iter().any(|one| one == field) {
            record.stated.push(field.to_owned());
        }
    }
    record.stated.sort();
    let last = record.last_source.as_deref().and_then(Day::read);
    if last.is_none_or(|last| last.last_day() < on) {
        record.last_source = Some(on.iso());
    }
}

/// A tick says that what stands in the row is right: facts that were our own
/// reading become stated. What we sort by stays ours, and so does what was
/// decided for ours: they never said it.
pub(super) fn confirm(record: &mut ListingRecord, row: &Filled<'_>, who: &str, cells: &[CellMerged]) {
    let shown = row.facts().filter(|(column, cell)| is_told(*column) && !is_nothing(&cell.text));
    let shown: Vec<Column> = shown.map(|(column, _)| column).collect();
    let mut new: Vec<&str> = fields(&shown);
    let kept = cells.iter().filter(|cell| cell.what == What::Conflict(Some(Side::Ours))).map(|cell| cell.column);
    let ours = fields(&kept.collect::<Vec<_>>());
    new.retain(|field| !ours.contains(field) && holds(record, field) && !record.stated.iter().any(|one| one == field));
    let on = record.checked.as_ref().and_then(|check| Day::read(&check.on));
    if let (Some(on), false) = (on, new.is_empty()) {
        let source = format!("confirmed by {who}, {}", on.words());
        add_source(record, &new, &source);
        record.stated.extend(new.into_iter().map(str::to_owned));
        record.stated.sort();
    }
}

/// Whether a column is for the partner to state. Needs, kind and whom an entry
/// speaks to are how we sort it.
fn is_told(column: Column) -> bool {
    !matches!(column, Column::Needs | Column::Audience | Column::Kind | Column::Runs | Column::Successor)
}

/// The names that the format has for what stands in some columns, each once.
pub(super) fn fields(columns: &[Column]) -> Vec<&'static str> {
    let mut fields: Vec<&str> = columns.iter().filter_map(|column| column.stated()).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// Whether an entry says anything in the columns that a name stands for.
fn holds(record: &ListingRecord, field: &str) -> bool {
    let site = crate::site::Site::default();
    let of = |column: &&Column| column.stated() == Some(field);
    field == "standing" || Column::ALL.iter().filter(of).any(|column| !column.cell(record, &site).is_empty())
}

/// Adds a source; one of the same words gains the fields.
pub(super) fn add_source(record: &mut ListingRecord, fields: &[&str], source: &str) {
    if fields.is_empty() {
        return;
    }
    let known = record.sources.iter_mut().find(|one| one.source == source && one.kind == KIND);
    match known {
        Some(known) => {
            let new = fields.iter().filter(|field| !known.fields.iter().any(|one| one == *field));
            let new: Vec<String> = new.map(|field| (*field).to_owned()).collect();
            known.fields.extend(new);
        }
        None => record.sources.push(SourceRecord {
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            source: source.to_owned(),
            kind: KIND.to_owned(),
        }),
    }
}
