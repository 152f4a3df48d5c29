//! `cargo xtask bench booklet`: how long the static program takes to make a
//! booklet, and how much memory, of this directory and of one with 2,000
//! entries.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde_json::{Value, json};

use super::figures::{Figures, busy};
use crate::pack::program;
use crate::{fixture, repository};

/// Of `cargo xtask bench booklet`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// How often each booklet is made
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

/// How much the big directory holds.
const LISTINGS: u32 = 2_000;

/// The day on which the big directory is made.
const TODAY: &str = "2026-11-21";

/// How often memory is looked at, in milliseconds.
const LOOK: u64 = 5;

/// Of one directory: seconds, and the most memory that was seen, in megabytes.
struct Line {
    name: String,
    said: String,
    seconds: Figures,
    memory: Figures,
}

/// Measures everything and prints it.
pub(crate) fn run(options: &Options) -> Result<()> {
    let program = program::build()?.path;
    let big = repository::site().join("bench-booklet");
    if big.exists() {
        std::fs::remove_dir_all(&big)?;
    }
    fixture::write(LISTINGS, 0, &big)?;
    let before = busy();
    let sites = [("this directory", repository::data()), ("2,000 entries", big)];
    let lines = sites.map(|(name, data)| measured(&program, name, &data, options.rounds));
    let lines = lines.into_iter().collect::<Result<Vec<_>>>()?;
    if options.json {
        println!("{:#}", json!({ "busy": before, "booklets": lines.iter().map(Line::json).collect::<Vec<_>>() }));
        return Ok(());
    }
    println!("The whole booklet on A4; programs at work before: {before}");
    for line in &lines {
        println!("{line}");
    }
    Ok(())
}

fn measured(program: &Path, name: &str, data: &Path, rounds: u32) -> Result<Line> {
    let out = repository::site().join("bench-booklet.pdf");
    let rounds = (0..rounds.max(1)).map(|_| once(program, data, &out)).collect::<Result<Vec<_>>>()?;
    let figures = |of: fn(&Round) -> f64| Figures::of(rounds.iter().map(of).collect()).context("nothing was measured");
    let said = rounds.first().map(|round| round.said.clone()).unwrap_or_default();
    Ok(Line { name: name.to_owned(), said, seconds: figures(|one| one.seconds)?, memory: figures(|one| one.memory)? })
}

struct Round {
    seconds: f64,
    memory: f64,
    said: String,
}

fn once(program: &Path, data: &Path, out: &PathBuf) -> Result<Round> {
    let mut command = Command::new(program);
    command.arg("booklet").arg(data).arg(out).args(["--today", TODAY]).stdout(Stdio::piped()).stderr(Stdio::null());
    let begin = Instant::now();
    let mut child = command.spawn().context("the program did not start")?;
    let status = format!("/proc/{}/status", child.id());
    let mut memory: f64 = 0.0;
    while child.try_wait()?.is_none() {
        memory = memory.max(peak(&std::fs::read_to_string(&status).unwrap_or_default()).unwrap_or_default());
        sleep(Duration::from_millis(LOOK));
    }
    let seconds = begin.elapsed().as_secs_f64();
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the booklet of {} was not made", data.display());
    Ok(Round { seconds, memory, said: String::from_utf8_lossy(&output.stdout).trim().to_owned() })
}

/// The most memory that a process has held, in megabytes, as Linux tells it.
fn peak(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().split(' ').next()?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

impl Line {
    fn json(&self) -> Value {
        json!({ "of": self.name, "said": self.said, "seconds": self.seconds.json(), "megabytes": self.memory.json() })
    }
}

impl fmt::Display for Line {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figures { median, least, most } = self.seconds;
        write!(out, "  {}: {median:.1} s ({least:.1} to {most:.1}), {} MB. {}", self.name, self.memory, self.said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_as_linux_tells_it() {
        assert_eq!(peak("Name:\twaymark\nVmHWM:\t  2048 kB\nVmRSS:\t 1 kB\n"), Some(2.0));
        assert_eq!(peak("Name:\twaymark\n"), None);
    }
}
