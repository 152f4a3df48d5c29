//! `cargo maintain record`: what the data says and its history does not know
//! yet, written at the end of `history.jsonl`.
//!
//! The history is read as it stands, whoever wrote into it: what it does not
//! know is found by comparing, so that a line which was lost is written again,
//! and running twice changes nothing.

mod compare;
pub(crate) mod digest;
mod known;
mod lost;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use clap::Args;
use directory::closed::Closed;
use directory::finding::{Findings, Level};
use directory::history::{Change, What};
use directory::person::no_role;
use directory::record::{ChangeRecord, ListingRecord};

pub use compare::{between, lines};
pub use lost::lost_ids;

use crate::check::{self, Dates};
use crate::command::Setting;
use crate::data::Data;
use crate::files::{self, Folder};
use crate::pending::{self, Batch, Root};
use crate::report::{self, Format, counted};
use lost::Lost;

/// How changes are recorded.
#[derive(Args, Debug)]
pub struct Recording {
    /// Write them. Without this nothing is written, and you see what would be.
    #[arg(long)]
    write: bool,
    /// The role that made the changes, never a name: "coordinator".
    #[arg(long)]
    by: Option<String>,
    /// Keep the addresses of entries whose file is gone: as a page that says that it has ended, or as a former id
    #[arg(long)]
    keep_addresses: bool,
}

/// Tells what the history of a folder lacks as of a day, and writes it if that
/// is asked for. Whether that could be done: while the data has an error, or a
/// line of the history is broken, nothing is written.
pub fn tell(at: &Setting, how: &Recording, out: &mut dyn Write) -> Result<bool> {
    if let Some(why) = how.by.as_deref().and_then(|by| no_role(by, &[])) {
        writeln!(out, "Name the role that made the changes with --by, such as coordinator: {why}.")?;
        return Ok(false);
    }
    let folder = Folder::read(&at.data)?;
    let read = Data::read(&folder);
    let mut wrong = check::run(&read, at.today, Dates::Lenient);
    wrong.retain(|finding| finding.level == Level::Error);
    wrong.extend(read.history.findings.iter().cloned());
    if !wrong.is_empty() {
        out.write_all(report::write(&wrong, folder.listings.len(), Format::Text)?.as_bytes())?;
        writeln!(out, "Nothing was recorded: mend this first.")?;
        return Ok(false);
    }
    let lost = lost::lost(&at.data, &read, at.today);
    let changes = if how.keep_addresses { kept(&lost)? } else { Vec::new() };
    let after = pending::after(at, &folder, &changes);
    let new = pending::new_errors(&folder, &after, at.today);
    if !new.is_empty() {
        out.write_all(report::write(&new, folder.listings.len(), Format::Text)?.as_bytes())?;
        writeln!(out, "Nothing was written: these would be wrong. Write them yourself.")?;
        return Ok(false);
    }
    let read = if changes.is_empty() { read } else { Data::read(&after) };
    let lines = lines(&read, at.today, how.by.as_deref());
    tell_of_lost(&lost, changes.len(), how, out)?;
    for line in lines.iter().filter(|line| line.what != What::Gathered.slug()) {
        writeln!(out, "{}", said(line))?;
    }
    let gathered = lines.iter().filter(|line| line.what == What::Gathered.slug()).count();
    if gathered > 0 {
        writeln!(out, "{} as they stand, called neither new nor changed", entries(gathered))?;
    }
    match (lines.len(), how.write) {
        (0, _) => writeln!(out, "The history holds everything.")?,
        (count, false) => writeln!(out, "{} to record. Write them with --write.", counted(count, "line"))?,
        (count, true) => {
            let mut batch = Batch::begin(at)?;
            for change in &changes {
                batch.put(change.root, &change.path, change.bytes.as_deref().unwrap_or_default())?;
            }
            batch.put(Root::Data, Path::new(files::HISTORY), with_lines(&folder, &lines)?.as_bytes())?;
            batch.commit()?;
            writeln!(out, "{} recorded in {}.", counted(count, "line"), read.history.path)?;
        }
    }
    Ok(true)
}

/// The files that keep the addresses of what is lost. One entry may be what two
/// others were before.
fn kept(lost: &[Lost]) -> Result<Vec<pending::Change>> {
    let mut files: BTreeMap<&str, ListingRecord> = BTreeMap::new();
    for record in lost.iter().filter_map(Lost::record) {
        let file = files.entry(&record.id).or_insert_with(|| record.clone());
        let more = |had: &mut Vec<String>, new: &[String]| {
            let missing: Vec<_> = new.iter().filter(|one| !had.contains(one)).cloned().collect();
            had.extend(missing);
        };
        more(&mut file.former_slugs, &record.former_slugs);
        more(&mut file.former_names, &record.former_names);
    }
    files.values().map(pending::Change::of_entry).collect()
}

fn tell_of_lost(lost: &[Lost], kept: usize, how: &Recording, out: &mut dyn Write) -> Result<()> {
    if lost.is_empty() {
        return Ok(());
    }
    writeln!(out, "An entry is never deleted, because others have links to it. No file is there for:")?;
    lost.iter().try_for_each(|one| anyhow::Ok(write!(out, "{}", one.told()?)?))?;
    match (how.keep_addresses, how.write) {
        (false, _) => writeln!(out, "To have these written: --keep-addresses --write. Look at them afterwards.\n")?,
        (true, false) => writeln!(out, "{} to keep their addresses. Write with --write.\n", counted(kept, "file"))?,
        (true, true) => {
            writeln!(out, "{} written to keep their addresses. Look at them now.\n", counted(kept, "file"))?
        }
    }
    Ok(())
}

/// The history of a folder with these lines at its end.
pub fn with_lines(folder: &Folder, lines: &[ChangeRecord]) -> Result<String> {
    let mut text = folder.history.text.clone().unwrap_or_default();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for line in lines {
        text += &serde_json::to_string(line)?;
        text.push('\n');
    }
    Ok(text)
}

/// One line in words: `sleep-well: Changed: phone number, ages`.
fn said(line: &ChangeRecord) -> String {
    let Some(change) = Change::read(line, &mut Findings::default()) else { return line.id.clone() };
    let words: Vec<_> = change.fields.iter().map(|field| field.words()).collect();
    let rest = match (change.what, &change.was) {
        (What::Changed, _) => format!(": {}", words.join(", ")),
        (What::Renamed, Some(was)) => format!(": it was {was}"),
        _ => String::new(),
    };
    format!("{}: {}{rest}", change.id, change.what.label())
}

/// A number of entries: "1 entry", "2 entries".
pub(crate) fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}
