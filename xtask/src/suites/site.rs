//! The suites that make the site: data, build, size.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;

use super::Run;
use super::count::Count;
use crate::overlay::Overlay;
use crate::trunk::{Profile, Source};
use crate::{process, repository, size, trunk};

/// The made-up services of the tests, and the day on which they are looked at.
pub(super) const FIXTURE: (&str, &str) = ("tests/fixtures/directory", "2026-11-21");

/// Where the site of the made-up services is.
pub(crate) fn fixture_dist() -> PathBuf {
    repository::site().join("journeys")
}

/// Counts listings.
pub(crate) fn data(run: &mut Run) -> Result<Count> {
    let listings = fs::read_dir(repository::data().join("listings"))?.count();
    if run.call(maintain().arg("check"))? {
        return Ok(Count::of(listings, 0));
    }
    let output = maintain().args(["check", "--format", "json"]).output()?;
    let errors = errors(&String::from_utf8_lossy(&output.stdout));
    let files: BTreeSet<_> = errors.iter().map(|error| error["file"].to_string()).collect();
    run.note("\nOf all that, these are the errors:")?;
    for error in &errors {
        run.note(&format!("{}, {}: found {}. {}", error["file"], error["field"], error["found"], error["write"]))?;
    }
    Ok(Count::of(listings, files.len().max(1)))
}

/// Counts sites: the published one, that of the tests, and those of other data
/// laid over the latter.
pub(crate) fn build(run: &mut Run) -> Result<Count> {
    trunk::fetch(Profile::Release)?;
    let (data, today) = FIXTURE;
    let fixture = Source { data: Some(repository::root().join(data)), today: Some(today.to_owned()) };
    let published = one(run, &Source::default(), &repository::dist())?;
    let made_up = one(run, &fixture, &fixture_dist())?;
    let mut built = vec![published, made_up];
    for overlay in Overlay::ALL {
        built.push(made_up && laid_over(run, overlay)?);
    }
    let failed = built.iter().filter(|built| !**built).count();
    Ok(Count::of(built.len(), failed))
}

/// Draws the site of the tests with other data laid over its own.
fn laid_over(run: &mut Run, overlay: Overlay) -> Result<bool> {
    let _lock = trunk::one_at_a_time()?;
    let (data, today) = FIXTURE;
    for mut command in overlay.prepared(&repository::root().join(data), &fixture_dist(), today)? {
        if !run.call(&mut command)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Builds one site, with all that is said in the log.
pub(super) fn one(run: &mut Run, source: &Source, dist: &Path) -> Result<bool> {
    let _lock = trunk::one_at_a_time()?;
    run.call(&mut trunk::command(Profile::Release, source, dist)?)
}

/// Counts budgets.
pub(crate) fn size() -> Result<Count> {
    let verdicts = size::verdicts(&repository::dist())?;
    let over = verdicts.iter().filter(|verdict| !verdict.is_kept());
    Ok(Count::of(verdicts.len(), over.count()))
}

fn maintain() -> std::process::Command {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--locked", "--package", "maintain", "--"]);
    cargo
}

/// The errors among the findings of a check.
fn errors(findings: &str) -> Vec<Value> {
    let findings: Vec<Value> = serde_json::from_str(findings).unwrap_or_default();
    findings.into_iter().filter(|finding| finding["level"] == "error").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_findings_only_errors_fail() {
        let findings = r#"[{"level":"error","file":"a"},{"level":"warning","file":"b"},{"level":"advice","file":"c"}]"#;
        assert_eq!(errors(findings), [serde_json::json!({ "level": "error", "file": "a" })]);
        assert!(errors("not JSON").is_empty());
    }
}
