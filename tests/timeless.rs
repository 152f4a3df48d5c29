//! What built pages say of time. A page may be read, printed and kept long after
//! it was drawn, so it says nothing that only a clock can say: it prints dates,
//! and when it was made. What changes with the hour is said by the app alone.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use directory::day::Day;
use serde_json::Value;
use waymark_tests::html::{pieces, unexplained};
use waymark_tests::page::nothing;

use super::settled::says;
use super::shown::without;
use super::{sites, words};

/// Words that are true on one day and false on another.
const OF_A_DAY: [&str; 16] = [
    "now",
    "next",
    "overdue",
    "due",
    "today",
    "tonight",
    "tomorrow",
    "yesterday",
    "currently",
    "recently",
    "lately",
    "soon",
    "ago",
    "nowadays",
    "presently",
    "already",
];

/// The same, as more than one word.
const OF_A_DAY_TOGETHER: [&str; 10] = [
    "should be open",
    "should be closed",
    "out of date",
    "up to date",
    "so far",
    "at the moment",
    "this week",
    "this month",
    "this term",
    "this year",
];

/// Our own sentences that speak of the reader's moment and not of a service's,
/// so that they are true whenever they are read; and the one that says of which
/// day it speaks.
const TRUE_FOR_EVER: [&str; 13] = [
    "Get help now",
    "Hearing voices or seeing things is a reason to call 111 today.",
    "Tell your DSL or deputy now.",
    "Danger now:",
    "If you need help now",
    "Who to call or text now",
    "go to A&E now, even if they seem well.",
    "What happens next",
    "What to do next",
    "Next page",
    "that was more than two terms ago",
    " team that already knows",
    "Already with the service",
];

/// Every text of the data, as one reads it.
fn data(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => _ = texts.insert(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Array(all) => all.iter().for_each(|one| data(one, texts)),
        Value::Object(all) => all.values().for_each(|one| data(one, texts)),
        _ => {}
    }
}

/// What a sentence of ours says of a day, once what it quotes is taken out.
fn of_a_day(said: &str, quoted: &BTreeSet<String>) -> Option<&'static str> {
    let told = |said: &str| {
        let said = said.to_lowercase();
        let is_word = |word: &&&str| said.split(|letter: char| !letter.is_alphanumeric()).any(|one| one == **word);
        let together = OF_A_DAY_TOGETHER.iter().find(|words| said.contains(**words));
        OF_A_DAY.iter().find(is_word).or(together).copied()
    };
    let ours = TRUE_FOR_EVER.iter().fold(said.to_owned(), |said, known| said.replace(known, ""));
    told(&ours)?;
    // The longest first, so that no part of it is taken out alone.
    let mut quoted: Vec<_> = quoted.iter().filter(|text| text.len() > 3 && ours.contains(text.as_str())).collect();
    quoted.sort_by_key(|text| std::cmp::Reverse(text.len()));
    told(&quoted.into_iter().fold(ours, |ours, text| ours.replace(text.as_str(), "")))
}

#[test]
fn no_page_says_what_only_a_clock_can_say() -> Result<()> {
    for site in sites()? {
        let mut quoted = BTreeSet::new();
        for entry in site.entries()?.values() {
            data(entry, &mut quoted);
        }
        for file in ["site.json", "crisis.json", "glossary.json", "self-help.json", "leaflets.json"] {
            if site.data.join(file).exists() {
                data(&site.entry(file)?, &mut quoted);
            }
        }
        let mut told = BTreeSet::new();
        for (path, text) in site.pages() {
            for piece in pieces(&unexplained(text)) {
                // Sentences that wait in every page until a script shows them.
                if piece.is_in("notice--failed") || piece.is_in("notice--filtered") {
                    continue;
                }
                let said = words(piece.words);
                told.extend(of_a_day(&said, &quoted).map(|word| format!("{path}: {word}: {said}")));
            }
        }
        nothing("speaks of the day on which it is read", &told.into_iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

#[test]
fn a_sentence_of_ours_is_told_from_one_that_is_quoted() {
    let quoted = BTreeSet::from(["Ring now, we are open today".to_owned()]);
    assert_eq!(of_a_day("Open now", &quoted), Some("now"));
    assert_eq!(of_a_day("Next check due by 15 April", &quoted), Some("next"));
    assert_eq!(of_a_day("This may be out of date", &quoted), Some("out of date"));
    assert_eq!(of_a_day("It says: Ring now, we are open today.", &quoted), None);
    assert_eq!(of_a_day("It says today: Ring now, we are open today.", &quoted), Some("today"));
    assert_eq!(of_a_day("Get help now", &quoted), None);
    assert_eq!(of_a_day("Known to nobody", &quoted), None);
}

#[test]
fn what_was_not_checked_for_long_says_so_with_both_days_and_to_call_first() -> Result<()> {
    let [fixtures, _] = sites()?;
    // On 21 November 2026: before 1 January 2026 is more than two terms ago.
    let is_very_late = |entry: &Value| entry["checked"]["on"].as_str().is_some_and(|on| on < "2026-01-01");
    let late: Vec<_> = fixtures.entries()?.into_values().filter(is_very_late).collect();
    ensure!(!late.is_empty(), "no entry to try");
    let words = "On 21 November 2026 that was more than two terms ago: call first";
    let is_right = |entry: &Value, text: &str| says(text, words) == is_very_late(entry);
    nothing("is wrong about its age", &without(&fixtures, is_right)?)?;
    // In lists too, for families and for staff.
    let id = late[0]["id"].as_str().context("no id")?;
    let row = format!("data-id=\"{id}\"");
    let listed: Vec<_> = fixtures.pages().filter_map(|(_, text)| text.split_once(&row)).collect();
    ensure!(listed.len() > 1, "{id} stands in no list");
    for (_, rest) in listed {
        let own = rest.split(" data-id=\"").next().unwrap_or_default();
        ensure!(says(own, words), "{id} does not say it in a list");
    }
    Ok(())
}

#[test]
fn every_page_says_when_it_was_made() -> Result<()> {
    for site in sites()? {
        let (_, text) = site.files.iter().find(|(path, _)| path.starts_with("directory-")).context("no directory")?;
        let made: Value = serde_json::from_str(text)?;
        let made = made["made"].as_str().and_then(Day::read).context("no day")?;
        let wanted = format!("This page was made on {}.", made.words());
        nothing("does not say when it was made", &site.without(|text| says(text, &wanted)))?;
    }
    Ok(())
}
