//! What partners make of the spreadsheet in their e-mail, and in which form
//! they send it back.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use directory::sheet::Column;
use mail_parser::MessageParser;

use crate::folder::Folder;

/// A spreadsheet on somebody's desk: its headings, then its rows.
pub(crate) struct Form {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// In which form it is sent back.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Saved {
    /// As a workbook.
    Workbook,
    /// As a list with commas, UTF-8 with its mark.
    Commas,
    /// As a list with semicolons, in the letters of old Windows.
    Semicolons,
    /// As a list with tabs, in two bytes a letter.
    Tabs,
}

impl Form {
    /// The one that lies in a partner's e-mail of a day.
    pub(crate) fn of(folder: &Folder, day: &str, partner: &str) -> Result<Self> {
        let path = folder.partners().join("reminders").join(day).join(format!("{partner}.eml"));
        let mail = fs::read(&path).with_context(|| path.display().to_string())?;
        let mail = MessageParser::default().parse(&mail).context("no e-mail")?;
        let file = mail.attachment(0).context("nothing is attached")?.contents().to_owned();
        let book = table::read(&file, "attached.xlsx").map_err(|why| anyhow::anyhow!("{why}"))?;
        let sheets = book.sheets.iter().filter_map(|sheet| Some((sheet, sheet.headings(Column::of_heading)?)));
        let (sheet, heads) = sheets.max_by_key(|(_, heads)| heads.all.len()).context("no entries are in it")?;
        let known = heads.all.iter().filter_map(|head| Some((head.column, head.meaning?)));
        let known: Vec<_> = known.collect();
        let row = |row: &table::Row| known.iter().map(|(column, _)| row.text(*column).to_owned()).collect();
        let rows = sheet.below(heads.row).iter().map(row).collect();
        Ok(Self { columns: known.into_iter().map(|(_, meaning)| meaning).collect(), rows })
    }

    /// The ids of its rows.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.rows.iter().filter_map(|row| row.get(self.place(Column::Id)?).cloned()).collect()
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|one| *one == column)
    }

    /// Writes into a cell.
    pub(crate) fn set(&mut self, id: &str, column: Column, words: &str) -> Result<()> {
        let (ids, cell) = (self.place(Column::Id), self.place(column));
        let (ids, cell) = ids.zip(cell).with_context(|| format!("there is no column {column:?}"))?;
        let row = self.rows.iter_mut().find(|row| row.get(ids).is_some_and(|one| one == id));
        let row = row.with_context(|| format!("there is no row for {id}"))?;
        row[cell] = words.to_owned();
        Ok(())
    }

    /// Says that an entry is right, by a role, on a day as people write it.
    pub(crate) fn tick(&mut self, id: &str, day: &str) -> Result<()> {
        for (column, words) in
            [(Column::StillRight, "yes"), (Column::CheckedBy, "service manager"), (Column::CheckedOn, day)]
        {
            self.set(id, column, words)?;
        }
        Ok(())
    }

    /// Says so of every row.
    pub(crate) fn tick_all(&mut self, day: &str) -> Result<()> {
        self.ids().iter().try_for_each(|id| self.tick(id, day))
    }

    /// Sends it back: the file on the coordinator's desk.
    pub(crate) fn send(&self, folder: &Folder, name: &str, how: Saved) -> Result<PathBuf> {
        let heads = self.columns.iter().map(|column| column.label().to_owned()).collect();
        let rows: Vec<Vec<String>> = [heads].into_iter().chain(self.rows.iter().cloned()).collect();
        let with = |separator: u8| -> Result<String> {
            let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
            rows.iter().try_for_each(|row| writer.write_record(row))?;
            Ok(String::from_utf8(writer.into_inner()?)?)
        };
        let (kind, bytes) = match how {
            Saved::Workbook => {
                let plain = table::Plain { name: "Entries".to_owned(), rows };
                ("xlsx", table::xlsx(&[plain])?)
            }
            Saved::Commas => ("csv", table::csv(rows).into_bytes()),
            Saved::Semicolons => ("csv", with(b';')?.chars().map(in_old_windows).collect()),
            Saved::Tabs => {
                let text = format!("\u{feff}{}", with(b'\t')?);
                ("txt", text.encode_utf16().flat_map(u16::to_le_bytes).collect())
            }
        };
        put(folder, &format!("{name}.{kind}"), &bytes)
    }
}

/// A letter in one byte, as Windows-1252 has it.
fn in_old_windows(letter: char) -> u8 {
    match letter {
        '’' => 0x92,
        letter => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
    }
}

/// A file on the coordinator's desk.
pub(crate) fn put(folder: &Folder, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let desk = folder.partners().join("desk");
    fs::create_dir_all(&desk)?;
    let path = desk.join(name);
    fs::write(&path, bytes)?;
    Ok(path)
}
