//! Spreadsheets of LibreOffice and its kin: `.ods`. What a cell shows stands in
//! the file itself.

mod cell;

use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use crate::book::{Book, Form};
use crate::column::{Column, Place};
use crate::grid::{Budget, Grid};
use crate::limits::{MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
use crate::package::Package;
use crate::refused::{Why, packed_otherwise};
use crate::xml::{Next, Xml, attribute};
use cell::Shown;

/// The part that holds all sheets.
pub(crate) const CONTENT: &str = "content.xml";

/// Reads every sheet of a spreadsheet.
pub(crate) fn read(mut package: Package) -> Result<Book, Why> {
    let is_locked = package.text("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data"));
    if is_locked {
        return Err(Why::Locked);
    }
    let content = package.text(CONTENT)?.ok_or(Why::Broken)?;
    let (mut xml, mut hidden, mut is_spreadsheet) = (Xml::of(&content), BTreeSet::new(), false);
    let (mut style, mut budget) = (None, Budget::default());
    let mut book = Book { form: Form::OpenDocument, sheets: Vec::new() };
    while let Some(next) = xml.next()? {
        let Next::Begin(element) = next else { continue };
        match element.local_name().as_ref() {
            "spreadsheet" => is_spreadsheet = true,
            "style" => style = attribute(&element, "name"),
            "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                hidden.extend(style.take())
            }
            "tracked-changes" | "shapes" => xml.skip()?,
            "table" if is_spreadsheet => {
                if book.sheets.len() >= MOST_SHEETS {
                    return Err(Why::TooManySheets);
                }
                let is_hidden = attribute(&element, "style-name").is_some_and(|style| hidden.contains(&style));
                let name = attribute(&element, "name").unwrap_or_default();
                let grid = table(&mut xml, &mut budget)?;
                book.sheets.push(grid.into_sheet(name, is_hidden, &mut budget)?);
            }
            _ => {}
        }
    }
    if is_spreadsheet { Ok(book) } else { Err(packed_otherwise(|part| package.has(part))) }
}

/// Reads the table that has just begun.
fn table(xml: &mut Xml, budget: &mut Budget) -> Result<Grid, Why> {
    let (mut grid, mut row) = (Grid::default(), 1_u32);
    while let Some(next) = xml.next()? {
        match next {
            Next::Begin(element) => match element.local_name().as_ref() {
                "table-row" => {
                    let times = repeated(&element, "number-rows-repeated");
                    read_row(xml, &mut grid, row, times, budget)?;
                    row = row.saturating_add(times);
                }
                "table-row-group" | "table-rows" | "table-header-rows" => {}
                _ => xml.skip()?,
            },
            Next::End(name) if name == "table" => break,
            _ => {}
        }
    }
    Ok(grid)
}

/// Reads the row that has just begun, which may stand for several alike.
fn read_row(xml: &mut Xml, grid: &mut Grid, row: u32, times: u32, budget: &mut Budget) -> Result<(), Why> {
    let mut column = 0_u32;
    while let Some(next) = xml.next()? {
        match next {
            Next::Begin(element) => match element.local_name().as_ref() {
                name @ ("table-cell" | "covered-table-cell") => {
                    let is_covered = name == "covered-table-cell";
                    let across = repeated(&element, "number-columns-repeated");
                    let place = |row, column| Place { row, column: Column(u16::try_from(column).unwrap_or(u16::MAX)) };
                    let (wide, high) = (spanned(&element, "columns"), spanned(&element, "rows"));
                    if (wide > 1 || high > 1) && !is_covered && column < u32::from(MOST_COLUMNS) {
                        let last = place(
                            row.saturating_add(high - 1),
                            column.saturating_add(wide - 1).min(u32::from(MOST_COLUMNS)),
                        );
                        grid.merge(place(row, column), last);
                    }
                    let shown = Shown::read(xml, &element)?;
                    if !shown.is_empty() && !is_covered {
                        for row in (row..row.saturating_add(times)).take(MOST_ROWS as usize + 1) {
                            for column in column..column.saturating_add(across).min(u32::from(u16::MAX)) {
                                grid.put(place(row, column), &shown.text, shown.doubt, budget)?;
                            }
                        }
                    }
                    column = column.saturating_add(across);
                }
                _ => xml.skip()?,
            },
            Next::End(name) if name == "table-row" => break,
            _ => {}
        }
    }
    Ok(())
}

/// How many times something stands there, for which the file has it once.
fn repeated(element: &BytesStart, name: &str) -> u32 {
    attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}

fn spanned(element: &BytesStart, of: &str) -> u32 {
    repeated(element, &format!("number-{of}-spanned")).min(MOST_ROWS)
}
