//! Plain tables, written for others: every cell is text, and none is a formula.

use directory::csv::row;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use crate::text::plain;

/// The mark by which Excel knows that a list is UTF-8.
const MARK: &str = "\u{feff}";

/// How high a line of text is.
pub(crate) const LINE: u32 = 15;

/// The most characters that a cell of a workbook takes.
const MOST_IN_CELL: usize = 32_767;

/// A sheet to be written, row by row. The first row is its headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// What it is called; at most 31 characters are kept.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// Rows as a list with commas, with a mark of its encoding. What a spreadsheet
/// would take for a formula is text there, and [`crate::read`] gives it back as it
/// was.
pub fn csv<T: AsRef<str>>(rows: impl IntoIterator<Item = impl AsRef<[T]>>) -> String {
    rows.into_iter().fold(MARK.to_owned(), |text, row| text + &csv_row(row.as_ref()))
}

/// One row of such a list, with its line end and without the mark.
pub fn csv_row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| guarded(plain(cell.as_ref()))).collect();
    // A row without anything would be a blank line, which some programs drop.
    if cells.iter().all(String::is_empty) { ",\r\n".to_owned() } else { row(&cells) }
}

/// A text that begins as one does that was kept from being a formula gets one
/// more apostrophe, so that the one that is taken off again is ours.
fn guarded(cell: String) -> String {
    let rest = cell.trim_start_matches('\'');
    let looks_guarded = rest.len() < cell.len() && rest.starts_with(['=', '+', '-', '@']);
    if looks_guarded { format!("'{cell}") } else { cell }
}

/// Sheets as a workbook of Excel. The same sheets make the same bytes.
pub fn xlsx(sheets: &[Plain]) -> Result<Vec<u8>, XlsxError> {
    let mut book = empty_book("")?;
    let (heading, body) = (Format::new().set_bold().set_text_wrap(), body());
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet_name(&sheet.name))?.set_freeze_panes(1, 0)?;
        for (at, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                let format = if at == 0 { &heading } else { &body };
                page.write_string_with_format(at, column, fitting(&plain(cell)), format)?;
            }
        }
    }
    book.save_to_buffer()
}

/// A workbook that says of itself nothing that changes from day to day.
pub(crate) fn empty_book(title: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let begin = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&begin));
    Ok(book)
}

/// How cells look that hold facts: as text, which is format 49, so that a
/// spreadsheet changes nothing that is typed there.
pub(crate) fn body() -> Format {
    Format::new().set_num_format_index(49).set_text_wrap().set_align(FormatAlign::Top)
}

/// As much of a text as a cell takes.
pub(crate) fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > MOST_IN_CELL
    });
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or(text)
}

/// A name that a sheet may have: some signs are not for it, and it is short.
pub(crate) fn sheet_name(name: &str) -> String {
    let allowed = plain(name).replace(['[', ']', ':', '*', '?', '/', '\\', '\n'], " ");
    let short: String = allowed.trim_matches('\'').chars().take(31).collect();
    let short = short.trim_matches(['\'', ' ']).to_owned();
    if short.is_empty() { "Sheet".to_owned() } else { short }
}
