//! What built pages hold of schools: each stands once in the plain lists of both
//! views, and families are given nobody who answers for one.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::html::{attribute, pieces};
use waymark_tests::page::nothing;

use super::{Site, sites, staff};

/// The mailboxes of everybody who answers for a school.
fn mailboxes(site: &Site) -> Result<BTreeSet<String>> {
    let contacts = site.entry("contacts.json")?;
    let all = contacts["contacts"].as_array().context("no contacts")?;
    let of = |one: &Value| [&one["mailbox"], &one["cover"]["mailbox"]].map(|one| one.as_str().map(str::to_owned));
    Ok(all.iter().flat_map(of).flatten().collect())
}

/// The list of schools that a page names, and its text.
fn list<'a>(site: &'a Site, page: &str) -> Result<&'a str> {
    let text = site.pages().find(|(path, _)| *path == page).with_context(|| format!("no {page}"))?.1;
    let file = text.split_once("data-schools=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (file, _) = file.with_context(|| format!("{page} names no list of schools"))?;
    let found = site.files.iter().find(|(path, _)| path == file).with_context(|| format!("no {file}"))?;
    Ok(&found.1)
}

#[test]
fn families_are_given_nobody_who_answers_for_a_school() -> Result<()> {
    let site = staff()?;
    let mailboxes = mailboxes(&site)?;
    ensure!(mailboxes.len() > 5, "only {} mailboxes", mailboxes.len());
    let names_one = |text: &str| mailboxes.iter().any(|mailbox| text.contains(mailbox.as_str()));
    let families = site.pages().filter(|(path, _)| !path.starts_with("staff"));
    let told: Vec<_> = families.filter(|(_, text)| names_one(text)).map(|(path, _)| path.to_owned()).collect();
    nothing("pages for families that name who answers", &told)?;
    ensure!(!names_one(list(&site, "schools.html")?), "the list for families names who answers");
    ensure!(names_one(list(&site, "staff/contacts.html")?), "the list for staff names nobody");
    Ok(())
}

#[test]
fn each_school_stands_once_in_the_plain_lists_of_both_views() -> Result<()> {
    let site = staff()?;
    let register: Value = serde_json::from_str(list(&site, "schools.html")?)?;
    let ids = register["schools"].as_array().context("no schools")?;
    let ids: BTreeSet<_> = ids.iter().filter_map(|school| school["id"].as_str()).map(str::to_owned).collect();
    ensure!(ids.len() > 1_000, "only {} schools", ids.len());
    for (first, folder) in [("schools.html", "schools/"), ("staff/contacts.html", "staff/contacts/")] {
        let pages = site.pages().filter(|(path, _)| *path == first || path.starts_with(folder));
        let rows = pages.map(|(path, text)| {
            let rows: Vec<_> = pieces(text)
                .iter()
                .filter_map(|piece| attribute(piece.tag, "data-school"))
                .map(str::to_owned)
                .collect();
            (path, rows)
        });
        let rows: Vec<_> = rows.collect();
        let long: Vec<_> =
            rows.iter().filter(|(_, rows)| rows.len() > 30).map(|(path, _)| (*path).to_owned()).collect();
        nothing("pages with more than thirty schools", &long)?;
        let all: Vec<_> = rows.into_iter().flat_map(|(_, rows)| rows).collect();
        let different: BTreeSet<_> = all.iter().cloned().collect();
        ensure!(all.len() == ids.len() && different == ids, "{first}: {} rows of {} schools", all.len(), ids.len());
    }
    Ok(())
}

#[test]
fn a_directory_without_schools_says_so_and_names_what_is_tied_to_them() -> Result<()> {
    for site in sites()? {
        ensure!(!site.files.iter().any(|(path, _)| path.starts_with("schools-")));
        for page in ["schools.html", "staff/contacts.html"] {
            let (_, text) = site.pages().find(|(path, _)| *path == page).context("no page")?;
            ensure!(text.contains("We have no list of schools yet") && !text.contains("data-schools"), "{page}");
            ensure!(text.contains("tie__item"), "{page} names no service");
        }
    }
    Ok(())
}
