//! What was measured, as a table; and the most memory that one thing needed.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The things that were measured, as criterion names their folders.
const THINGS: [&str; 5] = ["check", "merge, shown", "export oruk", "export csv", "import, shown"];

/// The median of one measurement in nanoseconds.
fn median(thing: &str, size: usize) -> Option<f64> {
    let home = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"), std::path::PathBuf::from);
    let path = home.join("criterion/upkeep").join(thing).join(size.to_string()).join("new/estimates.json");
    let estimates: Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}

/// For each thing and size: how long, how many entries a second, and how long
/// for each entry.
pub(crate) fn table(sizes: &[usize]) {
    println!("\n| thing | entries | seconds | entries a second | microseconds an entry |");
    println!("|---|---:|---:|---:|---:|");
    for thing in THINGS {
        for size in sizes {
            let Some(nanoseconds) = median(thing, *size) else { continue };
            let (seconds, entries) = (nanoseconds / 1e9, *size as f64);
            let each = nanoseconds / 1e3 / entries;
            println!("| {thing} | {size} | {seconds:.3} | {:.0} | {each:.1} |", entries / seconds);
        }
    }
    println!();
}

/// Does one thing in a process of its own, which says how much memory it took.
pub(crate) fn memory(alone: &str, what: &str, size: usize) {
    let program = std::env::current_exe().unwrap();
    let done = Command::new(program).env(alone, format!("{what} {size}")).status().unwrap();
    assert!(done.success(), "{what} of {size} entries failed");
}

/// Says how much memory this process took at the most, where the system tells.
pub(crate) fn tell_memory(what: &str, size: &str) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map_or("not told by this system", str::trim);
    println!("the most memory of {what}, {size} entries: {most}");
}
