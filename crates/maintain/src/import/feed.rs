//! What kind of feed a file is, told from what stands in it; and reading it.

use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use open_referral::read::{Mapping, Reader, Refused, Source, Tables, Tell, json, package, sheet};
use zip::ZipArchive;

use crate::files;

/// The most bytes that the tables of one packed package may have together, and
/// the most files. A larger one is to be unpacked first: then it is read from
/// the disk.
const MOST_PACKED: u64 = 64 * 1024 * 1024;
const MOST_FILES: usize = 1_000;

/// How many files of one folder are read, at the most.
const MOST_FEEDS: usize = 20_000;

/// Reads a feed: a file, or all files of a folder. The inner error says why it
/// is refused, and what to do.
pub(super) fn read(
    path: &Path,
    mapping: Option<&Mapping>,
    reader: &mut Reader<'_>,
    tell: &mut Tell<'_>,
) -> Result<Result<(), Refused>> {
    if !path.is_dir() {
        return one(path, mapping, reader, tell);
    }
    if path.join("services.csv").is_file() {
        return Ok(package(&Folder(path), reader, tell));
    }
    let cannot = || format!("cannot read the folder {}", path.display());
    let entries = fs::read_dir(path).with_context(cannot)?.take(MOST_FEEDS + 1).collect::<io::Result<Vec<_>>>();
    let mut feeds: Vec<PathBuf> = entries.with_context(cannot)?.into_iter().map(|entry| entry.path()).collect();
    feeds
        .retain(|feed| feed.is_file() && feed.file_name().is_some_and(|name| !name.to_string_lossy().starts_with('.')));
    feeds.sort();
    if feeds.is_empty() || feeds.len() > MOST_FEEDS {
        let why = format!(
            "{} holds no files of a feed, or more than {MOST_FEEDS}. Name the file, or a folder of some.",
            path.display()
        );
        return Ok(Err(Refused(why)));
    }
    for feed in &feeds {
        if let Err(why) = one(feed, mapping, reader, tell)? {
            return Ok(Err(Refused(format!("{}: {why}", feed.display()))));
        }
    }
    Ok(Ok(()))
}

fn one(
    path: &Path,
    mapping: Option<&Mapping>,
    reader: &mut Reader<'_>,
    tell: &mut Tell<'_>,
) -> Result<Result<(), Refused>> {
    let cannot = || format!("cannot read {}", path.display());
    let mut first = Vec::new();
    files::opened(path)?.take(64).read_to_end(&mut first).with_context(cannot)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let begins = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&first).trim_ascii_start();
    if begins.starts_with(b"{") || begins.starts_with(b"[") {
        return Ok(json(BufReader::new(File::open(path).with_context(cannot)?), reader, tell));
    }
    if first.starts_with(b"PK") {
        match packed(path)? {
            Ok(Some(tables)) => return Ok(package(&tables, reader, tell)),
            Ok(None) => {}
            Err(why) => return Ok(Err(why)),
        }
    }
    Ok(sheet(&files::table(path)?, &name, mapping, reader, tell))
}

/// The tables of a folder.
struct Folder<'a>(&'a Path);

impl Tables for Folder<'_> {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Source>>> {
        match File::open(self.0.join(format!("{name}.csv"))) {
            Ok(file) => Ok(Some(Box::new(file))),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }
}

/// The tables of a packed package, by their names alone: which folders its paths
/// name matters nothing, and nothing is unpacked onto the disk.
struct Packed(Vec<(String, Rc<[u8]>)>);

impl Tables for Packed {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Source>>> {
        let table = self.0.iter().find(|(one, _)| one == name);
        Ok(table.map(|(_, bytes)| Box::new(Cursor::new(Rc::clone(bytes))) as Box<dyn Source>))
    }
}

/// The tables in a packed file. `None`: it is no package, and may be a
/// spreadsheet.
fn packed(path: &Path) -> Result<Result<Option<Packed>, Refused>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let Ok(mut archive) = ZipArchive::new(BufReader::new(file)) else { return Ok(Ok(None)) };
    let stem = |name: &str| {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
        name.strip_suffix(".csv").map(str::to_owned)
    };
    if !archive.file_names().flatten().any(|name| stem(&name).is_some_and(|stem| stem == "services")) {
        return Ok(Ok(None));
    }
    let too_large = || {
        let most = MOST_PACKED / (1024 * 1024);
        Refused(format!(
            "{} unpacks to more than {most} MB or {MOST_FILES} files. Unpack it yourself, and name the folder.",
            path.display()
        ))
    };
    if archive.len() > MOST_FILES {
        return Ok(Err(too_large()));
    }
    let (mut tables, mut left) = (Vec::new(), MOST_PACKED);
    for at in 0..archive.len() {
        let Ok(file) = archive.by_index(at) else {
            return Ok(Err(Refused(format!(
                "{} cannot be unpacked. Unpack it yourself, and name the folder.",
                path.display()
            ))));
        };
        let Some(name) = file.name().ok().and_then(|name| stem(&name)) else { continue };
        if file.size() > left {
            return Ok(Err(too_large()));
        }
        let mut bytes = Vec::new();
        // What a file says of its own size is not believed.
        if file.take(left + 1).read_to_end(&mut bytes).is_err() {
            return Ok(Err(Refused(format!("{} is damaged. Fetch it again.", path.display()))));
        }
        let Some(rest) = left.checked_sub(bytes.len() as u64) else { return Ok(Err(too_large())) };
        left = rest;
        tables.push((name, bytes.into()));
    }
    Ok(Ok(Some(Packed(tables))))
}
