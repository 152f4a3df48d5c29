//! The two pages that ours is measured against, made from the same entries.
//!
//! Their sources stand in `tests/peers`: a page as somebody would write it by
//! hand, without any script, with the rows that our results show; and a page
//! of Preact and MiniSearch, which loads the file that our app loads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::npm;
use super::template::{filled, repeated};
use crate::repository;

/// The folders of the two, ready to be served.
pub(super) struct Peers {
    pub(super) by_hand: PathBuf,
    pub(super) preact: PathBuf,
}

/// Makes both from a built site.
pub(super) fn make(dist: &Path) -> Result<Peers> {
    let data = named(dist, "directory-", ".json")?;
    let bundle: Value = serde_json::from_str(&fs::read_to_string(dist.join(&data))?).context("the site's directory")?;
    let made = repository::root().join("target/peers");
    let peers = Peers { by_hand: made.join("static"), preact: made.join("preact") };
    by_hand(dist, &bundle, &peers.by_hand)?;
    preact(dist, &data, &bundle, &peers.preact)?;
    Ok(peers)
}

fn by_hand(dist: &Path, bundle: &Value, out: &Path) -> Result<()> {
    fresh(out)?;
    let rows = rows(&fs::read_to_string(dist.join("results.html"))?);
    let listings = bundle["listings"].as_array().context("a directory without listings")?;
    let entries = rows.iter().filter_map(|id| listings.iter().find(|one| one["id"] == id.as_str()));
    let entries: Vec<_> = entries.map(|one| entry(one, bundle)).collect();
    if entries.is_empty() {
        bail!("the results of {} show none of its entries", dist.display());
    }
    let page = around(&source("static/results.html")?, bundle);
    fs::write(out.join("results.html"), repeated(&page, "row", &entries))?;
    fs::copy(sources().join("style.css"), out.join("style.css"))?;
    Ok(())
}

/// Installs what the lock file names, and lets esbuild make one small file.
fn preact(dist: &Path, data: &str, bundle: &Value, out: &Path) -> Result<()> {
    let work = repository::root().join("target/peers/build");
    fs::create_dir_all(&work)?;
    for name in ["package.json", "package-lock.json", "main.jsx", "search.js", "vocabulary.js"] {
        fs::copy(sources().join("preact").join(name), work.join(name))
            .with_context(|| format!("cannot copy {name}"))?;
    }
    npm::run(&work, &["ci", "--no-audit", "--no-fund", "--ignore-scripts"])?;
    let _ = fs::remove_dir_all(work.join("built"));
    npm::run(&work, &["run", "build"])?;
    fresh(out)?;
    let script = named(&work.join("built"), "main-", ".js")?;
    fs::copy(work.join("built").join(&script), out.join(&script))?;
    fs::copy(dist.join(data), out.join(data))?;
    fs::copy(sources().join("style.css"), out.join("style.css"))?;
    let page = around(&source("preact/index.html")?, bundle);
    let names = [("data", data.to_owned()), ("script", script)];
    Ok(fs::write(out.join("results.html"), filled(&page, &names))?)
}

/// What both pages have around their list: help now, and what kind of copy
/// this is.
fn around(page: &str, bundle: &Value) -> String {
    let routes = bundle["crisis"]["routes"].as_array();
    let lines = bundle["crisis"]["strip"].as_array().into_iter().flatten();
    let lines: Vec<_> = lines
        .map(|line| {
            let route = routes.and_then(|all| all.iter().find(|route| route["id"] == line["route"]));
            let number =
                |kind: &str| route.and_then(|route| route[kind].as_str()).map(|number| format!("tel:{number}"));
            let text = route.and_then(|route| route["text"]["number"].as_str()).map(|number| format!("sms:{number}"));
            vec![
                ("lead", words(&line["lead"])),
                ("href", number("call").or(text).unwrap_or_default()),
                ("link", words(&line["link"])),
                ("tail", words(&line["tail"])),
            ]
        })
        .collect();
    let trial = format!("Trial copy. Gathered on {}.", words(&bundle["site"]["gathered"]));
    filled(&repeated(page, "line", &lines), &[("trial", trial)])
}

/// What a row says, by the names of its places.
fn entry(one: &Value, bundle: &Value) -> Vec<(&'static str, String)> {
    let areas = bundle["site"]["areas"].as_array();
    let area = |slug: &Value| {
        let found = areas.and_then(|all| all.iter().find(|area| area["slug"] == *slug));
        found.map_or_else(|| words(slug), |area| words(&area["label"]))
    };
    let list = |value: &Value| value.as_array().map_or(&[][..], Vec::as_slice).to_vec();
    let (from, to) = (&one["ages"]["from"], &one["ages"]["to"]);
    vec![
        ("id", words(&one["id"])),
        ("name", words(&one["name"])),
        ("provider", words(&one["provider"])),
        ("summary", words(&one["summary"])),
        ("route", words(&one["access"]["route"])),
        ("ages", if from.is_null() || to.is_null() { String::new() } else { format!("{from} to {to}") }),
        ("cost", words(&one["cost"]["kind"]).replace('-', " ")),
        ("formats", list(&one["formats"]).iter().map(words).collect::<Vec<_>>().join(", ").replace('-', " ")),
        ("places", list(&one["area"]["places"]).iter().map(area).collect::<Vec<_>>().join(", ")),
        ("call", words(&one["contacts"]["phones"][0]["number"])),
        ("web", words(&one["contacts"]["web"])),
    ]
}

/// The entry that stands first in our results.
pub(super) fn first_row(dist: &Path) -> Result<String> {
    let rows = rows(&fs::read_to_string(dist.join("results.html"))?);
    rows.into_iter().next().with_context(|| format!("the results of {} are empty", dist.display()))
}

/// The entries that our page shows, in its order.
fn rows(html: &str) -> Vec<String> {
    let main = html.split_once("<main").map_or("", |(_, main)| main);
    let ids = main.split("data-id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    ids.map(str::to_owned).collect()
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The name of the one file with this beginning and end.
fn named(folder: &Path, beginning: &str, end: &str) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .into_iter()
        .find(|name| name.starts_with(beginning) && name.ends_with(end))
        .with_context(|| format!("{} holds no {beginning}…{end}", folder.display()))
}

fn sources() -> PathBuf {
    repository::root().join("tests/peers")
}

fn source(name: &str) -> Result<String> {
    fs::read_to_string(sources().join(name)).with_context(|| format!("cannot read tests/peers/{name}"))
}

fn fresh(folder: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_those_of_our_own_page_in_its_order() {
        let html = "<li data-id=\"no\"><main><li data-id=\"b\" data-fit=\"fits\"><li data-id=\"a\">";
        assert_eq!(rows(html), ["b", "a"]);
    }
}
