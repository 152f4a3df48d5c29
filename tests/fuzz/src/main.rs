//! `cargo xtask fuzz`: each reader on as many broken files as there is time for.
//!
//! A reader works in a process of its own, so that whatever becomes of it is
//! seen: a panic, a broken stack, an input that takes too long or too much
//! memory. Such an input is made as small as it can be and kept in `corpus/`,
//! where `cargo xtask test` tries it again for ever.
//!
//! Exit codes: 0 all well, 1 something was found, 2 wrong use.

mod shrink;
mod watch;
mod work;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::{Parser, Subcommand};
use peak_alloc::PeakAlloc;
use waymark_fuzz::readers::{READERS, Reader, named};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Tries each reader on broken files.
#[derive(Parser)]
#[command(name = "waymark-fuzz")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Try a reader, or each of them, for so long.
    Run {
        /// The reader; all of them, if absent
        reader: Option<String>,
        /// For how many seconds
        #[arg(long, default_value_t = 600)]
        seconds: u64,
        /// From which number what is tried is drawn; another one each time, if absent
        #[arg(long)]
        seed: Option<u64>,
    },
    /// What a process of its own does.
    #[command(hide = true)]
    Work {
        reader: String,
        #[arg(long)]
        seconds: u64,
        #[arg(long)]
        seed: u64,
        /// Where the input lies that is being read
        #[arg(long)]
        input: std::path::PathBuf,
    },
    /// Read one file.
    Once {
        /// The reader
        reader: String,
        /// The file
        file: std::path::PathBuf,
    },
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => ExitCode::from(code),
        Err(why) => {
            eprintln!("error: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<u8> {
    let unknown = |name: &str| {
        let names: Vec<_> = READERS.iter().map(|reader| reader.name).collect();
        eprintln!("error: there is no reader {name}; there are {}", names.join(", "));
        2
    };
    match Arguments::parse().command {
        Command::Run { reader, seconds, seed } => {
            let chosen: Vec<&Reader> = match reader {
                None => READERS.iter().collect(),
                Some(name) => match named(&name) {
                    Some(reader) => vec![reader],
                    None => return Ok(unknown(&name)),
                },
            };
            let seed = seed.unwrap_or_else(|| fastrand::u64(..));
            let mut is_well = true;
            println!("{}", watch::HEADING);
            for reader in chosen {
                is_well &= watch::run(reader, Duration::from_secs(seconds), seed)?;
            }
            Ok(u8::from(!is_well))
        }
        Command::Work { reader, seconds, seed, input } => match named(&reader) {
            Some(reader) => work::run(reader, Duration::from_secs(seconds), seed, &input),
            None => Ok(unknown(&reader)),
        },
        Command::Once { reader, file } => match named(&reader) {
            Some(reader) => work::once(reader, &std::fs::read(file)?),
            None => Ok(unknown(&reader)),
        },
    }
}
