//! What goes onto a device: contact cards and dates, read as files.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use directory::day::Day;
use serde_json::Value;
use waymark_tests::page::nothing;

use super::{Site, contacts, heads, plain, staff, values};

fn all() -> Result<Vec<Site>> {
    Ok(heads::all_sites()?.into_iter().chain([staff()?]).collect())
}

/// The files with this end: the id of each entry, and its text with no line
/// folded.
fn files<'a>(site: &'a Site, end: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
    site.files.iter().filter_map(move |(path, text)| {
        let id = path.strip_prefix("service/")?.strip_suffix(end)?;
        Some((id.to_owned(), text.replace("\r\n ", "")))
    })
}

fn is_listed(entry: &Value) -> bool {
    entry["standing"] == "active" || entry["standing"] == "doubtful"
}

/// The numbers and addresses of an entry; a crisis line's are those of its route.
fn reached(site: &Site, entry: &Value) -> Result<Vec<String>> {
    let crisis = site.entry("crisis.json")?;
    let route = crisis["routes"].as_array().into_iter().flatten().find(|route| route["id"] == entry["crisis"]);
    let mut found = Vec::new();
    let mut add = |value: &Value| found.extend(value.as_str().map(|text| text.replace(' ', "")));
    match route {
        Some(route) => [&route["call"], &route["text"]["number"]].into_iter().for_each(&mut add),
        None => {
            for list in ["phones", "texts"] {
                entry["contacts"][list].as_array().into_iter().flatten().for_each(|one| add(&one["number"]));
            }
            entry["contacts"]["emails"].as_array().into_iter().flatten().for_each(&mut add);
        }
    }
    Ok(found)
}

#[test]
fn every_entry_that_can_be_reached_has_a_card_with_each_number() -> Result<()> {
    let mut seen = 0;
    for site in all()? {
        let cards: std::collections::BTreeMap<_, _> = files(&site, ".vcf").collect();
        let mut expected = BTreeSet::new();
        for (id, entry) in site.entries()?.iter().filter(|(_, entry)| is_listed(entry)) {
            let reached = reached(&site, entry)?;
            if reached.is_empty() {
                continue;
            }
            expected.insert(id.clone());
            let Some(card) = cards.get(id) else { anyhow::bail!("{id} has no card") };
            for contact in reached {
                ensure!(card.contains(&format!(":{contact}\r\n")), "{id}: the card lacks {contact}: {card}");
            }
            ensure!(card.contains("This changes. Look at its page before you count on it."), "{id}: {card}");
            seen += 1;
        }
        let made: BTreeSet<_> = cards.into_keys().collect();
        ensure!(made == expected, "cards too many: {:?}", made.difference(&expected));
    }
    ensure!(seen > 60, "only {seen} cards");
    Ok(())
}

#[test]
fn each_file_is_linked_from_the_pages_of_its_entry_and_from_no_other() -> Result<()> {
    for site in all()? {
        let mut lonely = Vec::new();
        for end in [".vcf", ".ics"] {
            for (id, _) in files(&site, end) {
                let file = format!("service/{id}{end}");
                let pages: BTreeSet<_> = site
                    .pages()
                    .filter(|(_, text)| values(text, "href").any(|href| plain(href) == file))
                    .map(|(path, _)| path.rsplit('/').next().unwrap_or_default().to_owned())
                    .collect();
                if !pages.contains(&format!("{id}.html")) {
                    lonely.push(file);
                }
            }
        }
        nothing("linked from no page of its entry", &lonely)?;
    }
    Ok(())
}

#[test]
fn no_date_that_is_past_or_that_nobody_gives_is_in_a_calendar() -> Result<()> {
    let (mut seen, mut files_seen) = (0, 0);
    for site in all()? {
        for (id, text) in files(&site, ".ics") {
            files_seen += 1;
            let entry = site.entry(&format!("listings/{id}.json"))?;
            ensure!(is_listed(&entry), "{id} is not listed");
            let given = entry.to_string();
            let made = text.split("DTSTAMP:").nth(1).and_then(|rest| day(rest.get(..8)?));
            for line in text.lines().filter_map(|line| line.strip_prefix("DTSTART")) {
                let start = line.rsplit(':').next().and_then(|date| day(date.get(..8)?));
                let (Some(made), Some(start)) = (made, start) else { anyhow::bail!("{id}: {line}") };
                // A date of several days may have begun.
                ensure!(made.days_until(start) >= 0 || given.contains("\"until\""), "{id} begins on {}", start.iso());
                let is_limit = text.contains("CATEGORIES:Review");
                ensure!(is_limit || given.contains(&start.iso()), "{id}: nobody gives {}", start.iso());
                seen += 1;
            }
        }
    }
    ensure!(seen > 12 && files_seen > 8, "only {seen} dates in {files_seen} files");
    Ok(())
}

fn day(basic: &str) -> Option<Day> {
    Day::read(&format!("{}-{}-{}", basic.get(..4)?, basic.get(4..6)?, basic.get(6..8)?))
}

#[test]
fn nothing_private_is_in_a_card_or_a_calendar() -> Result<()> {
    for site in all()? {
        let mut private = BTreeSet::new();
        for entry in std::fs::read_dir(site.data.join("editor"))?.flatten() {
            private.extend(contacts(&std::fs::read_to_string(entry.path())?));
        }
        let mut leaked = Vec::new();
        for (id, text) in files(&site, ".vcf").chain(files(&site, ".ics")) {
            let entry = site.entry(&format!("listings/{id}.json"))?.to_string();
            let own = contacts(&entry);
            let found = contacts(&text);
            leaked.extend(
                found.intersection(&private).filter(|one| !own.contains(*one)).map(|one| format!("{one}: {id}")),
            );
        }
        nothing("private, and on a device", &leaked)?;
    }
    Ok(())
}
