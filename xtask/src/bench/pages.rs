//! `cargo xtask bench pages`: each staff page from the click on its link to the
//! frame in which it is drawn, and one choice on it, on a slow processor.
//!
//! A big made-up directory stands beside the one of this repository, in the
//! same run: what grows with the number of entries shows in the ratio.

mod report;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use super::host::Host;
use super::load::{Target, measure};
use crate::progress::Step;
use crate::tools::Engine;
use crate::{files, fixture, hook, process, repository, tools, trunk};
use report::Report;

/// Of `cargo xtask bench pages`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Measure this built site as the big one [default: make one of 2,000
    /// listings and 1,000 schools]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Measure this built site beside it [default: build dist]
    #[arg(long, value_name = "DIR")]
    beside: Option<PathBuf>,
    /// How often each page is opened
    #[arg(long, default_value_t = 9)]
    rounds: u32,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

/// How much the big directory holds.
const LISTINGS: u32 = 2_000;
const SCHOOLS: u32 = 1_000;

/// The day on which the big directory is drawn: its courses, funding and
/// history are made up around it.
const TODAY: &str = "2026-11-21";

/// Measures everything and prints it.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::for_engine(Engine::Chromium)?;
    let small = trunk::given_or_built(options.beside.as_deref())?;
    let big = match &options.dist {
        Some(dist) => repository::typed(dist)?,
        None => made()?,
    };
    let target = |name: &str, folder: &Path| {
        let address = Host::start(folder)?.address("staff.html");
        anyhow::Ok(Target { name: name.to_owned(), until: "ready", address })
    };
    let targets = [target(report::BIG, &big)?, target(report::SMALL, &small)?];
    let mut report = Report::begin();
    report.lines = measure("pages", options.rounds, &targets)?;
    report.end();
    match options.json {
        true => println!("{:#}", report.json()),
        false => println!("{report}"),
    }
    Ok(())
}

/// The big site, made up and drawn in the app that was published last.
fn made() -> Result<PathBuf> {
    let (data, out) = (repository::site().join("bench-data"), repository::site().join("bench"));
    let step = Step::begin("the big directory", &format!("{LISTINGS} listings, {SCHOOLS} schools"));
    for folder in [&data, &out] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
    }
    fixture::write(LISTINGS, SCHOOLS, &data)?;
    files::copy(&repository::app(), &out).context("there is no app; build the site first")?;
    let bundle = repository::site().join("bench.json");
    let mut maintain = hook::package("maintain");
    maintain.args(["bundle", "--today", TODAY, "--data"]).arg(&data).arg("--out").arg(&bundle);
    process::run(&mut maintain)?;
    let mut prerender = hook::package("prerender");
    prerender
        .args(["--today", TODAY, "--shell"])
        .arg(hook::shell())
        .arg("--bundle")
        .arg(&bundle)
        .arg("--out")
        .arg(&out);
    process::run(&mut prerender)?;
    step.end("drawn");
    Ok(out)
}
