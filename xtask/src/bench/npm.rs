//! Installing what a lock file names, and building with it.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::progress::Step;
use crate::{process, repository};

/// Calls npm in a folder.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> Result<()> {
    let log = repository::logs().join("peer.log");
    let mut step = Step::begin("what to compare with", &format!("npm {}", arguments[0]));
    let mut command = process::command("npm");
    command.args(arguments).current_dir(folder);
    if !process::logged(&mut command, &log, &mut step).context("Node with npm is missing")? {
        bail!("what to compare with could not be made; npm says:\n{}", process::tail(&log, 20));
    }
    step.end("done");
    Ok(())
}
