//! `prerender --shell FILE --bundle FILE --out DIR [--today DATE]`: fills a
//! folder with every page.

use anyhow::{Context, Result};
use clap::Parser;
use directory::day::Day;
use prerender::Booklet;
use std::fs;
use std::path::{Path, PathBuf};

/// Draws every address of the app to HTML.
#[derive(Debug, Parser)]
struct Arguments {
    /// The page that Trunk made.
    #[arg(long)]
    shell: PathBuf,
    /// The bundle that `maintain bundle` made.
    #[arg(long)]
    bundle: PathBuf,
    /// The folder to fill.
    #[arg(long)]
    out: PathBuf,
    /// Behave as on this day for ever: 2026-11-21. Without it the pages say
    /// when they were made, and the app reads the clock.
    #[arg(long)]
    today: Option<String>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let read = |file: &PathBuf| fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()));
    let today = match &arguments.today {
        Some(day) => Day::read(day).with_context(|| format!("--today {day}: write a day such as 2026-11-21"))?,
        None => system_day().context("the clock of this machine could not be read")?,
    };
    let shell = read(&arguments.shell)?;
    let bundle = read(&arguments.bundle)?;
    let is_fixed_day = arguments.today.is_some();
    let drawn = prerender::site(&shell, &bundle, today, is_fixed_day)?;
    write(&arguments.out, drawn.files.iter().map(|output| (&output.path, output.text.as_bytes())))?;
    write(&arguments.out, drawn.booklets.iter().map(|booklet| (&booklet.path, booklet.bytes.as_slice())))?;
    let files = prerender::files(&arguments.out)
        .with_context(|| format!("could not read what is in {}", arguments.out.display()))?;
    let rest = prerender::finish(files, &bundle, today, is_fixed_day)?;
    write(&arguments.out, rest.iter().map(|output| (&output.path, output.text.as_bytes())))?;
    println!("{} files drawn", drawn.files.len() + drawn.booklets.len() + rest.len());
    for told in drawn.booklets.iter().filter_map(Booklet::told) {
        println!("{told}");
    }
    if let Some(left_out) = drawn.left_out {
        println!("{left_out}");
    }
    Ok(())
}

fn write<'a>(out: &Path, files: impl Iterator<Item = (&'a String, &'a [u8])>) -> Result<()> {
    for (path, bytes) in files {
        let path = out.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))?;
    }
    Ok(())
}

fn system_day() -> Option<Day> {
    let now = time::OffsetDateTime::now_utc();
    Day::of(now.year(), now.month().into(), now.day())
}
