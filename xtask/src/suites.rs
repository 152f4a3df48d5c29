//! `cargo xtask test`: everything that must hold, in one command.
//!
//! The quick suites come first. A suite that fails does not stop the others,
//! but for those that need what it makes. All that a suite says goes to
//! `target/xtask/`; of a failure the end is shown at once.

mod code;
mod council;
mod count;
mod journeys;
mod schema;
mod site;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::progress::{Step, clock};
use crate::trunk::Profile;
use crate::{process, repository, tools};
pub(crate) use code::TESTS;
use count::Count;

/// Of `cargo xtask test`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Run these suites, and what they need, instead of all
    #[arg(value_name = "SUITE")]
    suites: Vec<Suite>,
}

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Suite {
    /// Every file as `cargo fmt` writes it
    Format,
    /// Clippy without a warning, for this machine and for the browser
    Lints,
    /// Unit, property and documentation tests of every package
    Unit,
    /// Broken and hostile files that were kept, read again by every reader
    Fuzz,
    /// Every listing as `cargo maintain check` wants it
    Data,
    /// Questions in people's words, and what a good librarian would hand over
    Search,
    /// The published site, and the site of the tests' own data
    Build,
    /// The published site within its budgets
    Size,
    /// House rules, commands, and what the built pages hold
    House,
    /// What pages say to machines, as schema.org has it
    Schema,
    /// The published site on nginx, Apache and Caddy
    Hosts,
    /// A council's directory without Rust, from the packed archive
    Site,
    /// What people come to do, in each browser
    Journeys,
}

impl Suite {
    /// In the order in which they run.
    const ALL: &'static [Self] = &[
        Self::Format,
        Self::Lints,
        Self::Unit,
        Self::Fuzz,
        Self::Data,
        Self::Search,
        Self::Build,
        Self::Size,
        Self::House,
        Self::Schema,
        Self::Hosts,
        Self::Site,
        Self::Journeys,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lints => "lints",
            Self::Unit => "unit",
            Self::Fuzz => "fuzz",
            Self::Data => "data",
            Self::Search => "search",
            Self::Build => "build",
            Self::Size => "size",
            Self::House => "house",
            Self::Schema => "schema",
            Self::Hosts => "hosts",
            Self::Site => "site",
            Self::Journeys => "journeys",
        }
    }

    /// Whether it looks at the built site.
    fn needs_build(self) -> bool {
        matches!(self, Self::Size | Self::House | Self::Schema | Self::Hosts | Self::Site | Self::Journeys)
    }

    fn run(self, run: &mut Run) -> Result<Count> {
        match self {
            Self::Format => code::format(run),
            Self::Lints => code::lints(run),
            Self::Unit => code::unit(run),
            Self::Fuzz => code::fuzz(run),
            Self::Data => site::data(run),
            Self::Search => code::search(run),
            Self::Build => site::build(run),
            Self::Size => site::size(),
            Self::House => journeys::house(run),
            Self::Schema => schema::run(run),
            Self::Hosts => journeys::hosts(run),
            Self::Site => council::run(run),
            Self::Journeys => journeys::run(run),
        }
    }
}

/// A suite while it runs.
pub(crate) struct Run {
    log: PathBuf,
    step: Step,
}

impl Run {
    fn begin(suite: Suite) -> Self {
        let log = repository::logs().join(format!("{}.log", suite.name()));
        let _ = fs::remove_file(&log);
        Self { log, step: Step::begin(&format!("suite {}", suite.name()), "") }
    }

    /// Runs a command into the suite's log; true if it succeeded.
    fn call(&mut self, command: &mut Command) -> Result<bool> {
        command.env("PATH", tools::path()?).env("CARGO_TERM_COLOR", "never");
        process::logged(command, &self.log, &mut self.step)
    }

    /// Adds a line of ours to the suite's log.
    fn note(&self, line: &str) -> Result<()> {
        let mut log = fs::File::options().create(true).append(true).open(&self.log)?;
        Ok(writeln!(log, "{line}")?)
    }

    /// All that the suite's commands have said so far.
    fn said(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    fn end(self, count: Count) {
        for name in count::skipped(&self.said()) {
            eprintln!("skipped: {name}");
        }
        if count.failed == 0 {
            return self.step.end("passed");
        }
        let log = repository::shown(&self.log);
        let tail = process::tail(&self.log, 60);
        if !tail.is_empty() {
            eprintln!("--- the end of {log}\n{tail}\n---");
        }
        self.step.end("FAILED");
    }
}

/// Runs the suites and prints what came of each; true if nothing failed.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let began = std::time::Instant::now();
    let suites = chosen(&options.suites);
    tools_for(&suites)?;
    let mut counts: Vec<(Suite, Count)> = Vec::new();
    for suite in suites {
        let built = counts.iter().all(|(earlier, count)| *earlier != Suite::Build || count.failed == 0);
        let count = if suite.needs_build() && !built {
            eprintln!("> suite {}: left out, because the build failed", suite.name());
            Count::SKIPPED
        } else {
            one(suite)
        };
        counts.push((suite, count));
    }
    println!("\nIn {}:", clock(began.elapsed()));
    for (suite, count) in &counts {
        println!("suite {}: {count}", suite.name());
    }
    let all: Count = counts.iter().map(|(_, count)| *count).sum();
    println!("{all}");
    Ok(all.failed == 0)
}

fn one(suite: Suite) -> Count {
    let mut run = Run::begin(suite);
    let count = suite.run(&mut run).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        Count::FAILED
    });
    run.end(count);
    count
}

/// In their order, with the build if one of them needs it, and with the archive
/// if a site that is made from it will be visited.
fn chosen(named: &[Suite]) -> Vec<Suite> {
    let build = named.iter().any(|suite| suite.needs_build());
    let site = named.contains(&Suite::Journeys);
    Suite::ALL
        .iter()
        .copied()
        .filter(|suite| {
            named.is_empty()
                || named.contains(suite)
                || (build && *suite == Suite::Build)
                || (site && *suite == Suite::Site)
        })
        .collect()
}

/// Installs everything first, beginning with what may have to be asked for:
/// what is missing should be known at once, and not after half an hour.
fn tools_for(suites: &[Suite]) -> Result<()> {
    if suites.contains(&Suite::Journeys) {
        tools::for_journeys()?;
    }
    if suites.contains(&Suite::Schema) {
        tools::for_schema()?;
    }
    if suites.contains(&Suite::Hosts) {
        tools::for_hosts();
    }
    if suites.iter().any(|suite| *suite == Suite::Lints || *suite == Suite::Build) {
        tools::for_build(Profile::Release)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suites_run_in_their_order_with_what_they_need() {
        assert_eq!(chosen(&[]), Suite::ALL);
        assert_eq!(chosen(&[Suite::Unit, Suite::Format]), [Suite::Format, Suite::Unit]);
        assert_eq!(chosen(&[Suite::Journeys]), [Suite::Build, Suite::Site, Suite::Journeys]);
        assert_eq!(chosen(&[Suite::House]), [Suite::Build, Suite::House]);
    }
}
