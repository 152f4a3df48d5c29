//! `cargo maintain merge`: what partners sent back, compared with what was sent
//! out and with what stands there now.
//!
//! Each difference is shown with its place in their file. Nothing is written
//! before `--write`, and then only what the check finds no new error in.

mod json;
mod sent;
mod taking;
mod told;
mod writing;

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use directory::day::Day;
use directory::finding::Findings;
use directory::merging::{FileRead, How, Merged, merge};
use directory::record::ListingRecord;
use directory::site::Site;

use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::{self, Folder};
use crate::{partners, today};
use taking::Taking;

/// Which files, and whether to write.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain merge answers/*.xlsx                           show every difference, and write nothing
  cargo maintain merge answers/tide-trust.xlsx --write          write what can be taken
  cargo maintain merge tide-trust.csv --partner tide-trust      a file that has lost its last column
  cargo maintain merge tide-trust.xlsx --take six-meetings.hours=theirs --write

For a script its exit code is 0 if all is settled, 1 if something was refused or waits
for you, and 2 if it was asked for what cannot be done.")]
pub struct Asked {
    /// What came back: spreadsheets (.xlsx, .ods) or lists (.csv, .tsv, .txt)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write what can be taken, and do not only show it
    #[arg(long)]
    write: bool,
    /// Whose files they are, by id or by name, where their last column is gone
    #[arg(long)]
    partner: Option<String>,
    /// Whose word counts where a cell changed here, too: theirs or ours, for all, or
    /// for one as ID.COLUMN=theirs
    #[arg(long, value_name = "SIDE", value_parser = taking::typed)]
    take: Vec<Taking>,
    /// The role that checked, for rows that name none
    #[arg(long, value_name = "ROLE")]
    by: Option<String>,
    /// The day of the check, YYYY-MM-DD, for rows that name none
    #[arg(long, value_name = "DAY", value_parser = today::typed)]
    on: Option<Day>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How to show the differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// In words, with row and column.
    Text,
    /// Every file and row, for scripts.
    Json,
}

/// Shows what came back, and writes it if asked to.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    let folder = Folder::read(&at.data)?;
    let data = Data::read(&folder);
    let (partners, findings) = partners::read(at, &data)?;
    for finding in &findings {
        writeln!(aside, "{}: {}, {}: {}", finding.level.word(), finding.file, finding.found, finding.write)?;
    }
    let partner = match asked.partner.as_deref().map(|words| partners::wanted(&partners, words)).transpose() {
        Ok(partner) => partner.map(|partner| partner.id.clone()),
        Err(why) => return Ok(Ended::WrongUse(why)),
    };
    if let Some(on) = asked.on.filter(|on| at.today.days_until(*on) > 0) {
        return Ok(Ended::WrongUse(format!("--on {}: that day has not come", on.iso())));
    }
    let site = data.site.as_ref().context("site.json cannot be read; the check says why")?;
    let site = Site::read(site.record.clone(), &mut Findings::default());
    let (grids, not_read) = read(asked)?;
    let records: Vec<&ListingRecord> = data.listings.iter().map(|file| &file.record).collect();
    let unread = writing::unread(&folder, &records);
    let sent = sent::read(at, aside)?;
    let take = taking::all(&asked.take);
    let how = How {
        site: &site,
        today: at.today,
        partners: &partners,
        sent: &sent,
        partner: partner.as_deref(),
        by: asked.by.as_deref(),
        on: asked.on,
        take: &take,
        unread: &unread,
    };
    let mut merged = merge(&grids, &records, &how);
    merged.files.extend(not_read);
    let (changes, errors) = writing::changes(at, &folder, &mut merged, &partners)?;
    let is_written = asked.write && !changes.is_empty() && errors.is_empty();
    match asked.format {
        Format::Text => out.write_all(told::text(&merged, &partners).as_bytes())?,
        Format::Json => out.write_all(json::text(&merged, is_written)?.as_bytes())?,
    }
    let is_text = asked.format == Format::Text;
    let entries = counted_entries(merged.changed().count());
    if !errors.is_empty() {
        let report = crate::report::write(&errors, folder.listings.len(), crate::report::Format::Text)?;
        write!(aside, "Nothing is written: the check would find new errors.\n{report}")?;
    } else if is_written {
        let written = crate::pending::write(at, &folder, &changes, Some(writing::BY))?;
        if is_text {
            out.write_all(told::written(at, &merged, written.lines.len()).as_bytes())?;
        }
        if written.is_history_broken {
            writeln!(
                aside,
                "warning: a line of the history is broken, so nothing was added to it. The check names it."
            )?;
        }
        writeln!(aside, "Now run: cargo maintain check")?;
    } else if is_text {
        let more = if changes.is_empty() { "There is nothing to write." } else { "Nothing is written yet." };
        writeln!(out, "\n{more}")?;
        if !changes.is_empty() {
            writeln!(aside, "Add --write to write {entries}.")?;
        }
    }
    Ok(Ended::is_well(merged.is_settled() && errors.is_empty()))
}

/// The tables of every file; a file that cannot be read is named, and hides no
/// other.
fn read(asked: &Asked) -> Result<(Vec<directory::merging::Grid>, Vec<FileRead>)> {
    let (mut grids, mut unread) = (Vec::new(), Vec::new());
    for path in &asked.files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match table::read(&files::table(path)?, &name) {
            Ok(book) => grids.extend(table::returned(&book, &name)),
            Err(why) => unread.push(FileRead {
                file: name,
                sheet: String::new(),
                partner: None,
                unread: Vec::new(),
                refused: Some(why.to_string()),
                is_nobodys: false,
            }),
        }
    }
    Ok((grids, unread))
}

/// So many entries, in words.
fn counted_entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

/// What a comparison found, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    confirmed: usize,
    changed: usize,
    new: usize,
    gone: usize,
    refused: usize,
    waiting: usize,
}

impl Counts {
    fn of(merged: &Merged) -> Self {
        let mut counts = Self::default();
        for row in &merged.rows {
            counts.confirmed += usize::from(row.is_confirmed);
            counts.new += usize::from(row.is_new);
            counts.gone += usize::from(row.is_gone);
            counts.refused += usize::from(row.refused.is_some());
            let is_changed =
                row.record.is_some() && !row.is_new && !row.is_gone && row.cells.iter().any(told::is_taken);
            counts.changed += usize::from(is_changed);
            counts.waiting += usize::from(row.refused.is_none() && !row.is_settled());
        }
        counts
    }
}
