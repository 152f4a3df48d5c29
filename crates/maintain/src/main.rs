//! `cargo maintain`: what the people who keep the directory do, as commands.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};
use maintain::command::{Command, Ended, Of, Rest, Setting, exit_code};
use maintain::files::{self, Folder};
use maintain::report::{self, Format};
use maintain::spelling::Spelling;
use maintain::{bundle, manual};

/// Keeps the directory's data: checks it in words, sends it out to be confirmed, takes in what comes back.
#[derive(Parser)]
#[command(name = "cargo maintain", bin_name = "cargo maintain", version)]
struct Arguments {
    #[command(subcommand)]
    command: All,
}

#[derive(Subcommand)]
enum All {
    #[command(flatten)]
    Keep(Command<Source>),
    /// Check the data and write it as the one file that the site is built from.
    Bundle {
        #[command(flatten)]
        of: Source,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Write the manual pages of all commands.
    Man(manual::Man),
}

#[derive(clap::Args)]
struct Source {
    /// The folder of the data.
    #[arg(long, default_value = "data", value_parser = folder_of_data)]
    data: PathBuf,
    #[command(flatten)]
    rest: Rest,
}

fn folder_of_data(typed: &str) -> Result<PathBuf, String> {
    files::existing(typed)
        .map_err(|why| format!("{why}; name the folder of your data: cargo maintain check --data our-data"))
}

impl Of for Source {
    fn data(&self) -> &Path {
        &self.data
    }

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn spelling(&self) -> Spelling {
        Spelling::cargo(&self.data)
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        All::Keep(command) => command.run(),
        All::Bundle { of, out } => bundle_all(&of, &out),
        All::Man(asked) => manual::man(Arguments::command(), "cargo-maintain", &asked),
    };
    exit_code(done).into()
}

fn bundle_all(of: &Source, out: &Path) -> Result<Ended> {
    let at = Setting::of(of)?;
    let folder = Folder::read(&at.data)?;
    match bundle::run(&folder, at.today)? {
        Ok(text) => files::write(out, &text).map(|()| Ended::Well),
        Err(errors) => {
            eprint!("{}", report::write(&errors, folder.listings.len(), Format::Text)?);
            Ok(Ended::WithFindings)
        }
    }
}
