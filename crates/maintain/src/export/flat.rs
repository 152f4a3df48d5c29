//! One table with a row for each entry, for people and for programs that read
//! nothing else. Its columns are those of the template, so that both are read
//! back alike.

use std::io::Write;

use ::open_referral::write::reached;
use anyhow::{Context, Result};
use directory::closed::Closed;
use directory::record::ListingRecord;
use directory::sheet::Column;
use directory::vocabulary::Thrive;

use super::{Asked, Frame};
use crate::files::Unfinished;

/// Two columns that no template has: nobody is asked for them.
const OWN: [&str; 2] = ["THRIVE groupings", "Stated by a source"];

/// The columns of the template that say something of an entry: its id first.
fn columns() -> impl Iterator<Item = Column> {
    let rest = Column::ALL.iter().copied();
    let is_told = |column: &Column| column.is_fact() || matches!(column, Column::Doubt | Column::LastChecked);
    [Column::Id].into_iter().chain(rest.filter(is_told))
}

fn headings() -> Vec<&'static str> {
    let heading = |column| match column {
        Column::Id => "Id",
        Column::LastChecked => "Last checked",
        other => other.label(),
    };
    columns().map(heading).chain(OWN).collect()
}

fn cells(record: &ListingRecord, frame: &Frame) -> Vec<String> {
    let told = ListingRecord { contacts: reached(&frame.crisis, record), ..record.clone() };
    let groupings = record.thrive.iter().flatten();
    let labels: Vec<_> = groupings.filter_map(|slug| Thrive::from_slug(slug)).map(Thrive::label).collect();
    let own = [labels.join("; "), record.stated.join("; ")];
    columns().map(|column| column.cell(&told, &frame.site)).chain(own).collect()
}

/// Writes a list with commas.
pub(super) fn csv(asked: &Asked, frame: &Frame, out: &mut dyn Write) -> Result<()> {
    out.write_all(table::csv([headings()]).as_bytes())?;
    asked.each(frame, |entry| Ok(out.write_all(table::csv_row(&cells(&entry.record, frame)).as_bytes())?))
}

/// Writes a workbook.
pub(super) fn workbook(asked: &Asked, frame: &Frame, file: &mut Unfinished) -> Result<()> {
    let headings = headings();
    let mut book = table::Stream::begin(&frame.site.name, u16::try_from(headings.len())?)?;
    book.add(&headings)?;
    asked.each(frame, |entry| book.add(&cells(&entry.record, frame)).context("cannot write a row"))?;
    Ok(book.end(file)?)
}
