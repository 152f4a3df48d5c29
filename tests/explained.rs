//! The words that pages explain: where they are links, where they never are,
//! and that families load nothing of what they mean.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use waymark_tests::html::{Piece, pieces, unexplained};
use waymark_tests::page::nothing;

use super::settled::says;
use super::{Site, sites, staff, words};

const PAGE: &str = "glossary.html";

/// Both sites that explain words: that of the data, and that of the tests.
fn explaining() -> Result<[Site; 2]> {
    let [_, published] = sites()?;
    Ok([staff()?, published])
}

/// Each link to what a word means: its anchor, and the words in it.
fn links<'a>(text: &'a str) -> Vec<(&'a str, Piece<'a>)> {
    let found = pieces(text).into_iter();
    let anchor = |piece: &Piece<'a>| {
        let tag = piece.inside.iter().rev().find(|tag| tag.starts_with("a "))?;
        tag.split_once("href=\"glossary.html#word-")?.1.split('"').next()
    };
    found.filter(|piece| piece.tag.is_empty()).filter_map(|piece| Some((anchor(&piece)?, piece))).collect()
}

#[test]
fn a_word_is_explained_once_on_a_page_and_never_beside_help_for_now() -> Result<()> {
    for site in explaining()? {
        let mut seen = 0;
        let mut wrong = Vec::new();
        for (path, text) in site.pages().filter(|(path, _)| *path != PAGE) {
            let found = links(text);
            seen += found.len();
            let anchors: BTreeSet<_> = found.iter().map(|(anchor, _)| anchor).collect();
            if anchors.len() != found.len() {
                wrong.push(format!("{path} explains a word twice"));
            }
            for (anchor, piece) in &found {
                let is_in = |class: &str| piece.is_in(class);
                let is_heading = ["h1", "h2", "h3", "button", "summary", "dt"].iter().any(|tag| piece.is_within(tag));
                if is_heading
                    || ["crisis", "urgent", "notice", "listing__wait", "card", "button"].into_iter().any(is_in)
                {
                    wrong.push(format!("{path}: {anchor} stands where nothing may be pressed but what is there"));
                }
            }
        }
        ensure!(seen > 10, "only {seen} words are explained");
        nothing("wrong about its words", &wrong)?;
    }
    Ok(())
}

#[test]
fn a_short_form_is_explained_with_its_capitals_and_everyday_words_stay_plain() -> Result<()> {
    let site = staff()?;
    let of = |path: &str| -> Result<Vec<String>> {
        let text = site.page(path).with_context(|| format!("no {path}"))?;
        Ok(links(text).into_iter().map(|(anchor, piece)| format!("{anchor}: {}", piece.words)).collect())
    };
    let expected = ["mhst: MHST", "camhs: CAMHS", "send: SEND", "waiting-list: waiting list"];
    let mut families = of("service/word-school-team.html")?;
    let mut staff = of("staff/service/word-school-team.html")?;
    ensure!(families.iter().all(|one| expected.contains(&one.as_str())), "{families:?}");
    families.sort();
    let mut wanted = expected.map(str::to_owned).to_vec();
    wanted.sort();
    ensure!(families == wanted, "{families:?}");
    // What is for staff alone is explained to staff alone.
    staff.retain(|one| !expected.contains(&one.as_str()));
    ensure!(staff.iter().any(|one| one == "lado: LADO") && staff.len() <= 2, "{staff:?}");
    Ok(())
}

#[test]
fn explaining_changes_no_word_of_a_page() -> Result<()> {
    for site in explaining()? {
        for (path, text) in site.pages().filter(|(path, _)| *path != PAGE) {
            ensure!(words(&unexplained(text)) == words(text), "{path} says something else");
        }
    }
    Ok(())
}

#[test]
fn every_word_stands_in_the_glossary_with_its_names_its_meaning_and_its_source() -> Result<()> {
    for site in explaining()? {
        let page = site.page(PAGE).context("no glossary.html")?;
        let data = site.entry("glossary.json")?;
        let terms = data["terms"].as_array().context("no terms")?;
        ensure!(terms.len() > 5, "only {} words", terms.len());
        let parts: BTreeMap<_, _> = page.split(" id=\"word-").skip(1).filter_map(|part| part.split_once('"')).collect();
        ensure!(parts.len() == terms.len(), "{} words of {}", parts.len(), terms.len());
        for term in terms {
            let text = |name: &str| term[name].as_str().unwrap_or_default();
            let own = parts.get(text("id")).with_context(|| format!("{} is missing", text("id")))?;
            ensure!(says(own, text("says")), "{} does not say what it means", text("id"));
            ensure!(says(own, text("term")), "{} is not named", text("id"));
            let names = ["also", "once", "misspelt"].into_iter().filter_map(|list| term[list].as_array()).flatten();
            for name in names.filter_map(|name| name.as_str()) {
                ensure!(says(own, name), "{} is not called {name}", text("id"));
            }
            let sources = term["sources"].as_array().map(Vec::as_slice).unwrap_or_default();
            ensure!(sources.is_empty() == says(own, "No source is known."), "{}: its source", text("id"));
            for web in sources.iter().filter_map(|source| source["web"].as_str()) {
                ensure!(own.contains(&web.replace('&', "&amp;")), "{} does not name {web}", text("id"));
            }
            ensure!(term["ours"].is_null() != says(own, "We believe, not checked:"), "{}: what is ours", text("id"));
        }
    }
    Ok(())
}

#[test]
fn families_load_nothing_of_what_words_mean() -> Result<()> {
    for site in explaining()? {
        let data = site.entry("glossary.json")?;
        let says: Vec<_> =
            data["terms"].as_array().into_iter().flatten().filter_map(|term| term["says"].as_str()).collect();
        let loaded = |path: &str| !path.ends_with(".html") && !path.starts_with("copy");
        for (path, text) in site.files.iter().filter(|(path, _)| loaded(path)) {
            let found = says.iter().filter(|says| text.contains(**says)).map(|says| (*says).to_owned());
            nothing(&format!("{path} holds"), &found.collect::<Vec<_>>())?;
        }
        for path in ["index.html", "results.html", "staff/results.html"] {
            let text = site.page(path).with_context(|| format!("no {path}"))?;
            ensure!(links(text).is_empty(), "{path} explains words, and is taken over by an app that cannot");
        }
    }
    Ok(())
}
