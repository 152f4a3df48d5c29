//! The files that somebody takes away: entries as the data has them.

use directory::record::{FORMAT, ListingRecord};
use directory::sheet::Sheet;
use std::io::{Cursor, Write};
use table::Plain;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An entry as its file has it. `None`: it could not be written.
pub fn entry(record: &ListingRecord) -> Option<String> {
    let record = ListingRecord { format: Some(FORMAT), ..record.clone() };
    serde_json::to_string_pretty(&record).ok().map(|text| text + "\n")
}

/// A template that is filled in, as a spreadsheet: every cell is a text, so that
/// no number loses its first figure.
pub fn sheet(sheet: &Sheet) -> Result<Vec<u8>, String> {
    let headings = sheet.columns.iter().map(|heading| heading.heading.clone()).collect();
    let rows = std::iter::once(headings).chain(sheet.rows.iter().map(|row| row.cells.clone())).collect();
    let page = Plain { name: "Entries".to_owned(), rows };
    table::xlsx(&[page]).map_err(|why| why.to_string())
}

/// Entries as their files have them, in one file. `None`: it could not be made.
pub fn zip(records: &[&ListingRecord]) -> Option<Vec<u8>> {
    let mut all = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for record in records {
        all.start_file([&record.id, ".json"].concat(), plain).ok()?;
        all.write_all(entry(record)?.as_bytes()).ok()?;
    }
    all.finish().ok().map(Cursor::into_inner)
}
