//! `waymark`: a directory of your own from a folder of data.
//!
//! It needs no Rust, no network and nothing installed: the app lies in the
//! folder `app` beside this program, and both come in one archive.
//!
//! Exit codes: 0 all well, 1 findings or failures, 2 wrong use.

mod app;
mod booklet;
mod build;
#[cfg(test)]
mod documents;
mod out;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use maintain::command::{Command, Ended, Of, Rest, Setting, exit_code};
use maintain::spelling::Spelling;
use maintain::{files, manual};

/// Makes a directory of your own from a folder of data, as plain files for any
/// web server, and keeps it.
#[derive(Parser)]
#[command(name = "waymark", version)]
struct Arguments {
    #[command(subcommand)]
    command: All,
}

#[derive(Subcommand)]
enum All {
    /// Check the data and make the site, in a folder that is then ready to be published.
    #[command(after_help = "Example: waymark build our-data our-site\nThen look at it: waymark serve our-site")]
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
    #[command(flatten)]
    Keep(Command<Source>),
    /// Show a site that was made, to look at on this computer alone.
    #[command(after_help = "Example: waymark serve our-site")]
    Serve {
        /// The folder of the site
        #[arg(value_parser = folder_of_site)]
        site: PathBuf,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Print what a shell needs to complete these commands.
    Complete(manual::Complete),
    /// Write the manual pages of all commands.
    Man(manual::Man),
}

#[derive(clap::Args)]
struct Source {
    /// The folder of the data
    #[arg(value_parser = folder_of_data)]
    data: PathBuf,
    #[command(flatten)]
    rest: Rest,
}

/// Whoever forgets the folder names a file in its place, and is told the order.
fn folder_of_data(typed: &str) -> Result<PathBuf, String> {
    let order = "the folder of your data comes first: waymark merge our-data FILE";
    files::existing(typed).map_err(|why| format!("{why}; {order}"))
}

fn folder_of_site(typed: &str) -> Result<PathBuf, String> {
    files::existing(typed).map_err(|why| format!("{why}; name the folder of the site that was made"))
}

impl Of for Source {
    fn data(&self) -> &Path {
        &self.data
    }

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn spelling(&self) -> Spelling {
        Spelling::of("waymark", &self.data)
    }
}

/// The program as it describes itself, with its own commands in the examples.
fn program() -> clap::Command {
    let spelling = Spelling::of("waymark", Path::new("our-data"));
    let spelt = |command: clap::Command| match command.get_after_help().map(ToString::to_string) {
        Some(text) => command.after_help(spelling.spell(&text)),
        None => command,
    };
    Arguments::command().mut_subcommands(spelt)
}

/// What was typed. A wrong use ends here, with its reason and code 2.
fn read(program: clap::Command) -> Arguments {
    Arguments::from_arg_matches(&program.get_matches()).unwrap_or_else(|why| why.exit())
}

fn main() -> ExitCode {
    let done = match read(program()).command {
        All::Build { of, out } => build(&of, &out),
        All::Booklet { of, asked } => print_booklet(&of, &asked),
        All::Keep(command) => command.run(),
        All::Serve { site, port } => serve(site, port),
        All::Complete(asked) => manual::complete(program(), "waymark", &asked, &mut std::io::stdout()),
        All::Man(asked) => manual::man(program(), "waymark", &asked),
    };
    exit_code(done).into()
}

fn build(of: &Source, out: &std::path::Path) -> Result<Ended> {
    let place = match out::Place::of(out, &of.data)? {
        Ok(place) => place,
        Err(why) => return Ok(Ended::WrongUse(why)),
    };
    let app = app::App::beside_this_program()?;
    let built = build::run(&app, &of.data, Setting::of(of)?.today, of.rest.is_day_typed())?;
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
    Ok(match booklet::run(&of.data, Setting::of(of)?.today, asked)? {
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

fn serve(site: PathBuf, port: u16) -> Result<Ended> {
    if !site.join("index.html").is_file() {
        return Ok(Ended::WrongUse(format!("there is no site in {}; make one with: waymark build", site.display())));
    }
    let listener = host::listen(port, "waymark serve")?;
    println!("The site is open at {}\nStop it with Ctrl+C.", host::address(&listener)?);
    host::serve(&listener, &site);
    Ok(Ended::Well)
}
