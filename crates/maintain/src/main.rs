//! `cargo maintain`: checks the data in words, bundles it, tries its search.
//!
//! Exit codes: 0 all well, 1 findings or failures, 2 wrong use. The clock is
//! read here and nowhere else.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use directory::day::Day;
use maintain::check::Dates;
use maintain::files::{self, Folder};
use maintain::find::Asked;
use maintain::report::{self, Format};
use maintain::{bundle, check, find, schools, today};

/// Keeps the directory's data: checks it in words, bundles it, and tries its search.
#[derive(Parser)]
#[command(name = "cargo maintain", bin_name = "cargo maintain", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what is wrong with the data: file, field, what to write instead.
    Check {
        #[command(flatten)]
        of: Source,
        /// How to say it.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Fail on what is late or not yet due, too.
        #[arg(long)]
        strict_dates: bool,
    },
    /// Check the data and write it as the one file that the site is built from.
    Bundle {
        #[command(flatten)]
        of: Source,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Say what search makes of a question: what it understands, what it finds, and why.
    Find {
        #[command(flatten)]
        of: Source,
        #[command(flatten)]
        asked: Asked,
    },
    /// Take in a list of schools: which there are, which services cover them, who answers for them.
    Schools {
        #[command(flatten)]
        of: Source,
        #[command(flatten)]
        asked: schools::Asked,
    },
}

#[derive(clap::Args)]
struct Source {
    /// The folder of the data.
    #[arg(long, default_value = "data", value_parser = files::existing)]
    data: PathBuf,
    /// The day to take as today, YYYY-MM-DD. The computer's own, if absent.
    #[arg(long, value_parser = today::typed)]
    today: Option<Day>,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check { of, format, strict_dates } => check_all(&of, format, strict_dates),
        Command::Bundle { of, out } => bundle_all(&of, &out),
        Command::Find { of, asked } => find_all(&of, &asked),
        Command::Schools { of, asked } => schools_in(&of, &asked),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn check_all(of: &Source, format: Format, strict_dates: bool) -> Result<bool> {
    let dates = if strict_dates { Dates::Strict } else { Dates::Lenient };
    check::tell(&of.data, of.today()?, dates, format, &mut std::io::stdout())
}

fn bundle_all(of: &Source, out: &Path) -> Result<bool> {
    let folder = Folder::read(&of.data)?;
    match bundle::run(&folder, of.today()?)? {
        Ok(text) => files::write(out, &text).map(|()| true),
        Err(errors) => {
            eprint!("{}", report::write(&errors, folder.listings.len(), Format::Text)?);
            Ok(false)
        }
    }
}

fn find_all(of: &Source, asked: &Asked) -> Result<bool> {
    find::tell(&of.data, of.today()?, asked, &mut std::io::stdout().lock(), &mut std::io::stderr())?;
    Ok(true)
}

fn schools_in(of: &Source, asked: &schools::Asked) -> Result<bool> {
    schools::tell(&of.data, of.today()?, asked, &mut std::io::stdout().lock())
}

impl Source {
    fn today(&self) -> Result<Day> {
        self.today.map_or_else(system_day, Ok)
    }
}

/// Today, by the computer's clock, in UTC.
fn system_day() -> Result<Day> {
    const JULIAN_DAY_OF_EPOCH: i64 = 2_440_588;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).context("the computer's clock is before 1970")?;
    let julian = i32::try_from(i64::try_from(seconds.as_secs() / 86_400)? + JULIAN_DAY_OF_EPOCH)?;
    let date = time::Date::from_julian_day(julian)?;
    Day::of(date.year(), date.month().into(), date.day()).context("the computer's clock names no day")
}
