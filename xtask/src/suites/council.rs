//! The suite of the archive: packed, unpacked, and used as a council would.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::count::Count;
use super::site::{FIXTURE, fixture_dist, one};
use super::{Run, journeys};
use crate::trunk::Source;
use crate::{pack, process, repository};

/// The data of a made-up council.
const COUNCIL: &str = "tests/fixtures/council";

/// Counts tests.
pub(crate) fn run(run: &mut Run) -> Result<Count> {
    let size = pack::with_last_build()?;
    run.note(&format!("{} has {size} bytes", repository::shown(&pack::archive())))?;
    // What the journeys visit is made by the program of the archive, too.
    let unpacked = repository::site().join("unpacked");
    let council = repository::site().join("council");
    for old in [&unpacked, &council].into_iter().filter(|old| old.exists()) {
        fs::remove_dir_all(old).with_context(|| format!("cannot replace {}", old.display()))?;
    }
    fs::create_dir_all(&unpacked)?;
    let unpack = run.call(process::command("tar").arg("xzf").arg(pack::archive()).arg("-C").arg(&unpacked))?;
    let mut program = process::command(unpacked.join("waymark-site/waymark"));
    program.args(["build", COUNCIL]).arg(&council).args(["--today", FIXTURE.1]);
    let made = unpack && run.call(&mut program)?;
    let dated = Source { data: None, today: Some(FIXTURE.1.to_owned()) };
    let built = made && one(run, &dated, &dated_dist())?;
    if !built {
        return Ok(Count::FAILED);
    }
    journeys::count(run, &mut tests())
}

/// The published site, as of the day of the tests.
fn dated_dist() -> std::path::PathBuf {
    repository::site().join("dated")
}

fn tests() -> Command {
    let mut cargo = journeys::tests();
    cargo
        .arg("--test=site")
        .env("WAYMARK_ARCHIVE", pack::archive())
        .env("WAYMARK_DIST", fixture_dist())
        .env("WAYMARK_DIST_DATED", dated_dist());
    cargo
}
