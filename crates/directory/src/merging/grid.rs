//! A returned table: cells with the places that people see beside them.

/// A sheet of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The name of the file.
    pub file: String,
    /// The name of the sheet; empty for a list.
    pub sheet: String,
    /// Who sent it, by id, as somebody says of a file that does not say it itself.
    pub sender: Option<String>,
    /// The rows that hold something.
    pub rows: Vec<GridRow>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// Its number, as a spreadsheet counts.
    pub number: u32,
    /// The cells that hold something.
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// Its column, from 0.
    pub column: u16,
    /// The letters of its column.
    pub letter: String,
    /// What stands in it.
    pub text: String,
    /// Why that may not be what somebody wrote.
    pub doubt: Option<Doubt>,
    /// Whether it only repeats a cell that was merged over it.
    pub is_covered: bool,
}

/// Why a cell may not hold what somebody wrote, with the sentence that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A number may have lost its first nought: it matters where numbers are.
    LostZero(String),
    /// Ages may have become a day: it matters where ages are.
    Ages(String),
    /// There is no text to go by.
    NoText(String),
}
