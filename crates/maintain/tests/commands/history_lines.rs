//! The file of the history, whatever happens to it: slips, merges, lost lines,
//! a kill.

use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, listing};
use crate::history::{HISTORY, SLEEP, known, recorded, text};

#[test]
fn a_broken_line_is_named_with_its_number_and_hides_no_other() -> Result<()> {
    let folder = known()?;
    let mut whole: Vec<_> = text(&folder)?.lines().map(str::to_owned).collect();
    whole.push(r#"{"on": "2026-11-21", "id": "sleep-well", "what": "changed", "fields": ["ages"]}"#.to_owned());
    for (broken, field, remedy) in [
        ("{\"on\": ", "line 2", "Mend the JSON"),
        ("<<<<<<< HEAD", "line 2", "both sides stay"),
        (r#"{"on": "soon", "id": "sleep-well", "what": "new"}"#, "line 2, on", "2026-09-21"),
        (r#"{"on": "2026-11-21", "id": "../x", "what": "new"}"#, "line 2, id", "Write the id"),
        (r#"{"on": "2026-11-21", "id": "sleep-well", "what": "gone"}"#, "line 2, what", "one of: gathered"),
        (
            r#"{"on": "2026-11-21", "id": "advice-line", "what": "checked", "feilds": []}"#,
            "line 2, feilds",
            "Write fields",
        ),
    ] {
        let mut lines = whole.clone();
        lines.insert(1, broken.to_owned());
        folder.write(HISTORY, &lines.join("\n"))?;
        expect(&folder, HISTORY, "warning", field, remedy)?;
        let told = folder.maintain(&["changes"])?;
        assert!(told.out.contains("- The sleep-well: ages (21 November 2026)"), "{broken}: {}", told.out);
        let said = folder.maintain(&["record", "--write"])?;
        assert!(said.code == Some(1) && said.out.contains(field), "{}", said.out);
        assert_eq!(text(&folder)?, lines.join("\n"));
    }
    Ok(())
}

#[test]
fn what_may_not_be_published_may_not_stand_in_the_history() -> Result<()> {
    let line = |name: &str| json!({"on": "2026-11-21", "id": "sleep-well", "what": "renamed", "was": name}).to_string();
    let folder = known()?;
    let before = text(&folder)?;
    for (name, field, remedy) in
        [("Write to jo@gmail.com", "line 4.was", "private mailbox"), ("Call 0800 000 1234", "line 4.was", "crisis")]
    {
        folder.write(HISTORY, &format!("{before}{}\n", line(name)))?;
        expect(&folder, HISTORY, "error", field, remedy)?;
        assert_eq!(folder.maintain(&["record", "--write"])?.code, Some(1));
    }
    let late = before + &line("Rest").replace("2026-11-21", "2027-03-01");
    folder.write(HISTORY, &late)?;
    expect(&folder, HISTORY, "warning", "line 4, on", "up to today")
}

#[test]
fn whoever_did_it_and_why_are_told_without_a_name() -> Result<()> {
    let folder = known()?;
    let before = text(&folder)?;
    let mut line = json!({"on": "2026-11-21", "id": "sleep-well", "what": "reopened", "by": "coordinator",
        "why": "The sleep-well was called, and is right."});
    let mut write = |field: &str, text: &str| -> Result<()> {
        line[field] = json!(text);
        folder.write(HISTORY, &format!("{before}{line}\n"))
    };
    write("by", "coordinator")?;
    assert!(!folder.maintain(&["check"])?.out.contains("error: "));
    write("by", "Sarah Smith")?;
    expect(&folder, HISTORY, "error", "line 4.by", "Write a role")?;
    write("by", "coordinator")?;
    write("why", "Sarah Smith called, and it is right.")?;
    expect(&folder, HISTORY, "error", "line 4.why", "without a person's name")?;
    write("why", "Call 0300 123 4567.")?;
    expect(&folder, HISTORY, "error", "line 4.why", "without a number to call")?;
    folder.write(HISTORY, &before)?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    let said = folder.maintain(&["record", "--write", "--by", "Sarah Smith"])?;
    assert!(said.code == Some(1) && said.out.contains("Name the role"), "{}{}", said.out, said.err);
    assert_eq!(text(&folder)?, before);
    Ok(())
}

#[test]
fn what_two_people_recorded_apart_comes_together() -> Result<()> {
    let (base, ours, theirs) = (known()?, known()?, known()?);
    ours.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    theirs.set("listings/advice-line.json", "/summary", json!("Talks about worry."))?;
    for folder in [&ours, &theirs] {
        assert_eq!(recorded(folder, "2026-12-01")?.len(), 1);
    }
    let file = |folder: &Folder| folder.path().join(HISTORY);
    let files = [&ours, &base, &theirs].map(file);
    let merged =
        Command::new("git").args(["merge-file", "--union", "-p"]).args(files).output().context("git is there")?;
    let merged = String::from_utf8(merged.stdout)?;
    theirs.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    theirs.write(HISTORY, &merged)?;
    assert_eq!(merged.lines().count(), 5);
    assert_eq!(recorded(&theirs, "2026-12-02")?, Vec::<Value>::new());
    // Git asks for no more than this line.
    let attributes = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.gitattributes"))?;
    assert!(attributes.lines().any(|line| line == "data/history.jsonl merge=union"));
    Ok(())
}

#[test]
fn a_line_that_was_lost_is_written_again() -> Result<()> {
    let folder = known()?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    let before = text(&folder)?;
    let line = recorded(&folder, "2026-12-01")?;
    folder.write(HISTORY, &before)?;
    assert_eq!(recorded(&folder, "2026-12-01")?, line);
    // Lines that somebody wrote by hand have no digests, and claim no change.
    let by_hand =
        [r#"{"on": "2026-12-02", "id": "sleep-well", "what": "changed", "fields": ["hours"]}"#, ""].join("\n");
    let others: Vec<_> = before.lines().filter(|line| !line.contains("sleep-well")).collect();
    folder.write(HISTORY, &format!("{}\n{by_hand}", others.join("\n")))?;
    assert_eq!(recorded(&folder, "2026-12-03")?[0]["what"], "gathered");
    assert_eq!(recorded(&folder, "2026-12-04")?, Vec::<Value>::new());
    Ok(())
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_file_or_the_new_one() -> Result<()> {
    let folder = known()?;
    let old = text(&folder)?;
    for number in 0..400 {
        let id = format!("made-up-{number}");
        folder.write(&format!("listings/{id}.json"), &listing(&id).to_string())?;
    }
    let data = folder.path().to_str().context("the path is UTF-8")?.to_owned();
    let mut whole = 0;
    for moment in 0..60 {
        folder.write(HISTORY, &old)?;
        let mut child = Command::new(env!("CARGO_BIN_EXE_maintain"))
            .args(["record", "--write", "--today", "2026-12-01", "--data", &data])
            .stdout(Stdio::null())
            .spawn()?;
        std::thread::sleep(Duration::from_millis(moment * 4));
        child.kill()?;
        child.wait()?;
        let now = text(&folder)?;
        assert!(now == old || (now.lines().count() == 403 && now.ends_with('\n')), "{moment}");
        whole += usize::from(now != old);
    }
    assert!(whole < 60, "no moment was early enough");
    Ok(())
}
