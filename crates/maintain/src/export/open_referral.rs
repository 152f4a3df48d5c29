//! Open Referral UK and HSDS, as one page of JSON or as a folder of tables.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::fs;
use std::io::Write;
use std::path::Path;

use ::open_referral::lint::Lint;
use ::open_referral::write::{self, Entry as Sent, Envelope, Package, Standard, Table, description};
use anyhow::{Context, Result};
use directory::csv;
use directory::finding::Finding;
use directory::record::ListingRecord;

use super::{Asked, Entry, Frame, To};
use crate::command::Setting;
use crate::files::{self, Unfinished};

/// The file that describes a package.
const DESCRIPTION: &str = "datapackage.json";

/// Looks at what would be written, as no schema does.
pub(super) struct Look<'a> {
    to: To,
    setting: write::Setting<'a>,
    lint: Lint,
}

impl<'a> Look<'a> {
    pub(super) fn new(asked: &Asked, at: &Setting, frame: &'a Frame) -> Self {
        Self { to: asked.to, setting: setting(asked.to, frame), lint: Lint::new(at.today) }
    }

    /// What is wrong with an entry as others would read it.
    pub(super) fn at(&mut self, sent: &ListingRecord, entry: &Entry) -> Vec<Finding> {
        if !matches!(self.to, To::Oruk | To::Hsds | To::HsdsCsv) {
            return Vec::new();
        }
        let service = self.setting.service(&Sent { record: sent, changed: entry.changed });
        service.map(|service| self.lint.service(&service)).unwrap_or_default()
    }
}

fn setting(to: To, frame: &Frame) -> write::Setting<'_> {
    let standard = if to == To::Oruk { Standard::Oruk } else { Standard::Hsds };
    write::Setting { standard, site: &frame.site, crisis: &frame.crisis }
}

/// Writes a page with every service.
pub(super) fn write(asked: &Asked, frame: &Frame, count: usize, out: &mut dyn Write) -> Result<()> {
    let setting = setting(asked.to, frame);
    let mut page = Envelope::begin(out, count)?;
    asked.each(frame, |entry| {
        let service = setting.service(&Sent { record: &entry.record, changed: entry.changed });
        service.iter().try_for_each(|service| page.add(service)).context("cannot write a service")
    })?;
    page.end()?;
    Ok(())
}

/// Why a folder cannot take a package: something else lies in it.
pub(super) fn is_in_use(folder: &Path) -> Option<String> {
    let known: Vec<String> = Table::ALL.iter().map(|table| table.file()).chain([DESCRIPTION.to_owned()]).collect();
    let mut others = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let other = others.find(|name| !known.contains(name))?;
    Some(format!("{} holds {other}, which is no table of a package; name another folder", folder.display()))
}

/// Writes a package. Each table takes its place when all are there, and the
/// description last; the tables of an earlier package that are needed no longer
/// go.
pub(super) fn package(asked: &Asked, frame: &Frame, folder: &Path) -> Result<()> {
    let (setting, mut package) = (setting(asked.to, frame), Package::default());
    let mut tables: BTreeMap<Table, Unfinished> = BTreeMap::new();
    let mut tell = |table: Table, row: &str| -> Result<()> {
        let file = match tables.entry(table) {
            Slot::Occupied(begun) => begun.into_mut(),
            Slot::Vacant(none) => {
                let begun = none.insert(Unfinished::begin(&folder.join(table.file()))?);
                begun.write_all(csv::row(table.columns()).as_bytes())?;
                begun
            }
        };
        Ok(file.write_all(row.as_bytes())?)
    };
    asked.each(frame, |entry| {
        let service = setting.service(&Sent { record: &entry.record, changed: entry.changed });
        service.iter().try_for_each(|service| package.add(service, &mut tell))
    })?;
    let about = description(&frame.site.name, tables.keys().copied());
    for table in Table::ALL.iter().filter(|table| !tables.contains_key(table)) {
        let path = folder.join(table.file());
        if path.is_file() {
            fs::remove_file(&path).with_context(|| format!("cannot take {} away", path.display()))?;
        }
    }
    tables.into_values().try_for_each(Unfinished::finish)?;
    files::write(&folder.join(DESCRIPTION), &files::pretty(&about)?)
}
