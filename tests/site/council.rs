//! The site that a made-up council makes: all of it is its own.

use anyhow::{Context, Result};
use serde_json::Value;
use waymark_tests::root;

use crate::desk::{Desk, Files, files, text};

/// Whether words stand in a text in this order.
fn in_order(text: &str, words: &[&str]) -> bool {
    let mut rest = text;
    words.iter().all(|word| match rest.split_once(word) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

fn pages(site: &Files) -> impl Iterator<Item = (&str, &str)> {
    site.iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
}

#[test]
fn every_page_is_there_and_bears_the_councils_name() -> Result<()> {
    let site = Desk::new()?.build()?;
    for path in [
        "index.html",
        "results.html",
        "service/six-meetings.html",
        "staff/service/tide-team.html",
        "need/sleep.html",
        "age/primary.html",
        "kind/getting-help.html",
        "urgent.html",
        "404.html",
        "early.js",
        "icon.svg",
    ] {
        assert!(site.contains_key(path), "there is no {path}");
    }
    for (path, page) in pages(&site) {
        // What is missing is said by a page that stands alone.
        let own = "Northmarch Families<span class=\"top__site\">Northmarch and Saltby</span>";
        assert!(page.contains(own) || (path == "404.html" && page.contains("Northmarch Families")), "{path}");
        assert!(page.contains("Northmarch Families</title>") || path == "index.html", "{path}");
        assert!(page.contains("href=\"tel:01632960999\"") && page.contains("href=\"tel:999\""), "{path}");
        assert!(page.contains("Trial copy"), "{path}");
    }
    assert!(text(&site, "index.html")?.contains("<title>Northmarch Families: "));
    Ok(())
}

#[test]
fn the_program_says_what_search_makes_of_a_question_also_of_an_older_folder() -> Result<()> {
    let desk = Desk::new()?;
    let said = desk.waymark(&["find", "data", "nightmares every night", "--json"])?;
    assert_eq!(said.code, Some(0), "{said:?}");
    let told: Value = serde_json::from_str(&said.out)?;
    assert_eq!(told["understood"]["needs"], serde_json::json!(["sleep"]));
    assert!(told["results"].as_array().is_some_and(|results| !results.is_empty()), "{told}");
    // It was made before the other files of words were.
    let check = desk.waymark(&["check", "data"])?;
    assert!(check.code == Some(0) && check.out.contains("words/crisis.json"), "{}", check.out);
    Ok(())
}

#[test]
fn areas_and_kinds_of_support_have_the_councils_words_in_its_order() -> Result<()> {
    let site = Desk::new()?.build()?;
    let home = text(&site, "index.html")?;
    assert!(in_order(home, &["Saltby-on-Sea", "Northmarch", "Somewhere else"]), "the places of the home page");
    let parents = ["A few sessions", "Feeling good", "Someone to ask", "Help to stay safe", "A team of specialists"];
    let staff = ["Getting help", "Thriving together", "Getting advice", "Getting risk support", "Getting more help"];
    assert!(in_order(text(&site, "kinds.html")?, &parents), "the page of kinds");
    assert!(in_order(text(&site, "results.html")?.split_once("Kind of support").context("no group")?.1, &parents));
    let table = text(&site, "staff/results.html")?;
    assert!(in_order(table.split_once("THRIVE grouping").context("no group")?.1, &staff));
    assert!(in_order(text(&site, "staff.html")?, &staff));
    assert!(in_order(text(&site, "service/saltby-swimmers.html")?, &["hero__badges", parents[0], parents[1]]));
    assert!(in_order(text(&site, "staff/service/saltby-swimmers.html")?, &["hero__badges", staff[0], staff[1]]));
    let kind = text(&site, "kind/getting-help.html")?;
    assert!(kind.contains("Kind of support: A few sessions · Northmarch Families</title>"));
    assert!(kind.contains("Some meetings, alone or in a small group"));
    assert!(text(&site, "kinds.html")?.contains("“Help to stay safe” is not a crisis line."));
    Ok(())
}

#[test]
fn the_councils_rules_decide_what_is_late() -> Result<()> {
    // Terms of its own start on 6 January and 3 September, and one is enough:
    // a check in May is late in November, and one a year ago is very late.
    let site = Desk::new()?.build()?;
    let says =
        |id: &str, words: &str| -> Result<bool> { Ok(text(&site, &format!("service/{id}.html"))?.contains(words)) };
    assert!(says("northmarch-family-line", "fresh--current")?);
    assert!(says("six-meetings", "fresh--late")?);
    assert!(says("tide-team", "fresh--very-late")?);
    Ok(())
}

#[test]
fn the_councils_colours_follow_the_style_on_every_page() -> Result<()> {
    let site = Desk::new()?.build()?;
    let style = site.keys().find(|path| path.starts_with("publisher-")).context("there is no style of its own")?;
    assert_eq!(
        text(&site, style)?,
        "@media print,(prefers-color-scheme:light){:root{--brand:#5b2a86;--brand-deep:#3c1a5e;--brand-tint:#f1e8fa;\
         --paper:#fbfaff}}\n@media screen and (prefers-color-scheme:dark){:root{--brand:#d3b8f2;--brand-deep:#e2cffa;\
         --brand-tint:#35234a;--on-brand:#2a1042}}\n"
    );
    let link = format!("<link rel=\"stylesheet\" href=\"{style}\">");
    for (path, page) in pages(&site).filter(|(path, _)| *path != "404.html") {
        let head = page.split_once("</head>").context("a page has a head")?.0;
        assert!(in_order(head, &["rel=\"stylesheet\"", &link]), "{path}");
    }
    Ok(())
}

#[test]
fn nothing_of_another_directory_and_nothing_private_is_in_it() -> Result<()> {
    let site = Desk::new()?.build()?;
    let mut foreign = vec!["07700".to_owned(), "Held Harbour".to_owned()];
    let data = files(&root().join("data"))?;
    let areas: Value = serde_json::from_str(text(&data, "site.json")?)?;
    let areas = areas["areas"].as_array().context("areas are a list")?;
    foreign.extend(areas.iter().filter_map(|area| area["label"].as_str()).map(str::to_owned));
    for path in data.keys().filter(|path| path.starts_with("listings/")) {
        let listing: Value = serde_json::from_str(text(&data, path)?)?;
        foreign.extend(listing["name"].as_str().map(str::to_owned));
    }
    // Everyone names the emergency services; and one word alone is anybody's.
    foreign.retain(|name| !["NHS 111", "999"].iter().any(|settled| name.contains(settled)));
    foreign.retain(|name| name.contains(' ') || areas.iter().any(|area| area["label"] == **name));
    assert!(foreign.len() > 150, "the directory's own data was not read");
    let texts = site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".json"));
    for (path, bytes) in texts {
        let text = String::from_utf8_lossy(bytes);
        let found =
            foreign.iter().find(|name| text.contains(&format!("{name}<")) || text.contains(&format!("{name}\"")));
        assert_eq!(found, None, "{path}");
        assert!(!text.contains("07700") && !text.contains("Held Harbour"), "{path}");
    }
    Ok(())
}
