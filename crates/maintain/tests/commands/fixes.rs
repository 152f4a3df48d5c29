//! `check --fix`: what is safe is mended and told field by field, what is not is
//! left to a person; and nothing that an entry says becomes another fact.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use maintain::data::{self, each_text};
use maintain::files::{Folder as Files, TextFile};
use maintain::fix::{self, Fix};
use maintain::{letters, numbers, phone};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::folder::{Folder, listing};

const CRISIS: &str = "crisis.json";
const SLEEP: &str = "listings/sleep-well.json";

fn read(folder: &Folder, file: &str) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(folder.path().join(file))?)?)
}

#[test]
fn what_is_safe_is_shown_first_and_written_when_asked() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SLEEP, "/summary", json!(" Talks\u{a0}about  sl\u{200b}eep. "))?;
    folder.set(SLEEP, "/contacts", json!({"phones": [{"number": "03000000001"}, {"number": "0800 58 58 58"}]}))?;
    let before = read(&folder, SLEEP)?;
    let shown = folder.maintain(&["check", "--fix"])?;
    assert_eq!((shown.code, read(&folder, SLEEP)?), (Some(1), before), "{}", shown.out);
    for words in [
        "digits grouped: ",
        "before: “03000000001”\n    after:  “0300 000 0001”",
        "before: “ Talks[U+00A0]about  sl[U+200B]eep. ”\n    after:  “Talks about sleep.”",
        "Nothing is written. Add --write",
    ] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
    let written = folder.maintain(&["check", "--fix", "--write"])?;
    assert_eq!(written.code, Some(0), "{}", written.out);
    let after = read(&folder, SLEEP)?;
    assert_eq!(after["summary"], "Talks about sleep.");
    assert_eq!(after["contacts"]["phones"], json!([{"number": "0300 000 0001"}, {"number": "0800 58 58 58"}]));
    let again = folder.maintain(&["check", "--fix"])?;
    assert_eq!((again.code, again.out.as_str()), (Some(0), "There is nothing that can be repaired safely.\n"));
    assert!(fs::read_to_string(folder.path().join("history.jsonl"))?.contains("\"id\":\"sleep-well\""));
    Ok(())
}

#[test]
fn what_might_be_another_fact_is_left_with_the_reason() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SLEEP, "/name", json!("Slееp well"))?;
    folder.set(SLEEP, "/summary", json!("a\u{202e}b"))?;
    folder.set(SLEEP, "/contacts", json!({"web": "http://a.example/"}))?;
    folder.set(CRISIS, "/routes/0/says", json!("Call  now."))?;
    let before = [read(&folder, SLEEP)?, read(&folder, CRISIS)?];
    let said = folder.maintain(&["check", "--fix", "--write"])?;
    for words in ["which letter is meant", "may read otherwise", "with https it may not open", "have two roles look"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert_eq!([read(&folder, SLEEP)?, read(&folder, CRISIS)?], before, "{}", said.out);
    Ok(())
}

#[test]
fn what_came_from_elsewhere_is_kept_as_it_came() -> Result<()> {
    let folder = Folder::sound()?;
    let imported = json!({"from": "Another  directory", "licence": "OGL", "on": "2026-11-01", "id": " 7 "});
    folder.set(SLEEP, "/imported", imported.clone())?;
    folder.set(SLEEP, "/standing", json!("held"))?;
    folder.maintain(&["check", "--fix", "--write"])?;
    assert_eq!(read(&folder, SLEEP)?["imported"], imported);
    Ok(())
}

#[test]
fn a_file_that_cannot_be_read_or_holds_an_unknown_field_keeps_its_layout() -> Result<()> {
    let folder = Folder::sound()?;
    folder.write(SLEEP, "{ \"id\": \"sleep-well\", ")?;
    folder.set("listings/advice-line.json", "/sumary", json!("Lost?"))?;
    let before = fs::read_to_string(folder.path().join("listings/advice-line.json"))?;
    folder.maintain(&["check", "--fix", "--write"])?;
    assert_eq!(fs::read_to_string(folder.path().join("listings/advice-line.json"))?, before);
    assert_eq!(fs::read_to_string(folder.path().join(SLEEP))?, "{ \"id\": \"sleep-well\", ");
    Ok(())
}

#[test]
fn a_mark_before_everything_is_taken_off() -> Result<()> {
    let folder = Folder::sound()?;
    let text = fs::read_to_string(folder.path().join("site.json"))?;
    folder.write("site.json", &format!("\u{feff}{text}"))?;
    assert_eq!(folder.maintain(&["check", "--fix", "--write"])?.code, Some(0));
    assert_eq!(fs::read_to_string(folder.path().join("site.json"))?, text);
    Ok(())
}

#[test]
fn wrong_use_of_the_repair_is_told() -> Result<()> {
    let folder = Folder::sound()?;
    for arguments in [&["check", "--write"][..], &["check", "--fix", "--format", "json"]] {
        assert_eq!(folder.maintain(arguments)?.code, Some(2), "{arguments:?}");
    }
    Ok(())
}

/// A text as people paste it.
fn pasted() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ a-zé\u{301}\u{a0}\u{200b}\u{ad}\u{202e}\u{200d}\u{2009}о\n\t\"\\\\]{0,12}",
        "(0|\\+44)[0-9 ().-]{6,14}",
        "\\PC{0,12}",
    ]
}

/// The files of a made-up entry, and nothing else.
fn files_of(entry: &Value) -> Result<Files> {
    let mut files = Files::read(Path::new("/no/such/folder"))?;
    let text = serde_json::to_string_pretty(entry)? + "\n";
    files.put(&TextFile {
        path: "listings/a.json".to_owned(),
        stem: "a".to_owned(),
        text: Some(text),
        is_missing: false,
    });
    Ok(files)
}

/// Each text of the entry by its place, after a fix or as it is.
fn texts(files: &Files, fix: &Fix) -> Result<BTreeMap<String, String>> {
    let entry = files.listings.first().and_then(|file| file.text.clone()).context("the entry has a text")?;
    let text = fix.files.first().map_or(entry, |(_, text)| text.clone());
    let mut texts = BTreeMap::new();
    let value: Value = serde_json::from_str(&text)?;
    each_text(&value, &mut |place, text| {
        texts.insert(place.to_owned(), text.to_owned());
    });
    Ok(texts)
}

proptest! {
    #[test]
    fn nothing_but_what_is_named_becomes_another_and_twice_is_as_good_as_once(
        all in prop::collection::vec(pasted(), 6)
    ) {
        let mut entry = listing("a");
        let places = ["/name", "/summary", "/area/places/0", "/stated/0", "/sources/0/source", "/needs/0"];
        for (place, text) in places.iter().zip(&all) {
            if let Some(field) = entry.pointer_mut(place) {
                *field = json!(text);
            }
        }
        entry["contacts"] = json!({"phones": all.iter().map(|text| json!({"number": text})).collect::<Vec<_>>()});
        let run = || -> Result<()> {
            let files = files_of(&entry)?;
            let fix = fix::of(Path::new(""), &files);
            let (before, after) = (texts(&files, &Fix::default())?, texts(&files, &fix)?);
            let named: BTreeMap<&str, (&str, &str)> =
                fix.repairs.iter().map(|one| (one.field.as_str(), (one.before.as_str(), one.after.as_str()))).collect();
            anyhow::ensure!(before.keys().eq(after.keys()), "{before:?} {after:?}");
            for (place, was) in &before {
                let now = &after[place];
                match named.get(place.as_str()) {
                    Some(repair) => anyhow::ensure!(*repair == (was.as_str(), now.as_str()), "{place}"),
                    None => anyhow::ensure!(was == now, "{place}: {was:?} {now:?}"),
                }
                // What is mended is what readers see, or a number with its digits.
                let is_same = letters::cleaned(was) == *now || numbers::digits(was) == numbers::digits(now);
                anyhow::ensure!(is_same, "{place}: {was:?} {now:?}");
            }
            let mut mended = files.clone();
            if let Some((_, text)) = fix.files.first() {
                mended.listings[0].text = Some(text.clone());
            }
            let again = fix::of(Path::new(""), &mended);
            anyhow::ensure!(again.files.is_empty() && again.repairs.is_empty(), "{:?}", again.repairs);
            Ok(())
        };
        if let Err(why) = run() {
            prop_assert!(false, "{why:#}");
        }
    }

    #[test]
    fn digits_stay_the_same_when_they_are_grouped(number in "(0|\\+44)[0-9 ().-]{2,14}") {
        if let Some(said) = phone::grouped(&number) {
            prop_assert_eq!(numbers::digits(&said), numbers::digits(&number));
            prop_assert_eq!(phone::grouped(&said), None);
        }
    }

    #[test]
    fn no_bytes_of_a_file_make_the_check_or_the_repair_panic(
        entry in "\\PC*|[{}\\[\\]\",:a\\\\ ]{0,40}", place in 0_usize..4
    ) {
        let mut files = files_of(&json!({})).map_err(|why| TestCaseError::fail(why.to_string()))?;
        let broken = TextFile { path: "x.json".to_owned(), stem: "x".to_owned(), text: Some(entry), is_missing: false };
        match place {
            0 => files.listings[0] = broken,
            1 => files.site = broken,
            2 => files.crisis = broken,
            _ => files.history = broken,
        }
        fix::of(Path::new(""), &files);
        let today = directory::day::Day::read(crate::folder::TODAY);
        if let Some(today) = today {
            maintain::check::run(&data::Data::read(&files), today, maintain::check::Dates::Strict);
        }
    }
}
