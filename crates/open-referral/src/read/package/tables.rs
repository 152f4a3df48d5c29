//! One table of a package: its headings, where each row lies, and which rows
//! belong to whom. The rows themselves stay in the file.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};

use csv::{ByteRecord, Position, Reader as Csv, ReaderBuilder};
use encoding_rs::WINDOWS_1252;
use serde_json::Value;

use super::super::Refused;
use super::super::came::digest;
use super::super::meter::{Meter, Metered};
use super::super::value::Fields;

/// What a table is read from.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// Where the tables of a package are.
pub trait Tables {
    /// The table of this name, without `.csv`. `None`: there is none.
    ///
    /// # Errors
    ///
    /// If it is there and cannot be opened.
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Source>>>;
}

/// The most columns that a table may have.
const MOST_COLUMNS: usize = 500;

/// What is read ahead at each row that is looked up.
const AHEAD: usize = 4096;

/// One table.
pub(super) struct Table {
    pub(super) name: &'static str,
    csv: Csv<Metered<Box<dyn Source>>>,
    meter: Meter,
    headings: Vec<String>,
    /// For each column of ids, a digest of each id and the byte at which its row
    /// begins, in the order of the digests.
    keys: BTreeMap<&'static str, Vec<(u64, u64)>>,
    row: ByteRecord,
}

impl Table {
    /// The first table of some names that is there. `None`: there is none.
    pub(super) fn open(tables: &dyn Tables, names: &[&'static str]) -> Result<Option<Self>, Refused> {
        for name in names {
            let source = tables.open(name).map_err(|why| refused(name, &why))?;
            if let Some(source) = source {
                return Self::of(name, source).map(Some);
            }
        }
        Ok(None)
    }

    fn of(name: &'static str, source: Box<dyn Source>) -> Result<Self, Refused> {
        let (source, meter) = Metered::new(source);
        let csv = ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(AHEAD).from_reader(source);
        let (headings, keys, row) = (Vec::new(), BTreeMap::new(), ByteRecord::new());
        let mut table = Self { name, csv, meter, headings, keys, row };
        if table.next()? {
            table.headings = table
                .row
                .iter()
                .map(|cell| cell_text(cell).trim_matches(['\u{feff}', ' ']).to_ascii_lowercase())
                .collect();
        }
        if table.headings.len() > MOST_COLUMNS {
            return Err(Refused::because(format!(
                "The table {name} has more than {MOST_COLUMNS} columns. Save it again without the empty ones."
            )));
        }
        Ok(table)
    }

    /// Whether it has a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.headings.iter().any(|one| one == column)
    }

    fn next(&mut self) -> Result<bool, Refused> {
        self.meter.begin();
        self.csv.read_byte_record(&mut self.row).map_err(|why| refused(self.name, &why))
    }

    /// The next row, if there is one.
    pub(super) fn read(&mut self) -> Result<Option<Fields>, Refused> {
        while self.next()? {
            let fields = self.fields();
            if !fields.is_empty() {
                return Ok(Some(fields));
            }
        }
        Ok(None)
    }

    fn fields(&self) -> Fields {
        let cells = self.headings.iter().zip(self.row.iter());
        let said = cells.filter(|(heading, cell)| !heading.is_empty() && !cell.trim_ascii().is_empty());
        said.map(|(heading, cell)| (heading.clone(), Value::String(cell_text(cell).trim().to_owned()))).collect()
    }

    /// Notes where every row lies, by the columns of ids that are there; each row
    /// is shown on the way.
    pub(super) fn index(&mut self, columns: &[&'static str], mut show: impl FnMut(&Fields)) -> Result<(), Refused> {
        let there: Vec<&'static str> = columns.iter().copied().filter(|column| self.has(column)).collect();
        loop {
            let at = self.csv.position().byte();
            if !self.next()? {
                break;
            }
            let fields = self.fields();
            for column in &there {
                if let Some(id) = fields.get(*column).and_then(Value::as_str) {
                    self.keys.entry(column).or_default().push((digest("", id), at));
                }
            }
            show(&fields);
        }
        self.keys.values_mut().for_each(|rows| rows.sort_unstable());
        Ok(())
    }

    /// The rows whose column holds an id, in the order of the file; at most so many.
    pub(super) fn rows(&mut self, column: &str, id: &str, most: usize) -> Result<Vec<Fields>, Refused> {
        let key = digest("", id);
        let Some(all) = self.keys.get(column) else { return Ok(Vec::new()) };
        let from = all.partition_point(|(digest, _)| *digest < key);
        let places: Vec<u64> =
            all.iter().skip(from).take_while(|(digest, _)| *digest == key).take(most).map(|(_, at)| *at).collect();
        let mut found = Vec::new();
        for at in places {
            let mut position = Position::new();
            position.set_byte(at);
            self.csv.seek(position).map_err(|why| refused(self.name, &why))?;
            if self.next()? {
                let fields = self.fields();
                // Two ids may have one digest.
                found.extend(Some(fields).filter(|fields| fields.get(column).and_then(Value::as_str) == Some(id)));
            }
        }
        Ok(found)
    }

    /// Whether some row has this digest of its id.
    pub(super) fn has_id(&self, column: &str, digest: u64) -> bool {
        self.keys.get(column).is_some_and(|rows| rows.binary_search_by_key(&digest, |(one, _)| *one).is_ok())
    }

    /// The digests in a column of ids, and where their rows begin.
    pub(super) fn ids(&self, column: &str) -> &[(u64, u64)] {
        self.keys.get(column).map_or(&[], Vec::as_slice)
    }
}

/// A cell as text: UTF-8, else as Windows writes it; without the sign that keeps
/// a spreadsheet from working it out.
fn cell_text(cell: &[u8]) -> String {
    let text = match std::str::from_utf8(cell) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(cell).0.into_owned(),
    };
    let rest = text.trim_start_matches('\'');
    let is_guarded = rest.len() < text.len() && rest.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_guarded { text.get(1..).unwrap_or_default().to_owned() } else { text }
}

fn refused(name: &str, why: &dyn std::fmt::Display) -> Refused {
    Refused::because(format!("The table {name}.csv cannot be read: {why}. Save it as CSV in UTF-8, and try again."))
}
