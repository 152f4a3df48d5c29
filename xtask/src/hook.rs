//! What Trunk calls around the app: data and style before, pages after.
//!
//! Both also work when a person types `trunk build`: what they need beyond
//! Trunk's own variables has a default.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use crate::{files, process, repository, style};

/// The variable that names the data to build from.
pub(crate) const DATA: &str = "WAYMARK_DATA";
/// The variable that names the day to take as today.
pub(crate) const TODAY: &str = "WAYMARK_TODAY";

/// When Trunk calls.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Stage {
    /// Before the app is compiled.
    Before,
    /// When the app is in the staging folder.
    After,
}

/// Does what belongs to a stage.
pub(crate) fn run(stage: Stage) -> Result<()> {
    match stage {
        Stage::Before => before(),
        Stage::After => after(),
    }
}

/// Checks and bundles the data, which fails the build if it has errors, and
/// puts the style into one file.
fn before() -> Result<()> {
    for (main, out) in [("main", "waymark"), ("staff", "staff"), ("away", "away"), ("keeper", "keeper")] {
        let (main, out) = (format!("style/{main}.css"), format!("{out}.css"));
        style::write(&repository::root().join(main), &repository::site().join(out), is_release())?;
    }
    let mut maintain = package("maintain");
    maintain
        .arg("bundle")
        .arg("--data")
        .arg(env::var_os(DATA).map_or_else(repository::data, PathBuf::from))
        .arg("--out")
        .arg(bundle());
    process::run(today(&mut maintain)).context("the data was not bundled")
}

/// Keeps the app as it is for any data, and draws every page into the staging
/// folder.
fn after() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set; this hook is for Trunk to call")?;
    for app in ["staff", "shortlist", "keeper"] {
        name_app(&staging, app)?;
    }
    // The pages replace it, and other data may be drawn in it later.
    fs::copy(staging.join("index.html"), shell()).context("the page around every page was not kept")?;
    if is_release() {
        files::copy(&staging, &repository::app()).context("the app was not kept")?;
    }
    let mut prerender = package("prerender");
    prerender.arg("--shell").arg(shell()).arg("--bundle").arg(bundle()).arg("--out").arg(&staging);
    process::run(today(&mut prerender)).context("the pages were not drawn")
}

/// Names an app beside that of home and results by what is in it, and tells the
/// page around every page. Trunk makes it as it makes a worker, whose name has
/// no hash.
fn name_app(staging: &Path, app: &str) -> Result<()> {
    let named = |from: String, end: &str| -> Result<String> {
        let made = staging.join(&from);
        let bytes = fs::read(&made).with_context(|| format!("Trunk made no {from}"))?;
        let name = format!("{app}-{}.{end}", hash(&bytes));
        fs::rename(&made, staging.join(&name)).with_context(|| format!("{from} was not renamed"))?;
        Ok(name)
    };
    let (glue, wasm) = (named(format!("{app}.js"), "js")?, named(format!("{app}_bg.wasm"), "wasm")?);
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page)?;
    let place = format!("<!--waymark:{app}-app-->");
    ensure!(html.contains(&place), "index.html has lost its place for {place}");
    fs::write(&page, html.replace(&place, &format!("<!--waymark:{app}-app './{glue}' './{wasm}'-->")))?;
    Ok(())
}

/// 16 hexadecimal digits of FNV-1a, as in the names of the other files.
fn hash(bytes: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

fn bundle() -> PathBuf {
    repository::site().join("directory.json")
}

/// The page that Trunk made last, its places still open.
pub(crate) fn shell() -> PathBuf {
    repository::site().join("shell.html")
}

/// A command of this workspace.
pub(crate) fn package(name: &str) -> std::process::Command {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", name, "--"]);
    cargo
}

fn today(command: &mut std::process::Command) -> &mut std::process::Command {
    match env::var_os(TODAY) {
        Some(today) => command.arg("--today").arg(today),
        None => command,
    }
}
