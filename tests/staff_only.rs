//! Families never meet what is for school staff alone: every link of every page
//! of theirs is followed. The one way over is the view for staff, and the page of
//! an entry that their own school has to ask for.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::page::nothing;
use waymark_tests::{root, visit};

use super::heads::all_sites;
use super::settled::says;
use super::{Site, values, words};

/// The way to the view for staff, at the top of every page.
const STAFF: &str = "staff.html";

fn everywhere() -> Result<Vec<Site>> {
    let staff = Site::read(visit::staff()?, root().join("target/site/staff-data"))?;
    Ok(all_sites()?.into_iter().chain([staff]).collect())
}

fn is_of_staff(path: &str) -> bool {
    path == STAFF || path.starts_with("staff/")
}

/// Whether an entry is for school staff and nobody else.
pub(crate) fn is_for_staff_alone(entry: &Value) -> bool {
    let audience = entry["audience"].as_array().map_or(&[][..], Vec::as_slice);
    audience.iter().any(|one| one == "staff") && audience.iter().all(|one| one == "staff")
}

/// Each entry by the ids that it has or had.
fn by_any_id(site: &Site) -> Result<BTreeMap<String, Value>> {
    let mut all = BTreeMap::new();
    for (id, entry) in site.entries()? {
        for former in entry["former_slugs"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            all.insert(former.to_owned(), entry.clone());
        }
        all.insert(id, entry);
    }
    Ok(all)
}

/// The id in the address of an entry's page.
fn id_in<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    path.strip_prefix(folder)?.strip_suffix(".html")
}

/// The pages that a page leads to.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let pages = values(text, "href").filter_map(|href| href.split(['#', '?']).next());
    pages.map(|href| href.trim_start_matches("./")).filter(|href| href.ends_with(".html") && !href.contains(':'))
}

/// What of a link from a page of theirs families must not meet.
fn fault(entries: &BTreeMap<String, Value>, from: &str, to: &str) -> Option<String> {
    if let Some(entry) = id_in(to, "service/").and_then(|id| entries.get(id)) {
        return is_for_staff_alone(entry).then(|| format!("{from} leads to {to}, which is for staff alone"));
    }
    if to == STAFF || !is_of_staff(to) {
        return None;
    }
    // Their own school asks for it: the same entry, as school reads it.
    let own = id_in(to, "staff/service/");
    let is_same = own.is_some() && own == id_in(from, "service/");
    let is_asked_by_school = own
        .and_then(|id| entries.get(id))
        .is_some_and(|entry| entry["access"]["who"] == serde_json::json!(["school"]) && !is_for_staff_alone(entry));
    (!is_same || !is_asked_by_school).then(|| format!("{from} leads to {to}"))
}

#[test]
fn no_link_of_a_page_for_families_leads_to_what_is_for_staff_alone() -> Result<()> {
    for site in everywhere()? {
        let entries = by_any_id(&site)?;
        let pages: BTreeMap<&str, &str> = site.pages().collect();
        let is_theirs = |path: &str| {
            let own = id_in(path, "service/").and_then(|id| entries.get(id));
            !is_of_staff(path) && !own.is_some_and(is_for_staff_alone)
        };
        // From home, one link after another; then every page that no link leads to.
        let mut reached = BTreeSet::from(["index.html"]);
        let mut left = vec!["index.html"];
        let mut faults = BTreeSet::new();
        while let Some(path) = left.pop() {
            let text = pages.get(path).with_context(|| format!("there is no {path}"))?;
            for to in links(text) {
                faults.extend(fault(&entries, path, to));
                let Some((to, _)) = pages.get_key_value(to).filter(|(to, _)| !is_of_staff(to)) else { continue };
                if reached.insert(*to) {
                    left.push(to);
                }
            }
        }
        ensure!(reached.len() > 20, "only {} pages were reached from home", reached.len());
        for (path, text) in pages.iter().filter(|(path, _)| is_theirs(path) && !reached.contains(*path)) {
            // The needs that only staff choose are pages of staff, whatever their folder.
            let slug = ["need/", "self-help/"].iter().find_map(|folder| path.strip_prefix(folder));
            let is_need_of_staff =
                slug.is_some_and(|slug| ["whole-school.html", "staff-wellbeing.html"].contains(&slug));
            faults.extend(links(text).filter(|_| !is_need_of_staff).filter_map(|to| fault(&entries, path, to)));
        }
        nothing("families are led to staff", &faults.into_iter().collect::<Vec<_>>())?;
        let met = reached.iter().filter(|path| !is_theirs(path)).map(|path| (*path).to_owned());
        nothing("families come from home to what is for staff alone", &met.collect::<Vec<_>>())?;
    }
    Ok(())
}

#[test]
fn where_school_is_the_way_in_families_are_led_to_what_school_needs() -> Result<()> {
    let mut seen = 0;
    for site in everywhere()? {
        for (id, entry) in site.entries()? {
            let is_listed = entry["standing"] == "active" || entry["standing"] == "doubtful";
            let is_help = !["training", "resource", "funding"].contains(&entry["kind"].as_str().unwrap_or_default());
            let is_by_school = entry["access"]["who"] == serde_json::json!(["school"]);
            if !is_listed || is_for_staff_alone(&entry) {
                continue;
            }
            let [(path, text), (staff_path, staff)] = site.own_pages(&id)?;
            let leads = links(text).any(|to| to == staff_path);
            ensure!(leads == (is_by_school && is_help), "{path} is wrong about the way through school");
            ensure!(says(text, "Your child’s school asks for this.") == leads, "{path} says another way than it links");
            ensure!(links(staff).any(|to| to == path), "{staff_path} does not lead back to {path}");
            ensure!(says(staff, "This page is for school staff."), "{staff_path} does not say for whom it is");
            seen += usize::from(leads);
        }
    }
    ensure!(seen > 2, "only {seen} entries that school asks for");
    Ok(())
}

#[test]
fn nothing_that_is_for_staff_alone_stands_in_a_list_for_families() -> Result<()> {
    for site in everywhere()? {
        let staff: BTreeMap<_, _> =
            site.entries()?.into_iter().filter(|(_, entry)| is_for_staff_alone(entry)).collect();
        let theirs = site.pages().filter(|(path, _)| !is_of_staff(path));
        for (path, text) in
            theirs.filter(|(path, _)| !path.starts_with("need/whole") && !path.starts_with("need/staff"))
        {
            let met = values(text, "data-id").find(|id| staff.iter().any(|(one, _)| one == id));
            ensure!(met.is_none(), "{path} lists {met:?}, which is for staff alone");
        }
        ensure!(staff.len() > 1, "nothing is for staff alone");
        let names = words(site.page("a-z.html").context("no a-z.html")?);
        let named = staff.values().filter_map(|entry| entry["name"].as_str()).find(|name| names.contains(name));
        ensure!(named.is_none(), "the A to Z names {named:?}");
    }
    Ok(())
}
