//! Watches the process of one reader, begins another where it ended before its
//! time, and keeps the input at which it did.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;
use waymark_fuzz::corpus;
use waymark_fuzz::readers::Reader;

use crate::shrink;
use crate::work::{PANIC, TOO_MUCH, TOO_SLOW};

/// What stands above the figures.
pub(crate) const HEADING: &str = "reader            seconds     inputs  a second  slowest ms  most MB  found";

/// After so many findings a reader is left alone until they are mended.
const MOST_FOUND: usize = 5;

/// What a reader has done.
#[derive(Default)]
struct Figures {
    count: u64,
    slowest: u64,
    memory: u64,
    found: Vec<String>,
}

/// Tries a reader for so long, and prints a line of figures; whether nothing was
/// found.
pub(crate) fn run(reader: &Reader, time: Duration, seed: u64) -> Result<bool> {
    let folder = env::temp_dir().join(format!("waymark-fuzz-{}-{}", reader.name, std::process::id()));
    fs::create_dir_all(&folder)?;
    let (begun, mut figures, input) = (Instant::now(), Figures::default(), folder.join("input"));
    while begun.elapsed() < time && figures.found.len() < MOST_FOUND {
        let left = (time - begun.elapsed()).as_secs().max(1);
        let from = seed.wrapping_add(figures.count);
        let why = process(reader, left, from, &input, &mut figures)?;
        if let Some(why) = why {
            let bytes = shrink::smallest(reader, &fs::read(&input)?, &folder)?;
            let kept = keep(reader, &bytes)?;
            figures.found.push(format!("{why}: {kept}"));
        }
    }
    fs::remove_dir_all(&folder).ok();
    let seconds = begun.elapsed().as_secs().max(1);
    println!(
        "{:<16} {:>8} {:>10} {:>9} {:>11} {:>8} {:>6}",
        reader.name,
        seconds,
        figures.count,
        figures.count / seconds,
        figures.slowest,
        figures.memory.div_ceil(1024 * 1024),
        figures.found.len()
    );
    figures.found.iter().for_each(|found| println!("    {found}"));
    Ok(figures.found.is_empty())
}

/// Runs one process to its end; what was wrong with its last input, if anything.
fn process(reader: &Reader, seconds: u64, seed: u64, input: &Path, figures: &mut Figures) -> Result<Option<String>> {
    let mut command = Command::new(env::current_exe().context("this program is not to be found")?);
    command.args(["work", reader.name, "--seconds", &seconds.to_string(), "--seed", &seed.to_string(), "--input"]);
    let done = command.arg(input).stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&done.stdout);
    let told: Option<Value> = said.lines().last().and_then(|line| serde_json::from_str(line).ok());
    let number = |key: &str| told.as_ref().and_then(|told| told[key].as_u64());
    figures.count += number("count").unwrap_or(1);
    figures.slowest = figures.slowest.max(number("slowest").unwrap_or(0));
    figures.memory = figures.memory.max(number("memory").unwrap_or(0));
    if done.status.code() == Some(1) {
        anyhow::bail!("{}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(what(done.status.code()))
}

/// What an exit code says of the last input.
pub(crate) fn what(code: Option<i32>) -> Option<String> {
    let is = |own: u8| code == Some(i32::from(own));
    match code {
        Some(0) => None,
        _ if is(PANIC) => Some("panic".to_owned()),
        _ if is(TOO_SLOW) => Some("too slow".to_owned()),
        _ if is(TOO_MUCH) => Some("too much memory".to_owned()),
        Some(code) => Some(format!("ended with {code}")),
        None => Some("was ended by the system".to_owned()),
    }
}

/// Keeps an input beside those of ours, under a name that its bytes make.
fn keep(reader: &Reader, bytes: &[u8]) -> Result<String> {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix);
    let path = corpus::folder(reader.name).join(format!("found-{hash:016x}"));
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path.display().to_string())
}
