//! `record` and `changes`: what changed is written down once, and told.

use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, Said, listing, maintain};

const SLEEP: &str = "listings/sleep-well.json";
const HISTORY: &str = "history.jsonl";

fn text(folder: &Folder) -> Result<String> {
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
fn recorded(folder: &Folder, today: &str) -> Result<Vec<Value>> {
    let before = if folder.path().join(HISTORY).is_file() { lines(folder)?.len() } else { 0 };
    let said = on(folder, today, &["record", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    Ok(lines(folder)?.split_off(before))
}

fn on(folder: &Folder, today: &str, arguments: &[&str]) -> Result<Said> {
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
    assert!(told.contains("- The sleep-well is now called The rest-well (1 December 2026)"), "{told}");
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

#[test]
fn changes_are_told_as_text_as_markdown_and_for_scripts() -> Result<()> {
    let folder = known()?;
    folder.set("site.json", "/publisher/address", json!("https://example.org/"))?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    folder.set("listings/advice-line.json", "/sources/0/source", json!("Another made-up page"))?;
    recorded(&folder, "2026-12-01")?;
    let told = |arguments: &[&str]| on(&folder, "2026-12-02", arguments).map(|said| said.out);
    let text = told(&["changes"])?;
    assert!(text.starts_with("What changed in Testway, since 1 September 2026\n\nChanged (1)\n- The sleep-well: ages"));
    assert!(!text.contains("advice-line") && text.contains("https://example.org/staff/service/sleep-well.html"));
    let markdown = told(&["changes", "--since", "2026-12-01", "--format", "markdown"])?;
    assert!(
        markdown.contains("- [The sleep-well](https://example.org/staff/service/sleep-well.html): ages"),
        "{markdown}"
    );
    let json: Value = serde_json::from_str(&told(&["changes", "--term", "--format", "json"])?)?;
    let line = |what: &str, id: &str, field: &str| json!({"what": what, "id": id, "name": format!("The {id}"), "on": "2026-12-01", "fields": [field], "was": null, "by": null});
    let lines = json!([line("changed", "sleep-well", "ages"), line("kept", "advice-line", "sources")]);
    assert_eq!(json, json!({"from": "2026-09-01", "to": "2026-12-02", "changes": lines}));
    let nothing = "\nNothing was recorded as changed from 15 April 2026 to 31 August 2026.\n";
    assert!(told(&["changes", "--last-term"])?.contains(nothing));
    assert!(told(&["changes", "--since", "2026-12-02"])?.contains("since 2 December 2026.\n"));
    assert_eq!(on(&folder, "2026-12-02", &["changes", "--term", "--since", "2026-12-01"])?.code, Some(2));
    Ok(())
}
