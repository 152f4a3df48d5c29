//! `record`: what changed is written down once, and nothing else.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, Said, listing, maintain};

pub(crate) const SLEEP: &str = "listings/sleep-well.json";
pub(crate) const HISTORY: &str = "history.jsonl";

/// What stands in the file.
pub(crate) fn text(folder: &Folder) -> Result<String> {
    Ok(std::fs::read_to_string(folder.path().join(HISTORY))?)
}

/// The lines without their digests.
fn lines(folder: &Folder) -> Result<Vec<Value>> {
    let line = |line: &str| {
        let mut value: Value = serde_json::from_str(line)?;
        value.as_object_mut().context("a line is an object")?.remove("state");
        Ok(value)
    };
    text(folder)?.lines().map(line).collect()
}

/// Records on a day, and gives the lines that this added.
pub(crate) fn recorded(folder: &Folder, today: &str) -> Result<Vec<Value>> {
    let before = if folder.path().join(HISTORY).is_file() { lines(folder)?.len() } else { 0 };
    let said = on(folder, today, &["record", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    Ok(lines(folder)?.split_off(before))
}

/// Runs the command over a folder on a day.
pub(crate) fn on(folder: &Folder, today: &str, arguments: &[&str]) -> Result<Said> {
    let data = folder.path().to_str().context("the path is UTF-8")?;
    maintain(&[arguments, &["--data", data, "--today", today]].concat())
}

/// A sound folder whose history holds everything.
pub(crate) fn known() -> Result<Folder> {
    let folder = Folder::sound()?;
    assert_eq!(recorded(&folder, "2026-11-21")?.len(), 3);
    Ok(folder)
}

#[test]
fn the_first_lines_say_gathered_on_the_day_of_gathering_and_running_twice_changes_nothing() -> Result<()> {
    let folder = known()?;
    let first = &lines(&folder)?[0];
    let name = "The advice-line";
    assert_eq!(*first, json!({"on": "2026-11-20", "id": "advice-line", "what": "gathered", "now": name}));
    let before = text(&folder)?;
    assert_eq!(recorded(&folder, "2027-01-10")?, Vec::<Value>::new());
    assert_eq!(text(&folder)?, before);
    Ok(())
}

#[test]
fn nothing_is_written_unless_that_is_asked_for() -> Result<()> {
    let folder = Folder::sound()?;
    let said = folder.maintain(&["record"])?;
    assert!(said.out.ends_with("3 lines to record. Write them with --write.\n"), "{}", said.out);
    assert!(!folder.path().join(HISTORY).exists());
    Ok(())
}

#[test]
fn each_thing_that_happens_to_an_entry_has_a_line_of_its_own() -> Result<()> {
    let folder = known()?;
    folder.set(SLEEP, "/name", json!("Rest Well"))?;
    folder.set(SLEEP, "/former_names", json!(["The sleep-well"]))?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    folder.set(SLEEP, "/contacts", json!({"phones": [{"number": "0300 123 4567"}]}))?;
    folder.set(SLEEP, "/checked", json!({"on": "2026-12-01", "by": "coordinator", "means": "called"}))?;
    folder.write("listings/dreams.json", &listing("dreams").to_string())?;
    let line =
        |id: &str, what: &str, fields: Value| json!({"on": "2026-12-02", "id": id, "what": what, "fields": fields});
    let mut renamed = line("sleep-well", "renamed", json!(["former_names", "name"]));
    renamed["was"] = json!("The sleep-well");
    renamed["now"] = json!("Rest Well");
    let mut checked = line("sleep-well", "checked", json!(["checked"]));
    checked["by"] = json!("coordinator");
    let expected = vec![
        json!({"on": "2026-12-02", "id": "dreams", "what": "new", "now": "The dreams"}),
        renamed,
        line("sleep-well", "changed", json!(["ages", "contacts.phones"])),
        checked,
    ];
    assert_eq!(recorded(&folder, "2026-12-02")?, expected);
    Ok(())
}

#[test]
fn closing_holding_and_coming_back_are_told_apart() -> Result<()> {
    let folder = known()?;
    let what = |lines: Vec<Value>| lines.iter().map(|line| line["what"].clone()).collect::<Vec<_>>();
    folder.set(SLEEP, "/standing", json!("ended"))?;
    folder.set(SLEEP, "/successor", json!("advice-line"))?;
    let closed = recorded(&folder, "2026-12-01")?;
    assert_eq!((&closed[0]["what"], &closed[0]["fields"]), (&json!("closed"), &json!(["standing", "successor"])));
    folder.write(SLEEP, &listing("sleep-well").to_string())?;
    assert_eq!(what(recorded(&folder, "2026-12-02")?), ["reopened"]);
    folder.set(SLEEP, "/standing", json!("held"))?;
    assert_eq!(what(recorded(&folder, "2026-12-03")?), ["withdrawn"]);
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 9}))?;
    assert_eq!(what(recorded(&folder, "2026-12-04")?), Vec::<Value>::new());
    folder.set(SLEEP, "/standing", json!("active"))?;
    assert_eq!(what(recorded(&folder, "2026-12-05")?), ["reopened", "changed"]);
    std::fs::remove_file(folder.path().join(SLEEP))?;
    assert_eq!(what(recorded(&folder, "2026-12-06")?), ["withdrawn"]);
    assert_eq!(recorded(&folder, "2026-12-07")?, Vec::<Value>::new());
    Ok(())
}

#[test]
fn what_is_held_from_the_beginning_is_in_no_line_and_new_when_it_is_shown() -> Result<()> {
    let folder = known()?;
    let mut held = listing("kept-back");
    held["standing"] = json!("held");
    folder.write("listings/kept-back.json", &held.to_string())?;
    assert_eq!(recorded(&folder, "2026-12-01")?, Vec::<Value>::new());
    folder.set("listings/kept-back.json", "/standing", json!("active"))?;
    assert_eq!(recorded(&folder, "2026-12-02")?[0]["what"], "new");
    Ok(())
}

#[test]
fn another_id_keeps_its_history() -> Result<()> {
    let folder = known()?;
    std::fs::remove_file(folder.path().join(SLEEP))?;
    let mut moved = listing("rest-well");
    moved["former_slugs"] = json!(["sleep-well"]);
    moved["former_names"] = json!(["The sleep-well"]);
    folder.write("listings/rest-well.json", &moved.to_string())?;
    let lines = recorded(&folder, "2026-12-01")?;
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["id"], &lines[0]["was"]), (&json!("rest-well"), &json!("The sleep-well")));
    let told = on(&folder, "2026-12-01", &["changes"])?.out;
    assert!(told.contains("- The rest-well, which was called The sleep-well (1 December 2026)"), "{told}");
    assert_eq!(recorded(&folder, "2026-12-02")?, Vec::<Value>::new());
    Ok(())
}

#[test]
fn no_value_is_kept_but_names_and_private_notes_are_not_looked_at() -> Result<()> {
    let folder = known()?;
    folder.set(SLEEP, "/contacts", json!({"emails": ["sleep.team@example.org"]}))?;
    recorded(&folder, "2026-12-01")?;
    folder.set(SLEEP, "/contacts", json!({}))?;
    folder.write("editor/sleep-well.json", r#"{"notes": "Never publish 07700 900456"}"#)?;
    assert_eq!(recorded(&folder, "2026-12-02")?.len(), 1);
    let text = text(&folder)?;
    for secret in ["sleep.team", "900123", "900456", "0800 000 1234", "0300 000 0000"] {
        assert!(!text.contains(secret), "{secret}");
    }
    Ok(())
}

#[test]
fn the_check_asks_for_what_was_changed_by_hand_and_not_recorded() -> Result<()> {
    let folder = Folder::sound()?;
    expect(&folder, HISTORY, "advice", "", "Without it nobody sees what changed")?;
    let folder = known()?;
    let said = folder.maintain(&["check"])?;
    assert!(!said.out.contains(HISTORY), "{}", said.out);
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    expect(&folder, HISTORY, "advice", "", "record it")
}
