//! A directory with partners, and what they send back.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use directory::sheet::Column;
use serde_json::{Value, json};

use crate::folder::{Folder, Said};

/// A directory with the entries of two partners, and a place for files.
pub(super) struct Desk {
    pub(super) folder: Folder,
}

/// A returned table: its headings and rows.
pub(super) struct Back {
    pub(super) rows: Vec<Vec<String>>,
}

impl Desk {
    pub(super) fn new() -> Result<Self> {
        let folder = Folder::sound()?;
        folder.set("listings/sleep-well.json", "/provider", json!("Made-up Trust"))?;
        folder.set("listings/advice-line.json", "/provider", json!("Made-up Trust"))?;
        folder.set("listings/night-line.json", "/provider", json!("Another"))?;
        Ok(Self { folder })
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().with_file_name(name)
    }

    /// The template of a partner, as it was sent out.
    pub(super) fn sent_to(&self, partner: &str) -> Result<Back> {
        let path = self.path(&format!("{partner}-sent.csv"));
        let out = path.to_str().context("the path is UTF-8")?;
        let said = self.folder.maintain(&[
            "template",
            "--partner",
            partner,
            "--csv",
            "--blank",
            "1",
            "--replace",
            "--out",
            out,
        ])?;
        assert_eq!(said.code, Some(0), "{}", said.err);
        let book = table::read(&fs::read(&path)?, "sent.csv").map_err(|why| anyhow::anyhow!("{why}"))?;
        let sheet = book.sheets.first().context("a list is a sheet")?;
        let width = sheet.rows.first().map_or(0, |row| row.cells.len());
        let row = |row: &table::Row| (0..width).map(|at| row.text(table::Column(at as u16)).to_owned()).collect();
        Ok(Back { rows: sheet.rows.iter().map(row).collect() })
    }

    pub(super) fn save(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<String> {
        let path = self.path(name);
        fs::write(&path, bytes)?;
        Ok(path.to_str().context("the path is UTF-8")?.to_owned())
    }

    pub(super) fn merge(&self, arguments: &[&str]) -> Result<Said> {
        self.folder.maintain(&[&["merge"], arguments].concat())
    }

    pub(super) fn entry(&self, id: &str) -> Result<Value> {
        Ok(serde_json::from_str(&fs::read_to_string(self.folder.path().join(format!("listings/{id}.json")))?)?)
    }

    /// Every file of the data.
    pub(super) fn all(&self) -> Result<BTreeMap<PathBuf, String>> {
        let mut all = BTreeMap::new();
        for folder in [self.folder.path().to_owned(), self.folder.path().join("listings")] {
            for file in fs::read_dir(folder)? {
                let path = file?.path();
                if path.is_file() {
                    all.insert(path.clone(), fs::read_to_string(path)?);
                }
            }
        }
        Ok(all)
    }
}

impl Back {
    pub(super) fn column(&self, column: Column) -> Result<usize> {
        let headings = self.rows.first().context("the template has headings")?;
        let is_it = |heading: &String| Column::of_heading(heading) == Some(column);
        headings.iter().position(is_it).context("the template has the column")
    }

    pub(super) fn write(&mut self, id: &str, column: Column, text: &str) -> Result<()> {
        let (of, at) = (self.column(Column::Id)?, self.column(column)?);
        let row = self.rows.iter_mut().find(|row| row[of] == id).context("the entry is in the template")?;
        text.clone_into(&mut row[at]);
        Ok(())
    }

    pub(super) fn tick(&mut self, id: &str) -> Result<()> {
        self.write(id, Column::StillRight, "✓")?;
        self.write(id, Column::CheckedBy, "Service manager")?;
        self.write(id, Column::CheckedOn, "3 Sept 2026")
    }

    /// As a workbook, below a title and a blank row.
    pub(super) fn workbook(&self) -> Result<Vec<u8>> {
        let title = vec![vec!["Back from the Made-up Trust".to_owned()], Vec::new()];
        let rows = title.into_iter().chain(self.rows.clone()).collect();
        Ok(table::xlsx(&[table::Plain { name: "Entries".to_owned(), rows }])?)
    }

    pub(super) fn list(&self) -> String {
        table::csv(&self.rows)
    }

    /// As a list with semicolons, in the letters of Windows, its columns the other
    /// way round.
    pub(super) fn old_list(&self) -> Vec<u8> {
        let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().rev().map(cell).collect::<Vec<_>>().join(";") + "\r\n";
        let text: String = self.rows.iter().map(line).collect();
        text.chars().map(|letter| if letter == '’' { 0x92 } else { u8::try_from(letter).unwrap_or(b'?') }).collect()
    }
}
