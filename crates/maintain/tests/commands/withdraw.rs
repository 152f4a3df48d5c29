//! `withdraw`: one action, written at once, told with its reason, and put back
//! as it was.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, Said};
use crate::history::known;

const SLEEP: &str = "listings/sleep-well.json";
const REASON: &str = "The number may be wrong.";

fn lines(folder: &Folder) -> Result<Vec<Value>> {
    let text = fs::read_to_string(folder.path().join("history.jsonl"))?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn text(folder: &Folder, file: &str) -> Result<String> {
    Ok(fs::read_to_string(folder.path().join(file))?)
}

fn withdraw(folder: &Folder, id: &str, more: &[&str]) -> Result<Said> {
    folder.maintain(&[&["withdraw", id, "--reason", REASON], more].concat())
}

/// What is refused changes no file.
fn refused(folder: &Folder, arguments: &[&str], says: &str) -> Result<()> {
    let before = (text(folder, SLEEP)?, text(folder, "history.jsonl")?);
    let said = folder.maintain(&[&["withdraw"], arguments].concat())?;
    assert!(said.code == Some(2) && said.err.contains(says), "{arguments:?}: {}{}", said.out, said.err);
    assert_eq!((text(folder, SLEEP)?, text(folder, "history.jsonl")?), before);
    Ok(())
}

#[test]
fn one_command_takes_an_entry_out_and_one_puts_it_back_as_it_was() -> Result<()> {
    let folder = known()?;
    let read = |folder: &Folder| -> Result<Value> { Ok(serde_json::from_str(&text(folder, SLEEP)?)?) };
    let before = read(&folder)?;
    let said = withdraw(&folder, "sleep-well", &["--by", "coordinator"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    for words in
        ["The sleep-well (sleep-well) is taken out, as of 21 November 2026", REASON, "cargo xtask build", "--restore"]
    {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let withdrawn = json!({"on": "2026-11-21", "by": "coordinator", "reason": REASON, "before": "active"});
    assert_eq!(read(&folder)?["withdrawn"], withdrawn);
    let last = lines(&folder)?.pop().context("a line")?;
    assert_eq!(
        (&last["what"], &last["by"], &last["why"]),
        (&json!("withdrawn"), &json!("coordinator"), &json!(REASON))
    );
    assert!(!folder.maintain(&["check"])?.out.contains("history.jsonl"));
    let reason = "It was called, and is right.";
    let said = folder.maintain(&["withdraw", "sleep-well", "--restore", "--reason", reason, "--by", "coordinator"])?;
    assert!(
        said.code == Some(0) && said.out.contains("is back, as it stood before: active"),
        "{}{}",
        said.out,
        said.err
    );
    assert_eq!(read(&folder)?, before);
    let last = lines(&folder)?.pop().context("a line")?;
    assert_eq!((&last["what"], &last["why"]), (&json!("reopened"), &json!(reason)));
    Ok(())
}

#[test]
fn what_is_only_tried_is_not_written() -> Result<()> {
    let folder = known()?;
    let before = text(&folder, SLEEP)?;
    let said = withdraw(&folder, "sleep-well", &["--dry-run"])?;
    assert!(
        said.code == Some(0) && said.out.contains(REASON) && said.out.ends_with("Nothing was written.\n"),
        "{}",
        said.out
    );
    assert_eq!(text(&folder, SLEEP)?, before);
    Ok(())
}

#[test]
fn what_cannot_be_done_says_why_and_touches_nothing() -> Result<()> {
    let folder = known()?;
    refused(&folder, &["sleepwell", "--reason", REASON], "Did you mean:\n  sleep-well (The sleep-well)")?;
    refused(&folder, &["../../etc/passwd", "--reason", REASON], "there is no entry passwd")?;
    refused(&folder, &["sleep-well", "--reason", "Ring 0300 123 4567"], "without a number to call")?;
    refused(&folder, &["sleep-well", "--reason", " "], "Say why")?;
    refused(&folder, &["sleep-well", "--restore", "--reason", "It is right."], "It is not taken out")?;
    refused(&folder, &["sleep-well", "--reason", REASON, "--by", "me@example.org"], "Name the role")?;
    folder.set(SLEEP, "/former_slugs", json!(["rest-well"]))?;
    refused(&folder, &["rest-well", "--reason", REASON], "has another id now: sleep-well")?;
    withdraw(&folder, "sleep-well", &[])?;
    refused(&folder, &["sleep-well", "--reason", REASON], "taken out already, since 21 November 2026")
}

#[test]
fn a_person_in_a_reason_is_found_before_anything_is_written() -> Result<()> {
    let folder = known()?;
    let read = |folder: &Folder| -> Result<Value> { Ok(serde_json::from_str(&text(folder, SLEEP)?)?) };
    let before = read(&folder)?;
    refused(&folder, &["sleep-well", "--reason", "Sarah says it moved."], "without a person's name")?;
    withdraw(&folder, "sleep-well", &["--by", "coordinator"])?;
    let back = |reason: &'static str, by: &'static str| ["sleep-well", "--restore", "--reason", reason, "--by", by];
    refused(&folder, &back("Sarah Smith called, and it is right.", "coordinator"), "without a person's name")?;
    refused(&folder, &back("It was called, and is right.", "Sarah Smith"), "Name the role")?;
    let said = folder.maintain(&[&["withdraw"][..], &back("It was called, and is right.", "coordinator")].concat())?;
    assert_eq!((said.code, read(&folder)?), (Some(0), before), "{}{}", said.out, said.err);
    Ok(())
}

#[test]
fn what_crisis_help_or_advice_leans_on_is_not_taken_out_in_silence() -> Result<()> {
    let folder = known()?;
    refused(&folder, &["night-line", "--reason", REASON], "they stand in crisis.json, under night-line")?;
    refused(&folder, &["advice-line", "--reason", REASON], "Write the id of another entry as \"advice\" in site.json")?;
    let said = withdraw(&folder, "advice-line", &["--even-so"])?;
    assert!(
        said.code == Some(0) && said.out.contains("To do as well: Pages tell families"),
        "{}{}",
        said.out,
        said.err
    );
    expect(&folder, "site.json", "warning", "advice", "taken out for now")?;
    let said = withdraw(&folder, "night-line", &["--even-so"])?;
    assert!(said.code == Some(0) && said.out.contains("crisis.json, under night-line"), "{}", said.out);
    Ok(())
}

#[test]
fn an_error_elsewhere_stops_no_withdrawal_but_is_named_since_it_stops_publishing() -> Result<()> {
    let folder = known()?;
    folder.set("listings/night-line.json", "/kind", json!("servce"))?;
    let said = withdraw(&folder, "sleep-well", &[])?;
    assert!(said.code == Some(1) && said.err.contains("night-line.json, kind"), "{}{}", said.out, said.err);
    assert!(
        said.out.contains("cannot be published yet") && text(&folder, SLEEP)?.contains("withdrawn"),
        "{}",
        said.out
    );
    Ok(())
}

#[test]
fn whoever_answers_for_it_is_named_where_that_is_known() -> Result<()> {
    let folder = known()?;
    let partner =
        json!({"id": "sleep", "name": "Sleep Service", "mailboxes": ["team@example.org"], "entries": ["sleep-well"]});
    fs::create_dir_all(folder.partners())?;
    fs::write(folder.partners().join("partners.json"), json!({"format": 1, "partners": [partner]}).to_string())?;
    let said = withdraw(&folder, "sleep-well", &[])?;
    assert!(said.out.contains("Tell Sleep Service: team@example.org."), "{}{}", said.out, said.err);
    assert!(!text(&folder, SLEEP)?.contains("team@example.org") && !text(&folder, "history.jsonl")?.contains("team@"));
    Ok(())
}

#[test]
fn what_was_taken_out_and_came_back_is_told_of_with_the_newest_news() -> Result<()> {
    let folder = known()?;
    withdraw(&folder, "sleep-well", &[])?;
    let told = folder.maintain(&["changes", "--term"])?.out;
    assert!(told.contains("Taken out for now (1)") && told.contains(&format!("The sleep-well. {REASON}")), "{told}");
    folder.maintain(&["withdraw", "sleep-well", "--restore", "--reason", "It is right."])?;
    let told = folder.maintain(&["changes", "--term"])?.out;
    assert!(!told.contains("Taken out") && told.contains("The sleep-well is listed again"), "{told}");
    Ok(())
}
