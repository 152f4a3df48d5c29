//! Spreadsheets and lists, whatever is in them.

use table::{Headings, each_row, returned};

/// A table of any form.
pub(super) fn read(bytes: &[u8]) {
    let Ok(book) = table::read(bytes, "made-up") else { return };
    let _ = book.form.told();
    for sheet in &book.sheets {
        let headings = sheet.headings(|text| text.chars().next());
        let below = headings.map(|headings| sheet.below(headings.row).len());
        assert!(below.unwrap_or(0) <= sheet.rows.len());
        for row in &sheet.rows {
            assert!(row.cells.windows(2).all(|pair| matches!(pair, [one, other] if one.column < other.column)));
            assert!(row.cells.iter().all(|cell| table::plain(&cell.text) == cell.text), "a cell is not plain");
        }
    }
    assert!(book.sheets.iter().all(|sheet| sheet.rows.is_sorted_by_key(|row| row.number)));
    let _ = returned(&book, "made-up");
}

/// A list, row by row, with its headings.
pub(super) fn schools(bytes: &[u8]) {
    let mut last = 0;
    let _ = each_row(bytes, "made-up", |_, row| {
        assert!(row.number > last, "rows do not follow each other");
        last = row.number;
        let _ = Headings::of(&row, |text| text.len().checked_sub(3)).unread().count();
    });
}
