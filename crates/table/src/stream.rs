//! A workbook of any length, written row by row: its rows lie in a file of the
//! system's own until it is put together, and none is held.

use std::io::{Seek, Write};

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::text::plain;
use crate::write::{body, empty_book, fitting, sheet_name};

/// How wide a column is, in letters.
const WIDTH: f64 = 24.0;

/// A workbook with one sheet. The first row is its headings.
pub struct Stream {
    book: Workbook,
    heading: Format,
    body: Format,
    row: u32,
}

impl Stream {
    /// An empty sheet of this name, with so many columns.
    pub fn begin(name: &str, columns: u16) -> Result<Self, XlsxError> {
        let mut book = empty_book(name)?;
        let page = book.add_worksheet_with_constant_memory()?;
        page.set_name(sheet_name(name))?.set_freeze_panes(1, 1)?;
        for column in 0..columns {
            page.set_column_width(column, WIDTH)?;
        }
        Ok(Self { book, heading: Format::new().set_bold().set_text_wrap(), body: body(), row: 0 })
    }

    /// Adds a row. Every cell is text, and none is a formula.
    pub fn add<T: AsRef<str>>(&mut self, cells: &[T]) -> Result<(), XlsxError> {
        let format = if self.row == 0 { &self.heading } else { &self.body };
        let page = self.book.worksheet_from_index(0)?;
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.as_ref().is_empty()) {
            page.write_string_with_format(self.row, column, fitting(&plain(cell.as_ref())), format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Puts it together.
    pub fn end(mut self, out: impl Write + Seek + Send) -> Result<(), XlsxError> {
        self.book.save_to_writer(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_that_was_written_row_by_row_is_read_back() {
        let mut stream = Stream::begin("Made up", 2).unwrap();
        stream.add(&["Name", "Phone"]).unwrap();
        stream.add(&["=1+1", ""]).unwrap();
        stream.add(&["Made up for tests", "01632 960001"]).unwrap();
        let mut file = std::io::Cursor::new(Vec::new());
        stream.end(&mut file).unwrap();
        let book = crate::read(file.get_ref(), "made-up.xlsx").unwrap();
        let rows: Vec<Vec<&str>> =
            book.sheets[0].rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(rows, [vec!["Name", "Phone"], vec!["=1+1"], vec!["Made up for tests", "01632 960001"]]);
    }
}
