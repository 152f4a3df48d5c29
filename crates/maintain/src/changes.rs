//! `cargo maintain changes`: what changed in a period, ready to be pasted into
//! a newsletter. It says what the page of the same name says.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::closed::Closed;
use directory::day::Day;
use directory::history::{Changes, Item, Newsletter, Since, Style};
use serde::Serialize;

use crate::{read, today};

/// Which changes, and how to tell them.
#[derive(Args, Debug)]
pub struct Asked {
    /// Since this day, YYYY-MM-DD; it counts.
    #[arg(long, value_parser = today::typed, group = "period")]
    since: Option<Day>,
    /// Since this school term began; so too if nothing is said.
    #[arg(long, group = "period")]
    term: bool,
    /// In the school term before this one.
    #[arg(long, group = "period")]
    last_term: bool,
    /// How to tell them.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// How changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Lines that any program takes.
    Text,
    /// Headings, lists and links.
    Markdown,
    /// One object, for scripts.
    Json,
}

impl Asked {
    fn since(&self) -> Since {
        match self.since {
            Some(day) => Since::Day(day),
            None if self.last_term => Since::LastTerm,
            None => Since::ThisTerm,
        }
    }
}

#[derive(Serialize)]
struct Told<'a> {
    from: String,
    to: String,
    changes: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    what: &'a str,
    id: &'a str,
    name: &'a str,
    on: String,
    fields: Vec<&'a str>,
    was: Option<&'a str>,
    by: Option<&'a str>,
}

/// Tells what changed in a folder of data, as of a day.
pub fn tell(data: &Path, today: Day, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<()> {
    let directory = read::directory(data, today, aside)?;
    let changes = directory.changes(asked.since().period(&directory.site.terms, today));
    let text = match asked.format {
        Form::Text => Newsletter::new(&directory, &changes, Style::Text).write(),
        Form::Markdown => Newsletter::new(&directory, &changes, Style::Markdown).write(),
        Form::Json => serde_json::to_string_pretty(&told(&changes, today))? + "\n",
    };
    // Not `print!`, which panics when whoever reads has read enough.
    Ok(out.write_all(text.as_bytes())?)
}

fn told<'a>(changes: &'a Changes<'a>, today: Day) -> Told<'a> {
    let groups = changes.groups.iter().map(|(what, items)| (what.slug(), items));
    let all = groups.chain([("kept", &changes.kept)]);
    let lines = all.flat_map(|(what, items)| items.iter().map(move |item| line(what, item)));
    Told { from: changes.period.from.iso(), to: changes.period.to.unwrap_or(today).iso(), changes: lines.collect() }
}

fn line<'a>(what: &'a str, item: &'a Item<'a>) -> Line<'a> {
    Line {
        what,
        id: item.listing.id.as_str(),
        name: &item.listing.name,
        on: item.on.iso(),
        fields: item.fields.iter().map(|field| field.words()).collect(),
        was: item.was,
        by: item.by,
    }
}
