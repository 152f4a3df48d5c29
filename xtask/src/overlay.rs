//! The tests' own directory with other data laid over it, drawn in the same page
//! around every page, so that the app is not compiled again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{fixture, hook, repository};

/// The ends of the names of what is made of the data, and so made anew.
const DRAWN: [&str; 5] = [".html", ".json", ".vcf", ".ics", ".pdf"];

/// Data that is laid over the tests' own: `site.json` in part, and files beside
/// the others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Overlay {
    /// Its folder beneath `tests/fixtures`, and that of its site.
    name: &'static str,
    /// Whether somebody has signed it.
    is_released: bool,
}

impl Overlay {
    /// As a publisher would release it: signed, and with an address, so that
    /// what a trial copy leaves out is there to be looked at.
    pub(crate) const RELEASED: Self = Self { name: "released", is_released: true };
    /// With all that school staff may find: courses with dates, money, schools.
    pub(crate) const STAFF: Self = Self { name: "staff", is_released: false };
    /// Every one.
    pub(crate) const ALL: [Self; 2] = [Self::RELEASED, Self::STAFF];

    /// Where its site is.
    pub(crate) fn dist(self) -> PathBuf {
        repository::site().join(self.name)
    }

    /// Where its data is.
    fn data(self) -> PathBuf {
        repository::site().join(format!("{}-data", self.name))
    }

    /// Makes its data and its bundle, and gives the commands that draw it; all
    /// from the site that was built last from `base`, into `dist`.
    pub(crate) fn prepared(self, base: &Path, dist: &Path, today: &str) -> Result<[std::process::Command; 2]> {
        let different = repository::root().join("tests/fixtures").join(self.name);
        emptied(&self.data())?;
        copy(base, &self.data(), &|_| true)?;
        copy(&different, &self.data(), &|name| name != "site.json")?;
        changed(&self.data().join("site.json"), |site| merge(site, read(&different.join("site.json"))?))?;
        if self.name == Self::STAFF.name {
            changed(&self.data().join("schools.json"), add_schools)?;
        }
        if self.is_released {
            changed(&self.data().join("crisis.json"), |crisis| check_every_route(crisis, today))?;
        }
        emptied(&self.dist())?;
        // What a page loads stays; pages and lists are drawn anew.
        let is_drawn = |name: &str| DRAWN.iter().any(|end| name.ends_with(end));
        copy(dist, &self.dist(), &|name| !is_drawn(name))?;
        let bundle = repository::site().join(format!("{}.json", self.name));
        let mut maintain = hook::package("maintain");
        maintain.args(["bundle", "--today", today, "--data"]).arg(self.data()).arg("--out").arg(&bundle);
        let mut prerender = hook::package("prerender");
        prerender.args(["--today", today, "--shell"]).arg(hook::shell()).arg("--bundle").arg(&bundle);
        prerender.arg("--out").arg(self.dist());
        Ok([maintain, prerender])
    }
}

/// How many schools stand beside those that the tests name.
const SCHOOLS: u32 = 1_000;

/// A school is looked for among as many as a county has.
fn add_schools(register: &mut Value) -> Result<()> {
    let schools = register["schools"].as_array_mut().context("schools.json has no schools")?;
    schools.extend(fixture::schools::schools(SCHOOLS));
    Ok(())
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
