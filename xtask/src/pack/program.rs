//! The static program: it runs on any Linux of its kind of processor, with
//! nothing installed.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{process, repository, tools};

/// The package and its program.
const WAYMARK: &str = "waymark";

/// The program as it was compiled.
pub(crate) struct Program {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// The target that it was compiled for.
    pub(crate) target: &'static str,
}

/// Compiles it.
///
/// The names of this machine's folders stay out of it, so that it is the same
/// wherever the repository lies.
pub(crate) fn build() -> Result<Program> {
    let target = tools::static_target()?;
    let about: Value = serde_json::from_str(&process::read(process::cargo().args([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]))?)?;
    let folder = about["target_directory"].as_str().context("cargo names no target folder")?;
    let sysroot = process::read(process::command("rustc").args(["--print", "sysroot"]))?;
    let mut flags = vec!["-Ctarget-feature=+crt-static".to_owned()];
    let home = std::env::var("CARGO_HOME").ok().or_else(|| Some(format!("{}/.cargo", std::env::var("HOME").ok()?)));
    let hidden = [
        (home.map(|home| format!("{home}/registry/src")), "registry"),
        (Some(sysroot.trim().to_owned()), "rust"),
        (Some(repository::root().display().to_string()), "waymark"),
    ];
    for (from, to) in hidden {
        flags.extend(from.map(|from| format!("--remap-path-prefix={from}={to}")));
    }
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--quiet", "--release", "--locked", "--package", WAYMARK, "--target", target])
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    // The typesetter brings a few lines of assembler, and no C: any compiler of
    // this machine assembles them, while one for musl is rarely there.
    let assembler = format!("CC_{}", target.replace('-', "_"));
    if std::env::var_os(&assembler).is_none() {
        cargo.env(assembler, "cc");
    }
    process::run(&mut cargo).context("the static program was not compiled")?;
    let path = PathBuf::from(folder).join(target).join("release").join(WAYMARK);
    ensure!(path.is_file(), "cargo made no program at {}", path.display());
    Ok(Program { path, target })
}
