//! What stands in built pages for whoever has no app: every listing within
//! reach by plain links, pages for what narrows down, the list page by page;
//! and, where the app runs, no way to a page that is named after a need.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use directory::day::Day;
use directory::search::{Query, View};
use directory::vocabulary::Need;
use directory::{Address, Directory};
use serde_json::Value;
use waymark_tests::html::{Piece, attribute, has_class, pieces};
use waymark_tests::page::nothing;

use super::settled::says;
use super::staff_only::is_for_staff_alone;
use super::{Site, sites, values};

/// The directory that a site carries, on the day of the tests.
fn directory(site: &Site) -> Result<Directory> {
    let is_list = |path: &str| path.starts_with("directory-") && path.ends_with(".json");
    let (_, text) = site.files.iter().find(|(path, _)| is_list(path)).context("no directory file")?;
    let today = Day::of(2026, 11, 21).context("no such day")?;
    Ok(Directory::read(text, today).map_err(|why| anyhow::anyhow!("{why}"))?.0)
}

/// Where the plain links of each page lead that are shown without script.
fn ways(site: &Site) -> BTreeMap<&str, BTreeSet<String>> {
    let of = |text: &str| {
        let shown = pieces(text).into_iter().filter(|piece| !piece.is_in("needs-app"));
        let files = shown.filter_map(|piece| Some(piece.href()?.split('#').next()?.to_owned()));
        files.filter(|file| file.ends_with(".html") && !file.contains(':')).collect()
    };
    site.pages().map(|(path, text)| (path, of(text))).collect()
}

/// How many links each page is away from one.
fn away(ways: &BTreeMap<&str, BTreeSet<String>>, from: &str) -> BTreeMap<String, usize> {
    let mut away = BTreeMap::from([(from.to_owned(), 0)]);
    let mut last = vec![from.to_owned()];
    for links in 1.. {
        let next: BTreeSet<_> = last.iter().filter_map(|page| ways.get(page.as_str())).flatten().collect();
        last = next.into_iter().filter(|page| !away.contains_key(*page)).cloned().collect();
        if last.is_empty() {
            break;
        }
        away.extend(last.iter().map(|page| (page.clone(), links)));
    }
    away
}

#[test]
fn every_listing_is_at_most_three_plain_links_from_home_in_both_views() -> Result<()> {
    for site in sites()? {
        let ways = ways(&site);
        for (home, folder) in
            [("index.html", "service"), ("index.html", "staff/service"), ("staff.html", "staff/service")]
        {
            let away = away(&ways, home);
            let far = |id: &String| match away.get(&format!("{folder}/{id}.html")) {
                Some(1..=3) => None,
                links => Some(format!("{folder}/{id}: {links:?}")),
            };
            let entries = site.entries()?;
            let listed =
                entries.iter().filter(|(_, entry)| ["active", "doubtful"].iter().any(|one| entry["standing"] == *one));
            // Families are led to nothing that is for school staff alone.
            let is_theirs = |entry: &Value| folder != "service" || !is_for_staff_alone(entry);
            let listed: Vec<_> = listed.filter(|(_, entry)| is_theirs(entry)).map(|(id, _)| id).collect();
            ensure!(listed.len() > 20, "only {} listings", listed.len());
            nothing(&format!("too far from {home}"), &listed.into_iter().filter_map(far).collect::<Vec<_>>())?;
        }
    }
    Ok(())
}

#[test]
fn where_the_app_runs_no_link_leads_to_a_page_named_after_a_need() -> Result<()> {
    for site in sites()? {
        let mut shown = Vec::new();
        let mut seen = 0;
        for (path, text) in site.pages() {
            // A page's links to itself are not ways to it.
            let leads = |href: &str| href.contains("need/") && href.split('#').next() != Some(path);
            for piece in pieces(text).iter().filter(|piece| piece.href().is_some_and(leads)) {
                seen += 1;
                if !piece.is_in("without-app") {
                    shown.push(format!("{path}: {}", piece.tag));
                }
            }
        }
        ensure!(seen > 100, "only {seen} links to pages of needs");
        nothing("shown where the app runs", &shown)?;
    }
    Ok(())
}

#[test]
fn without_the_app_no_link_chooses_after_the_hash() -> Result<()> {
    for site in sites()? {
        let mut choosing = Vec::new();
        for (path, text) in site.pages() {
            let shown = pieces(text).into_iter().filter(|piece| !piece.is_in("needs-app"));
            let chooses = |href: &str| {
                href.split_once('#').is_some_and(|(file, chosen)| !file.contains(':') && chosen.contains('='))
            };
            let chosen = shown.filter(|piece| piece.href().is_some_and(chooses));
            choosing.extend(chosen.map(|piece| format!("{path}: {}", piece.tag)));
        }
        nothing("would lead to a list that knows nothing of it", &choosing)?;
    }
    Ok(())
}

#[test]
fn what_stands_in_for_the_app_is_marked_as_drawn_at_build_alone() -> Result<()> {
    for site in sites()? {
        let is_unmarked =
            |piece: &&Piece<'_>| has_class(piece.tag, "without-app") && attribute(piece.tag, "data-drawn").is_none();
        let mut unmarked = Vec::new();
        for (path, text) in site.pages() {
            unmarked.extend(pieces(text).iter().filter(is_unmarked).map(|piece| format!("{path}: {}", piece.tag)));
        }
        nothing("not marked with data-drawn", &unmarked)?;
    }
    Ok(())
}

#[test]
fn a_need_at_an_age_has_a_page_exactly_where_there_is_something() -> Result<()> {
    for site in sites()? {
        let directory = directory(&site)?;
        let wanted: BTreeSet<_> = directory.pairs().map(|(need, age)| Address::NeedAge(need, age).file()).collect();
        let is_pair = |path: &&str| path.starts_with("need/") && path.matches('/').count() == 2;
        let drawn: BTreeSet<_> = site.pages().map(|(path, _)| path).filter(is_pair).map(str::to_owned).collect();
        ensure!(drawn == wanted, "{:?}", drawn.symmetric_difference(&wanted).collect::<Vec<_>>());
        let ways = ways(&site);
        for (need, age) in directory.pairs() {
            let pair = Address::NeedAge(need, age);
            let leads = |to: &Address, from: &Address| {
                ways.get(from.file().as_str()).is_some_and(|ways| ways.contains(&to.file()))
            };
            for page in [Address::Need(need), Address::Age(age)] {
                ensure!(leads(&pair, &page), "{} does not lead to {}", page.file(), pair.file());
                ensure!(leads(&page, &pair), "{} does not lead back to {}", pair.file(), page.file());
            }
        }
    }
    Ok(())
}

#[test]
fn the_pages_of_the_list_hold_each_row_once_and_in_order() -> Result<()> {
    for site in sites()? {
        let directory = directory(&site)?;
        for (folder, view) in [("results", View::Families), ("staff/results", View::Staff)] {
            let found = directory.search(Query { view, ..Query::default() });
            let rows: Vec<_> = found.fits.iter().chain(&found.any).chain(&found.may).collect();
            let ids: Vec<_> = rows.iter().filter_map(|row| directory.at(**row)).map(|one| one.id.to_string()).collect();
            let pages = ids.len().div_ceil(20);
            for number in 2..=pages {
                let path = format!("{folder}/{number}.html");
                let text = site.page(&path).with_context(|| format!("there is no {path}"))?;
                let (first, last) = ((number - 1) * 20, ids.len().min(number * 20));
                ensure!(values(text, "data-id").eq(ids[first..last].iter().map(String::as_str)), "{path}: other rows");
                let said = format!("{} to {last} of {}.", first + 1, ids.len());
                ensure!(says(text, &said), "{path} does not say \"{said}\"");
            }
            ensure!(site.page(&format!("{folder}/{}.html", pages + 1)).is_none(), "a page beyond the last");
            let start = site.page(&format!("{folder}.html")).context("no results")?;
            let links: BTreeSet<_> = values(start, "href").collect();
            let missing = (2..=pages)
                .map(|number| format!("{folder}/{number}.html"))
                .filter(|page| !links.contains(page.as_str()));
            nothing(&format!("{folder}.html does not link"), &missing.collect::<Vec<_>>())?;
        }
    }
    Ok(())
}

#[test]
fn what_nobody_should_see_stands_in_no_file_name_and_no_title() -> Result<()> {
    for site in sites()? {
        for need in Need::crisis_sensitive().iter() {
            let file = Address::Need(need).file();
            let text = site.page(&file).with_context(|| format!("there is no {file}"))?;
            ensure!(says(text, need.label()), "{file} does not say what it is");
            let folder = file.trim_end_matches("html").trim_end_matches('.').to_owned();
            let own = site.pages().filter(|(path, _)| path.starts_with(&folder));
            for (path, text) in own {
                let head = text.split_once("</head>").context("no head")?.0;
                for told in [head, path] {
                    let named = told.to_lowercase().contains(&need.label().to_lowercase());
                    ensure!(!named, "{path} gives away {}", need.label());
                }
            }
        }
        let told = |slug: &str| site.page(&format!("need/{slug}.html")).is_some();
        ensure!(!["self-harm", "suicide", "psychosis", "abuse-safety"].into_iter().any(told), "a slug gives it away");
    }
    Ok(())
}

#[test]
fn every_former_name_has_a_page_in_both_views_that_leads_on() -> Result<()> {
    let mut seen = 0;
    for site in sites()? {
        for (id, entry) in site.entries()?.iter().filter(|(_, entry)| entry["standing"] != "held") {
            for former in entry["former_slugs"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                for (path, text) in site.own_pages(former)? {
                    let is_told = says(text, "You came by an old link.") || says(text, "This has ended");
                    ensure!(is_told, "{path} does not say that it is an old link");
                    let name = entry["name"].as_str().context("no name")?;
                    ensure!(super::words(text).contains(name), "{path} does not show {id}");
                    seen += 1;
                }
            }
        }
    }
    ensure!(seen > 0, "no former name to try");
    Ok(())
}
