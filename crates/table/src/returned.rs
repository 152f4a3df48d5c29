//! A file that a partner sent back, as the core compares it.

use directory::merging::{self, Grid, GridCell, GridRow};

use crate::{Book, Doubt};

/// Each sheet of a file that was read, hidden ones left out.
pub fn returned(book: &Book, file: &str) -> Vec<Grid> {
    let shown = book.sheets.iter().filter(|sheet| !sheet.is_hidden);
    let grid = |sheet: &crate::Sheet| Grid {
        file: file.to_owned(),
        sheet: sheet.name.clone(),
        sender: None,
        rows: sheet.rows.iter().map(row).collect(),
    };
    shown.map(grid).collect()
}

fn row(row: &crate::Row) -> GridRow {
    let cell = |cell: &crate::Cell| GridCell {
        column: cell.column.0,
        letter: cell.column.to_string(),
        text: cell.text.clone(),
        doubt: cell.doubt.map(doubt),
        is_covered: cell.merged_from.is_some(),
    };
    GridRow { number: row.number, cells: row.cells.iter().map(cell).collect() }
}

fn doubt(doubt: Doubt) -> merging::Doubt {
    let told = doubt.told();
    let (first, rest) = told.split_at_checked(1).unwrap_or((told, ""));
    let says = format!("{}{rest}.", first.to_uppercase());
    match doubt {
        Doubt::MayHaveLostZero => merging::Doubt::LostZero(says),
        Doubt::MayBeAges => merging::Doubt::Ages(says),
        _ => merging::Doubt::NoText(says),
    }
}
