//! `cargo xtask bench load`: our pages beside a page written by hand and one
//! of Preact and MiniSearch, on a phone with a slow line.
//!
//! All three come from the same kind of host, hold the same entries, and take
//! turns in one run. Absolute times belong to the machine; the ratios are what
//! the limits are about.

mod report;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::host::Host;
use super::peers;
use crate::progress::Step;
use crate::suites::TESTS;
use crate::tools::Engine;
use crate::{process, repository, tools, trunk};
use report::Report;

/// Of `cargo xtask bench load`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Measure this built site as it is [default: build dist]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Measure the results of this other built site too, in the same run; may
    /// be given again
    #[arg(long, value_name = "DIR")]
    beside: Vec<PathBuf>,
    /// Measure only this; may be given again [default: all]
    #[arg(long, value_enum, value_name = "PART")]
    only: Vec<Part>,
    /// How often each page is opened
    #[arg(long, default_value_t = 9)]
    rounds: u32,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

/// What can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// When a page is painted and can be used
    Visits,
    /// How long a click waits while the app starts
    Takeover,
    /// How long a choice takes
    Clicks,
    /// How long the page works on a key in the field for own words
    Keystrokes,
}

/// What is opened: its name in the table, what to wait for, its address.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) name: String,
    pub(super) until: &'static str,
    pub(super) address: String,
}

/// The page written by hand, the one of Preact, and ours.
pub(super) const BY_HAND: &str = "static page";
pub(super) const PREACT: &str = "Preact page";
pub(super) const RESULTS: &str = "results";
pub(super) const FILTERED: &str = "results, filtered";

/// Measures everything and prints it.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::for_engine(Engine::Chromium)?;
    let dist = trunk::given_or_built(options.dist.as_deref())?;
    let made = peers::make(&dist)?;
    let listing = peers::first_row(&dist)?;
    let target = |name: &str, until, folder: &Path, page: &str| {
        let address = Host::start(folder)?.address(page);
        anyhow::Ok(Target { name: name.to_owned(), until, address })
    };
    let by_hand = target(BY_HAND, "load", &made.by_hand, "results.html")?;
    let preact = target(PREACT, "row", &made.preact, "results.html")?;
    let mut apps = vec![
        target(RESULTS, "ready", &dist, "results.html")?,
        target(FILTERED, "ready", &dist, "results.html#age=primary&need=anxiety")?,
    ];
    for other in &options.beside {
        let folder = repository::typed(other)?;
        apps.push(target(&other.display().to_string(), "ready", &folder, "results.html")?);
    }
    let more = [
        target("home", "ready", &dist, "index.html")?,
        target("listing", "ready", &dist, &format!("service/{listing}.html"))?,
    ];

    let mut report = Report::begin();
    let visits = [&[by_hand, preact.clone()], &apps[..], &more].concat();
    report.visits = options.measure(Part::Visits, options.rounds, &visits)?;
    report.takeover = options.measure(Part::Takeover, options.rounds, &apps)?;
    let choices: Vec<_> = apps.iter().filter(|app| app.name != FILTERED).cloned().chain([preact]).collect();
    report.clicks = options.measure(Part::Clicks, options.rounds.div_ceil(3), &choices)?;
    let fields = [apps[..1].to_vec(), more[..1].to_vec()].concat();
    report.keystrokes = options.measure(Part::Keystrokes, options.rounds.div_ceil(3), &fields)?;
    report.end();
    match options.json {
        true => println!("{:#}", report.json()),
        false => println!("{report}"),
    }
    Ok(())
}

impl Options {
    /// Measures one part, unless somebody asked for others alone.
    fn measure(&self, part: Part, rounds: u32, targets: &[Target]) -> Result<Vec<Value>> {
        match self.only.is_empty() || self.only.contains(&part) {
            true => measure(part.word(), rounds, targets),
            false => Ok(Vec::new()),
        }
    }
}

impl Part {
    /// As the half with the browser calls it.
    fn word(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Takeover => "takeover",
            Self::Clicks => "clicks",
            Self::Keystrokes => "keystrokes",
        }
    }
}

/// Has the browser open each page so often, and gives its lines.
pub(super) fn measure(what: &str, rounds: u32, targets: &[Target]) -> Result<Vec<Value>> {
    let mut step = Step::begin(what, &format!("{rounds} rounds of {} pages", targets.len()));
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--locked", "--package", TESTS, "--bin", "load", "--", what]);
    cargo.args(["--rounds", &rounds.to_string()]);
    for Target { name, until, address } in targets {
        cargo.args(["--page", name, until, address]);
    }
    let mut child = cargo
        .env("WAYMARK_TOOLS", repository::tools())
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo cannot be run")?;
    let said = child.stdout.take().context("the browser's half says nothing")?;
    let mut lines = Vec::new();
    for line in BufReader::new(said).lines() {
        lines.push(serde_json::from_str(&line?).context("the browser's half says what nobody understands")?);
        step.tick(|| format!("{} of {}", lines.len(), rounds as usize * targets.len()));
    }
    if !child.wait()?.success() {
        bail!("the {what} were not measured; the reason stands above");
    }
    step.end("done");
    Ok(lines)
}
