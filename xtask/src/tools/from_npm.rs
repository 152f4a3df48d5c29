//! Tools that npm has: wasm-opt, the accessibility audit, what reads the data
//! for machines, Lighthouse.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::version;
use crate::progress::Step;
use crate::{process, repository};

/// A package to install.
pub(crate) struct NpmTool {
    package: &'static str,
    version: String,
    /// The program in it that the machine may already have, if any.
    program: Option<(&'static str, String)>,
}

/// wasm-opt, from the package of its own authors.
pub(crate) fn wasm_opt(number: &str) -> NpmTool {
    NpmTool { package: "binaryen", version: format!("{number}.0.0"), program: Some(("wasm-opt", number.to_owned())) }
}

/// The accessibility audit, a script that journeys put into the page.
pub(crate) fn axe_core() -> NpmTool {
    NpmTool { package: "axe-core", version: version::AXE_CORE.to_owned(), program: None }
}

/// The compiler that reads the data for machines.
pub(crate) fn typescript() -> NpmTool {
    NpmTool { package: "typescript", version: version::TYPESCRIPT.to_owned(), program: None }
}

/// The words of schema.org, as types.
pub(crate) fn schema_dts() -> NpmTool {
    NpmTool { package: "schema-dts", version: version::SCHEMA_DTS.to_owned(), program: None }
}

/// A file of a package.
pub(crate) fn file(path: &str) -> PathBuf {
    modules().join(path)
}

/// The auditor of `cargo xtask bench lighthouse`.
pub(crate) fn lighthouse() -> NpmTool {
    NpmTool { package: "lighthouse", version: version::LIGHTHOUSE.to_owned(), program: None }
}

/// Where the packages' programs are.
pub(crate) fn folder() -> PathBuf {
    modules().join(".bin")
}

fn modules() -> PathBuf {
    repository::tools().join("npm/node_modules")
}

/// Installs what is missing.
pub(crate) fn ensure(tools: &[NpmTool]) -> Result<()> {
    tools.iter().filter(|tool| !tool.is_there()).try_for_each(NpmTool::install)
}

impl NpmTool {
    fn is_there(&self) -> bool {
        match &self.program {
            Some((program, wanted)) => super::has(program, &folder(), wanted),
            None => self.installed().is_some_and(|found| found == self.version),
        }
    }

    fn installed(&self) -> Option<String> {
        let manifest = modules().join(self.package).join("package.json");
        let manifest: serde_json::Value = serde_json::from_slice(&fs::read(manifest).ok()?).ok()?;
        Some(manifest.get("version")?.as_str()?.to_owned())
    }

    fn install(&self) -> Result<()> {
        let name = format!("{}@{}", self.package, self.version);
        let mut step = Step::begin(&name, "from npm, once only");
        let log = super::log(self.package);
        let _ = fs::remove_file(&log);
        let prefix = repository::tools().join("npm");
        fs::create_dir_all(&prefix)?;
        let mut npm = process::command("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"])
            .arg("--prefix")
            .arg(&prefix)
            .arg(&name)
            .current_dir(&prefix);
        let done = process::logged(&mut npm, &log, &mut step)
            .context("Node is missing; install it (on Debian: apt-get install nodejs npm) and try again")?;
        if !done || !self.is_there() {
            bail!("{name} could not be installed; npm says:\n{}", process::tail(&log, 20));
        }
        step.end("installed");
        Ok(())
    }
}
