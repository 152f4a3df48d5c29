//! Leaflets, posters and published pages to read, as files: whose words they
//! are, what they lead to, and what every wait says.

use anyhow::{Context, Result, ensure};
use directory::closed::Closed;
use directory::vocabulary::Need;
use serde_json::Value;
use waymark_tests::page::nothing;

use super::settled::{WHILE_WAITING, says};
use super::{Site, heads, sites, staff, values, words};

/// The two that nobody has signed, the one that somebody has, and the one with
/// made-up pages to read.
fn all() -> Result<Vec<Site>> {
    Ok(heads::all_sites()?.into_iter().chain([staff()?]).collect())
}

/// What the data has in a file that it need not have.
fn listed(site: &Site, file: &str, key: &str) -> Result<Vec<Value>> {
    if !site.data.join(file).exists() {
        return Ok(Vec::new());
    }
    Ok(site.entry(file)?[key].as_array().cloned().unwrap_or_default())
}

#[test]
fn every_page_that_tells_of_a_wait_says_what_to_do_if_things_get_worse() -> Result<()> {
    let mut seen = 0;
    for site in all()? {
        for (path, text) in site.pages() {
            // A list has many, and leads to the page of each.
            let is_list = text.contains(" data-id=\"") || text.contains("boot-staff-");
            let said = words(text);
            let tells = said.contains("Wait: ") || said.contains("While you wait") || text.contains(">Wait</dt>");
            if tells && !is_list {
                ensure!(says(text, WHILE_WAITING), "{path} tells of a wait, and not what to do if things get worse");
                seen += 1;
            }
        }
        for folder in ["leaflet", "self-help"] {
            let own = |need: Need| format!("{folder}/{}.html", need.page_slug());
            for path in Need::for_families().map(own) {
                let text = site.page(&path).with_context(|| format!("there is no {path}"))?;
                ensure!(says(text, WHILE_WAITING), "{path} lacks the settled words");
            }
        }
    }
    ensure!(seen > 200, "only {seen} pages tell of a wait");
    Ok(())
}

#[test]
fn words_that_nobody_approved_are_in_no_file() -> Result<()> {
    let site = staff()?;
    let mut approved = 0;
    for leaflet in listed(&site, "leaflets.json", "leaflets")? {
        let own = ["what_it_is", "what_helps"].map(|part| leaflet[part].as_array().cloned().unwrap_or_default());
        for said in own.concat() {
            let said = said.as_str().context("words")?;
            let told: Vec<_> =
                site.files.iter().filter(|(_, text)| text.contains(said)).map(|(path, _)| path).collect();
            let is_approved = leaflet["approved"].is_object();
            ensure!(told.len() == usize::from(is_approved), "{said}: {told:?}");
            approved += usize::from(is_approved);
        }
    }
    ensure!(approved == 3, "{approved} sentences are approved in the tests' data");
    let sleep = site.page("leaflet/sleep.html").context("no leaflet")?;
    for wanted in
        ["What it is", "What helps at home", "Approved on 5 October 2026 by: Consultant clinical psychologist."]
    {
        ensure!(words(sleep).contains(wanted), "the leaflet lacks {wanted:?}");
    }
    // Without approved words there is no heading for them.
    let bullying = site.page("leaflet/bullying.html").context("no leaflet")?;
    ensure!(!bullying.contains("What helps at home") && !bullying.contains("What it is<"), "an empty heading");
    Ok(())
}

#[test]
fn each_published_page_stands_with_whose_it_is_its_date_and_how_far_it_was_looked_at() -> Result<()> {
    for site in [sites()?.into_iter().nth(1).context("two sites")?, staff()?] {
        let pages = listed(&site, "self-help.json", "pages")?;
        ensure!(pages.len() > 5, "only {} pages", pages.len());
        for page in pages {
            let need = Need::from_slug(page["need"].as_str().unwrap_or_default()).context("a need")?;
            let need = if need == Need::General { Need::Sleep } else { need };
            let path = format!("self-help/{}.html", need.page_slug());
            let text = site.page(&path).with_context(|| format!("there is no {path}"))?;
            let web = page["web"].as_str().context("an address")?;
            let row = text.split("<li class=\"to-read__item\"").find(|row| values(row, "href").any(|href| href == web));
            let row = row.with_context(|| format!("{path} has no link to {web}"))?;
            let said = words(row.split("</li>").next().unwrap_or_default());
            let host = web.split('/').nth(2).unwrap_or_default().trim_start_matches("www.");
            let title = page["title"].as_str().unwrap_or_default();
            for wanted in [title, page["organisation"].as_str().unwrap_or_default(), &format!("leads to {host}.")] {
                ensure!(said.contains(wanted.trim_end_matches('.')), "{path}: {title} lacks {wanted:?}: {said}");
            }
            let is_unseen = page["unconfirmed"] == true;
            ensure!(said.contains("We have not looked at this page yet.") == is_unseen, "{path}: {said}");
            ensure!(
                said.contains("Date not known: check before you use it.") == page["dated"].is_null(),
                "{path}: {said}"
            );
            let year = page["dated"].as_str().and_then(|dated| dated.get(..4));
            ensure!(year.is_none_or(|year| said.contains(year)), "{path}: {said}");
            // A date of 2025 is past its limit of a year or not, by its day.
            if year != Some("2025") {
                let is_old = year.is_some_and(|year| year < "2025");
                ensure!(said.contains("past its limit of") == is_old, "{path}: {said}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_to_read_and_to_print_leads_from_one_to_the_other() -> Result<()> {
    for site in all()? {
        for need in Need::for_families() {
            let slug = need.page_slug();
            let leads = |from: String, to: &str| -> Result<()> {
                let text = site.page(&from).with_context(|| format!("there is no {from}"))?;
                ensure!(values(text, "href").any(|href| href == to), "{from} does not lead to {to}");
                Ok(())
            };
            leads(format!("need/{slug}.html"), &format!("leaflet/{slug}.html"))?;
            leads(format!("self-help/{slug}.html"), &format!("leaflet/{slug}.html"))?;
            leads(format!("self-help/{slug}.html"), &format!("need/{slug}.html"))?;
            leads(format!("self-help/{slug}.html"), &format!("results.html#need={}", need.slug()))?;
            leads("leaflets.html".to_owned(), &format!("leaflet/{slug}.html"))?;
        }
        for (from, to) in [
            ("leaflets.html", "poster.html"),
            ("leaflets.html", "booklet.html"),
            ("about.html", "leaflets.html"),
            ("staff.html", "leaflets.html"),
        ] {
            let text = site.page(from).with_context(|| format!("there is no {from}"))?;
            ensure!(values(text, "href").any(|href| href == to), "{from} does not lead to {to}");
        }
        // What is for staff alone is reached from no page of families.
        let staff = "self-help/whole-school.html";
        let from = site.pages().filter(|(path, text)| {
            let is_families = !path.starts_with("staff") && !path.ends_with("/whole-school.html");
            is_families && values(text, "href").any(|href| href == staff)
        });
        nothing("leads families to staff", &from.map(|(path, _)| path.to_owned()).collect::<Vec<_>>())?;
    }
    Ok(())
}

#[test]
fn paper_leads_to_the_directory_only_where_it_is_public() -> Result<()> {
    let slug = |need: Need| need.page_slug();
    for site in all()? {
        let is_released = site.entry("site.json")?["release"] != "none";
        let papers = Need::for_families().map(|need| format!("leaflet/{}.html", slug(need)));
        for path in papers.chain(["poster.html".to_owned()]) {
            let text = site.page(&path).with_context(|| format!("there is no {path}"))?;
            let said = words(text);
            ensure!(text.contains("class=\"qr\"") == is_released, "{path} has a code: {is_released} was wanted");
            let line = "Write the address of this directory here:";
            ensure!(said.contains(line) != is_released, "{path} has no line for the address, or one too many");
            ensure!(said.contains("From: waymark.example/directory/") == is_released, "{path} lacks its address");
            ensure!(said.contains(" Made on "), "{path} does not say when it was made");
        }
    }
    Ok(())
}
