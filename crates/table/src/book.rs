//! What was read: sheets, their rows, and the cells that hold something.

use crate::column::{Column, Place};
use crate::doubt::Doubt;
use crate::list::Separator;

/// What was read from one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// How it was written.
    pub form: Form,
    /// Its sheets, in their order. A list has one, without a name.
    pub sheets: Vec<Sheet>,
}

/// How a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A workbook of Excel and its kin: `.xlsx`.
    Excel,
    /// A spreadsheet of LibreOffice and its kin: `.ods`.
    OpenDocument,
    /// Text with something between its cells: `.csv`, `.tsv`, `.txt`.
    List {
        /// The name of its encoding.
        encoding: &'static str,
        /// What stands between its cells.
        separator: Separator,
    },
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Whether it is hidden from whoever opens the file.
    pub is_hidden: bool,
    /// The rows that hold something, from the top.
    pub rows: Vec<Row>,
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, as a spreadsheet counts: the first is 1, and blank rows count.
    pub number: u32,
    /// The cells that hold something, from the left.
    pub cells: Vec<Cell>,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// In which column it stands.
    pub column: Column,
    /// What people see in it, as [`crate::plain`] leaves it: a day as 2026-09-03,
    /// a number as its format shows it. Line breaks are kept. It is empty only
    /// where there is a doubt.
    pub text: String,
    /// Why the text may not be what somebody wrote.
    pub doubt: Option<Doubt>,
    /// If it is covered by merged cells, the place of the first, whose text it
    /// repeats.
    pub merged_from: Option<Place>,
}

impl Form {
    /// How it was written, in words.
    pub fn told(self) -> String {
        match self {
            Self::Excel => "Excel workbook".to_owned(),
            Self::OpenDocument => "OpenDocument spreadsheet".to_owned(),
            Self::List { encoding, separator } => format!("{}, {encoding}", separator.told()),
        }
    }
}

impl Row {
    /// The cell in a column, if it holds something.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }

    /// What stands in a column; nothing if the cell is empty.
    pub fn text(&self, column: Column) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }
}
