//! The suites that look at the built site: house rules, hosts, and journeys.
//!
//! All are tests of the package in `tests/`. They learn where things are
//! from variables: `WAYMARK_DIST`, the site of the made-up services;
//! `WAYMARK_DIST_REAL`, the published one; `WAYMARK_DIST_RELEASED`, that of the
//! made-up services as it would be released; `WAYMARK_DIST_STAFF`, the same with
//! all that school staff may find; `WAYMARK_TOOLS`, the folder with
//! `bin/geckodriver` and axe-core; `WAYMARK_ENGINES` and `WAYMARK_HOSTS`, the
//! engines and the servers to use.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::code::TESTS;
use super::count::Count;
use super::{Run, site};
use crate::overlay::Overlay;
use crate::{process, repository, tools};

/// The test programs that drive browsers: one proves the harness, on pages of
/// its own, and the other makes the journeys.
const IN_BROWSERS: [&str; 2] = ["harness", "journeys"];
/// The test program that asks servers.
const ON_SERVERS: &str = "hosts";

/// The test program of the archive, which has a suite of its own.
const OF_ARCHIVE: &str = "site";
/// That of the judged questions, which needs nothing built.
const OF_SEARCH: &str = "search";

/// Counts tests: all of the package that need no browser, server or archive.
pub(crate) fn house(run: &mut Run) -> Result<Count> {
    let mut about = process::cargo();
    about.args(["metadata", "--no-deps", "--format-version", "1"]);
    let about: Value = serde_json::from_str(&process::read(&mut about)?)?;
    let mut cargo = tests();
    cargo.args(quiet_targets(&about)?);
    count(run, &mut cargo)
}

/// Counts tests: each is one demand on one server, at the top of a host or in a
/// folder. Those on a server that cannot be had here are skipped.
pub(crate) fn hosts(run: &mut Run) -> Result<Count> {
    let servers = tools::for_hosts();
    let mut cargo = tests();
    cargo.arg(format!("--test={ON_SERVERS}")).env("WAYMARK_HOSTS", servers.join(","));
    count(run, &mut cargo)
}

/// Counts tests: each is one journey in one engine.
pub(crate) fn run(run: &mut Run) -> Result<Count> {
    let engines = tools::for_journeys()?;
    let engines: Vec<_> = engines.into_iter().map(tools::Engine::slug).collect();
    let mut cargo = tests();
    cargo.args(IN_BROWSERS.map(|name| format!("--test={name}"))).env("WAYMARK_ENGINES", engines.join(","));
    count(run, &mut cargo)
}

/// The tests of the package, which learn where everything is.
pub(super) fn tests() -> Command {
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--package", TESTS, "--no-fail-fast", "--locked"])
        .env("WAYMARK_DIST", site::fixture_dist())
        .env("WAYMARK_DIST_REAL", repository::dist())
        .env("WAYMARK_DIST_RELEASED", Overlay::RELEASED.dist())
        .env("WAYMARK_DIST_STAFF", Overlay::STAFF.dist())
        .env("WAYMARK_DIST_COUNCIL", repository::site().join("council"))
        .env("WAYMARK_TOOLS", repository::tools());
    cargo
}

/// Runs tests and counts them.
pub(super) fn count(run: &mut Run, cargo: &mut Command) -> Result<Count> {
    let succeeded = run.call(cargo)?;
    Ok(Count::of_tests(&run.said(), succeeded))
}

/// The targets of the package that need none of these, as cargo's arguments.
fn quiet_targets(about: &Value) -> Result<Vec<String>> {
    let package = about["packages"]
        .as_array()
        .and_then(|all| all.iter().find(|package| package["name"] == TESTS))
        .with_context(|| format!("the workspace has no package {TESTS}"))?;
    let targets = package["targets"].as_array().into_iter().flatten();
    Ok(targets
        .filter(|target| {
            target["test"] == true && ![ON_SERVERS, OF_ARCHIVE, OF_SEARCH].iter().any(|name| target["name"] == *name)
        })
        .filter(|target| !IN_BROWSERS.iter().any(|name| target["name"] == *name))
        .filter_map(|target| {
            let name = target["name"].as_str()?.to_owned();
            match target["kind"][0].as_str()? {
                "lib" => Some(vec!["--lib".to_owned()]),
                "bin" => Some(vec!["--bin".to_owned(), name]),
                "test" => Some(vec!["--test".to_owned(), name]),
                _ => None,
            }
        })
        .flatten()
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_suite_of_its_own_is_left_to_it() {
        let about = serde_json::json!({ "packages": [{ "name": TESTS, "targets": [
            { "name": "waymark_tests", "kind": ["lib"], "test": true },
            { "name": "journeys", "kind": ["test"], "test": true },
            { "name": "harness", "kind": ["test"], "test": true },
            { "name": "hosts", "kind": ["test"], "test": true },
            { "name": "site", "kind": ["test"], "test": true },
            { "name": "search", "kind": ["test"], "test": true },
            { "name": "commands", "kind": ["test"], "test": true },
            { "name": "draw", "kind": ["bin"], "test": false },
        ] }] });
        assert_eq!(quiet_targets(&about).unwrap(), ["--lib", "--test", "commands"]);
        assert!(quiet_targets(&serde_json::json!({})).is_err());
    }
}
