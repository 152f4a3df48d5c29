//! What a device may keep, if somebody asks: the list names every file with
//! what it holds, the notice says how much that is, and a device that puts the
//! site among its apps finds what it needs.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use waymark_tests::Edition;
use waymark_tests::page::nothing;

use super::{Site, sites, values};

/// Files that no page needs, or that a browser keeps by itself.
fn is_left_out(file: &str) -> bool {
    let ends = ["html", "css", "js", "wasm", "woff2", "svg", "png", "webmanifest"];
    let is_kind = file.rsplit_once('.').is_some_and(|(_, end)| ends.contains(&end));
    !(is_kind || file.starts_with("directory-")) || file == "worker.js"
}

/// Files that somebody takes away: what they hold stands on the pages.
fn is_taken_away(file: &str) -> bool {
    [".vcf", ".ics", ".pdf"].iter().any(|end| file.ends_with(end))
}

#[test]
fn the_list_of_a_copy_names_every_file_with_what_it_holds() -> Result<()> {
    for site in sites()? {
        let edition = Edition::read(&site.dist)?;
        let list = edition.list()?;
        let wrong = list.iter().filter(|(file, name)| edition.name_of(file).as_ref() != Some(*name));
        nothing("listed as what it is not", &wrong.map(|(file, _)| file.clone()).collect::<Vec<_>>())?;
        let missing = edition.names().filter(|file| !is_left_out(file) && !list.contains_key(*file));
        nothing("not listed", &missing.map(str::to_owned).collect::<Vec<_>>())?;
        let needed: BTreeSet<_> = site.pages().flat_map(|(_, text)| needs(text)).collect();
        ensure!(needed.len() > 10, "pages need more than {needed:?}");
        let unlisted = needed.into_iter().filter(|file| !list.contains_key(file) && !is_taken_away(file));
        nothing("needed by a page and not listed", &unlisted.collect::<Vec<_>>())?;

        let notice = edition.notice()?;
        let sizes = list.keys().map(|file| Ok(std::fs::metadata(site.dist.join(file))?.len()));
        let bytes: u64 = sizes.collect::<Result<Vec<_>>>()?.into_iter().sum();
        ensure!(notice["bytes"] == bytes, "the notice says {}, and all files have {bytes}", notice["bytes"]);
        ensure!(notice["files"] == list.len(), "the notice says {} files", notice["files"]);
    }
    Ok(())
}

/// The files of the site that a page loads or leads to.
fn needs(text: &str) -> Vec<String> {
    let base = values(text, "href").next().unwrap_or_default().to_owned();
    let targets = values(text, "href").chain(values(text, "src")).filter(|target| *target != base);
    let files = targets
        .filter(|target| !target.contains(':') && !target.ends_with('/'))
        .map(|target| target.split(['#', '?']).next());
    files.flatten().map(|file| file.trim_start_matches("./").to_owned()).filter(|file| !file.is_empty()).collect()
}

#[test]
fn the_notice_carries_every_crisis_number_and_how_it_was_checked() -> Result<()> {
    for site in sites()? {
        let (notice, crisis) = (Edition::read(&site.dist)?.notice()?, site.entry("crisis.json")?);
        let routes = crisis["routes"].as_array().context("no routes")?;
        for route in routes {
            let id = route["id"].as_str().context("a route without an id")?;
            for number in [&route["call"], &route["text"]["number"]].into_iter().filter(|number| !number.is_null()) {
                let ways = notice["numbers"][id].as_array().with_context(|| format!("no numbers of {id}"))?;
                ensure!(ways.iter().any(|way| way[1] == *number), "{id}: {number} is not in {ways:?}");
            }
        }
        let is_checked = routes.iter().all(|route| !route["checked"].is_null());
        ensure!(notice["checked"].is_null() != is_checked, "checked is {}", notice["checked"]);
    }
    Ok(())
}

#[test]
fn every_page_has_its_place_for_the_age_of_a_copy() -> Result<()> {
    for site in sites()? {
        let has_place = |text: &str| text.contains("<!--waymark:copy-->\n<div id=\"app\">");
        // The page for what is missing loads nothing; there the worker says it.
        let without: Vec<_> = site.without(has_place).into_iter().filter(|path| path != "404.html").collect();
        nothing("a copy could not say its age in", &without)?;
        let works = |(path, text): &(&str, &str)| text.contains("src=\"keep.js\"") != (*path == "keep.html");
        let loads: Vec<_> = site.pages().filter(works).map(|(path, _)| path.to_owned()).collect();
        nothing("keep.js is loaded where nobody asks for a copy, or not where somebody may", &loads)?;
    }
    Ok(())
}

#[test]
fn a_device_finds_all_that_the_manifest_names_in_any_folder() -> Result<()> {
    for site in sites()? {
        let manifest: serde_json::Value = serde_json::from_str(text_of(&site, "site.webmanifest")?)?;
        let icons = manifest["icons"].as_array().context("no icons")?;
        ensure!(icons.iter().any(|icon| icon["purpose"] == "maskable"), "no icon that may be cut to a shape");
        let named = icons.iter().map(|icon| &icon["src"]).chain([&manifest["start_url"]]);
        for file in named.map(|file| file.as_str().unwrap_or_default()) {
            ensure!(!file.starts_with('/') && site.dist.join(file).is_file(), "{file} is not there");
        }
        ensure!(manifest["scope"] == "./" && manifest["id"].is_null(), "it holds for its own folder");
        let without = site.without(|page| values(page, "href").any(|href| href == "site.webmanifest"));
        nothing("no manifest in", &without.into_iter().filter(|path| path != "404.html").collect::<Vec<_>>())?;
    }
    Ok(())
}

fn text_of<'a>(site: &'a Site, file: &str) -> Result<&'a str> {
    let found = site.files.iter().find(|(path, _)| path == file);
    Ok(&found.with_context(|| format!("no {file}"))?.1)
}
