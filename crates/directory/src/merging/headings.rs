//! The headings of returned tables: which column is which, and whose table it is.

use super::filled::Filled;
use super::{FileRead, Grid, GridCell, GridRow, How, Index};
use crate::sheet::{Column, FROM_FORM, GUIDE_HEADING, plain};
use std::rc::Rc;

/// So many rows may stand above the headings.
const MOST_ABOVE: usize = 20;

const NO_HEADINGS: &str =
    "It has no row of headings that we know. Send back the template, with its headings above the columns.";
const GUIDE_ALONE: &str = "It holds only how to fill the template in: a list (CSV) keeps one sheet of a workbook. Send \
    back the workbook itself, or open its sheet “Entries” and save that as a list.";

/// The tables that have headings, each with its rows; a file without any is
/// refused.
pub(super) fn read<'a>(grids: &'a [Grid], index: &Index<'_>, how: &How<'_>) -> Vec<(FileRead, Vec<Filled<'a>>)> {
    let mut all: Vec<(FileRead, Vec<Filled<'a>>)> = Vec::new();
    for grid in grids {
        if let Some((at, columns, unread)) = headings(grid) {
            let rows = grid.rows.get(at + 1..).unwrap_or_default();
            all.push(table(grid, rows, &columns, unread, index, how));
        }
    }
    let has_headings = |file: &str, all: &[(FileRead, Vec<Filled<'_>>)]| all.iter().any(|(one, _)| one.file == file);
    for grid in grids {
        if !has_headings(&grid.file, &all) {
            let why = if is_guide(grid) { GUIDE_ALONE } else { NO_HEADINGS };
            all.push((file(grid, None, Vec::new(), Some(why.to_owned())), Vec::new()));
        }
    }
    all
}

fn file(grid: &Grid, partner: Option<String>, unread: Vec<(String, String)>, refused: Option<String>) -> FileRead {
    FileRead { file: grid.file.clone(), sheet: grid.sheet.clone(), partner, unread, refused, is_nobodys: false }
}

type Headings = (usize, Vec<(u16, Column)>, Vec<(String, String)>);

/// The row of the headings: of the first rows the one with the most that are
/// known, at least two.
fn headings(grid: &Grid) -> Option<Headings> {
    let known = |row: &GridRow| row.cells.iter().filter(|cell| Column::of_heading(&cell.text).is_some()).count();
    let rows = grid.rows.iter().take(MOST_ABOVE).enumerate();
    // Of several with as many, the first.
    let (at, row) = rows.rev().max_by_key(|(_, row)| known(row)).filter(|(_, row)| known(row) > 1)?;
    let mut columns: Vec<(u16, Column)> = Vec::new();
    let mut unread = Vec::new();
    for cell in row.cells.iter().filter(|cell| !plain(&cell.text).is_empty()) {
        match Column::of_heading(&cell.text) {
            // Of two with one meaning the first is read.
            Some(column) if columns.iter().all(|(_, one)| *one != column) => columns.push((cell.column, column)),
            _ => unread.push((cell.letter.clone(), plain(&cell.text))),
        }
    }
    // The words to choose from have headings as well, and are no entries.
    let names = |(_, column): &(u16, Column)| matches!(column, Column::Id | Column::Marks | Column::Name);
    columns.iter().any(names).then_some((at, columns, unread))
}

/// Whether it is the sheet that says how to fill a template in.
fn is_guide(grid: &Grid) -> bool {
    grid.rows.iter().flat_map(|row| &row.cells).any(|cell| plain(&cell.text) == GUIDE_HEADING)
}

/// What is said of the file of a partner whom nobody knows.
pub(super) fn no_partner(id: &str) -> String {
    format!("It is the file of “{id}”, and there is no such partner.")
}

/// Whether every entry that was sent out in a table is here. Its partner may
/// have lost the last of them by this very file: then each row decides.
fn are_known(rows: &[Filled<'_>], index: &Index<'_>) -> bool {
    let mut marks = rows.iter().filter_map(Filled::marks).peekable();
    marks.peek().is_some() && marks.all(|marks| index.by_id(&marks.id).is_some())
}

fn table<'a>(
    grid: &'a Grid,
    rows: &'a [GridRow],
    columns: &[(u16, Column)],
    unread: Vec<(String, String)>,
    index: &Index<'_>,
    how: &How<'_>,
) -> (FileRead, Vec<Filled<'a>>) {
    let all: Rc<[Column]> = columns.iter().map(|(_, column)| *column).collect();
    let with_columns = |row: &'a GridRow| {
        let of =
            |cell: &'a GridCell| columns.iter().find(|(at, _)| *at == cell.column).map(|(_, column)| (*column, cell));
        let cells = row.cells.iter().filter_map(of).collect();
        let (partner, partner_name) = (String::new(), Rc::from(""));
        Filled { grid, number: row.number, partner, partner_name, cells, columns: Rc::clone(&all) }
    };
    let mut rows: Vec<Filled<'a>> = rows.iter().map(with_columns).collect();
    let marked = rows.iter().find_map(|row| row.marks().map(|marks| marks.partner));
    let is_form = marked.as_deref() == Some(FROM_FORM);
    let marked = marked.filter(|_| !is_form);
    let partner = how.partner.map(str::to_owned).or(marked).or_else(|| grid.sender.clone());
    let refused = match &partner {
        None if is_form => Some("It was made on the update page, which does not know who fills it in.".to_owned()),
        None => Some("We cannot tell who sent this file: its last column is gone.".to_owned()),
        Some(id) if how.partners.find(id).is_none() && !are_known(&rows, index) => Some(no_partner(id)),
        Some(_) => None,
    };
    let found = partner.as_deref().and_then(|id| how.partners.find(id));
    let name: Rc<str> = Rc::from(found.map_or("", |partner| partner.name.as_str()));
    for row in &mut rows {
        row.partner = partner.clone().unwrap_or_default();
        row.partner_name = Rc::clone(&name);
    }
    let is_nobodys = partner.is_none();
    (FileRead { is_nobodys, ..file(grid, partner, unread, refused) }, rows)
}
