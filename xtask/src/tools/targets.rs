//! The parts of Rust's standard library for what is not compiled for this
//! machine: what the browser runs, and what runs on any Linux.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process;
use crate::progress::Step;

const WASM: &str = "wasm32-unknown-unknown";
/// For a program that brings its own C library, and so needs nothing.
const STATIC: &str = "x86_64-unknown-linux-musl";

/// Sees to the target of the browser.
pub(super) fn wasm() -> Result<()> {
    ensure(WASM)
}

/// Sees to the target of static programs, and names it.
pub(super) fn for_static() -> Result<&'static str> {
    ensure(STATIC)?;
    Ok(STATIC)
}

/// Installs a target for the repository's toolchain, if it is missing.
fn ensure(target: &str) -> Result<()> {
    let sysroot = process::read(process::command("rustc").args(["--print", "sysroot"]))?;
    let there = PathBuf::from(sysroot.trim()).join("lib/rustlib").join(target);
    if there.is_dir() {
        return Ok(());
    }
    let step = Step::begin(target, "from rustup's server, about 20 MB, once only");
    process::run(process::command("rustup").args(["target", "add", target])).with_context(|| {
        format!("Rust's target {target} is missing; install it, with rustup or your system's packages, and try again")
    })?;
    step.end("installed");
    Ok(())
}
