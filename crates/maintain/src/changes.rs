//! `cargo maintain changes`: what changed in a period, ready to be pasted into
//! a newsletter. It says what the page of the same name says.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::closed::Closed;
use directory::day::Day;
use directory::finding::Findings;
use directory::history::{Change, Changes, History, Item, Newsletter, Period, Since, Style};
use serde::Serialize;

use crate::data::Data;
use crate::files::Folder;
use crate::revision::Earlier;
use crate::{read, record, today};

/// Which changes, and how to tell them.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain changes --last-term --format markdown
  cargo maintain changes --since-tag spring-edition")]
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
    /// Since the state of the data that Git keeps under this tag
    #[arg(long, value_name = "TAG", group = "period")]
    since_tag: Option<String>,
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
    let mut directory = read::directory(data, today, aside)?;
    let compared = asked.since_tag.as_ref().map(|tag| compared(data, tag, today, aside)).transpose()?;
    let period = match &compared {
        Some((from, _)) => Period { from: *from, to: None },
        None => asked.since().period(&directory.site.terms, today),
    };
    let is_compared = compared.is_some();
    directory.history = compared.map_or(directory.history, |(_, history)| history);
    let changes = directory.changes(period);
    let newsletter = |style| {
        let newsletter = Newsletter::new(&directory, &changes, style);
        if is_compared { newsletter.whole() } else { newsletter }
    };
    let text = match asked.format {
        Form::Text => newsletter(Style::Text).write(),
        Form::Markdown => newsletter(Style::Markdown).write(),
        Form::Json => serde_json::to_string_pretty(&told(&changes, today))? + "\n",
    };
    // Not `print!`, which panics when whoever reads has read enough.
    Ok(out.write_all(text.as_bytes())?)
}

/// What differs from the data at a tag, and the day of that.
fn compared(folder: &Path, tag: &str, today: Day, aside: &mut dyn Write) -> Result<(Day, History)> {
    let earlier = Earlier::at(folder, tag)?;
    if !earlier.unread.is_empty() {
        let named = earlier.unread.join(", ");
        writeln!(aside, "At {tag} these could not be read, and may be called new here: {named}")?;
    }
    let data = Data::read(&Folder::read(folder)?);
    let lines = record::between(&earlier.listings, &data, today);
    let read = |line| Change::read(line, &mut Findings::default());
    // A day that was recorded before the tag was made is no day of this period.
    let changes = lines.iter().filter_map(read).map(|change| Change { on: change.on.max(earlier.on), ..change });
    Ok((earlier.on, History::new(changes.collect())))
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
