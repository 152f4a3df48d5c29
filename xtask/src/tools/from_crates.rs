//! Tools that crates.io has as source: Trunk, wasm-bindgen, geckodriver.
//!
//! They are compiled here, which is most of the first run. Their own release
//! profiles optimise for their authors' users and take minutes longer than
//! they would ever save us, so each is compiled with as little as it bears.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::version;
use crate::progress::Step;
use crate::{process, repository};

/// A tool to compile.
pub(crate) struct CrateTool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// 1 for what works through megabytes of wasm, 0 for what waits for others.
    opt_level: &'static str,
    features: &'static [&'static str],
    /// How long one core would take, measured.
    pub(crate) core_seconds: u64,
}

/// Trunk, without its own update check and its own TLS library.
pub(crate) fn trunk() -> CrateTool {
    CrateTool {
        package: "trunk",
        program: "trunk",
        version: version::TRUNK.to_owned(),
        opt_level: "0",
        features: &["--no-default-features", "--features", "rustls"],
        core_seconds: 300,
    }
}

/// wasm-bindgen's command.
pub(crate) fn wasm_bindgen(version: &str) -> CrateTool {
    CrateTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        opt_level: "1",
        features: &[],
        core_seconds: 160,
    }
}

/// Firefox's WebDriver, which Debian does not have.
pub(crate) fn geckodriver() -> CrateTool {
    CrateTool {
        package: "geckodriver",
        program: "geckodriver",
        version: version::GECKODRIVER.to_owned(),
        opt_level: "0",
        features: &[],
        core_seconds: 80,
    }
}

/// Where the compiled tools are.
pub(crate) fn folder() -> PathBuf {
    repository::tools().join("bin")
}

impl CrateTool {
    /// Whether it is there at the right version.
    pub(crate) fn is_there(&self) -> bool {
        super::has(self.program, &folder(), &self.version)
    }

    /// Compiles it, with the versions its authors chose if they still can be
    /// had: a lock file may name a release that was taken back, and then
    /// cargo chooses. Broken off, it goes on from there the next time.
    pub(crate) fn install(&self) -> Result<()> {
        let name = format!("{} {}", self.package, self.version);
        let mut step = Step::begin(&name, "compiling");
        let log = super::log(self.package);
        let target = repository::tools().join("build").join(self.package);
        let _ = fs::remove_file(&log);
        for lock in [&["--locked"][..], &[]] {
            if process::logged(self.command(&target).args(lock), &log, &mut step)? {
                let _ = fs::remove_dir_all(&target);
                step.end("installed");
                return Ok(());
            }
        }
        step.end("failed");
        bail!(
            "{name} could not be installed; the end of {} says:\n{}",
            repository::shown(&log),
            process::tail(&log, 20)
        )
    }

    fn command(&self, target: &Path) -> std::process::Command {
        let mut cargo = process::cargo();
        cargo
            .args(["install", "--force", "--version", &self.version, self.package])
            .args(self.features)
            .arg("--root")
            .arg(repository::tools())
            .arg("--target-dir")
            .arg(target)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level);
        cargo
    }
}
