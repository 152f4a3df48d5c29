//! `cargo maintain gaps`: how much is listed for each need at each age, with
//! the same figures as the gap map of the site.

mod told;

use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::Directory;
use directory::closed::Closed;
use directory::day::Day;
use directory::gaps::{GapChoices, Price, kinds};
use directory::vocabulary::Thrive;

use crate::read;

/// What the map is to show, and how to tell it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain gaps --checked                        only what the publisher has checked
  cargo maintain gaps --each --format markdown         a table for the minutes of a meeting")]
pub struct Chosen {
    /// Seen from one area, as site.json writes it under "slug"; all together, if absent.
    #[arg(long)]
    area: Option<String>,
    /// One THRIVE grouping alone, such as getting-help.
    #[arg(long, conflicts_with = "each")]
    thrive: Option<String>,
    /// Each THRIVE grouping by itself.
    #[arg(long)]
    each: bool,
    /// One kind of entry: service, helpline, digital, resource or contact.
    #[arg(long)]
    kind: Option<String>,
    /// Only what is free to use (free), or only what somebody pays for (paid).
    #[arg(long)]
    cost: Option<String>,
    /// Only what the publisher has checked, and not too long ago.
    #[arg(long)]
    checked: bool,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How to tell the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for a terminal.
    Text,
    /// One row for each cell, for a spreadsheet.
    Csv,
    /// One object, for scripts.
    Json,
    /// A picture.
    Svg,
    /// A table for minutes and notes.
    Markdown,
}

/// Tells the map of a folder of data, as of a day; or what of the choices
/// there is not.
pub fn tell(
    data: &Path,
    today: Day,
    chosen: &Chosen,
    out: &mut dyn Write,
    aside: &mut dyn Write,
) -> Result<Result<(), String>> {
    let directory = read::directory(data, today, aside)?;
    let choices = match chosen.choices(&directory) {
        Ok(choices) => choices,
        Err(why) => return Ok(Err(why)),
    };
    let map = directory.gaps(choices);
    if choices.is_checked && !map.choices.is_checked {
        writeln!(aside, "The publisher has checked nothing that is listed, so all of it is counted.")?;
    }
    let text = match chosen.format {
        Format::Text => told::text(&map, &directory),
        Format::Csv => map.csv(&directory),
        Format::Json => told::json(&map, &directory)?,
        Format::Svg => map.picture(&directory),
        Format::Markdown => told::markdown(&map, &directory),
    };
    match out.write_all(text.as_bytes()) {
        // Whoever reads may have read enough.
        Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(why.into()),
        _ => Ok(Ok(())),
    }
}

impl Chosen {
    /// As the page reads them; or the first that it does not know, with those
    /// that it does.
    fn choices(&self, directory: &Directory) -> Result<GapChoices, String> {
        let areas = &directory.site.areas;
        let words = |word: &Option<String>| word.clone().unwrap_or_default();
        let mut choices = GapChoices::default();
        for (key, word) in [
            ("area", words(&self.area)),
            ("thrive", words(&self.thrive)),
            ("kind", words(&self.kind)),
            ("cost", words(&self.cost)),
            ("checked", if self.checked { "publisher".to_owned() } else { String::new() }),
            ("show", if self.each { "each".to_owned() } else { String::new() }),
        ] {
            let known: Vec<&str> = match key {
                "area" => GapChoices::areas(areas).map(|place| areas.slug(place)).collect(),
                "thrive" => Thrive::slugs().to_vec(),
                "kind" => kinds().map(Closed::slug).collect(),
                _ => Price::slugs().to_vec(),
            };
            let unknown = || format!("there is no {key} {word:?} on the gap map; write one of: {}", known.join(", "));
            choices = choices.with(key, &word, areas).ok_or_else(unknown)?;
        }
        Ok(choices)
    }
}
