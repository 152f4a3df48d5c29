//! What every built page holds, read as files: the numbers before, without and
//! in spite of the app, the trial's words, links that lead somewhere, and
//! nothing that belongs to the editor alone.

mod booklets;
mod explained;
mod heads;
mod leaflets;
mod linked_data;
mod links;
mod on_devices;
mod offered;
mod schools;
mod settled;
mod shown;
mod staff_only;
mod timeless;
mod withdrawn;
mod without_app;
mod young;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::page::nothing;
use waymark_tests::{root, visit};

/// A built directory, and the data that it was made of.
struct Site {
    dist: PathBuf,
    data: PathBuf,
    /// Every file as text, by its path from the folder.
    files: Vec<(String, String)>,
}

fn sites() -> Result<[Site; 2]> {
    let fixtures = Site::read(visit::fixtures()?, root().join("tests/fixtures/directory"))?;
    let published = Site::read(visit::published()?, root().join("data"))?;
    Ok([fixtures, published])
}

impl Site {
    fn read(dist: PathBuf, data: PathBuf) -> Result<Self> {
        let mut files = Vec::new();
        walk(&dist, &dist, &mut files)?;
        files.sort();
        let site = Self { dist, data, files };
        ensure!(site.pages().count() > 60, "only {} pages", site.pages().count());
        Ok(site)
    }

    fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, text)| (path.as_str(), text.as_str()))
    }

    fn entry(&self, path: &str) -> Result<Value> {
        let path = self.data.join(path);
        let text = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// The pages in which `is_so` is not.
    fn without(&self, is_so: impl Fn(&str) -> bool) -> Vec<String> {
        self.pages().filter(|(_, text)| !is_so(text)).map(|(path, _)| path.to_owned()).collect()
    }
}

/// The directory of the tests with all that school staff may find.
fn staff() -> Result<Site> {
    Site::read(visit::staff()?, root().join("target/site/staff-data"))
}

fn walk(dist: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(dist, &path, files)?;
        } else {
            let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
            files.push((name, String::from_utf8_lossy(&fs::read(&path)?).into_owned()));
        }
    }
    Ok(())
}

/// The values of an attribute, as they stand in markup.
fn values<'a>(text: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let opening = format!(" {attribute}=\"");
    let parts: Vec<&str> = text.split(opening.as_str()).skip(1).collect();
    parts.into_iter().filter_map(|part| part.split('"').next())
}

/// A text of markup as it is read.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

/// What a person reads: markup away, white space folded.
fn words(text: &str) -> String {
    let mut said = String::new();
    for part in text.split('<') {
        said.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    plain(&said).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_holds_the_three_lines_of_the_strip() -> Result<()> {
    for site in heads::all_sites()? {
        let crisis = site.entry("crisis.json")?;
        let lines = crisis["strip"].as_array().context("no strip")?;
        ensure!(lines.len() == 3, "the strip has three lines");
        for line in lines {
            for part in ["lead", "link", "tail"] {
                let wanted = line[part].as_str().unwrap_or_default().trim_start_matches([',', ' ']);
                nothing(&format!("no \"{wanted}\" in"), &site.without(|text| words(text).contains(wanted)))?;
            }
        }
        for link in ["tel:999", "tel:111", "sms:85258"] {
            let has = |text: &str| values(text, "href").any(|href| href.starts_with(link));
            nothing(&format!("no {link} in"), &site.without(has))?;
        }
    }
    Ok(())
}

#[test]
fn every_page_has_a_way_out_and_a_way_to_its_main_part() -> Result<()> {
    for site in sites()? {
        let leave = site.entry("site.json")?["leave_to"].as_str().context("no leave_to")?.to_owned();
        nothing("no way out of", &site.without(|text| values(text, "href").any(|href| href == leave)))?;
        for (path, text) in site.pages() {
            // The page for what is missing does not know where it is read.
            let skip = if path == "404.html" { "#main".to_owned() } else { format!("{path}#main") };
            ensure!(values(text, "href").any(|href| href == skip), "{path} has no link to {skip}");
            ensure!(text.contains("id=\"main\""), "{path} has no main part");
            ensure!(text.matches("<h1").count() == 1, "{path} has not one main heading");
        }
    }
    Ok(())
}

#[test]
fn while_nobody_has_signed_every_page_says_that_it_is_a_trial() -> Result<()> {
    const TRIAL: &str = "Trial copy. Gathered from published pages on 21 November 2026. Not checked by the council or \
        the services. In an emergency call 999.";
    for site in sites()? {
        ensure!(site.entry("site.json")?["release"] == "none", "a release needs another test");
        nothing("not named as a trial", &site.without(|text| words(text).contains(TRIAL)))?;
        nothing("open to search engines", &site.without(|text| text.contains("content=\"noindex")))?;
        nothing("says that a council publishes it", &site.without(|text| !words(text).contains("Published by")))?;
    }
    Ok(())
}

#[test]
fn every_title_is_its_own() -> Result<()> {
    for site in heads::all_sites()? {
        let mut seen = BTreeSet::new();
        let mut twice = Vec::new();
        for (path, text) in site.pages() {
            let title = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
            let title = title.with_context(|| format!("{path} has no title"))?;
            // Pages of old names carry the new one.
            if !seen.insert(title.to_owned()) && !words(text).contains("You came by an old link") {
                twice.push(format!("{path}: {title}"));
            }
        }
        nothing("a title stands twice", &twice)?;
    }
    Ok(())
}

#[test]
fn no_page_runs_or_draws_what_its_policy_forbids() -> Result<()> {
    for site in sites()? {
        // The page for what is missing has a policy of its own, and a test.
        let others = |is_so: &dyn Fn(&str) -> bool| {
            site.without(is_so).into_iter().filter(|path| path != "404.html").collect::<Vec<_>>()
        };
        nothing("no policy in", &others(&|text| text.contains("script-src 'self' 'wasm-unsafe-eval'")))?;
        let is_plain = |text: &str| {
            let inline = text.split("<script").skip(1).any(|part| {
                let opening = part.split('>').next().unwrap_or_default();
                !opening.contains(" src=") && !opening.contains("application/ld+json")
            });
            let handler = [" onclick=", " onload=", " onerror="].iter().any(|word| text.contains(word));
            !inline && !handler && !text.contains("<style") && values(text, "style").next().is_none()
        };
        nothing("inline script or style in", &others(&is_plain))?;
        let is_own = |text: &str| !values(text, "src").any(|from| from.contains("//"));
        nothing("something loaded from elsewhere in", &site.without(is_own))?;
    }
    Ok(())
}

#[test]
fn what_is_held_is_shown_nowhere() -> Result<()> {
    for site in heads::all_sites()? {
        let mut shown = Vec::new();
        for entry in fs::read_dir(site.data.join("listings"))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let listing = site.entry(&format!("listings/{name}"))?;
            let id = listing["id"].as_str().unwrap_or_default();
            let is_held = listing["standing"] == "held";
            let page = site.dist.join(format!("service/{id}.html"));
            ensure!(is_held != page.is_file(), "{id}: held is {is_held}, and its page is not so");
            let link = format!("service/{id}.html\"");
            let shows = site.pages().filter(|(_, text)| is_held && text.contains(&link));
            shown.extend(shows.map(|(path, _)| format!("{id} in {path}")));
        }
        nothing("held, and shown", &shown)?;
    }
    Ok(())
}

/// Runs of digits that could be dialled, and e-mail addresses.
fn contacts(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut digits = String::new();
    for letter in text.chars().chain(['.']) {
        match letter {
            '0'..='9' => digits.push(letter),
            ' ' | '\u{a0}' | '-' if !digits.is_empty() => {}
            _ => {
                if digits.len() >= 10 && digits.starts_with('0') {
                    found.insert(digits.clone());
                }
                digits.clear();
            }
        }
    }
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "@.-_+".contains(letter);
    let mails = text.split(|letter| !is_part(letter)).filter(|word| word.contains('@'));
    found.extend(mails.map(|word| word.trim_matches('.').to_lowercase()));
    found
}

#[test]
fn what_only_the_editor_knows_is_published_nowhere() -> Result<()> {
    for site in heads::all_sites()? {
        let texts = |folder: &str| -> Result<String> {
            let files = fs::read_dir(site.data.join(folder))?.flatten();
            Ok(files.filter_map(|entry| fs::read_to_string(entry.path()).ok()).collect::<Vec<_>>().join("\n"))
        };
        let public = texts("listings")? + &fs::read_to_string(site.data.join("crisis.json"))?;
        let known = contacts(&public);
        let private: BTreeSet<_> = contacts(&texts("editor")?).difference(&known).cloned().collect();
        ensure!(!private.is_empty(), "the editor knows something that nobody else does");
        let mut leaked = Vec::new();
        for (path, text) in site.files.iter().filter(|(path, _)| !path.ends_with(".wasm") && !path.ends_with(".woff2"))
        {
            let found = contacts(text);
            leaked.extend(private.intersection(&found).map(|contact| format!("{contact} in {path}")));
        }
        nothing("published, and private", &leaked)?;
        let names = ["recheck_priority", "contact_support"];
        let told = site.files.iter().filter(|(_, text)| names.iter().any(|name| text.contains(name)));
        nothing("the editor's fields stand in", &told.map(|(path, _)| path.clone()).collect::<Vec<_>>())?;
    }
    Ok(())
}
