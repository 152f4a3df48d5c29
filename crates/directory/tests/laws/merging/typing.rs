//! What somebody types into a returned table.

use directory::merging::{Grid, GridCell, GridRow};
use directory::sheet::Column;
use proptest::prelude::*;
use proptest::sample::select;

/// A table of these cells.
pub fn list(rows: &[&[&str]]) -> Grid {
    let cell = |(at, text): (usize, &&str)| GridCell {
        column: at as u16,
        letter: format!("C{at}"),
        text: (*text).to_owned(),
        ..GridCell::default()
    };
    let row = |(at, cells): (usize, &&[&str])| GridRow {
        number: at as u32 + 1,
        cells: cells.iter().enumerate().map(cell).filter(|cell| !cell.text.is_empty()).collect(),
    };
    Grid { file: "list.csv".to_owned(), rows: rows.iter().enumerate().map(row).collect(), ..Grid::default() }
}

fn column_of(grid: &Grid, column: Column) -> u16 {
    let cells = &grid.rows[0].cells;
    cells.iter().find(|cell| Column::of_heading(&cell.text) == Some(column)).map(|cell| cell.column).unwrap()
}

fn row_of(grid: &Grid, id: &str) -> usize {
    let at = column_of(grid, Column::Id);
    grid.rows.iter().position(|row| row.cells.iter().any(|cell| cell.column == at && cell.text == id)).unwrap()
}

/// A cell of an entry's row, made if it was empty.
pub fn cell<'a>(grid: &'a mut Grid, id: &str, column: Column) -> &'a mut GridCell {
    let row = row_of(grid, id);
    cell_in(grid, row, column)
}

fn cell_in(grid: &mut Grid, row: usize, column: Column) -> &mut GridCell {
    let at = column_of(grid, column);
    let cells = &mut grid.rows[row].cells;
    if !cells.iter().any(|cell| cell.column == at) {
        cells.push(GridCell { column: at, letter: format!("C{at}"), ..GridCell::default() });
    }
    cells.iter_mut().find(|cell| cell.column == at).unwrap()
}

/// Types into a cell of an entry.
pub fn write(grid: &mut Grid, id: &str, column: Column, text: &str) {
    text.clone_into(&mut cell(grid, id, column).text);
}

/// Types into a cell of a row.
pub fn write_row(grid: &mut Grid, row: usize, column: Column, text: &str) {
    text.clone_into(&mut cell_in(grid, row, column).text);
}

/// Ticks an entry.
pub fn tick(grid: &mut Grid, id: &str, role: &str, day: &str) {
    write(grid, id, Column::StillRight, "✓");
    write(grid, id, Column::CheckedBy, role);
    write(grid, id, Column::CheckedOn, day);
}

/// Gives a row the id of another entry, and its marks as well.
pub fn rename(grid: &mut Grid, id: &str, other: &str) {
    let row = row_of(grid, id);
    let kept = cell(grid, id, Column::Marks).text.clone();
    let mut marks = directory::sheet::Marks::read(&kept).unwrap();
    other.clone_into(&mut marks.id);
    write_row(grid, row, Column::Id, other);
    write_row(grid, row, Column::Marks, &marks.written());
}

/// Adds an empty row.
pub fn blank(grid: &mut Grid) -> usize {
    let number = grid.rows.len() as u32 + 1;
    grid.rows.push(GridRow { number, cells: Vec::new() });
    grid.rows.len() - 1
}

/// Names a column otherwise.
pub fn head(grid: &mut Grid, column: Column, heading: &str) {
    write_row(grid, 0, column, heading);
}

/// Takes a column out.
pub fn drop_column(grid: &mut Grid, column: Column) {
    let at = column_of(grid, column);
    grid.rows.iter_mut().for_each(|row| row.cells.retain(|cell| cell.column != at));
}

/// Puts the columns in the opposite order.
pub fn turn_round(grid: &mut Grid) {
    for row in &mut grid.rows {
        row.cells.iter_mut().for_each(|cell| cell.column = 200 - cell.column);
        row.cells.reverse();
    }
}

/// What somebody types into cells of the entries a, b and c.
pub fn edits() -> impl Strategy<Value = Vec<(String, Column, String)>> {
    let columns = [
        Column::Summary,
        Column::Hours,
        Column::Phones,
        Column::Ages,
        Column::Cost,
        Column::CostNote,
        Column::Runs,
        Column::Web,
        Column::Opening,
        Column::Wait,
        Column::Name,
        Column::Emails,
        Column::StillRight,
        Column::Needs,
        Column::SaidOn,
        Column::OpensOn,
        Column::AgesExtended,
        Column::Provider,
    ];
    let texts = [
        "Said anew.",
        "",
        "-",
        "01632 960001",
        "7 to 12",
        "Free",
        "Paid",
        "paused",
        "It has ended",
        "clear this",
        "https://example.org/other",
        "Tue 9am to noon",
        "six weeks",
        "help@example.org",
        "Yes",
        "Sleep; Bullying",
        "up to 18",
        "open",
        "3 Sept 2026",
        "to 25 if disabled",
    ];
    let one = (select(vec!["a", "b", "c"]), select(columns.to_vec()), select(texts.to_vec()));
    prop::collection::vec(one.prop_map(|(id, column, text)| (id.to_owned(), column, text.to_owned())), 0..8)
}
