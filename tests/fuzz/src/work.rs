//! What the process of one reader does: it reads input after input, and tells.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fastrand::Rng;
use serde_json::json;
use waymark_fuzz::readers::Reader;
use waymark_fuzz::{changes, corpus};

use crate::MEMORY;

/// How long one input may take, on a machine that does other things, too.
const MOST_TIME: Duration = Duration::from_secs(20);

/// How much memory one input of at most 1 MB may take.
const MOST_MEMORY: usize = 640 * 1024 * 1024;

/// The stack of the reader: as much as a browser gives an app.
const STACK: usize = 1024 * 1024;

/// The exit codes by which it is told what was wrong with the last input.
pub(crate) const PANIC: u8 = 101;
pub(crate) const TOO_SLOW: u8 = 102;
pub(crate) const TOO_MUCH: u8 = 103;

/// How long what is read now has been read: when that began, in milliseconds
/// since the beginning. 0: nothing is read.
type Since = Arc<AtomicU64>;

/// Reads as many inputs as there is time for. Each is written down before it is
/// read, so that it is known whatever becomes of this process.
pub(crate) fn run(reader: &Reader, time: Duration, seed: u64, input: &Path) -> Result<u8> {
    let files = corpus::files(reader.name)?;
    anyhow::ensure!(!files.is_empty(), "there is no file in {}", corpus::folder(reader.name).display());
    let (begun, since) = (Instant::now(), Since::default());
    guard(begun, &since);
    std::panic::set_hook(Box::new(|_| {}));
    let (mut chance, mut count, mut slowest, mut most) = (Rng::with_seed(seed), 0_u64, Duration::ZERO, 0);
    while begun.elapsed() < time {
        let tried = changes::tried(reader.form, &files, &mut chance);
        fs::write(input, &tried).with_context(|| format!("cannot write {}", input.display()))?;
        let (at, before) = (Instant::now(), MEMORY.current_usage());
        MEMORY.reset_peak_usage();
        since.store(millis(begun.elapsed()).max(1), Ordering::Relaxed);
        let is_well = reads(reader, &tried);
        since.store(0, Ordering::Relaxed);
        let taken = MEMORY.peak_usage().saturating_sub(before);
        (slowest, most) = (slowest.max(at.elapsed()), most.max(taken));
        count += 1;
        let code = code(is_well, taken);
        if code != 0 {
            tell(count, slowest, most);
            return Ok(code);
        }
    }
    tell(count, slowest, most);
    Ok(0)
}

/// Reads one input.
pub(crate) fn once(reader: &Reader, input: &[u8]) -> Result<u8> {
    let (begun, since) = (Instant::now(), Since::default());
    guard(begun, &since);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    since.store(1, Ordering::Relaxed);
    let is_well = reads(reader, input);
    let taken = MEMORY.peak_usage().saturating_sub(before);
    tell(1, begun.elapsed(), taken);
    Ok(code(is_well, taken))
}

fn code(is_well: bool, taken: usize) -> u8 {
    match (is_well, taken > MOST_MEMORY) {
        (false, _) => PANIC,
        (true, true) => TOO_MUCH,
        (true, false) => 0,
    }
}

/// Whether a reader comes to an end of its own with an input.
fn reads(reader: &Reader, input: &[u8]) -> bool {
    let work = || catch_unwind(AssertUnwindSafe(|| (reader.read)(input))).is_ok();
    thread::scope(|scope| {
        let begun = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        begun.is_ok_and(|thread| thread.join().unwrap_or(false))
    })
}

/// Ends this process if an input takes too long, or takes so much memory that the
/// machine suffers.
fn guard(begun: Instant, since: &Since) {
    let since = Arc::clone(since);
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_millis(100));
            let at = since.load(Ordering::Relaxed);
            let is_slow = at > 0 && millis(begun.elapsed()).saturating_sub(at) > millis(MOST_TIME);
            if is_slow || MEMORY.current_usage() > 2 * MOST_MEMORY {
                std::process::exit(i32::from(if is_slow { TOO_SLOW } else { TOO_MUCH }));
            }
        }
    });
}

/// What was done, for the process that watches.
fn tell(count: u64, slowest: Duration, most: usize) {
    println!("{}", json!({"count": count, "slowest": millis(slowest), "memory": most}));
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
