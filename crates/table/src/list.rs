//! Lists as text, with something between their cells: `.csv`, `.tsv`, `.txt`.

mod encoding;
mod separator;

use csv::{ReaderBuilder, StringRecord, Terminator};

use crate::book::{Book, Cell, Form, Row, Sheet};
use crate::column::{Column, Place};
use crate::doubt::Doubt;
use crate::grid::Budget;
use crate::limits::{MOST_COLUMNS, MOST_IN_CELL};
use crate::refused::Why;
use crate::text::plain;
pub use separator::Separator;

/// Reads a list.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, Why> {
    let (mut sheet, mut budget) = (Sheet::default(), Budget::default());
    let form = each(bytes, &mut |row| {
        budget.spend_row(&row)?;
        sheet.rows.push(row);
        Ok(())
    })?;
    Ok(Book { form, sheets: vec![sheet] })
}

/// Reads a list row by row, and keeps none of it.
pub(crate) fn each(bytes: &[u8], take: &mut dyn FnMut(Row) -> Result<(), Why>) -> Result<Form, Why> {
    let (text, encoding) = encoding::decoded(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\0') || is_no_text(text) {
        return Err(Why::Other("no table", "open it in a spreadsheet, save it as .xlsx, .ods or CSV, and use that"));
    }
    let (separator, text) = Separator::of(text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .delimiter(separator.sign())
        .from_reader(text.as_bytes());
    let (mut record, mut breaks) = (StringRecord::new(), 0_u64);
    while reader.read_record(&mut record).map_err(|_| Why::Broken)? {
        let number = record.position().map_or(1, |at| line(at, text)).saturating_sub(breaks);
        let number = u32::try_from(number).map_err(|_| Why::TooManyCells)?;
        if record.len() > usize::from(MOST_COLUMNS) {
            return Err(Why::TooManyColumns);
        }
        let mut row = Row { number, cells: Vec::new() };
        for (cell, column) in record.iter().zip((0..).map(Column)) {
            if cell.len() > MOST_IN_CELL {
                return Err(Why::CellTooLong(Place { row: number, column }));
            }
            breaks += cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
            let (text, doubt) = (plain(unguarded(cell)), Doubt::of(cell.trim()));
            if !text.is_empty() {
                row.cells.push(Cell { column, text, doubt, merged_from: None });
            }
        }
        if !row.cells.is_empty() {
            take(row)?;
        }
    }
    Ok(Form::List { encoding, separator })
}

/// On which line a row begins. Blank lines before it are no rows to the reader of
/// lists, and count for a spreadsheet, which in turn counts a row once, however
/// many line breaks its cells hold.
fn line(at: &csv::Position, text: &str) -> u64 {
    let from = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    at.line() + rest.iter().take_while(|byte| **byte == b'\n').count() as u64
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a
/// formula.
fn unguarded(cell: &str) -> &str {
    let cell = cell.trim_end_matches('\r');
    let rest = cell.trim_start_matches('\'');
    let is_guarded = rest.len() < cell.len() && rest.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_guarded { cell.get(1..).unwrap_or(cell) } else { cell }
}

/// Whether so much of a text is control characters that it is none.
fn is_no_text(text: &str) -> bool {
    let head = text.chars().take(4_096);
    let odd = head.filter(|sign| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')).count();
    odd > 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(String, String)> {
        let book = read(text.as_bytes()).unwrap();
        let rows = book.sheets.into_iter().flat_map(|sheet| sheet.rows);
        rows.flat_map(|row| {
            row.cells
                .into_iter()
                .map(move |cell| (Place { row: row.number, column: cell.column }.to_string(), cell.text))
        })
        .collect()
    }

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = cells(text);
        let found: Vec<_> = found.iter().map(|(place, text)| (place.as_str(), text.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        check("a,b\n\n\"c\nd\",e\n,\nf,\n", &[("A1", "a"), ("B1", "b"), ("A3", "c\nd"), ("B3", "e"), ("A5", "f")]);
        check(
            "sep=;\r\na;b\r\n\"c\r\nd\";e\r\nf;g",
            &[("A1", "a"), ("B1", "b"), ("A2", "c\nd"), ("B2", "e"), ("A3", "f"), ("B3", "g")],
        );
        check(
            "a,b\rc,d\re,\"f\rg\"\rh,i\r",
            &[
                ("A1", "a"),
                ("B1", "b"),
                ("A2", "c"),
                ("B2", "d"),
                ("A3", "e"),
                ("B3", "f\ng"),
                ("A4", "h"),
                ("B4", "i"),
            ],
        );
    }

    #[test]
    fn what_keeps_a_formula_from_running_is_no_part_of_the_cell() {
        check(
            "'=1+1,'+44 20,it's,'quoted',''=x\n",
            &[("A1", "=1+1"), ("B1", "+44 20"), ("C1", "it's"), ("D1", "'quoted'"), ("E1", "'=x")],
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\0\0\0\0,a,b"[..], b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e,a"] {
            assert!(matches!(read(bytes), Err(Why::Other(..))));
        }
    }
}
