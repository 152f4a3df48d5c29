//! The suites that need nothing but the source: format, lints, unit, fuzz, search.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Run;
use super::count::Count;
use crate::fuzz::FUZZ;
use crate::{process, repository};

/// The package of the tests that look at what is built.
pub(crate) const TESTS: &str = "waymark-tests";
/// The package that the browser runs.
const APP: &str = "waymark-app";
/// The feature of it that each app for the browser asks for: home and results,
/// the staff pages, and those for partners and coordinators.
const APPS: [&str; 3] = ["csr", "staff", "keeper"];

/// Counts source files.
pub(crate) fn format(run: &mut Run) -> Result<Count> {
    let kept = run.call(process::cargo().args(["fmt", "--all", "--", "--check", "-l"]))?;
    let files =
        ["src", "crates", "tests", "xtask"].map(|folder| sources(&repository::root().join(folder))).iter().sum();
    let said = run.said();
    let wrong: BTreeSet<_> = said.lines().filter(|line| line.ends_with(".rs")).collect();
    Ok(Count::of(files, failures(kept, wrong.len())))
}

/// Counts packages; the apps for the browser are more of them. Warnings fail
/// here and only here, so that nobody is stopped by one while at work.
pub(crate) fn lints(run: &mut Run) -> Result<Count> {
    let mut host = process::cargo();
    host.args(["clippy", "--workspace", "--all-targets", "--keep-going", "--locked"]).args(["--", "-D", "warnings"]);
    let host = run.call(&mut host)?;
    let mut failed = failures(host, not_compiled(&run.said()));
    for feature in APPS {
        let mut browser = process::cargo();
        browser.args(["clippy", "--package", APP, "--features", feature, "--locked"]).args([
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ]);
        failed += failures(run.call(&mut browser)?, 1);
    }
    Ok(Count::of(packages()? + APPS.len(), failed))
}

/// Counts tests, those in the documentation too.
pub(crate) fn unit(run: &mut Run) -> Result<Count> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--workspace", "--exclude", TESTS, "--exclude", FUZZ, "--no-fail-fast", "--locked"]);
    let succeeded = run.call(&mut cargo)?;
    Ok(Count::of_tests(&run.said(), succeeded))
}

/// Counts files that are kept for the readers of what comes from outside.
pub(crate) fn fuzz(run: &mut Run) -> Result<Count> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--package", FUZZ, "--no-fail-fast", "--locked"]);
    let succeeded = run.call(&mut cargo)?;
    Ok(Count::of_tests(&run.said(), succeeded))
}

/// Counts the measures of search over the judged set; the figures are in its log.
pub(crate) fn search(run: &mut Run) -> Result<Count> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--package", TESTS, "--test", "search", "--no-fail-fast", "--locked", "--", "--nocapture"]);
    let succeeded = run.call(&mut cargo)?;
    Ok(Count::of_tests(&run.said(), succeeded))
}

/// A command that failed without naming anything still counts as one failure.
fn failures(succeeded: bool, named: usize) -> usize {
    if succeeded { 0 } else { named.max(1) }
}

fn sources(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .map(|path| match path.is_dir() {
            true => sources(&path),
            false => usize::from(path.extension().is_some_and(|end| end == "rs")),
        })
        .sum()
}

fn packages() -> Result<usize> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--no-deps", "--format-version", "1"]);
    let about: serde_json::Value = serde_json::from_str(&process::read(&mut cargo)?)?;
    Ok(about["packages"].as_array().map_or(0, Vec::len))
}

/// Packages in lines such as "error: could not compile `directory` (lib) ...".
fn not_compiled(said: &str) -> usize {
    said.lines()
        .filter_map(|line| line.strip_prefix("error: could not compile `"))
        .filter_map(|rest| rest.split('`').next())
        .collect::<BTreeSet<_>>()
        .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_fails_twice_is_one_failure() {
        let said = "error: could not compile `directory` (lib) due to 1 previous error\n\
                    error: could not compile `directory` (lib test) due to 2 previous errors\n\
                    error: could not compile `maintain` (bin \"maintain\") due to 1 previous error\n";
        assert_eq!(not_compiled(said), 2);
        assert_eq!(failures(false, 0), 1);
        assert_eq!(failures(true, 0), 0);
    }
}
