//! What was settled once and stands in many places: the strip with the numbers
//! of the crisis file, the words for staff and for whoever waits, the routes
//! for deaf people, and what is not known said as not known.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::page::nothing;
use waymark_tests::{root, visit};

use super::{Site, sites, values, words};

const SAFEGUARDING: &str = "Worried a child is being harmed? Tell your DSL or deputy now. Do not wait and do not refer \
    through this directory. If you cannot reach them, call children's social care yourself. Danger now: 999. Concern \
    about a colleague: your headteacher; about the head: the chair of governors or the LADO.";
pub(crate) const WHILE_WAITING: &str = "If things get worse while you wait, do not wait for the appointment. Tell the service or \
    your GP. Urgent: 111, mental health option. Life at risk: 999 or A&E.";

/// The folders that hold a page for each entry: for families, and for staff.
const PAGES: [&str; 2] = ["service", "staff/service"];

/// What a person reads, without any space, so that markup between two words
/// makes no difference.
fn tight(text: &str) -> String {
    words(text).replace(' ', "")
}

pub(crate) fn says(text: &str, sentence: &str) -> bool {
    tight(text).contains(&sentence.replace(' ', ""))
}

fn published() -> Result<Site> {
    Site::read(visit::published()?, root().join("data"))
}

impl Site {
    /// Every entry of the data by its id.
    pub(crate) fn entries(&self) -> Result<BTreeMap<String, Value>> {
        let mut entries = BTreeMap::new();
        for file in std::fs::read_dir(self.data.join("listings"))?.flatten() {
            let entry = self.entry(&format!("listings/{}", file.file_name().to_string_lossy()))?;
            let id = entry["id"].as_str().context("an entry without an id")?.to_owned();
            entries.insert(id, entry);
        }
        Ok(entries)
    }

    pub(crate) fn page(&self, path: &str) -> Option<&str> {
        self.pages().find(|(page, _)| *page == path).map(|(_, text)| text)
    }

    /// The entry's own pages; each of them is there.
    pub(crate) fn own_pages(&self, id: &str) -> Result<[(String, &str); 2]> {
        let own = |folder: &str| -> Result<(String, &str)> {
            let path = format!("{folder}/{id}.html");
            let text = self.page(&path).with_context(|| format!("there is no {path}"))?;
            Ok((path, text))
        };
        Ok([own(PAGES[0])?, own(PAGES[1])?])
    }
}

fn is_listed(entry: &Value) -> bool {
    entry["standing"] == "active" || entry["standing"] == "doubtful"
}

/// What an entry's own page says of a fact: `Ages`, `Cost`.
pub(crate) fn own_fact(text: &str, name: &str) -> Option<String> {
    let (_, after) = text.split_once(&format!(">{name}</dt>"))?;
    Some(words(after.split("</dd>").next()?))
}

/// Each card or row of a page, with the id of its entry.
fn cards(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let cards = text.split(" data-id=\"").skip(1).filter_map(|part| part.split_once('"'));
    cards.map(|(id, rest)| (id, rest.split("</tr>").next().unwrap_or(rest)))
}

/// What a row says in a cell: `Ages`, `Cost`.
fn cell(row: &str, name: &str) -> Option<String> {
    let (_, after) = row.split_once(&format!("data-label=\"{name}\""))?;
    let (_, content) = after.split("</td>").next()?.split_once('>')?;
    Some(words(content))
}

#[test]
fn each_line_of_the_strip_links_the_number_of_the_crisis_file() -> Result<()> {
    for site in sites()? {
        let crisis = site.entry("crisis.json")?;
        let routes = crisis["routes"].as_array().context("no routes")?;
        for line in crisis["strip"].as_array().context("no strip")? {
            let route = routes.iter().find(|route| route["id"] == line["route"]).context("no such route")?;
            let digits = |number: &Value| number.as_str().map(|number| number.replace(' ', ""));
            let call = digits(&route["call"]).map(|number| format!("tel:{number}"));
            let text = digits(&route["text"]["number"]).map(|number| format!("sms:{number}"));
            let wanted = call.or(text).context("the strip names a route without a number")?;
            let part = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
            let whole = part("lead") + &part("link") + &part("tail");
            let is_there = |page: &str| {
                let linked = values(page, "href").any(|href| href.split('?').next() == Some(wanted.as_str()));
                linked && says(page, &whole)
            };
            nothing(&format!("no \"{whole}\" to {wanted} in"), &site.without(is_there))?;
        }
    }
    Ok(())
}

#[test]
fn the_pages_of_staff_begin_with_the_words_about_a_child_in_danger() -> Result<()> {
    for site in sites()? {
        for path in ["staff.html", "staff/results.html"] {
            let text = site.page(path).with_context(|| format!("there is no {path}"))?;
            ensure!(says(text, SAFEGUARDING), "{path} lacks the settled words");
        }
        for (id, _) in site.entries()?.iter().filter(|(_, entry)| is_listed(entry)) {
            let [_, (path, text)] = site.own_pages(id)?;
            ensure!(says(text, SAFEGUARDING), "{path} lacks the settled words");
        }
    }
    Ok(())
}

#[test]
fn whatever_one_waits_for_says_what_to_do_if_things_get_worse() -> Result<()> {
    for site in sites()? {
        for (id, entry) in site.entries()?.iter().filter(|(_, entry)| is_listed(entry)) {
            let is_waited_for =
                !["training", "resource", "funding"].contains(&entry["kind"].as_str().unwrap_or_default());
            for (path, text) in site.own_pages(id)? {
                ensure!(says(text, WHILE_WAITING) == is_waited_for, "{path} is wrong about waiting");
            }
        }
    }
    Ok(())
}

#[test]
fn urgent_help_names_the_routes_for_deaf_people_and_an_interpreter() -> Result<()> {
    let site = published()?;
    let text = site.page("urgent.html").context("no urgent.html")?;
    for wanted in ["999 BSL", "18000", "18001 111", "SignVideo", "Ask for an interpreter when you call", "under 5"] {
        ensure!(words(text).contains(wanted), "urgent.html does not name {wanted}");
    }
    for wanted in ["tel:18000", "tel:18001111", "sms:999"] {
        ensure!(values(text, "href").any(|href| href.starts_with(wanted)), "urgent.html has no link {wanted}");
    }
    // The page for what is missing cannot lead there, so it says all of it too.
    for path in ["urgent.html", "404.html"] {
        let text = site.page(path).with_context(|| format!("there is no {path}"))?;
        let crisis = site.entry("crisis.json")?;
        let routes = crisis["routes"].as_array().context("no routes")?;
        let is_unchecked = routes.iter().any(|route| route["checked"].is_null());
        let is_said = says(text, "If one fails, call 999 or 111.");
        ensure!(is_said == is_unchecked, "{path} is wrong about numbers that nobody checked");
        for route in routes {
            let sentence = route["says"].as_str().context("a route that says nothing")?;
            ensure!(says(text, sentence), "{path} lacks \"{sentence}\"");
            let call = route["call"].as_str().map(|call| format!("Call {call}"));
            ensure!(call.is_none_or(|call| says(text, &call)), "{path} lacks the number of {}", route["id"]);
        }
    }
    Ok(())
}

#[test]
fn ages_and_cost_that_nobody_states_are_not_known_on_every_page() -> Result<()> {
    for site in sites()? {
        let entries = site.entries()?;
        let facts = [("Ages", "ages", "Any age"), ("Cost", "cost", "Free")];
        for (id, entry) in entries.iter().filter(|(_, entry)| is_listed(entry)) {
            for (path, text) in site.own_pages(id)? {
                for (name, field, _) in facts.iter().filter(|(_, field, _)| entry[*field].is_null()) {
                    let said = own_fact(text, name).with_context(|| format!("{path} says nothing of {field}"))?;
                    ensure!(said == "Not known", "{path} says of {field}, which is not known: {said}");
                }
            }
        }
        let mut seen = 0;
        for (path, text) in site.pages() {
            for (id, card) in cards(text) {
                let entry = entries.get(id).with_context(|| format!("{path} shows {id}, which is not in the data"))?;
                for (name, _, promised) in facts.iter().filter(|(_, field, _)| entry[*field].is_null()) {
                    let said = words(card);
                    let promises = [format!("{name}: {promised}"), format!("{name}: All ages")];
                    ensure!(!promises.iter().any(|words| said.contains(words)), "{path}: {id} promises {promised}");
                    // Courses, offers and documents are listed with facts of their own.
                    if text.contains("boot-staff-") {
                        continue;
                    }
                    let is_told = said.contains(&format!("{name} not known"));
                    let is_cell = cell(card, name).as_deref() == Some("Not known: ask");
                    ensure!(is_told || is_cell, "{path}: {id} does not say that its {name} is not known");
                    seen += 1;
                }
            }
        }
        ensure!(seen > 10, "only {seen} facts that are not known were seen in lists");
    }
    Ok(())
}

#[test]
fn what_is_held_has_no_page_and_stands_in_no_list_of_either_view() -> Result<()> {
    for site in sites()? {
        let entries = site.entries()?;
        for (id, entry) in entries.iter().filter(|(_, entry)| entry["standing"] == "held") {
            let name = entry["name"].as_str().unwrap_or_default();
            for folder in PAGES {
                ensure!(
                    site.page(&format!("{folder}/{id}.html")).is_none(),
                    "{id} is held, and has a page in {folder}"
                );
            }
            let spelt = format!("\"{id}\"");
            let named = site.files.iter().filter(|(path, text)| path.ends_with("json") && text.contains(&spelt));
            nothing(
                &format!("{name} is held, and stands in"),
                &named.map(|(path, _)| path.clone()).collect::<Vec<_>>(),
            )?;
            nothing(
                &format!("{name} is held, and listed in"),
                &site.without(|text| cards(text).all(|(one, _)| one != id)),
            )?;
        }
    }
    Ok(())
}

#[test]
fn what_has_ended_says_so_and_leads_to_what_replaced_it() -> Result<()> {
    for site in sites()? {
        let entries = site.entries()?;
        for (id, entry) in entries.iter().filter(|(_, entry)| entry["standing"] == "ended") {
            for (path, text) in site.own_pages(id)? {
                ensure!(says(text, "This has ended"), "{path} does not say that it has ended");
                match entry["successor"].as_str().context("ended, and no successor")? {
                    "none-known" => {
                        ensure!(
                            says(text, "We know of nothing that replaced it."),
                            "{path} does not say that nothing did"
                        );
                    }
                    next => {
                        let name = entries.get(next).and_then(|next| next["name"].as_str()).context("no successor")?;
                        ensure!(words(text).contains(name), "{path} does not name {name}");
                        let link = format!("/{next}.html");
                        let is_linked = values(text, "href").any(|href| format!("/{href}").ends_with(&link));
                        ensure!(is_linked, "{path} does not lead to {next}");
                    }
                }
            }
            nothing("ended, and in a list", &site.without(|text| cards(text).all(|(one, _)| one != id)))?;
        }
    }
    Ok(())
}
