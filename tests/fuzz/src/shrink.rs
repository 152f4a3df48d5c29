//! Makes an input at which a reader failed as small as it can be.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;
use waymark_fuzz::readers::Reader;

use crate::watch::what;

/// How long is spent on one.
const TIME: Duration = Duration::from_secs(60);

/// The smallest input found at which the reader still fails: pieces are left out,
/// large ones first.
pub(crate) fn smallest(reader: &Reader, input: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let begun = Instant::now();
    let mut best = input.to_vec();
    if !fails(reader, &best, folder)? {
        return Ok(best);
    }
    let mut piece = best.len() / 2;
    while piece > 0 && begun.elapsed() < TIME {
        let mut at = 0;
        while at < best.len() && begun.elapsed() < TIME {
            let end = (at + piece).min(best.len());
            let shorter = [&best[..at], &best[end..]].concat();
            if fails(reader, &shorter, folder)? {
                best = shorter;
            } else {
                at = end;
            }
        }
        piece /= 2;
    }
    Ok(best)
}

fn fails(reader: &Reader, input: &[u8], folder: &Path) -> Result<bool> {
    let file = folder.join("shorter");
    fs::write(&file, input)?;
    let mut once = Command::new(env::current_exe()?);
    once.args(["once", reader.name]).arg(&file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(what(once.status()?.code()).is_some())
}
