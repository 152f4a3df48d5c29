//! A list of rows, however a spreadsheet wrote it: with commas, semicolons or
//! tabs, with a mark of its encoding or without, with titles above its headings.

use anyhow::{Result, bail};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::columns::Column;

/// How many rows may stand above the headings.
const MOST_TITLES: usize = 10;

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
    encoding: &'static str,
    delimiter: &'static str,
}

/// A row: what stands in each column that is read. What is empty is not there.
pub(super) struct Row {
    /// The line on which it begins, as a spreadsheet counts.
    pub(super) line: u64,
    cells: Vec<(Column, String)>,
}

impl Row {
    /// What stands in a column.
    pub(super) fn get(&self, column: Column) -> Option<&str> {
        self.cells.iter().find(|(one, _)| *one == column).map(|(_, text)| text.as_str())
    }
}

impl Table {
    /// Reads a list from the bytes of its file.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let (text, encoding) = decoded(bytes);
        let (sign, delimiter) = delimiter(&text);
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(text.as_bytes());
        let mut records = reader.records();
        let mut headings = None;
        for record in records.by_ref().take(MOST_TITLES) {
            let record = record?;
            let columns: Vec<Option<Column>> = record.iter().map(|cell| Column::of(&plain(cell))).collect();
            if columns.iter().flatten().count() > 1 {
                headings = Some((record, columns));
                break;
            }
        }
        let Some((headings, mut columns)) = headings else {
            bail!(
                "the list has no row of headings that are known; write URN, EstablishmentName, Service, Covered, Role, Mailbox or Date above its columns"
            );
        };
        only_once(&mut columns);
        let named = |is_read: bool| {
            let pairs = headings.iter().zip(&columns).filter(|(_, column)| column.is_some() == is_read);
            pairs.map(|(heading, _)| plain(heading)).filter(|heading| !heading.is_empty()).collect()
        };
        let (read, unread) = (named(true), named(false));
        let mut rows = Vec::new();
        for record in records {
            rows.extend(row(&record?, &columns));
        }
        Ok(Self { rows, read, unread, columns: columns.into_iter().flatten().collect(), encoding, delimiter })
    }

    /// Whether it has a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// How it was read, in words.
    pub(super) fn how(&self) -> String {
        format!("{}, {}", self.delimiter, self.encoding)
    }
}

/// Of two columns with one meaning the first is read.
fn only_once(columns: &mut [Option<Column>]) {
    let mut seen = Vec::new();
    for column in columns {
        match column {
            Some(one) if seen.contains(one) => *column = None,
            Some(one) => seen.push(*one),
            None => {}
        }
    }
}

fn row(record: &StringRecord, columns: &[Option<Column>]) -> Option<Row> {
    let cells = columns.iter().zip(record).filter_map(|(column, cell)| Some(((*column)?, plain(cell))));
    let cells: Vec<_> = cells.filter(|(_, text)| !text.is_empty()).collect();
    let line = record.position().map_or(0, csv::Position::line);
    (!cells.is_empty()).then_some(Row { line, cells })
}

/// The text of a file: as its mark says, as UTF-8, or as Windows writes it,
/// which is how the national register comes.
fn decoded(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(rest).0.into_owned(), encoding.name());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), "UTF-8"),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), WINDOWS_1252.name()),
    }
}

/// What stands between the columns: whatever the first lines hold most of.
fn delimiter(text: &str) -> (u8, &'static str) {
    let first: String = text.lines().take(MOST_TITLES).collect();
    let count = |sign: char| first.matches(sign).count();
    let all = [(b',', "commas", count(',')), (b';', "semicolons", count(';')), (b'\t', "tabs", count('\t'))];
    let most = all.into_iter().rev().max_by_key(|(_, _, count)| *count);
    most.map_or((b',', "commas"), |(sign, name, _)| (sign, name))
}

/// A cell without what nobody sees: signs of no width, spaces at its ends.
fn plain(cell: &str) -> String {
    let seen = cell.chars().filter(|sign| !matches!(sign, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}'));
    let seen: String = seen.map(|sign| if sign.is_whitespace() { ' ' } else { sign }).collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], name: &str, how: &str) {
        let table = Table::read(bytes).unwrap();
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
    fn a_list_without_headings_is_none() {
        for text in ["", "1,2\n3,4\n", "URN\n1\n"] {
            assert!(Table::read(text.as_bytes()).is_err(), "{text}");
        }
    }
}
