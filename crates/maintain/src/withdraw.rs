//! `cargo maintain withdraw`: one action that takes a wrong entry out of the
//! directory, or puts it back.
//!
//! It writes at once, since every minute counts and nothing is lost by it: what
//! the entry says stays in its file. It is refused only where that would not be
//! enough, and then says what else to do.

pub(crate) mod nearest;
mod told;

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use clap::Args;
use directory::finding::{Finding, Level};
use directory::person::names_of;
use directory::record::ListingRecord;
use directory::withdrawal::{leanings, plain_reason, restore, withdraw};

use crate::check::{self, Dates};
use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::Folder;
use crate::pending::{self, Change};
use crate::report::{self, Format};

/// Which entry, and why.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain withdraw sleep-well --reason \"Its number may be wrong.\" --by coordinator
  cargo maintain withdraw sleep-well --restore --reason \"We called it, and the number is right.\"

It writes at once. Readers see it when the site is built and published again.")]
pub struct Asked {
    /// The id of the entry: the name of its file, and of its page
    id: String,
    /// Why, in a plain sentence without a number, an address or a name. Readers see it
    #[arg(long, value_name = "WHY")]
    reason: String,
    /// The role that does it, never a name: coordinator
    #[arg(long, value_name = "ROLE")]
    by: Option<String>,
    /// Put it back as it stood before
    #[arg(long)]
    restore: bool,
    /// Take it out although crisis help or advice leans on it
    #[arg(long, conflicts_with = "restore")]
    even_so: bool,
    /// Say what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Takes an entry out of a folder, or puts it back, and says what to do next.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    let folder = Folder::read(&at.data)?;
    let data = Data::read(&folder);
    let before = match entry(&data, &asked.id) {
        Ok(record) => record,
        Err(why) => return Ok(Ended::WrongUse(why)),
    };
    let leaning = data.site.as_ref().map(|site| leanings(before, &site.record)).unwrap_or_default();
    let after = if asked.restore {
        restore(before, &asked.reason, asked.by.as_deref())
    } else {
        withdraw(before, &asked.reason, asked.by.as_deref(), at.today)
    };
    let (after, reason) = match (after, plain_reason(&asked.reason, &names_of(before))) {
        (Ok(after), Ok(reason)) => (after, reason),
        (Err(why), _) | (_, Err(why)) => return Ok(Ended::WrongUse(format!("{}: {why}", before.id))),
    };
    if !asked.restore && !asked.even_so && !leaning.is_empty() {
        return Ok(Ended::WrongUse(told::leaning(&before.id, &leaning)));
    }
    let changes = [Change::of_entry(&after)?];
    let then = pending::after(at, &folder, &changes);
    let new = pending::new_errors(&folder, &then, at.today);
    if !new.is_empty() {
        out.write_all(report::write(&new, folder.listings.len(), Format::Text)?.as_bytes())?;
        writeln!(out, "Nothing was written: mend this first.")?;
        return Ok(Ended::WithFindings);
    }
    let told = told::Told { at, before, after: &after, reason: &reason, leaning: &leaning };
    if asked.dry_run {
        out.write_all(told.would_do().as_bytes())?;
        return Ok(Ended::Well);
    }
    let written = pending::write_because(at, &folder, &changes, asked.by.as_deref(), Some(&reason))?;
    out.write_all(told.done(&written, &data)?.as_bytes())?;
    let wrong = errors(&Data::read(&then), at);
    if wrong.is_empty() {
        return Ok(Ended::Well);
    }
    aside.write_all(report::write(&wrong, folder.listings.len(), Format::Text)?.as_bytes())?;
    writeln!(out, "It cannot be published yet: the data has an error elsewhere. Mend that first.")?;
    Ok(Ended::WithFindings)
}

/// The entry that is meant: by its id alone, since another word may mean two.
fn entry<'a>(data: &'a Data, typed: &str) -> Result<&'a ListingRecord, String> {
    let records = || data.listings.iter().map(|file| &file.record);
    if let Some(record) = records().find(|record| record.id == typed) {
        return Ok(record);
    }
    let typed = Path::new(typed).file_stem().and_then(|stem| stem.to_str()).unwrap_or(typed);
    if let Some(record) = records().find(|record| record.former_slugs.iter().any(|slug| slug == typed)) {
        return Err(format!("{typed} has another id now: {} ({}). Use that.", record.id, record.name));
    }
    Err(nearest::none(typed, records()))
}

fn errors(data: &Data, at: &Setting) -> Vec<Finding> {
    let mut all = check::run(data, at.today, Dates::Lenient);
    all.retain(|finding| finding.level == Level::Error);
    all
}
