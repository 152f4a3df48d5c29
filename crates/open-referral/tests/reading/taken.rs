//! Takes a feed in, and keeps what came.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use directory::day::Day;
use open_referral::read::{
    Came, Mapping, Options, Reader, Refused, Report, Source, Tables, Tell, json, package, sheet,
};

/// What came of a feed.
pub(crate) struct Taken {
    pub(crate) came: Vec<Came>,
    pub(crate) report: Report,
}

pub(crate) fn options() -> Options {
    let areas = [("anytown", "Anytown")].map(|(slug, label)| (slug.to_owned(), label.to_owned()));
    Options { today: Day::read("2026-11-21").unwrap(), areas: areas.into(), terms: BTreeMap::new() }
}

impl Taken {
    /// Whatever a reader does.
    fn by(read: impl FnOnce(&mut Reader<'_>, &mut Tell<'_>) -> Result<(), Refused>) -> Result<Self, Refused> {
        Self::with(&options(), read)
    }

    pub(crate) fn with(
        options: &Options,
        read: impl FnOnce(&mut Reader<'_>, &mut Tell<'_>) -> Result<(), Refused>,
    ) -> Result<Self, Refused> {
        let mut reader = Reader::new(options);
        let mut came = Vec::new();
        read(&mut reader, &mut |one, _| {
            came.push(one);
            Ok(())
        })?;
        Ok(Self { came, report: reader.report })
    }

    pub(crate) fn json(bytes: &[u8]) -> Result<Self, Refused> {
        Self::by(|reader, tell| json(bytes, reader, tell))
    }

    pub(crate) fn json_file(path: &Path) -> Self {
        let file = File::open(path).unwrap();
        Self::by(|reader, tell| json(std::io::BufReader::new(file), reader, tell)).unwrap()
    }

    pub(crate) fn package(tables: &dyn Tables) -> Result<Self, Refused> {
        Self::by(|reader, tell| package(tables, reader, tell))
    }

    pub(crate) fn sheet(bytes: &[u8], mapping: Option<&Mapping>) -> Result<Self, Refused> {
        Self::by(|reader, tell| sheet(bytes, "list.csv", mapping, reader, tell))
    }

    /// Checks what was counted.
    pub(crate) fn counts(&self, all: &[(&str, u64)]) {
        for (thing, count) in all {
            assert_eq!(self.report.counted(thing), *count, "{thing}: {:#?}", self.report.counts);
        }
    }

    /// What was kept of the first service for a person to look at.
    pub(crate) fn said(&self, name: &str) -> Vec<String> {
        let imported = self.came[0].record.imported.clone().unwrap();
        imported.said.get(name).cloned().unwrap_or_default()
    }
}

/// The tables of a folder.
pub(crate) struct Folder<'a>(pub(crate) &'a Path);

impl Tables for Folder<'_> {
    fn open(&self, name: &str) -> std::io::Result<Option<Box<dyn Source>>> {
        match File::open(self.0.join(format!("{name}.csv"))) {
            Ok(file) => Ok(Some(Box::new(file))),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }
}
