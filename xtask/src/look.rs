//! `cargo xtask look`: pictures of every kind of page, for people to look at.
//!
//! The browser is driven by `tests`, where the harness is; here its tools and
//! the site are seen to.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::suites::TESTS;
use crate::tools::Engine;
use crate::{process, repository, tools, trunk};

/// Of `cargo xtask look`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Take pictures of this built site as it is [default: build dist]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// The folder for the pictures [default: target/look]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Only this page, such as results.html#need=sleep; may be given again
    #[arg(long, value_name = "FILE")]
    page: Vec<String>,
}

/// Takes the pictures; fails if the app does not start on a page.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::for_engine(Engine::Chromium)?;
    let dist = trunk::given_or_built(options.dist.as_deref())?;
    let out = match &options.out {
        Some(out) => repository::typed(out)?,
        None => repository::root().join("target/look"),
    };
    let mut cargo = process::cargo();
    cargo
        .args(["run", "--quiet", "--locked", "--package", TESTS, "--bin", "look", "--"])
        .arg("--dist")
        .arg(dist)
        .arg("--out")
        .arg(out)
        .args(options.page.iter().flat_map(|page| ["--page", page]))
        .env("WAYMARK_TOOLS", repository::tools());
    process::run(&mut cargo)
}
