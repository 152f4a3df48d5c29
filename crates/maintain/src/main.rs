//! `cargo maintain`: checks the data in words, bundles it, tries its search,
//! counts what is listed, keeps its history.
//!
//! Exit codes: 0 all well, 1 findings or failures, 2 wrong use. The clock is
//! read here and nowhere else.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use directory::day::Day;
use maintain::check::Dates;
use maintain::files::{self, Folder};
use maintain::find::Asked;
use maintain::gaps::Chosen;
use maintain::record::Recording;
use maintain::report::{self, Format};
use maintain::{bundle, changes, check, find, gaps, record, schools, today};

/// Keeps the directory's data: checks it in words, bundles it, tries its search, and keeps its history.
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
    /// Say how much is listed for each need at each age, as the gap map does.
    Gaps {
        #[command(flatten)]
        of: Source,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// Write down what has changed in the data since it was last recorded.
    Record {
        #[command(flatten)]
        of: Source,
        #[command(flatten)]
        how: Recording,
    },
    /// Say what has changed, ready to be pasted into a newsletter.
    Changes {
        #[command(flatten)]
        of: Source,
        #[command(flatten)]
        asked: changes::Asked,
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
        Command::Gaps { of, chosen } => tell_gaps(&of, &chosen),
        Command::Record { of, how } => record_all(&of, &how),
        Command::Changes { of, asked } => tell_changes(&of, &asked),
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

fn tell_gaps(of: &Source, chosen: &Chosen) -> Result<bool> {
    match gaps::tell(&of.data, of.today()?, chosen, &mut std::io::stdout().lock(), &mut std::io::stderr())? {
        Ok(()) => Ok(true),
        Err(why) => Arguments::command().error(ErrorKind::InvalidValue, why).exit(),
    }
}

fn record_all(of: &Source, how: &Recording) -> Result<bool> {
    record::tell(&of.data, of.today()?, how, &mut std::io::stdout().lock())
}

fn tell_changes(of: &Source, asked: &changes::Asked) -> Result<bool> {
    changes::tell(&of.data, of.today()?, asked, &mut std::io::stdout().lock(), &mut std::io::stderr())?;
    Ok(true)
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
