//! The template that a partner fills in, as a workbook and as a list.
//!
//! It opens on plain words about how to fill it in. The entries stand in a table
//! with one row of headings, so that a screen reader names the column of each
//! cell. All cells are text: a spreadsheet then changes nothing that is typed.
//! What a column is for stands in words, never in a colour alone.

mod entries;
mod guide;
mod words;

use directory::sheet::Sheet;
use rust_xlsxwriter::XlsxError;

use crate::write::{csv, empty_book};

/// What the sheets of a workbook are called.
const GUIDE: &str = "How to fill this in";
const ENTRIES: &str = "Entries";
const WORDS: &str = "Words to choose from";

/// A template as a workbook of Excel. The same template makes the same bytes.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = empty_book(&sheet.title)?;
    guide::write(book.add_worksheet(), sheet)?;
    let lists = words::lists(sheet);
    entries::write(book.add_worksheet(), sheet, &lists)?;
    if !lists.is_empty() {
        words::write(book.add_worksheet(), &lists)?;
    }
    book.save_to_buffer()
}

/// A template as a list with commas, for whoever has no spreadsheet that opens
/// workbooks: headings, entries, and empty rows for new ones.
pub fn list(sheet: &Sheet) -> String {
    let headings: Vec<String> = sheet.columns.iter().map(|column| column.heading.clone()).collect();
    let empty = vec![String::new(); headings.len()];
    let rows = sheet.rows.iter().map(|row| row.cells.clone());
    csv(std::iter::once(headings).chain(rows).chain(std::iter::repeat_n(empty, sheet.blank)))
}

/// About how many lines a text takes in a column so many letters wide. Not every
/// program makes a row as high as what stands in it, so each is told.
fn lines(text: &str, width: u32) -> u32 {
    let letters = usize::try_from(width.saturating_sub(2).max(1)).unwrap_or(1);
    let lines = text.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum::<usize>();
    u32::try_from(lines.clamp(1, MOST_LINES)).unwrap_or(1)
}

/// The most lines of a row; a row cannot be higher than about 27.
const MOST_LINES: usize = 26;
