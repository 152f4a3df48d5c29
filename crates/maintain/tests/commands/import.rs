//! `import`: what other directories hold comes in, waits, and loses nothing that
//! a person wrote.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, Said};

/// A feed of two services. Made up for tests.
pub(crate) fn feed() -> Value {
    json!({ "total_items": 2, "contents": [
        {
            "id": "0b6e3a52-0000-4000-8000-000000000001", "name": "Quiet Nights", "status": "active",
            "description": "<p>Help with sleep &amp; worry.</p><p>For children aged 5 to 11.</p>",
            "url": "https://quiet.example.org", "email": "help@quiet.example.org",
            "organization": { "id": "o1", "name": "Made-up Trust" },
            "contacts": [{ "name": "Sarah Okafor", "title": "Manager", "phones": [{ "number": "020 7946 0001" }] }],
            "cost_options": [{ "option": "Free", "amount": 0 }],
            "assured_date": "2026-09-01",
        },
        {
            "id": "0b6e3a52-0000-4000-8000-000000000002", "name": "Quiet Nights",
            "email": "sarah.okafor@example.org",
            "contacts": [{ "phones": [{ "number": "0800 000 1234" }] }],
            "organization": { "id": "o1", "name": "Made-up Trust" },
        },
    ]})
}

fn taken(folder: &Folder, feed: &Value, more: &[&str]) -> Result<Said> {
    let path = folder.path().with_file_name("feed.json");
    fs::write(&path, feed.to_string())?;
    let file = path.to_str().context("the path is UTF-8")?;
    folder.maintain(&[&["import", file, "--source", "Made-up Council"], more].concat())
}

pub(crate) fn entry(folder: &Folder, id: &str) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(folder.path().join(format!("listings/{id}.json")))?)?)
}

/// Every file of the entries, as it stands.
pub(crate) fn entries(folder: &Folder) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for file in fs::read_dir(folder.path().join("listings"))? {
        let path = file?.path();
        all.push((path.display().to_string(), fs::read_to_string(&path)?));
    }
    all.sort();
    Ok(all)
}

#[test]
fn an_import_says_what_would_come_in_and_writes_nothing_until_it_is_told_to() -> Result<()> {
    let folder = Folder::sound()?;
    let before = entries(&folder)?;
    let said = taken(&folder, &feed(), &[])?;
    assert_eq!((said.code, entries(&folder)?), (Some(0), before), "{}{}", said.out, said.err);
    for words in [
        "2 entries: 2 new, 0 changed, 0 as they were",
        "services: 2",
        "an entry names roles, never people",
        "Take the number out: it stands in crisis.json alone",
        "quiet-nights: aged 5 to 11 (5 to 11)",
        "Nothing is written. Add --write to write 2 files.",
        "No licence is named",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    Ok(())
}

#[test]
fn what_comes_in_waits_and_is_in_no_bundle_until_a_role_says_yes() -> Result<()> {
    let folder = Folder::sound()?;
    let said = taken(&folder, &feed(), &["--licence", "OGL v3", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!(
        (&one["standing"], &one["provider"], &one["cost"]["kind"]),
        (&json!("held"), &json!("Made-up Trust"), &json!("free"))
    );
    assert_eq!(one["imported"]["from"], "Made-up Council");
    assert!(one.get("ages").is_none() && one["needs"] == json!([]) && one["audience"] == json!([]));
    assert!(one["sources"][0]["source"].as_str().is_some_and(|source| source.contains("Open Government Licence v3.0")));
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    let bundle = folder.path().with_file_name("bundle.json");
    let bundled = |folder: &Folder| -> Result<String> {
        let said = folder.maintain(&["bundle", "--out", bundle.to_str().context("the path is UTF-8")?])?;
        assert_eq!(said.code, Some(0), "{}", said.err);
        Ok(fs::read_to_string(&bundle)?)
    };
    assert!(!bundled(&folder)?.contains("Quiet Nights"));
    let yes = ["import", "--accept", "quiet-nights", "--by", "directory coordinator", "--write"];
    let said = folder.maintain(&yes)?;
    assert!(
        said.code == Some(1) && said.out.contains("audience") && said.out.contains("area.places"),
        "{}{}",
        said.out,
        said.err
    );
    folder.set("listings/quiet-nights.json", "/audience", json!(["parent"]))?;
    folder.set("listings/quiet-nights.json", "/area", json!({"places": ["anytown"]}))?;
    for (by, code) in [("Sarah Okafor", Some(2)), ("directory coordinator", Some(0))] {
        let said = folder.maintain(&["import", "--accept", "quiet-nights", "--by", by, "--write"])?;
        assert_eq!(said.code, code, "{by}: {}{}", said.out, said.err);
    }
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!(
        (&one["standing"], &one["imported"]["accepted"]),
        (&json!("active"), &json!({"on": "2026-11-21", "by": "directory coordinator"}))
    );
    let text = bundled(&folder)?;
    assert!(text.contains("Quiet Nights") && text.contains("Made-up Council"));
    // What is only for those who keep the directory stays at home.
    assert!(!text.contains("\"came\"") && !text.contains("\"said\"") && !text.contains("accepted"));
    Ok(())
}

#[test]
fn nothing_private_comes_in() -> Result<()> {
    let folder = Folder::sound()?;
    taken(&folder, &feed(), &["--write"])?;
    for (path, text) in entries(&folder)?.iter().filter(|(path, _)| path.contains("quiet-nights")) {
        assert!(
            !text.contains("Okafor") && !text.contains("okafor") && !text.contains("0800 000 1234"),
            "{path}: {text}"
        );
    }
    Ok(())
}

#[test]
fn the_same_feed_again_changes_nothing() -> Result<()> {
    let folder = Folder::sound()?;
    taken(&folder, &feed(), &["--write"])?;
    let before = entries(&folder)?;
    let said = taken(&folder, &feed(), &["--write"])?;
    assert!(said.out.contains("2 entries: 0 new, 0 changed, 2 as they were"), "{}", said.out);
    assert_eq!(entries(&folder)?, before);
    let mut other_order = feed();
    if let Some(services) = other_order["contents"].as_array_mut() {
        services.reverse();
    }
    taken(&folder, &other_order, &["--write"])?;
    assert_eq!(entries(&folder)?, before);
    Ok(())
}

#[test]
fn a_new_feed_changes_only_what_no_person_has_changed() -> Result<()> {
    let folder = Folder::sound()?;
    taken(&folder, &feed(), &["--write"])?;
    folder.set("listings/quiet-nights.json", "/summary", json!("Help to sleep."))?;
    folder.set("listings/quiet-nights.json", "/needs", json!(["sleep"]))?;
    let mut next = feed();
    next["contents"][0]["description"] = json!("Another thing altogether.");
    next["contents"][0]["url"] = json!("https://new.example.org");
    let said = taken(&folder, &next, &["--write"])?;
    assert!(said.out.contains("0 new, 1 changed, 1 as they were"), "{}", said.out);
    assert!(said.out.contains("quiet-nights: summary"), "{}", said.out);
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!((&one["summary"], &one["needs"]), (&json!("Help to sleep."), &json!(["sleep"])));
    assert_eq!(one["contacts"]["web"], "https://new.example.org");
    Ok(())
}

#[test]
fn a_listed_entry_changes_only_if_that_is_asked_for() -> Result<()> {
    let folder = Folder::sound()?;
    taken(&folder, &feed(), &["--write", "--licence", "OGL v3"])?;
    let file = "listings/quiet-nights.json";
    for (field, value) in [("/audience", json!(["parent"])), ("/area", json!({"places": ["anytown"]}))] {
        folder.set(file, field, value)?;
    }
    folder.maintain(&["import", "--accept", "quiet-nights", "--by", "coordinator", "--write"])?;
    let mut next = feed();
    next["contents"][0]["url"] = json!("https://new.example.org");
    let said = taken(&folder, &next, &["--write", "--licence", "OGL v3"])?;
    assert!(said.out.contains("1 listed entry has changed there: add --update"), "{}", said.out);
    assert_eq!(entry(&folder, "quiet-nights")?["contacts"]["web"], "https://quiet.example.org");
    let said = taken(&folder, &next, &["--write", "--update", "--licence", "OGL v3"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!((&one["contacts"]["web"], &one["standing"]), (&json!("https://new.example.org"), &json!("active")));
    let history = fs::read_to_string(folder.path().join("history.jsonl"))?;
    assert!(history.lines().any(|line| line.contains("quiet-nights") && line.contains("changed")), "{history}");
    Ok(())
}

#[test]
fn ages_in_prose_are_taken_only_because_a_person_says_so() -> Result<()> {
    let folder = Folder::sound()?;
    taken(&folder, &feed(), &["--write"])?;
    let said = folder.maintain(&["import", "--take-ages", "quiet-nights", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!(one["ages"], json!({"from": 5, "to": 11}));
    assert!(one["stated"].as_array().is_some_and(|stated| stated.contains(&json!("ages"))));
    let again = folder.maintain(&["import", "--take-ages", "quiet-nights", "--write"])?;
    assert!(again.code == Some(2) && again.err.contains("has ages already"), "{}", again.err);
    // The next import leaves what a person took.
    taken(&folder, &feed(), &["--write"])?;
    assert_eq!(entry(&folder, "quiet-nights")?["ages"], json!({"from": 5, "to": 11}));
    Ok(())
}
