//! Facts that a partner could not see when they ticked a row: what was changed
//! here since, and does not stand in what came back.

use super::filled::{Base, Filled};
use super::{CellMerged, How, Side, What, cause};
use crate::record::ListingRecord;
use crate::sheet::{Column, is_nothing};

/// Those facts. Each waits until somebody has asked, or decides that ours
/// stays: an empty cell takes nothing out, whoever is believed.
pub(super) fn all(row: &Filled<'_>, record: &ListingRecord, base: &Base<'_>, how: &How<'_>) -> Vec<CellMerged> {
    let mut all = Vec::new();
    if base.marks.is_none() {
        return all;
    }
    for column in Column::ALL.iter().copied().filter(|column| column.is_fact()) {
        let shows = row.cell(column).is_some_and(|cell| !is_nothing(&cell.text) || cell.doubt.is_some());
        // Of what they emptied more is said elsewhere.
        let is_emptied = row.columns.contains(&column) && !base.is_as_sent(column, "");
        let ours = column.cell(record, how.site);
        if shows || is_emptied || base.is_as_sent(column, &ours) || cause::is_known(column, row, record, base, how) {
            continue;
        }
        let side = how.take.side(&record.id, column).filter(|side| *side == Side::Ours);
        let (letter, theirs, now) = (String::new(), String::new(), ours.clone());
        let what = What::Conflict(side);
        all.push(CellMerged { column, letter, sent: base.text(column), is_as_sent: true, theirs, ours, now, what });
    }
    all
}

/// What is to be asked about such a fact.
pub(super) fn question(cell: &CellMerged) -> String {
    format!(
        "“{}” was changed here since it was sent out, and they have not seen it. Ask them, or keep ours.",
        cell.column.label()
    )
}
