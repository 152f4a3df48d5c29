//! What each page says of itself to browsers, chats and search engines: its
//! title, its description, and the address by which it is known.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use directory::closed::Closed;
use directory::vocabulary::Need;
use waymark_tests::page::nothing;
use waymark_tests::{root, visit};

use super::{Site, plain, sites, words};

/// Where the released site of the tests says that it is.
const PUBLIC: &str = "https://waymark.example/directory/";

/// The page that a host shows for whatever is missing.
const NOT_FOUND: &str = "404.html";

/// What a title or a preview of a worry that nobody should see may not hold.
const TELLING: [&str; 12] = [
    "harm",
    "suicid",
    "psychos",
    "voices",
    "abuse",
    "violence",
    "not feeling safe",
    "hurt",
    "cutting",
    "kill",
    "overdose",
    "seeing things",
];

/// The tests' directory as a publisher would release it.
pub(crate) fn released() -> Result<Site> {
    Site::read(visit::released()?, root().join("target/site/released-data"))
}

/// The two that nobody has signed, and the one that somebody has.
pub(crate) fn all_sites() -> Result<Vec<Site>> {
    Ok(sites()?.into_iter().chain([released()?]).collect())
}

/// Every page that has an address; the one for what is missing has none.
fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    site.pages().filter(|(path, _)| *path != NOT_FOUND)
}

fn head(text: &str) -> &str {
    text.split("</head>").next().unwrap_or_default()
}

/// The content of each `<meta>` with this name or property.
fn said<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let tags = head(text).split("<meta ").skip(1).filter_map(|tag| tag.split('>').next());
    let named = tags.filter(|tag| tag.contains(&format!("=\"{name}\"")));
    named.filter_map(|tag| tag.split("content=\"").nth(1)?.split('"').next()).collect()
}

fn title(text: &str) -> Result<String> {
    let title = head(text).split("<title>").nth(1).context("no title")?.split("</title>").next().unwrap_or_default();
    Ok(plain(title))
}

fn canonical(text: &str) -> Vec<&str> {
    let links = head(text).split("<link ").skip(1).filter(|tag| tag.starts_with("rel=\"canonical\""));
    links.filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next()).collect()
}

fn is_open_to_search_engines(text: &str) -> bool {
    said(text, "robots").is_empty()
}

/// The file that an absolute address leads to.
fn file(address: &str) -> Result<&str> {
    let file = address.strip_prefix(PUBLIC).with_context(|| format!("{address} does not begin with {PUBLIC}"))?;
    Ok(if file.is_empty() { "index.html" } else { file })
}

/// What a page is about, if it is the page of a worry that pins the block.
fn names_what_nobody_should_see(path: &str, text: &str) -> bool {
    let heading =
        text.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).map(|h1| words(&format!("<{h1}")));
    let labels: Vec<_> = Need::crisis_sensitive().iter().map(Need::label).collect();
    let is_of_need = ["need/", "leaflet/", "self-help/"].iter().any(|folder| path.starts_with(folder));
    is_of_need && heading.is_some_and(|heading| labels.iter().any(|label| heading.contains(label)))
}

#[test]
fn every_page_has_a_description_of_its_own_that_search_engines_show_whole() -> Result<()> {
    for site in all_sites()? {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut wrong = Vec::new();
        for (path, text) in pages(&site) {
            let found = said(text, "description");
            ensure!(found.len() == 1, "{path} has {} descriptions", found.len());
            let description = plain(found[0]);
            let length = description.chars().count();
            if !(40..=160).contains(&length) {
                wrong.push(format!("{path}: {length} letters: {description}"));
            }
            // Pages of old names carry the new one's.
            if words(text).contains("You came by an old link") {
                continue;
            }
            if let Some(other) = seen.insert(description, path) {
                wrong.push(format!("{path}: the same as {other}"));
            }
        }
        nothing("a description is wrong", &wrong)?;
    }
    Ok(())
}

#[test]
fn a_preview_says_what_the_page_says_of_itself() -> Result<()> {
    for site in all_sites()? {
        for (path, text) in pages(&site) {
            let one = |name: &str| -> Result<String> {
                let found = said(text, name);
                ensure!(found.len() == 1, "{path} has {name} {} times", found.len());
                Ok(plain(found[0]))
            };
            ensure!(one("og:description")? == one("description")?, "{path}: two descriptions");
            let (title, preview) = (title(text)?.to_lowercase(), one("og:title")?.to_lowercase());
            ensure!(title.contains(&preview), "{path}: \"{preview}\" is not in \"{title}\"");
            ensure!(title.contains(&one("og:site_name")?.to_lowercase()), "{path} has another name of the site");
            ensure!(one("og:type")? == "website" && one("og:locale")? == "en_GB", "{path}: type or language");
        }
    }
    Ok(())
}

#[test]
fn a_worry_that_nobody_should_see_is_named_to_no_list_or_chat() -> Result<()> {
    for site in all_sites()? {
        let pages: Vec<_> = site.pages().filter(|(path, text)| names_what_nobody_should_see(path, text)).collect();
        ensure!(pages.len() >= Need::crisis_sensitive().len(), "only {} pages to try", pages.len());
        let mut telling: Vec<String> = TELLING.map(str::to_owned).to_vec();
        telling.extend(
            Need::crisis_sensitive().iter().flat_map(|need| [need.slug().to_owned(), need.label().to_lowercase()]),
        );
        for (path, text) in pages {
            // What is seen before the page itself, and what machines are told.
            let data = text.split("application/ld+json").nth(1).context("no data")?;
            let seen = format!("{}{data}", head(text)).to_lowercase();
            let found: Vec<_> = telling.iter().filter(|word| seen.contains(word.as_str())).cloned().collect();
            nothing(&format!("{path} tells"), &found)?;
            ensure!(!data.contains("ItemList\""), "{path} lists services, whose names tell");
        }
    }
    Ok(())
}

#[test]
fn without_a_release_no_page_names_an_absolute_address() -> Result<()> {
    for site in sites()? {
        let is_silent = |text: &str| {
            let named = ["og:url", "og:image"].iter().any(|name| !said(text, name).is_empty());
            !named && canonical(text).is_empty() && !text.contains("BreadcrumbList")
        };
        nothing("names its address", &site.without(is_silent))?;
        let maps = site.files.iter().filter(|(path, _)| path.starts_with("sitemap") || path == "robots.txt");
        nothing("there is", &maps.map(|(path, _)| path.clone()).collect::<Vec<_>>())?;
    }
    Ok(())
}

#[test]
fn each_page_has_one_canonical_address_and_it_is_a_page_of_its_own() -> Result<()> {
    let site = released()?;
    let entries = site.entries()?;
    for (path, text) in pages(&site) {
        let found = canonical(text);
        ensure!(found.len() == 1, "{path} has {} canonical addresses", found.len());
        ensure!(said(text, "og:url") == found, "{path}: the preview has another address");
        ensure!(said(text, "og:image") == [format!("{PUBLIC}icon-512.png")], "{path}: the preview has another picture");
        ensure!(site.dist.join("icon-512.png").is_file(), "there is no picture");
        let known = file(found[0])?;
        let page = site.page(known).with_context(|| format!("{path} is known by {known}, which is not there"))?;
        ensure!(canonical(page) == found, "{path} is known by {known}, which is known by another");
        let id = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".html");
        let is_entry = path.starts_with("service/") || path.starts_with("staff/service/");
        let expected = match entries.get(id).filter(|_| is_entry) {
            Some(entry) if entry["audience"] == serde_json::json!(["staff"]) => format!("staff/service/{id}.html"),
            Some(_) => format!("service/{id}.html"),
            None if is_entry => known.to_owned(),
            None => path.to_owned(),
        };
        ensure!(known == expected, "{path} is known by {known} and not by {expected}");
    }
    let missing = site.page(NOT_FOUND).context("no page for what is missing")?;
    ensure!(canonical(missing).is_empty() && said(missing, "og:url").is_empty(), "{NOT_FOUND} is no page of its own");
    let old = site.page("service/old-bridge-service.html").context("no page of a former name")?;
    ensure!(file(canonical(old)[0])? == "service/new-bridge-service.html", "an old name is known by itself");
    Ok(())
}

#[test]
fn the_map_holds_what_may_be_listed_and_nothing_else() -> Result<()> {
    let site = released()?;
    let closed: Vec<_> = site.without(is_open_to_search_engines);
    ensure!(
        closed == ["404.html", "leaving.html", "merge.html", "update.html"],
        "closed to search engines: {closed:?}"
    );
    let (_, map) = site.files.iter().find(|(path, _)| path == "sitemap.xml").context("no sitemap.xml")?;
    let places = map.split("<url>").skip(1).map(|place| {
        let (address, rest) = place.split_once("<loc>")?.1.split_once("</loc>")?;
        let changed = rest.split_once("<lastmod>").and_then(|(_, rest)| rest.split_once("</lastmod>"));
        Some((address, changed.map(|(day, _)| day)))
    });
    let places: Vec<_> = places.collect::<Option<_>>().context("the map cannot be read")?;
    let entries = site.entries()?;
    let mut listed = BTreeSet::new();
    for (address, changed) in places {
        let path = file(address)?;
        ensure!(listed.insert(path), "{path} stands twice");
        let id = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".html");
        let entry = entries.get(id).filter(|_| path.contains("service/"));
        let checked = entry.and_then(|entry| entry["checked"]["on"].as_str());
        ensure!(changed == checked, "{path} changed on {changed:?}, and was checked on {checked:?}");
    }
    let may_be_listed = |(path, text): &(&str, &str)| {
        let is_itself = canonical(text).iter().any(|address| file(address).is_ok_and(|known| known == *path));
        is_itself && is_open_to_search_engines(text) && !text.contains("This has ended")
    };
    let expected: BTreeSet<_> = site.pages().filter(may_be_listed).map(|(path, _)| path).collect();
    ensure!(listed == expected, "{:?}", listed.symmetric_difference(&expected).collect::<Vec<_>>());
    ensure!(site.files.iter().all(|(path, _)| path != "robots.txt"), "robots read no robots.txt in a folder");
    Ok(())
}

#[test]
fn an_end_and_a_doubt_are_said_where_pages_are_listed() -> Result<()> {
    for site in all_sites()? {
        for (id, entry) in site.entries()? {
            let wanted = match entry["standing"].as_str().unwrap_or_default() {
                "ended" => "has ended",
                "doubtful" => "Ask if this still runs",
                _ => continue,
            };
            for (path, text) in site.own_pages(&id)? {
                let all = format!("{} {}", title(text)?, said(text, "description").concat());
                ensure!(all.contains(wanted), "{path} does not say \"{wanted}\": {all}");
            }
        }
    }
    Ok(())
}
