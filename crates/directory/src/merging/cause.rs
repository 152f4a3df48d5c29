//! Facts that change because of others: what a row itself brought about is no
//! change that somebody made here.

use super::How;
use super::filled::{Base, Filled};
use crate::record::ListingRecord;
use crate::sheet::{Column, is_nothing};

/// The columns whose change changes this one as well.
fn causes(column: Column) -> &'static [Column] {
    match column {
        Column::Opening => &[Column::Hours],
        Column::Time => &[Column::Length],
        Column::OpensOn => &[Column::Runs],
        Column::SaidOn => &[Column::Runs, Column::Wait, Column::OpensOn],
        Column::AgesExtended => &[Column::Ages],
        Column::CostNote => &[Column::Cost],
        _ => &[],
    }
}

/// Whether a row changed what this column follows from, and that stands here
/// already: the row was taken in before.
pub(super) fn is_known(
    column: Column,
    row: &Filled<'_>,
    record: &ListingRecord,
    base: &Base<'_>,
    how: &How<'_>,
) -> bool {
    let is_taken = |cause: &Column| {
        let text = row.text(*cause);
        base.marks.is_some() && !base.is_as_sent(*cause, text) && stands(*cause, text, record, how)
    };
    causes(column).iter().any(is_taken)
}

/// Whether an entry says already what a cell says, however that is written.
pub(super) fn stands(column: Column, text: &str, record: &ListingRecord, how: &How<'_>) -> bool {
    let mut attempt = record.clone();
    !is_nothing(text)
        && column.put(&mut attempt, text, how.site).is_ok()
        && column.cell(&attempt, how.site) == column.cell(record, how.site)
}
