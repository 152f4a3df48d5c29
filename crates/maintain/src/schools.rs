//! `cargo maintain schools FILE`: schools, who answers for them, and which
//! services cover them, from one list.
//!
//! The list is a register of schools, what a council already holds, or both in
//! one. What it would change is said; only `--write` changes anything, and not
//! while the check would find a new error in it.

mod change;
mod columns;
mod names;
mod table;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;

use crate::command::Setting;
use crate::data::Data;
use crate::files::{self, Folder};
use crate::pending;
use crate::report::{self, Format, counted};
use change::Change;
use table::Table;

/// What `cargo maintain schools` is asked for.
#[derive(clap::Args, Clone, Debug)]
#[command(after_help = "Examples:
  cargo maintain schools schools.xlsx --source \"Get Information about Schools\"    say what would change
  cargo maintain schools teams.csv --by coordinator --write                         write it")]
pub struct Asked {
    /// The list: a spreadsheet (.xlsx, .ods), or text with commas, semicolons or tabs
    file: PathBuf,
    /// Write the changes, and do not only say them
    #[arg(long)]
    write: bool,
    /// Which register the schools come from, if the list is one. Its file name, if absent
    #[arg(long)]
    source: Option<String>,
    /// The role that confirmed what the list says, where it has no column for that
    #[arg(long)]
    by: Option<String>,
}

/// The most lines that are said of one sort of change.
const MOST_SAID: usize = 20;

/// Reads a list, says what it would change in a folder of data, and writes it if
/// asked to; whether every row was understood and nothing stood in the way.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write) -> Result<bool> {
    let folder = Folder::read(&at.data)?;
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let table = Table::read(&files::table(&asked.file)?, &name)?;
    let source = asked.source.clone().unwrap_or_else(|| name.clone());
    let before = Data::read(&folder);
    let change = Change::of(&before, &table, &source, at.today, asked.by.as_deref())?;
    let mut text = format!("{name}: {}, {}\n", counted(table.rows.len(), "row"), table.how());
    text += &change.told(MOST_SAID);
    let written = change.files()?;
    let errors = pending::new_errors(&folder, &pending::after(at, &folder, &written), at.today);
    let is_good = change.problems.is_empty() && errors.is_empty();
    if !errors.is_empty() {
        text += "\nNothing is written: the check finds what must be mended in the list first.\n";
        text += &report::write(&errors, folder.listings.len(), Format::Text)?;
    } else if written.is_empty() {
        text += "\nThere is nothing to change.\n";
    } else if asked.write {
        pending::write(at, &folder, &written, asked.by.as_deref())?;
        text += &format!("\n{} written. Now run: cargo maintain check\n", counted(written.len(), "file"));
    } else {
        text += &format!("\nNothing is written. Add --write to write {}.\n", counted(written.len(), "file"));
    }
    out.write_all(text.as_bytes())?;
    Ok(is_good)
}
