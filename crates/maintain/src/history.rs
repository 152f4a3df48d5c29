//! `cargo maintain history`: what has happened to an entry, or to all of them,
//! day by day, as the history of the data has it.
//!
//! It tells a coordinator of what is held and of what is gone, too; what readers
//! are told is `changes`.

mod story;

use std::io::Write;

use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::day::Day;

use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::Folder;
use crate::today;
use crate::withdraw::nearest;
use story::Story;

/// Which entries, and how to tell it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain history sleep-well
  cargo maintain history --format markdown")]
pub struct Asked {
    /// The id of an entry, also one that it had before; all of them, if absent
    id: Option<String>,
    /// Since this day, YYYY-MM-DD; it counts
    #[arg(long, value_parser = today::typed)]
    since: Option<Day>,
    /// How to tell it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// How a story is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Lines that any program takes
    Text,
    /// Headings and lists
    Markdown,
    /// One list, for scripts
    Json,
}

/// Tells the story of one entry of a folder, or of all.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    let data = Data::read(&Folder::read(&at.data)?);
    let story = match &asked.id {
        None => Story::of_all(&data, asked.since),
        Some(id) => match Story::of_one(&data, id, asked.since) {
            Some(story) => story,
            None => return Ok(Ended::WrongUse(nearest::none(id, data.listings.iter().map(|file| &file.record)))),
        },
    };
    let text = match asked.format {
        Form::Text => story.text(),
        Form::Markdown => story.markdown(),
        Form::Json => story.json()?,
    };
    out.write_all(text.as_bytes())?;
    let broken = data.history.findings.len();
    if broken > 0 {
        writeln!(aside, "Some lines of the history cannot be read, and are missing here. The check names them.")?;
        return Ok(Ended::WithFindings);
    }
    Ok(Ended::Well)
}
