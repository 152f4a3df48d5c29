//! Cells as they are found in a file, put in their places within limits.

use crate::book::{Cell, Row, Sheet};
use crate::column::{Column, Place};
use crate::doubt::Doubt;
use crate::limits::{MOST_CELLS, MOST_COLUMNS, MOST_IN_CELL, MOST_MERGED, MOST_ROWS, MOST_TEXT};
use crate::refused::Why;
use crate::text::plain;

/// How much of a file may still be read.
#[derive(Default)]
pub(crate) struct Budget {
    cells: usize,
    text: usize,
    merged: u64,
}

/// The cells of one sheet, in the order in which they were found.
#[derive(Default)]
pub(crate) struct Grid {
    cells: Vec<(u32, Cell)>,
    merges: Vec<(Place, Place)>,
}

impl Budget {
    /// Counts the cells of a whole row.
    pub(crate) fn spend_row(&mut self, row: &Row) -> Result<(), Why> {
        let place = |column| Place { row: row.number, column };
        row.cells.iter().try_for_each(|cell| self.spend(place(cell.column), &cell.text))
    }

    fn spread(&mut self) -> Result<(), Why> {
        self.merged += 1;
        if self.merged <= MOST_MERGED { Ok(()) } else { Err(Why::TooManyCells) }
    }

    fn spend(&mut self, place: Place, text: &str) -> Result<(), Why> {
        if text.len() > MOST_IN_CELL {
            return Err(Why::CellTooLong(place));
        }
        if place.column.0 >= MOST_COLUMNS {
            return Err(Why::TooManyColumns);
        }
        self.cells += 1;
        self.text += text.len();
        let is_within = place.row <= MOST_ROWS && self.cells <= MOST_CELLS && self.text <= MOST_TEXT;
        if is_within { Ok(()) } else { Err(Why::TooManyCells) }
    }
}

impl Grid {
    /// Puts a cell in its place. One that holds nothing is left out.
    pub(crate) fn put(
        &mut self,
        place: Place,
        text: &str,
        doubt: Option<Doubt>,
        budget: &mut Budget,
    ) -> Result<(), Why> {
        if text.len() > MOST_IN_CELL {
            return Err(Why::CellTooLong(place));
        }
        let text = plain(text);
        if text.is_empty() && doubt.is_none() {
            return Ok(());
        }
        budget.spend(place, &text)?;
        self.cells.push((place.row, Cell { column: place.column, text, doubt, merged_from: None }));
        Ok(())
    }

    /// Notes that the cells from the first place to the last are merged.
    pub(crate) fn merge(&mut self, first: Place, last: Place) {
        self.merges.push((first, last));
    }

    /// The sheet with all of its cells in order. Of two cells in one place the
    /// first stays.
    pub(crate) fn into_sheet(mut self, name: String, is_hidden: bool, budget: &mut Budget) -> Result<Sheet, Why> {
        let place = |(row, cell): &(u32, Cell)| (*row, cell.column);
        self.cells.sort_by_key(place);
        self.cells.dedup_by_key(|one| place(one));
        self.spread(budget)?;
        self.cells.sort_by_key(place);
        self.cells.dedup_by_key(|one| place(one));
        let mut rows: Vec<Row> = Vec::new();
        for (number, cell) in self.cells {
            match rows.last_mut() {
                Some(row) if row.number == number => row.cells.push(cell),
                _ => rows.push(Row { number, cells: vec![cell] }),
            }
        }
        Ok(Sheet { name, is_hidden, rows })
    }

    /// Repeats the text of merged cells in each that they cover, as far as there
    /// are rows and columns that hold something.
    fn spread(&mut self, budget: &mut Budget) -> Result<(), Why> {
        let last_row = self.cells.last().map_or(0, |(row, _)| *row);
        let last_column = self.cells.iter().map(|(_, cell)| cell.column.0).max().unwrap_or(0);
        let mut covered = Vec::new();
        for (first, last) in &self.merges {
            let found = self.cells.binary_search_by_key(&(first.row, first.column), |(row, cell)| (*row, cell.column));
            let Some((_, cell)) = found.ok().and_then(|at| self.cells.get(at)) else { continue };
            for row in first.row..=last.row.min(last_row) {
                for column in (first.column.0..=last.column.0.min(last_column)).map(Column) {
                    budget.spread()?;
                    let place = Place { row, column };
                    if place != *first {
                        budget.spend(place, &cell.text)?;
                        covered.push((row, Cell { column, merged_from: Some(*first), ..cell.clone() }));
                    }
                }
            }
        }
        // They stand after what was found, so that nothing that somebody wrote is
        // lost, and are put in order when all are there.
        self.cells.append(&mut covered);
        Ok(())
    }
}
