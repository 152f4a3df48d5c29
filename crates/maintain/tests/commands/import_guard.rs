//! `import` where a life may hang on a number: no feed changes what two roles
//! looked at, no single role says yes, and what has ended elsewhere is named.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, Said};
use crate::import::{entry, feed};

const FILE: &str = "listings/quiet-nights.json";

fn taken(folder: &Folder, feed: &Value, more: &[&str]) -> Result<Said> {
    let path = folder.path().with_file_name("feed.json");
    fs::write(&path, feed.to_string())?;
    let file = path.to_str().context("the path is UTF-8")?;
    let all = ["import", file, "--source", "Made-up Council", "--licence", "OGL v3", "--write"];
    folder.maintain(&[&all, more].concat())
}

/// One service that came in and needs no more than a yes. Made up for tests.
fn waiting() -> Result<(Folder, Value)> {
    let folder = Folder::sound()?;
    let mut feed = feed();
    feed["contents"][0]["phones"] = json!([{ "number": "01632 960111" }]);
    taken(&folder, &feed, &[])?;
    folder.set(FILE, "/audience", json!(["parent"]))?;
    folder.set(FILE, "/area", json!({"places": ["anytown"]}))?;
    Ok((folder, feed))
}

fn yes(folder: &Folder, more: &[&str]) -> Result<Said> {
    folder
        .maintain(&[&["import", "--accept", "quiet-nights", "--by", "directory coordinator", "--write"], more].concat())
}

#[test]
fn one_yes_is_not_enough_where_a_life_may_hang_on_it() -> Result<()> {
    let (folder, _) = waiting()?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    for (more, says) in [
        (&[][..], "it is help with suicidal thoughts. Nobody has checked it yet"),
        (&["--second", "Directory Coordinator", "--called-on", "2026-11-20"], "another role than the first"),
        (&["--second", "Sarah Smith", "--called-on", "2026-11-20"], "never a person"),
        (&["--second", "duty manager", "--called-on", "2026-11-22"], "a day that has not come"),
        (&["--second", "duty manager", "--called-on", "2026-01-20"], "call again"),
        (&["--second", "duty manager"], "--called-on"),
    ] {
        let said = yes(&folder, more)?;
        assert!(said.code == Some(2) && said.err.contains(says), "{says}: {:?} {}{}", said.code, said.out, said.err);
        assert_eq!(entry(&folder, "quiet-nights")?["standing"], "held");
    }
    // Of several it is all or none.
    folder.set("listings/sleep-well.json", "/standing", json!("held"))?;
    let both = ["import", "--accept", "sleep-well", "quiet-nights", "--by", "directory coordinator", "--write"];
    let said = folder.maintain(&both)?;
    assert!(said.code == Some(2) && !said.out.contains("waits no longer"), "{}{}", said.out, said.err);
    assert_eq!(entry(&folder, "sleep-well")?["standing"], "held");
    let said = yes(&folder, &["--second", "duty manager", "--called-on", "2026-11-20"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    let check = json!({"on": "2026-11-21", "by": "directory coordinator", "means": "called", "second": "duty manager",
        "called_on": "2026-11-20"});
    assert_eq!((&one["standing"], &one["checked"]), (&json!("active"), &check));
    assert!(!folder.maintain(&["check"])?.out.contains("one look is not enough"));
    Ok(())
}

#[test]
fn a_check_that_two_roles_wrote_into_the_file_is_enough() -> Result<()> {
    let (folder, _) = waiting()?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    folder.set(FILE, "/checked", json!({"on": "2026-11-19", "by": "manager", "means": "called"}))?;
    let said = yes(&folder, &[])?;
    assert!(said.code == Some(2) && said.err.contains("No second role has looked at it"), "{}{}", said.out, said.err);
    folder.set(FILE, "/checked/second", json!("duty lead"))?;
    let said = yes(&folder, &[])?;
    assert!(said.code == Some(2) && said.err.contains("Nobody has dialled"), "{}{}", said.out, said.err);
    folder.set(FILE, "/checked/called_on", json!("2026-11-19"))?;
    assert_eq!(yes(&folder, &[])?.code, Some(0));
    Ok(())
}

#[test]
fn no_feed_changes_what_is_guarded_or_taken_out() -> Result<()> {
    let (folder, mut feed) = waiting()?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    yes(&folder, &["--second", "duty manager", "--called-on", "2026-11-20"])?;
    let before = fs::read_to_string(folder.path().join(FILE))?;
    feed["contents"][0]["phones"] = json!([{ "number": "01632 960222" }]);
    let said = taken(&folder, &feed, &["--update"])?;
    assert_eq!(fs::read_to_string(folder.path().join(FILE))?, before, "{}", said.out);
    for words in ["Not taken from any feed", "quiet-nights: it is help with suicidal thoughts", "01632 960222"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    // What would become guarded by the change is as guarded.
    folder.set(FILE, "/needs", json!(["sleep"]))?;
    feed["contents"][0]["name"] = json!("Quiet Nights CAMHS");
    let said = taken(&folder, &feed, &["--update"])?;
    assert!(said.out.contains("quiet-nights: it is a CAMHS team"), "{}", said.out);
    feed["contents"][0]["name"] = json!("Quiet Nights");
    // What is taken out comes back as it stood.
    let out = ["withdraw", "quiet-nights", "--reason", "Its number may be wrong.", "--by", "coordinator"];
    assert_eq!(folder.maintain(&out)?.code, Some(0));
    let said = taken(&folder, &feed, &["--update"])?;
    assert!(said.out.contains("quiet-nights: it is taken out"), "{}", said.out);
    assert_eq!(entry(&folder, "quiet-nights")?["contacts"]["phones"][0]["number"], "01632 960111");
    Ok(())
}

#[test]
fn what_a_feed_changes_is_no_longer_checked() -> Result<()> {
    let (folder, mut feed) = waiting()?;
    let check = json!({"on": "2026-11-19", "by": "manager", "means": "called"});
    folder.set(FILE, "/checked", check.clone())?;
    yes(&folder, &[])?;
    // Whose word it is changes no fact.
    let path = folder.path().with_file_name("feed.json").display().to_string();
    let other = ["import", &path, "--source", "Made-up Council", "--licence", "CC BY 4.0", "--update", "--write"];
    let said = folder.maintain(&other)?;
    assert_eq!(entry(&folder, "quiet-nights")?["checked"], check, "{}", said.out);
    feed["contents"][0]["phones"] = json!([{ "number": "01632 960222" }]);
    let said = taken(&folder, &feed, &["--update"])?;
    assert!(said.out.contains("nobody has checked them now") && said.code == Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!((&one["contacts"]["phones"][0]["number"], one.get("checked")), (&json!("01632 960222"), None));
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn what_waits_and_changes_in_the_feed_is_not_let_out_on_an_older_check() -> Result<()> {
    let (folder, mut feed) = waiting()?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    let check = json!({"on": "2026-11-19", "by": "manager", "means": "called", "second": "duty lead",
        "called_on": "2026-11-19"});
    folder.set(FILE, "/checked", check)?;
    feed["contents"][0]["phones"] = json!([{ "number": "01632 960222" }]);
    taken(&folder, &feed, &[])?;
    assert_eq!(entry(&folder, "quiet-nights")?["contacts"]["phones"][0]["number"], "01632 960222");
    let said = yes(&folder, &[])?;
    assert!(said.code == Some(2) && said.err.contains("Nobody has checked it yet"), "{}{}", said.out, said.err);
    Ok(())
}

#[test]
fn a_listed_entry_that_has_ended_or_is_missing_there_is_named() -> Result<()> {
    let (folder, mut feed) = waiting()?;
    yes(&folder, &[])?;
    let before = fs::read_to_string(folder.path().join(FILE))?;
    feed["contents"][0]["status"] = json!("defunct");
    for _ in 0..2 {
        let said = taken(&folder, &feed, &[])?;
        assert!(said.out.contains("not in use there") && said.out.contains("quiet-nights: defunct"), "{}", said.out);
        assert!(!said.out.contains("--accept"), "{}", said.out);
        assert_eq!(fs::read_to_string(folder.path().join(FILE))?, before);
    }
    taken(&folder, &feed, &["--update"])?;
    let said = taken(&folder, &feed, &[])?;
    assert!(said.out.contains("quiet-nights: defunct"), "{}", said.out);
    assert!(!said.out.contains("not in this feed"), "{}", said.out);
    feed["contents"].as_array_mut().context("the feed has services")?.remove(0);
    let said = taken(&folder, &feed, &[])?;
    assert!(said.out.contains("quiet-nights: not in this feed"), "{}", said.out);
    // What waits is nobody's help yet.
    assert!(!said.out.contains("quiet-nights-2: not in this feed"), "{}", said.out);
    Ok(())
}

#[test]
fn ages_of_prose_go_round_no_guard_and_count_as_checked_by_nobody() -> Result<()> {
    let (folder, _) = waiting()?;
    let ages = ["import", "--take-ages", "quiet-nights", "--write"];
    folder.set(FILE, "/standing", json!("active"))?;
    folder.set(FILE, "/checked", json!({"on": "2026-11-19", "by": "manager", "means": "called"}))?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    let said = folder.maintain(&ages)?;
    assert!(said.code == Some(2) && said.err.contains("help with suicidal thoughts"), "{}{}", said.out, said.err);
    folder.set(FILE, "/needs", json!(["sleep"]))?;
    let said = folder.maintain(&ages)?;
    assert!(said.code == Some(0) && said.out.contains("nobody has checked it now"), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!((&one["ages"]["from"], one.get("checked")), (&json!(5), None));
    Ok(())
}
