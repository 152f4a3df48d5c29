//! The tests' own directory as a publisher would release it: signed, and with
//! an address, so that what a trial copy leaves out is there to be looked at.
//!
//! It is the site of the tests with other data, drawn in the same page around
//! every page, so the app is not compiled again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{hook, repository};

/// What is different from the tests' own directory: `site.json` in part, and
/// entries beside the others.
const DIFFERENT: &str = "tests/fixtures/released";

/// Where the released site is.
pub(crate) fn dist() -> PathBuf {
    repository::site().join("released")
}

/// Where its data is.
fn data() -> PathBuf {
    repository::site().join("released-data")
}

/// Makes its data and its bundle, and gives the command that draws it; all
/// from the site that was built last from `base`, into `dist`.
pub(crate) fn prepared(base: &Path, dist: &Path, today: &str) -> Result<[std::process::Command; 2]> {
    let different = repository::root().join(DIFFERENT);
    emptied(&data())?;
    copy(base, &data(), &|_| true)?;
    copy(&different.join("listings"), &data().join("listings"), &|_| true)?;
    changed(&data().join("site.json"), |site| merge(site, read(&different.join("site.json"))?))?;
    changed(&data().join("crisis.json"), |crisis| check_every_route(crisis, today))?;
    emptied(&self::dist())?;
    // What a page loads stays; pages and lists are drawn anew.
    let is_drawn = |name: &str| name.ends_with(".html") || name.starts_with("directory-");
    copy(dist, &self::dist(), &|name| !is_drawn(name))?;
    let bundle = repository::site().join("released.json");
    let mut maintain = hook::package("maintain");
    maintain.args(["bundle", "--today", today, "--data"]).arg(data()).arg("--out").arg(&bundle);
    let mut prerender = hook::package("prerender");
    prerender.args(["--today", today, "--shell"]).arg(hook::shell()).arg("--bundle").arg(&bundle);
    prerender.arg("--out").arg(self::dist());
    Ok([maintain, prerender])
}

/// A release stands over crisis numbers that two roles have checked.
fn check_every_route(crisis: &mut Value, today: &str) -> Result<()> {
    let routes = crisis["routes"].as_array_mut().context("crisis.json has no routes")?;
    for route in routes {
        route["checked"] = json!({ "on": today, "by": ["coordinator", "safeguarding lead"], "means": "called" });
    }
    Ok(())
}

/// Writes into one value all that the other says (RFC 7396, without removal).
fn merge(value: &mut Value, other: Value) -> Result<()> {
    match other {
        Value::Object(fields) if value.is_object() => {
            fields.into_iter().try_for_each(|(name, field)| merge(&mut value[name.as_str()], field))
        }
        other => {
            *value = other;
            Ok(())
        }
    }
}

fn changed(file: &Path, change: impl FnOnce(&mut Value) -> Result<()>) -> Result<()> {
    let mut value = read(file)?;
    change(&mut value)?;
    fs::write(file, serde_json::to_string_pretty(&value)?).with_context(|| format!("cannot write {}", file.display()))
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

fn emptied(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Ok(fs::create_dir_all(folder)?)
}

/// Copies the files of a folder, and of those in it, whose names are wanted.
fn copy(from: &Path, to: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<()> {
    ensure!(from.is_dir(), "there is no {}; build the site of the tests first", from.display());
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        let place = to.join(&name);
        if path.is_dir() {
            copy(&path, &place, is_wanted)?;
        } else if is_wanted(&name.to_string_lossy()) {
            fs::copy(&path, &place).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_different_replaces_what_was_there_and_nothing_else() {
        let mut site = json!({ "release": "none", "publisher": { "name": "A", "email": "b" }, "terms": [1] });
        merge(&mut site, json!({ "release": { "by": "C" }, "publisher": { "address": "d" } })).unwrap();
        let expected = json!({ "release": { "by": "C" }, "publisher": { "name": "A", "email": "b", "address": "d" },
            "terms": [1] });
        assert_eq!(site, expected);
    }

    #[test]
    fn every_crisis_route_of_a_release_is_checked_by_two_roles() {
        let mut crisis = json!({ "routes": [{ "id": "a" }, { "id": "b" }] });
        check_every_route(&mut crisis, "2026-11-21").unwrap();
        let routes = crisis["routes"].as_array().unwrap();
        assert!(routes.iter().all(|route| route["checked"]["by"].as_array().unwrap().len() == 2));
        assert!(check_every_route(&mut json!({}), "2026-11-21").is_err());
    }
}
