//! The page for young people: whom to reach first, what nobody offers a child
//! without a source, and the words about privacy.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::settled::says;
use super::{Site, sites, staff, values};

const PAGE: &str = "young.html";
const PRIVACY: &str = "Most services keep what you say private unless they think someone is in danger. Ask them first.";
const HONEST: &str = "No log-in, no cookies. We do not collect what you choose or type. Your browser history, the \
    company that hosts this site, and a school or work network may still show which pages were opened.";

fn all() -> Result<Vec<Site>> {
    Ok(sites()?.into_iter().chain([staff()?]).collect())
}

/// What stands in the section with this id.
fn section<'a>(text: &'a str, id: &str) -> Option<&'a str> {
    text.split("<section").find(|part| part.contains(&format!("aria-labelledby=\"{id}\"")))
}

#[test]
fn the_numbers_come_first_and_are_those_of_the_crisis_file() -> Result<()> {
    for site in all()? {
        let text = site.page(PAGE).context("no young.html")?;
        let main = text.split("<main").nth(1).context("no main part")?;
        let (before, after) = main.split_once("<section").context("nothing in it")?;
        ensure!(
            !before.contains("<p><a") && after.starts_with(" class=\"crisis\""),
            "help for now does not come first"
        );
        let block = section(main, "young-now").context("no help for now")?;
        let crisis = site.entry("crisis.json")?;
        let routes = crisis["routes"].as_array().context("no routes")?;
        let is_first = |route: &&Value| route["block"] == true;
        let mut places = Vec::new();
        for route in routes.iter().filter(is_first) {
            let name = route["name"].as_str().context("no name")?;
            let at = block.find(&format!(">{name}<")).with_context(|| format!("{name} is not there"))?;
            places.push((at, route["id"].as_str().unwrap_or_default()));
            for number in [&route["call"], &route["text"]["number"]].into_iter().filter_map(Value::as_str) {
                let digits = number.replace(' ', "");
                let is_link =
                    |href: &str| href.ends_with(&format!(":{digits}")) || href.contains(&format!(":{digits}?"));
                ensure!(values(block, "href").any(is_link), "{number} is no link");
            }
        }
        places.sort_unstable();
        let order: Vec<_> = places.into_iter().map(|(_, id)| id).take(4).collect();
        ensure!(order == ["childline", "shout", "emergency-999", "nhs-111-mental-health"], "{order:?}");
    }
    Ok(())
}

#[test]
fn a_child_under_13_is_offered_only_what_a_source_says_they_may_ask_for() -> Result<()> {
    let mut seen = 0;
    for site in all()? {
        let text = site.page(PAGE).context("no young.html")?;
        let own = section(text, "under-13").context("nothing for those under 13")?;
        let offered = |id: &str, part: &str| part.contains(&format!("service/{id}.html\""));
        for (id, entry) in site.entries()? {
            let states = |field: &str| entry["stated"].as_array().is_some_and(|all| all.iter().any(|one| one == field));
            let asks = entry["access"]["who"]
                .as_array()
                .is_some_and(|who| who.iter().any(|one| one == "young-person" || one == "turn-up"));
            let from = [&entry["access"]["youngest"], &entry["user_ages"]["from"], &entry["ages"]["from"]];
            let from = from.into_iter().filter_map(Value::as_u64).max();
            let is_age_stated = states("ages") || entry["access"]["youngest"].is_u64();
            let may = asks && states("access") && is_age_stated && from.is_some_and(|from| from < 13);
            ensure!(may || !offered(&id, own), "{id} is offered to those under 13, and no source says so");
            seen += usize::from(offered(&id, own));
            let is_hidden = entry["standing"] == "held" || entry["standing"] == "ended";
            ensure!(!is_hidden || !offered(&id, text), "{id} is offered, and is not there");
            let is_for_staff = entry["audience"] == serde_json::json!(["staff"]);
            ensure!(!is_for_staff || !offered(&id, text), "{id} is for staff alone");
        }
    }
    ensure!(seen > 2, "only {seen} are offered to those under 13");
    Ok(())
}

#[test]
fn what_stays_private_is_said_in_the_settled_words_and_the_page_has_a_way_to_hide() -> Result<()> {
    for site in all()? {
        let text = site.page(PAGE).context("no young.html")?;
        for words in [PRIVACY, HONEST, "School devices may be watched."] {
            ensure!(says(text, words), "it does not say: {words}");
        }
        let main = text.split("<main").nth(1).context("no main part")?;
        ensure!(values(main, "href").any(|href| href == "leaving.html"), "no way to what leaving cannot hide");
        for path in ["index.html", "urgent.html", "staff.html"] {
            let page = site.page(path).with_context(|| format!("no {path}"))?;
            ensure!(values(page, "href").any(|href| href == PAGE), "{path} does not lead to it");
        }
    }
    Ok(())
}
