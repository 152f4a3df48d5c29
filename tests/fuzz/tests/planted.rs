//! The harness proves itself: readers that fail are seen to fail, and how.

use std::process::{Command, Stdio};

use anyhow::Result;

/// How a process ends that reads a text with a planted reader. `None`: the system
/// ended it.
fn code(reader: &str, text: &str) -> Result<Option<i32>> {
    let file = std::env::temp_dir().join(format!("waymark-planted-{reader}-{}-{}", text.len(), std::process::id()));
    std::fs::write(&file, text)?;
    let mut once = Command::new(env!("CARGO_BIN_EXE_waymark-fuzz"));
    let ended = once.args(["once", reader]).arg(&file).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    std::fs::remove_file(&file)?;
    Ok(ended.code())
}

#[test]
fn a_reader_that_fails_is_seen_to_fail() -> Result<()> {
    assert_eq!(code("planted-panic", "!")?, Some(101));
    assert_eq!(code("planted-memory", "!")?, Some(103));
    assert_eq!(code("planted-depth", "!")?, None);
    Ok(())
}

#[test]
fn a_reader_that_does_its_work_is_well() -> Result<()> {
    for reader in ["planted-panic", "planted-memory", "planted-depth"] {
        assert_eq!(code(reader, "all well")?, Some(0), "{reader}");
    }
    Ok(())
}
