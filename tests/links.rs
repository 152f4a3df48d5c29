//! Where everything in the built folder leads: links, scripts, styles, fonts,
//! icons, and what comes after `#`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::page::nothing;

use super::{Site, sites, values};

/// The page that is answered at any depth, so that nothing in it may lead to a
/// place that depends on where it is read.
const ANYWHERE: &str = "404.html";

/// The form for partners: behind `#` stand the ids of entries, with commas.
const FORM: &str = "update.html";

/// A link as it stands in a file, by the folder that it is read from.
fn resolved(folder: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            // Above the site's own folder there is nothing of ours.
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Whether a page's base names the folder of the site, from which its links are
/// then read.
fn has_base(path: &str, text: &str) -> bool {
    let depth = path.matches('/').count();
    let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    text.contains(&format!("<base href=\"{base}\">")) && values(text, "href").next() == Some(base.as_str())
}

/// What a page leads to or loads, but for what begins with a scheme.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let all = ["href", "src", "data-directory", "poster", "action"].into_iter().flat_map(|name| values(text, name));
    all.filter(|target| !target.split(['/', '?', '#']).next().is_some_and(|scheme| scheme.contains(':')))
}

/// What a style sheet or a script names: `url(…)`, `from '…'`, `URL('…'`.
fn named(text: &str, before: &str, after: char) -> Vec<String> {
    let rests = text.split(before).skip(1);
    rests.filter_map(|rest| Some(rest.split(after).next()?.trim_matches(['"', '\'']).to_owned())).collect()
}

struct Files<'a> {
    texts: BTreeMap<&'a str, &'a str>,
    ids: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Files<'a> {
    fn of(site: &'a Site) -> Self {
        let texts: BTreeMap<_, _> = site.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let ids = site.pages().map(|(path, text)| (path, values(text, "id").collect())).collect();
        Self { texts, ids }
    }

    /// Why a link leads nowhere, if it does.
    fn fault(&self, folder: &str, target: &str) -> Option<String> {
        let (link, fragment) = target.split_once('#').unwrap_or((target, ""));
        let Some(mut path) = resolved(folder, link.split('?').next().unwrap_or_default()) else {
            return Some("leaves the folder of the site".to_owned());
        };
        if path.is_empty() {
            path = "index.html".to_owned();
        }
        if target.starts_with('/') {
            return Some("does not work in a folder of a host".to_owned());
        }
        if !self.texts.contains_key(path.as_str()) {
            return Some(format!("there is no {path}"));
        }
        let has_place = self.ids.get(path.as_str()).is_some_and(|ids| ids.contains(fragment));
        if path == FORM && !fragment.is_empty() && !has_place {
            let unknown =
                fragment.split(',').find(|id| !self.texts.contains_key(format!("service/{id}.html").as_str()));
            return unknown.map(|id| format!("{FORM} is asked for {id}, which is no entry"));
        }
        // What was chosen is no place in a page.
        let is_place = !fragment.is_empty() && !fragment.contains('=');
        (is_place && !has_place).then(|| format!("{path} has no id {fragment}"))
    }
}

#[test]
fn every_link_within_the_site_leads_to_a_file_and_to_a_place_in_it() -> Result<()> {
    for site in sites()? {
        let files = Files::of(&site);
        let mut broken = BTreeSet::new();
        let mut seen = 0;
        for (path, text) in site.pages().filter(|(path, _)| *path != ANYWHERE) {
            ensure!(has_base(path, text), "{path} has another base than the folder of the site");
            // The base itself is the first.
            for target in targets(text).skip(1) {
                seen += 1;
                broken.extend(files.fault("", target).map(|why| format!("{path}: {target}: {why}")));
            }
        }
        ensure!(seen > 2000, "only {seen} links were read");
        nothing("leads nowhere", &broken.into_iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

#[test]
fn whatever_styles_scripts_and_manifests_name_is_there() -> Result<()> {
    for site in sites()? {
        let files = Files::of(&site);
        let mut broken = Vec::new();
        let mut seen = 0;
        for (path, text) in &site.files {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let marks: &[(&str, char)] = match path.rsplit('.').next().unwrap_or_default() {
                "css" => &[("url(", ')')],
                "js" if path.starts_with("boot-") => &[("import('", '\''), ("URL('", '\'')],
                "webmanifest" => &[],
                _ => continue,
            };
            let mut targets: Vec<_> = marks.iter().flat_map(|(before, after)| named(text, before, *after)).collect();
            if path.ends_with(".webmanifest") {
                targets = manifest(text).with_context(|| path.clone())?;
            }
            seen += targets.len();
            let faults = targets.iter().filter(|target| !target.starts_with("data:"));
            broken.extend(faults.filter_map(|one| Some(format!("{path}: {one}: {}", files.fault(folder, one)?))));
        }
        ensure!(seen > 2, "a style sheet names its font, and the start of the app two files; {seen} were found");
        nothing("leads nowhere", &broken)?;
    }
    Ok(())
}

/// Every address in a manifest, at any depth.
fn manifest(text: &str) -> Result<Vec<String>> {
    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_str().filter(|_| ["src", "url", "start_url", "scope", "id"].contains(&name.as_str()))
                    {
                        Some(target) => found.push(target.to_owned()),
                        None => collect(value, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::from_str(text)?, &mut found);
    Ok(found)
}

#[test]
fn the_page_for_what_is_missing_needs_nothing_and_leads_nowhere_that_moves() -> Result<()> {
    for site in sites()? {
        let text = site.page(ANYWHERE).context("there is no 404.html")?;
        for loads in ["<script", "<link", "<img", "<base", " src=", "url(", "@import"] {
            ensure!(!text.contains(loads), "404.html holds {loads}");
        }
        let relative: BTreeSet<_> = targets(text).collect();
        ensure!(relative == BTreeSet::from(["#main", "../", "./"]), "404.html leads to {relative:?}");
        ensure!(text.contains("id=\"main\""), "404.html has no main part");
    }
    Ok(())
}

#[test]
fn every_former_slug_has_a_page_in_both_views() -> Result<()> {
    let mut seen = 0;
    for site in sites()? {
        for (id, entry) in site.entries()?.iter().filter(|(_, entry)| entry["standing"] != "held") {
            let former = entry["former_slugs"].as_array().into_iter().flatten().filter_map(Value::as_str);
            for slug in former {
                seen += 1;
                let pages = site.own_pages(slug).with_context(|| format!("{id} was once {slug}"))?;
                ensure!(pages.iter().all(|(_, text)| text.contains("id=\"main\"")), "{slug} has an empty page");
            }
        }
    }
    ensure!(seen > 0, "no former slug to try");
    Ok(())
}

#[test]
fn a_link_is_read_as_a_browser_reads_it() {
    assert_eq!(resolved("", "./service/a.html").as_deref(), Some("service/a.html"));
    assert_eq!(resolved("staff/service", "../results.html").as_deref(), Some("staff/results.html"));
    assert_eq!(resolved("", "../a.html"), None);
    let page = "<a href=\"tel:999\"><a href=\"a.html#x:y\"><a href=\"https://a.example/\"><a href=\"#main\">";
    assert_eq!(targets(page).collect::<Vec<_>>(), ["a.html#x:y", "#main"]);
}
