//! A list of rows, however a spreadsheet wrote it: as a workbook or as text, with
//! titles above its headings. Of its cells only those are kept that are read.

use anyhow::{Result, bail};
use table::{Headings, MOST_ABOVE};

use super::columns::Column;

/// A list that was read.
pub(super) struct Table {
    /// Its rows, each with the line on which it stands.
    pub(super) rows: Vec<Row>,
    /// The headings that are read.
    pub(super) read: Vec<String>,
    /// The headings that are not.
    pub(super) unread: Vec<String>,
    /// Which columns it has.
    pub(super) columns: Vec<Column>,
    /// Cells of which the spreadsheet has lost what was typed, in words.
    pub(super) problems: Vec<String>,
    how: String,
}

/// A row: what stands in each column that is read. What is empty is not there.
pub(super) struct Row {
    /// The line on which it stands, as a spreadsheet counts.
    pub(super) line: u32,
    cells: Vec<(Column, String)>,
}

/// A list while it is read.
#[derive(Default)]
struct Reading {
    /// How many rows of each sheet were looked at for headings.
    looked_at: Vec<usize>,
    /// The sheet that is read, and its headings.
    found: Option<(usize, Headings<Column>)>,
    rows: Vec<Row>,
    problems: Vec<String>,
}

impl Row {
    /// What stands in a column.
    pub(super) fn get(&self, column: Column) -> Option<&str> {
        self.cells.iter().find(|(one, _)| *one == column).map(|(_, text)| text.as_str())
    }
}

impl Table {
    /// Reads a list from the bytes of its file: the first sheet that has headings.
    pub(super) fn read(bytes: &[u8], name: &str) -> Result<Self> {
        let mut reading = Reading::default();
        let form = table::each_row(bytes, name, |sheet, row| reading.take(sheet, &row))?;
        let Some((_, headings)) = reading.found else {
            bail!(
                "the list has no row of headings that are known; write URN, EstablishmentName, Service, Covered, Role, Mailbox or Date above its columns"
            );
        };
        Ok(Self {
            rows: reading.rows,
            read: headings.read().map(|heading| heading.text.clone()).collect(),
            unread: headings.unread().map(|heading| heading.text.clone()).collect(),
            columns: headings.read().filter_map(|heading| heading.meaning).collect(),
            problems: reading.problems,
            how: form.told(),
        })
    }

    /// Whether it has a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// How it was read, in words.
    pub(super) fn how(&self) -> &str {
        &self.how
    }
}

impl Reading {
    fn take(&mut self, sheet: usize, row: &table::Row) {
        match &self.found {
            Some((found, headings)) if *found == sheet => {
                let (row, problems) = read_row(row, headings);
                self.rows.extend(row);
                self.problems.extend(problems);
            }
            Some(_) => {}
            None => {
                self.looked_at.resize(self.looked_at.len().max(sheet + 1), 0);
                let Some(count) = self.looked_at.get_mut(sheet) else { return };
                *count += 1;
                let headings = Headings::of(row, Column::of);
                if *count <= MOST_ABOVE && headings.read().count() > 1 {
                    self.found = Some((sheet, headings));
                }
            }
        }
    }
}

fn read_row(row: &table::Row, headings: &Headings<Column>) -> (Option<Row>, Vec<String>) {
    let (mut cells, mut problems) = (Vec::new(), Vec::new());
    for heading in headings.read() {
        let (Some(meaning), Some(cell)) = (heading.meaning, row.cell(heading.column)) else { continue };
        match cell.doubt.filter(|doubt| doubt.is_sure()) {
            Some(doubt) => problems.push(format!("line {}, {}: {}", row.number, heading.text, doubt.told())),
            None if cell.text.is_empty() => {}
            None => cells.push((meaning, cell.text.split_whitespace().collect::<Vec<_>>().join(" "))),
        }
    }
    ((!cells.is_empty()).then_some(Row { line: row.number, cells }), problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{Plain, xlsx};

    fn check(bytes: &[u8], name: &str, how: &str) {
        let table = Table::read(bytes, "list").unwrap();
        assert_eq!(table.rows.len(), 1);
        let row = &table.rows[0];
        assert_eq!((row.get(Column::Id), row.get(Column::Name)), (Some("100001"), Some(name)));
        assert_eq!(table.how(), how);
    }

    #[test]
    fn a_list_is_read_however_it_was_saved() {
        check(b"URN,EstablishmentName\n100001,\"Hill, View\"\n", "Hill, View", "commas, UTF-8");
        check("\u{feff}URN;School name\r\n100001;Zoë’s\r\n".as_bytes(), "Zoë’s", "semicolons, UTF-8");
        check(b"EstablishmentName\tURN\nZo\xeb\x92s\t 100001 \n\t\n", "Zoë’s", "tabs, windows-1252");
        let wide: Vec<u8> = "\u{feff}urn,name\n100001,Zoë\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "Zoë", "commas, UTF-16LE");
        check(
            "Schools of the borough,,\n,,\nURN,School,Urn\n100001,\u{200b}Hill\u{a0} View,2\n".as_bytes(),
            "Hill View",
            "commas, UTF-8",
        );
    }

    #[test]
    fn of_a_workbook_the_first_sheet_with_headings_is_read() {
        let rows =
            |rows: &[&[&str]]| rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        let about = Plain { name: "About".to_owned(), rows: rows(&[&["Made up for tests."]]) };
        let list = Plain {
            name: "List".to_owned(),
            rows: rows(&[&["Schools"], &["URN", "School"], &["100001", "Hill\nView"]]),
        };
        let other = Plain { name: "Old".to_owned(), rows: rows(&[&["URN", "School"], &["100002", "Larch"]]) };
        check(&xlsx(&[about, list, other]).unwrap(), "Hill View", "Excel workbook");
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_lost_is_named_and_left_out() {
        let table = Table::read(b"URN,School\n1.0E+05,Hill View\n", "list").unwrap();
        assert_eq!(table.rows[0].get(Column::Id), None);
        assert!(
            table.problems[0].starts_with("line 2, URN: the spreadsheet has shortened this number"),
            "{:?}",
            table.problems
        );
    }

    #[test]
    fn a_list_without_headings_is_none() {
        for text in ["1,2\n3,4\n", "URN\n1\n", ""] {
            assert!(Table::read(text.as_bytes(), "list").is_err(), "{text}");
        }
    }
}
