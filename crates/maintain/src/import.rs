//! `cargo maintain import FILE`: another directory's data, or a list, as entries
//! that wait for a person's yes.
//!
//! What came in is laid into a file of its own first, so that a feed of any
//! length needs little memory; then each service is compared with the entry that
//! was made of it before. What a person has changed since stays as it is. What
//! was left out is always told.

mod accept;
mod ages;
mod clean;
mod feed;
mod guard;
mod known;
mod spool;
mod staged;
mod told;
mod update;

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use directory::day::Day;
use open_referral::read::{Mapping, suggest};

pub(crate) use update::is_touched;

use crate::command::{Ended, Setting};
use crate::{files, today};

/// What to take in.
#[derive(Args, Clone, Debug)]
#[command(after_help = "Examples:
  Say what would come in. With --write it comes in, and every entry waits:
    cargo maintain import feed.json --source \"Example Council\" --licence \"OGL v3\"
  Write a first mapping for a list, look it over, then use it:
    cargo maintain import list.xlsx --suggest-mapping mapping.json
    cargo maintain import list.xlsx --mapping mapping.json --source \"Example Council\"
  Say yes to an entry:
    cargo maintain import --accept sleep-group --by \"directory coordinator\" --write
  Where a life may hang on it, a second role dials the number first:
    cargo maintain import --accept tide-team --by coordinator --second \"duty manager\" --called-on 2026-11-20 --write")]
pub struct Asked {
    /// The feed: JSON, a spreadsheet, a list, or a package of tables (a folder, or a .zip)
    #[arg(required_unless_present_any = ["accept", "take_ages"])]
    file: Option<PathBuf>,
    /// For a list: which column is which field
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Write a first mapping for a list, to be looked over, and take nothing in
    #[arg(long, value_name = "FILE", conflicts_with_all = ["mapping", "write"])]
    suggest_mapping: Option<PathBuf>,
    /// Whose data it is: "Example Council"
    #[arg(long)]
    source: Option<String>,
    /// Under which licence: "OGL v3", "CC BY 4.0"
    #[arg(long)]
    licence: Option<String>,
    /// Write also what has changed in entries that somebody has said yes to
    #[arg(long)]
    update: bool,
    /// Say yes to entries that are held, however they came: from then on they are listed
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["file", "take_ages"], requires = "by")]
    accept: Vec<String>,
    /// For help where a life may hang on a number: the other role that looked as well
    #[arg(long, value_name = "ROLE", requires_all = ["accept", "called_on"])]
    second: Option<String>,
    /// And the day on which somebody dialled its number, YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = today::typed, requires_all = ["accept", "second"])]
    called_on: Option<Day>,
    /// Take the ages that the prose of these entries names
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "file")]
    take_ages: Vec<String>,
    /// The role that says so, never a name: "directory coordinator"
    #[arg(long)]
    by: Option<String>,
    /// Write it. Without this nothing is written, and you see what would be
    #[arg(long)]
    write: bool,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// How to say what came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people.
    Text,
    /// For scripts.
    Json,
}

/// Whose data it is.
#[derive(Clone, Debug)]
struct Whose {
    from: String,
    licence: Option<String>,
}

/// Does it.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    if !asked.accept.is_empty() {
        return accept::tell(at, asked, out);
    }
    if !asked.take_ages.is_empty() {
        return ages::tell(at, asked, out);
    }
    let file = asked.file.as_ref().context("name the file to take in")?;
    if let Some(path) = &asked.suggest_mapping {
        return suggested(file, path, out);
    }
    let mapping = match asked.mapping.as_ref().map(|path| mapping(path)).transpose()? {
        Some(Err(why)) => return Ok(Ended::WrongUse(why)),
        Some(Ok(mapping)) => Some(mapping),
        None => None,
    };
    let said = |text: Option<&String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let of_mapping = |pick: fn(&Mapping) -> Option<&String>| said(mapping.as_ref().and_then(pick));
    let from = said(asked.source.as_ref()).or_else(|| of_mapping(|mapping| mapping.source.as_ref()));
    let Some(from) = from else {
        return Ok(Ended::WrongUse("say whose data it is: --source \"Example Council\"".to_owned()));
    };
    let licence = said(asked.licence.as_ref()).or_else(|| of_mapping(|mapping| mapping.licence.as_ref()));
    staged::tell(at, asked, (file, mapping.as_ref()), &Whose { from, licence }, out, aside)
}

/// Reads a mapping; what is wrong with it is wrong use.
fn mapping(path: &std::path::Path) -> Result<Result<Mapping, String>> {
    let text =
        files::text_at(path)?.with_context(|| format!("{} is not there, or is no UTF-8 text", path.display()))?;
    Ok(Mapping::read(&text).map_err(|why| why.to_string()))
}

fn suggested(file: &std::path::Path, path: &std::path::Path, out: &mut dyn Write) -> Result<Ended> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = match suggest(&files::table(file)?, &name) {
        Ok(text) => text,
        Err(why) => return Ok(Ended::WrongUse(why.to_string())),
    };
    if path.exists() {
        return Ok(Ended::WrongUse(format!("{} is there already; name another file", path.display())));
    }
    files::write(path, &text)?;
    writeln!(
        out,
        "A first mapping is in {0}. Look at each column, and write whose data it is and its licence.\n\
         Then: cargo maintain import {1} --mapping {0}",
        path.display(),
        file.display()
    )?;
    Ok(Ended::Well)
}
