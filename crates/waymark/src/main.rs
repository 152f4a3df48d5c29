//! `waymark`: a directory of your own from a folder of data.
//!
//! It needs no Rust, no network and nothing installed: the app lies in the
//! folder `app` beside this program, and both come in one archive.
//!
//! Exit codes: 0 all well, 1 findings or failures, 2 wrong use. The clock is
//! read here and nowhere else.

mod app;
mod booklet;
mod build;
mod out;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use directory::day::Day;
use maintain::check::{self, Dates};
use maintain::find::{self, Asked};
use maintain::gaps::{self, Chosen};
use maintain::record::Recording;
use maintain::report::Format;
use maintain::{changes, files, record, schools, today};

/// Makes a directory of your own from a folder of data, as plain files for any
/// web server.
#[derive(Parser)]
#[command(name = "waymark", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the data and make the site, in a folder that is then ready to be published.
    Build {
        #[command(flatten)]
        of: Source,
        /// The folder to make; an earlier site in it is replaced, and nothing else ever is
        out: PathBuf,
    },
    /// Write the booklet to print as one file: the site has it on A4, this also on A5.
    Booklet {
        #[command(flatten)]
        of: Source,
        #[command(flatten)]
        asked: booklet::Asked,
    },
    /// Say what is wrong with the data: file, field, what to write instead.
    Check {
        #[command(flatten)]
        of: Source,
        /// How to say it
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Fail on what is late or not yet due, too
        #[arg(long)]
        strict_dates: bool,
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
    /// Show a site that was made, to look at on this computer alone.
    Serve {
        /// The folder of the site
        #[arg(value_parser = files::existing)]
        site: PathBuf,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

#[derive(clap::Args)]
struct Source {
    /// The folder of the data
    #[arg(value_parser = files::existing)]
    data: PathBuf,
    /// The day to take as today, YYYY-MM-DD; the computer's own, if absent
    #[arg(long, value_parser = today::typed)]
    today: Option<Day>,
}

impl Source {
    fn today(&self) -> Result<Day> {
        self.today.map_or_else(system_day, Ok)
    }
}

/// How a command ended that could do its work.
enum Ended {
    Well,
    WithFindings,
    /// Something was asked for that cannot be done, and nothing was touched.
    WrongUse(String),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Build { of, out } => build(&of, &out),
        Command::Booklet { of, asked } => print_booklet(&of, &asked),
        Command::Check { of, format, strict_dates } => report(&of, format, strict_dates),
        Command::Find { of, asked } => find_all(&of, &asked),
        Command::Schools { of, asked } => schools_in(&of, &asked),
        Command::Gaps { of, chosen } => tell_gaps(&of, &chosen),
        Command::Record { of, how } => record_all(&of, &how),
        Command::Changes { of, asked } => tell_changes(&of, &asked),
        Command::Serve { site, port } => serve(site, port),
    };
    match done {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::WithFindings) => ExitCode::FAILURE,
        Ok(Ended::WrongUse(why)) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
        Err(why) => {
            eprintln!("error: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn build(of: &Source, out: &std::path::Path) -> Result<Ended> {
    let place = match out::Place::of(out, &of.data)? {
        Ok(place) => place,
        Err(why) => return Ok(Ended::WrongUse(why)),
    };
    let app = app::App::beside_this_program()?;
    let built = build::run(&app, &of.data, of.today()?, of.today.is_some())?;
    let (files, report) = built;
    eprint!("{report}");
    let Some(files) = files else {
        eprintln!("No site was made, and what stood in {} is as it was.", out.display());
        return Ok(Ended::WithFindings);
    };
    let count = files.len();
    place.fill(&files)?;
    println!("The site is in {}: {count} files. Look at it with: waymark serve {0}", out.display());
    Ok(Ended::Well)
}

fn print_booklet(of: &Source, asked: &booklet::Asked) -> Result<Ended> {
    Ok(match booklet::run(&of.data, of.today()?, asked)? {
        booklet::Ended::Written(booklet) => {
            if let Some(told) = booklet.told() {
                eprintln!("{told}");
            }
            println!("The booklet has {} pages and {} bytes.", booklet.printed.pages, booklet.printed.bytes);
            Ended::Well
        }
        booklet::Ended::WithErrors(report) => {
            eprint!("{report}");
            Ended::WithFindings
        }
        booklet::Ended::WrongUse(why) => Ended::WrongUse(why),
    })
}

fn report(of: &Source, format: Format, strict_dates: bool) -> Result<Ended> {
    let dates = if strict_dates { Dates::Strict } else { Dates::Lenient };
    let is_sound = check::tell(&of.data, of.today()?, dates, format, &mut std::io::stdout())?;
    Ok(if is_sound { Ended::Well } else { Ended::WithFindings })
}

fn find_all(of: &Source, asked: &Asked) -> Result<Ended> {
    find::tell(&of.data, of.today()?, asked, &mut std::io::stdout().lock(), &mut std::io::stderr())?;
    Ok(Ended::Well)
}

fn schools_in(of: &Source, asked: &schools::Asked) -> Result<Ended> {
    let is_understood = schools::tell(&of.data, of.today()?, asked, &mut std::io::stdout().lock())?;
    Ok(if is_understood { Ended::Well } else { Ended::WithFindings })
}

fn tell_gaps(of: &Source, chosen: &Chosen) -> Result<Ended> {
    let told = gaps::tell(&of.data, of.today()?, chosen, &mut std::io::stdout().lock(), &mut std::io::stderr())?;
    Ok(told.map_or_else(Ended::WrongUse, |()| Ended::Well))
}

fn record_all(of: &Source, how: &Recording) -> Result<Ended> {
    let is_recorded = record::tell(&of.data, of.today()?, how, &mut std::io::stdout().lock())?;
    Ok(if is_recorded { Ended::Well } else { Ended::WithFindings })
}

fn tell_changes(of: &Source, asked: &changes::Asked) -> Result<Ended> {
    changes::tell(&of.data, of.today()?, asked, &mut std::io::stdout().lock(), &mut std::io::stderr())?;
    Ok(Ended::Well)
}

fn serve(site: PathBuf, port: u16) -> Result<Ended> {
    if !site.join("index.html").is_file() {
        return Ok(Ended::WrongUse(format!("there is no site in {}; make one with: waymark build", site.display())));
    }
    let listener = host::listen(port, "waymark serve")?;
    println!("The site is open at {}\nStop it with Ctrl+C.", host::address(&listener)?);
    host::serve(&listener, &site);
    Ok(Ended::Well)
}

/// Today, by the computer's clock, in UTC.
fn system_day() -> Result<Day> {
    let now = time::OffsetDateTime::now_utc();
    Day::of(now.year(), now.month().into(), now.day()).context("the computer's clock names no day")
}
