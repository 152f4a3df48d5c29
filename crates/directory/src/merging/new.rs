//! A row without an entry: something that a partner tells of anew. It is held
//! until a person of the directory says yes to it.

use super::filled::{Filled, doubted};
use super::{CellMerged, How, Index, RowMerged, What, near, row, stating, tick};
use crate::id::LONGEST;
use crate::partner::slug;
use crate::record::{FORMAT, ListingRecord};
use crate::sheet::{Column, is_nothing};

/// The new entry of a row; nothing if it was taken in before. `taken` are the ids
/// of those that were made before it.
pub(super) fn row(filled: &Filled<'_>, index: &Index<'_>, taken: &mut Vec<String>, how: &How<'_>) -> Option<RowMerged> {
    let mut told = RowMerged::of(filled.at(), "", filled.name());
    told.note = filled.about_check(Column::Note).unwrap_or_default();
    let mut record = ListingRecord { format: Some(FORMAT), standing: "held".to_owned(), ..ListingRecord::default() };
    // The kind comes first: it decides what else may be said.
    let (kind, rest): (Vec<_>, Vec<_>) = filled.facts().partition(|(column, _)| *column == Column::Kind);
    let mut changed = Vec::new();
    for (column, cell) in kind.into_iter().chain(rest) {
        if is_nothing(&cell.text) && cell.doubt.is_none() {
            continue;
        }
        let done = match doubted(column, cell) {
            Some(why) => Err(why.to_owned()),
            None if cell.is_covered => {
                Err("This cell is merged with others. Write it into each row by itself.".to_owned())
            }
            None => column.put(&mut record, &cell.text, how.site).map_err(|why| why.says),
        };
        let (letter, theirs) = (cell.letter.clone(), cell.text.clone());
        let what = done.map_or_else(What::Refused, |()| What::Changed);
        if what == What::Changed {
            changed.push(column);
        }
        let (ours, now) = (String::new(), column.cell(&record, how.site));
        told.cells.push(CellMerged { column, letter, sent: None, is_as_sent: false, theirs, ours, now, what });
    }
    let wanted = [Column::Kind, Column::Summary, Column::Audience, Column::Places];
    let missing: Vec<&str> =
        wanted.iter().filter(|column| !changed.contains(column)).map(|column| column.label()).collect();
    if !missing.is_empty() {
        told.refuse(format!("A new entry needs also: {}.", missing.join(", ")));
        return Some(told);
    }
    if record.standing != "held" {
        told.refuse("It says that it has ended, and it was not in the directory.");
        return Some(told);
    }
    let check = tick::read(filled, &[&record.name, &filled.partner_name], how);
    let source = check.source(filled, how);
    if let Some(other) = told_before(&record, &tick::teller(filled), index) {
        let is_other = |column: &Column| column.cell(other, how.site) != column.cell(&record, how.site);
        if !changed.iter().any(is_other) {
            return None;
        }
        let why = format!("They told us of it before: it is {}. Change that entry, or write another name.", other.id);
        told.refuse(why);
        return Some(told);
    }
    let wanted = slug(&record.name).unwrap_or_else(|| "entry".to_owned());
    if how.unread.contains(&wanted) {
        told.refuse(format!("{wanted}.json is there and cannot be read. It may be this entry. Mend it first."));
        return Some(told);
    }
    record.id = free_id(wanted, index, taken, how)?;
    told.id.clone_from(&record.id);
    stating::state(&mut record, &changed, &source, check.on.unwrap_or(how.today));
    if let Some(why) = row::broken(&ListingRecord::default(), &record) {
        told.refuse(why);
        return Some(told);
    }
    taken.push(record.id.clone());
    told.is_new = true;
    told.questions.extend(near::question(&record, index));
    told.record = Some(record);
    Some(told)
}

/// The entry of this name that the same partner told of before.
fn told_before<'a>(record: &ListingRecord, teller: &str, index: &Index<'a>) -> Option<&'a ListingRecord> {
    let is_theirs = |other: &&ListingRecord| {
        other.sources.iter().any(|one| one.kind == stating::KIND && one.source.starts_with(teller))
    };
    index.by_name(&record.name).find(is_theirs)
}

/// An id that no entry has or had, and no file.
fn free_id(first: String, index: &Index<'_>, taken: &[String], how: &How<'_>) -> Option<String> {
    let short: String = first.chars().take(LONGEST - 4).collect();
    let short = short.trim_end_matches('-').to_owned();
    let is_free = |id: &String| index.by_id(id).is_none() && !taken.contains(id) && !how.unread.contains(id);
    std::iter::once(first).chain((2..1000).map(|count| format!("{short}-{count}"))).find(is_free)
}
