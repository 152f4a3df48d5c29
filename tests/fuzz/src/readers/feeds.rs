//! Other directories' data.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::rc::Rc;

use open_referral::read::{Mapping, Options, Reader, Source, Tables, json as feed, package as tables, sheet, suggest};
use zip::ZipArchive;

use super::data;

/// A mapping as a coordinator writes one.
const MAPPING: &str = include_str!("../../corpus/mapping/made-up.json");

/// The most bytes of a table that is unpacked here.
const MOST: u64 = 4 * 1024 * 1024;

fn options() -> Options {
    let areas = vec![("anytown".to_owned(), "Anytown".to_owned())];
    let terms = BTreeMap::from([("anxiety".to_owned(), "need:anxiety".to_owned())]);
    Options { today: data::today(), areas, terms }
}

/// A feed in JSON.
pub(super) fn json(bytes: &[u8]) {
    let options = options();
    let mut reader = Reader::new(&options);
    let _ = feed(Cursor::new(bytes.to_vec()), &mut reader, &mut |_, _| Ok(()));
}

/// A package of tables.
pub(super) fn package(bytes: &[u8]) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return };
    let mut all = Vec::new();
    for at in 0..archive.len().min(100) {
        let Ok(part) = archive.by_index(at) else { continue };
        let Ok(name) = part.name().map(|name| name.trim_end_matches(".csv").to_owned()) else { continue };
        let mut text = Vec::new();
        if part.take(MOST).read_to_end(&mut text).is_ok() {
            all.push((name, Rc::from(text)));
        }
    }
    let options = options();
    let _ = tables(&Unpacked(all), &mut Reader::new(&options), &mut |_, _| Ok(()));
}

/// A list, with a mapping of its columns.
pub(super) fn list(bytes: &[u8]) {
    let options = options();
    let mapping = Mapping::read(MAPPING).ok();
    assert!(mapping.is_some(), "the mapping of ours can be read");
    let _ = sheet(bytes, "made-up.csv", mapping.as_ref(), &mut Reader::new(&options), &mut |_, _| Ok(()));
    let _ = suggest(bytes, "made-up.csv");
}

/// A mapping.
pub(super) fn mapping(bytes: &[u8]) {
    let Ok(mapping) = Mapping::read(&String::from_utf8_lossy(bytes)) else { return };
    let options = options();
    let list = b"Name,Phone,Web\nMade up for tests,01632 960001,https://example.org\n";
    let _ = sheet(list, "made-up.csv", Some(&mapping), &mut Reader::new(&options), &mut |_, _| Ok(()));
}

struct Unpacked(Vec<(String, Rc<[u8]>)>);

impl Tables for Unpacked {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Source>>> {
        let table = self.0.iter().find(|(one, _)| one == name);
        Ok(table.map(|(_, bytes)| Box::new(Cursor::new(Rc::clone(bytes))) as Box<dyn Source>))
    }
}
