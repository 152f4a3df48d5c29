//! The words of this repository: what has to be heard as danger is, and what
//! only looks like it is not.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use directory::day::Day;
use directory::finding::Level;
use directory::question::Urgency;
use directory::{Directory, Filters};
use maintain::check::{self, Dates};
use maintain::data::Data;
use maintain::files::Folder;
use maintain::{bundle, find};

use crate::folder::TODAY;

/// Words for which somebody may have to call 999 at once.
const EMERGENCY: [&str; 17] = [
    "took tablets",
    "she took some tablets",
    "swallowed tablets",
    "took pills",
    "overdose",
    "an OD",
    "poisoned",
    "unconscious",
    "not breathing",
    "isn't breathing",
    "hanging",
    "she is hanging",
    "hanging himself",
    "ligature",
    "has a knife",
    "trying to kill",
    "he is trying to kill me",
];

/// Words of a crisis, level A, beside the four needs that always are one.
const CRISIS: [&str; 26] = [
    "self-harm",
    "suicide",
    "hearing voices",
    "domestic abuse",
    "getting risk support",
    "kms",
    "kys",
    "unalive",
    "wants to disappear",
    "doesn't want to be here",
    "jump off a bridge",
    "ran away",
    "my daughter is missing",
    "forced marriage",
    "FGM",
    "honour based abuse",
    "county lines",
    "carries a knife",
    "raped",
    "sextortion",
    "blackmailed with nudes",
    "ana and mia",
    "not eating and fainting",
    "not eating and collapsed",
    "not eating and fast weight loss",
    "anorexia and not drinking",
];

/// Words that may mean one, level B.
const MAY_BE: [&str; 3] = ["I can't cope", "scared of him", "I've had enough"];

/// Words that only look like one.
const HARMLESS: [&str; 9] = [
    "hanging out with friends",
    "ending my subscription",
    "unconscious bias training",
    "school counsellor",
    "missing homework",
    "jump rope club",
    "mia won't sleep",
    "cutting down on screen time",
    "exams",
];

fn directory() -> Result<Directory> {
    let today = Day::read(TODAY).context("a day")?;
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"))?;
    let text = bundle::run(&folder, today)?.map_err(|errors| anyhow!("{errors:#?}"))?;
    Ok(Directory::read(&text, today).map_err(|why| anyhow!("{why}"))?.0)
}

/// What of these words is not heard as this, or as more.
fn unheard<'a>(directory: &Directory, words: &[&'a str], least: Urgency) -> Vec<&'a str> {
    let urgency = |typed: &str| directory.read_question(typed).and_then(|question| question.understood.urgency);
    words.iter().copied().filter(|typed| urgency(typed) < Some(least)).collect()
}

#[test]
fn whatever_may_be_danger_is_heard_as_that_or_more() -> Result<()> {
    let directory = directory()?;
    assert_eq!(unheard(&directory, &EMERGENCY, Urgency::Emergency), [""; 0]);
    assert_eq!(unheard(&directory, &CRISIS, Urgency::Crisis), [""; 0]);
    assert_eq!(unheard(&directory, &MAY_BE, Urgency::May), [""; 0]);
    Ok(())
}

#[test]
fn what_only_looks_like_danger_is_not_pinned() -> Result<()> {
    let directory = directory()?;
    let pinned = HARMLESS.len() - unheard(&directory, &HARMLESS, Urgency::Crisis).len();
    assert_eq!(pinned, 0, "{:?}", unheard(&directory, &HARMLESS, Urgency::Crisis));
    Ok(())
}

#[test]
fn no_word_of_the_data_stands_where_it_is_not_heard() -> Result<()> {
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"))?;
    let found = check::run(&Data::read(&folder), Day::read(TODAY).context("a day")?, Dates::Lenient);
    let of_words = |file: &str| Path::new(file).parent().is_some_and(|folder| folder.ends_with("words"));
    let found: Vec<_> = found.iter().filter(|one| of_words(&one.file) && one.level != Level::Advice).collect();
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn a_question_to_these_data_is_told_with_reasons() -> Result<()> {
    let (directory, mut told) = (directory()?, Vec::new());
    find::answer(&directory, "wont go to scool", Filters::default(), find::Tell::Json, &mut told)?;
    let told: serde_json::Value = serde_json::from_slice(&told)?;
    assert_eq!(told["understood"]["needs"], serde_json::json!(["school-avoidance"]));
    let results = told["results"].as_array().context("a list")?;
    assert!((5..=50).contains(&results.len()) && results.iter().all(|one| one["why"] != ""), "{told:#}");
    Ok(())
}
