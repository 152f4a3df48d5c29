//! Which row of a sheet holds its headings, and which column holds what.

use crate::book::{Row, Sheet};
use crate::column::Column;
use crate::text::plain;

/// How many rows that hold something may stand above the headings.
pub const MOST_ABOVE: usize = 20;

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<K> {
    /// Over which column it stands.
    pub column: Column,
    /// How it is written.
    pub text: String,
    /// What it means. `None`: it is not known, or another column to its left has
    /// the same meaning.
    pub meaning: Option<K>,
}

/// The headings of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings<K> {
    /// In which row they stand.
    pub row: u32,
    /// Each of them, from the left.
    pub all: Vec<Heading<K>>,
}

impl Sheet {
    /// The headings of the sheet: of its first rows the one with most that are
    /// known, if that is more than one. Titles may stand above it.
    pub fn headings<K: Copy + PartialEq>(&self, known: impl Fn(&str) -> Option<K>) -> Option<Headings<K>> {
        let mut best: Option<(usize, Headings<K>)> = None;
        for row in self.rows.iter().take(MOST_ABOVE) {
            let headings = Headings::of(row, &known);
            let count = headings.read().count();
            if count > 1 && best.as_ref().is_none_or(|(most, _)| count > *most) {
                best = Some((count, headings));
            }
        }
        best.map(|(_, headings)| headings)
    }

    /// The rows below a row.
    pub fn below(&self, row: u32) -> &[Row] {
        let from = self.rows.partition_point(|one| one.number <= row);
        self.rows.get(from..).unwrap_or_default()
    }
}

impl<K: Copy + PartialEq> Headings<K> {
    /// A row as headings.
    pub fn of(row: &Row, known: impl Fn(&str) -> Option<K>) -> Self {
        let mut all: Vec<Heading<K>> = Vec::new();
        for cell in &row.cells {
            let text = plain(&cell.text).replace('\n', " ");
            let is_taken = |meaning: &K| all.iter().any(|one| one.meaning.as_ref() == Some(meaning));
            let meaning = known(&text).filter(|meaning| !is_taken(meaning));
            all.push(Heading { column: cell.column, text, meaning });
        }
        Self { row: row.number, all }
    }

    /// The column that holds something, if one does.
    pub fn column(&self, meaning: K) -> Option<Column> {
        self.all.iter().find(|heading| heading.meaning == Some(meaning)).map(|heading| heading.column)
    }

    /// The headings that were understood.
    pub fn read(&self) -> impl Iterator<Item = &Heading<K>> {
        self.all.iter().filter(|heading| heading.meaning.is_some())
    }

    /// The headings that were not understood, or stand there twice.
    pub fn unread(&self) -> impl Iterator<Item = &Heading<K>> {
        self.all.iter().filter(|heading| heading.meaning.is_none())
    }
}
