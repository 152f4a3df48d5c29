//! The part of Rust's standard library that the browser runs.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process;
use crate::progress::Step;

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target for the repository's toolchain, if it is missing.
pub(crate) fn ensure() -> Result<()> {
    let sysroot = process::read(process::command("rustc").args(["--print", "sysroot"]))?;
    let there = PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET);
    if there.is_dir() {
        return Ok(());
    }
    let step = Step::begin(TARGET, "from rustup's server, about 20 MB, once only");
    process::run(process::command("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("Rust's target {TARGET} is missing; install it, with rustup or your system's packages, and try again")
    })?;
    step.end("installed");
    Ok(())
}
