//! What each kind of built page shows: the order of a list and its length, who
//! says what, and what is not known.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::page::nothing;

use super::settled::says;
use super::{Site, sites, values};

const MISTAKES: &str = "This is only for mistakes on this page. Nobody reads it at night. Do not send names or anything \
    about a child. Need help? See urgent help.";
const PRIVACY: &str = "No log-in, no cookies. We do not collect what you choose or type. Your browser history, the \
    company that hosts this site, and a school or work network may still show which pages were opened.";

const WITHOUT_SCRIPTS: &str = "If scripts are off, or the filters cannot start, you choose by opening pages instead. \
    Then your history, the company that hosts this site and the network may show which ones.";

/// The pages of results, for families and for staff.
const RESULTS: [&str; 2] = ["results.html", "staff/results.html"];

/// The pages of the entries that are listed, with each entry.
fn listed(site: &Site) -> Result<Vec<(Value, String, &str)>> {
    let mut found = Vec::new();
    for (id, entry) in site.entries()? {
        if ["active", "doubtful"].contains(&entry["standing"].as_str().unwrap_or_default()) {
            for (path, text) in site.own_pages(&id)? {
                found.push((entry.clone(), path, text));
            }
        }
    }
    ensure!(found.len() > 40, "only {} pages of entries", found.len());
    Ok(found)
}

/// The listed entries' pages in which `is_so` is not.
pub(crate) fn without(site: &Site, is_so: impl Fn(&Value, &str) -> bool) -> Result<Vec<String>> {
    let wrong = listed(site)?.into_iter().filter(|(entry, _, text)| !is_so(entry, text));
    Ok(wrong.map(|(_, path, _)| path).collect())
}

#[test]
fn every_entry_takes_mistakes_and_nothing_else() -> Result<()> {
    for site in sites()? {
        nothing("lacks the words", &without(&site, |_, text| says(text, MISTAKES))?)?;
    }
    Ok(())
}

#[test]
fn privacy_says_no_more_than_is_true() -> Result<()> {
    for site in sites()? {
        let page = site.page("privacy.html").context("there is no privacy.html")?;
        ensure!(says(page, PRIVACY));
        ensure!(says(page, WITHOUT_SCRIPTS));
    }
    Ok(())
}

#[test]
fn what_is_typed_has_no_name_by_which_a_form_could_send_it() -> Result<()> {
    for site in sites()? {
        for path in ["index.html", "results.html", "staff/results.html"] {
            let page = site.page(path).with_context(|| format!("there is no {path}"))?;
            let fields: Vec<_> = page.split("<input").filter(|input| input.contains("id=\"words\"")).collect();
            ensure!(fields.len() == 1, "{path} has {} fields to type in", fields.len());
            let tag = fields[0].split('>').next().unwrap_or_default();
            ensure!(!tag.contains(" name="), "{path}: the field has a name");
            for wish in ["spellcheck=\"false\"", "autocomplete=\"off\"", "autocorrect=\"off\""] {
                ensure!(tag.contains(wish), "{path}: the field lacks {wish}");
            }
            let form = page.split("<form").find(|form| form.contains("role=\"search\"")).context("no search form")?;
            ensure!(form.split('>').next().is_some_and(|tag| tag.contains("needs-app")), "{path}: it needs the app");
        }
    }
    Ok(())
}

#[test]
fn the_website_of_111_is_not_for_the_youngest() -> Result<()> {
    for site in sites()? {
        let page = site.page("urgent.html").context("there is no urgent.html")?;
        ensure!(says(page, "The 111 website is not for children under 5."));
    }
    Ok(())
}

#[test]
fn what_fits_comes_first_and_what_may_fit_last_and_no_part_is_longer_than_twenty_rows() -> Result<()> {
    for site in sites()? {
        for path in RESULTS {
            let page = site.page(path).with_context(|| format!("there is no {path}"))?;
            let parts: Vec<_> = values(page, "data-part").collect();
            ensure!(parts == ["fits", "may"] || parts == ["fits", "any", "may"], "{path} has {parts:?}");
            for part in page.split("data-part=\"").skip(1) {
                let rows = values(part, "data-id").count();
                ensure!((1..=20).contains(&rows), "{path} has {rows} rows in a part");
            }
        }
    }
    Ok(())
}

#[test]
fn one_line_alone_is_read_out_when_a_list_changes() -> Result<()> {
    for site in sites()? {
        nothing("has a live region", &site.without(|text| !text.contains("aria-live")))?;
        for path in RESULTS {
            let page = site.page(path).with_context(|| format!("there is no {path}"))?;
            let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
            let main = main.context("no main part")?.0;
            ensure!(main.matches("role=\"status\"").count() == 1, "{path} says more than one line");
        }
    }
    Ok(())
}

#[test]
fn a_grouping_is_never_shown_by_its_colour_alone() -> Result<()> {
    for site in sites()? {
        let is_whole = |text: &str| {
            text.split("class=\"thrive thrive--").skip(1).all(|badge| {
                let badge = badge.split("</span>").next().unwrap_or_default();
                let word = badge.rsplit('>').next().unwrap_or_default();
                badge.contains("<svg class=\"thrive__shape\"") && !word.trim().is_empty()
            })
        };
        nothing("lacks a shape or a word", &site.without(is_whole))?;
    }
    Ok(())
}

#[test]
fn an_entry_without_a_contact_says_so_and_offers_nothing_to_call() -> Result<()> {
    for site in sites()? {
        let has_none = |entry: &Value| entry.get("contacts").is_none() && entry.get("crisis").is_none();
        ensure!(site.entries()?.values().any(has_none), "no entry to try");
        let is_right = |entry: &Value, text: &str| says(text, "We have no contact yet") == has_none(entry);
        nothing("is wrong about its contact", &without(&site, is_right)?)?;
    }
    Ok(())
}

#[test]
fn what_nobody_states_says_that_it_is_our_own() -> Result<()> {
    for site in sites()? {
        let is_ours = |entry: &Value, field: &str| {
            let is_stated = entry["stated"].as_array().is_some_and(|all| all.iter().any(|one| one == field));
            entry.get(field).is_some() && !is_stated
        };
        let is_right = |entry: &Value, text: &str| {
            let has_ours = ["ages", "cost", "formats"].iter().any(|field| is_ours(entry, field));
            (!has_ours || says(text, "we believe, not checked")) && says(text, "our own sorting")
        };
        nothing("hides our reading", &without(&site, is_right)?)?;
    }
    Ok(())
}
