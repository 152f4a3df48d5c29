//! What is taken out for now: what the check asks of it, and what is published.

use anyhow::{Context, Result};
use directory::Directory;
use directory::day::Day;
use directory::record::{bundle_for_lists, bundle_for_staff};
use serde_json::{Value, json};

use crate::bundle::bundled;
use crate::check::{expect, wrong};
use crate::folder::{Folder, TODAY};
use crate::schools::with_schools;

const SLEEP: &str = "listings/sleep-well.json";
const REASON: &str = "The number may be wrong.";

/// A sound folder with one entry taken out.
fn folder() -> Result<Folder> {
    let folder = Folder::sound()?;
    folder.set(
        SLEEP,
        "/contacts",
        json!({"phones": [{"number": "0300 123 4567"}], "web": "https://example.org/sleep"}),
    )?;
    folder.set(SLEEP, "/hours", json!("Monday to Friday"))?;
    folder.set(SLEEP, "/standing", json!("withdrawn"))?;
    let withdrawn = json!({"on": TODAY, "by": "coordinator", "reason": REASON, "before": "active"});
    folder.set(SLEEP, "/withdrawn", withdrawn)?;
    Ok(folder)
}

#[test]
fn an_entry_that_is_taken_out_has_no_finding_of_its_own() -> Result<()> {
    let said = folder()?.maintain(&["check"])?;
    assert!(said.out.ends_with("3 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    Ok(())
}

#[test]
fn what_a_banner_would_say_wrongly_is_an_error() -> Result<()> {
    let check = |pointer: &str, value: Value, field: &str, write: &str| -> Result<()> {
        let folder = folder()?;
        folder.set(SLEEP, pointer, value)?;
        expect(&folder, SLEEP, "error", field, write)
    };
    check("/withdrawn", Value::Null, "withdrawn", "since when, why")?;
    check("/standing", json!("active"), "withdrawn", "Take it out")?;
    check("/withdrawn/on", json!("soon"), "withdrawn.on", "Write a date")?;
    check("/withdrawn/reason", json!("Ring 0300 123 4567."), "withdrawn.reason", "without a number to call")?;
    check("/withdrawn/reason", json!("Sarah says it moved."), "withdrawn.reason", "without a person's name")?;
    check("/withdrawn/by", json!("Mrs Jones"), "withdrawn.by", "Write a role")?;
    check("/withdrawn/before", json!("held"), "withdrawn.before", "active or doubtful")?;
    check("/successor", json!("night-line"), "successor", "Take it out")?;
    wrong(SLEEP, "/standing", json!("withdrawn"), "withdrawn", "since when, why")
}

#[test]
fn the_reason_of_a_doubt_and_what_leads_there_wait_until_it_comes_back() -> Result<()> {
    let folder = folder()?;
    folder.set(SLEEP, "/withdrawn/before", json!("doubtful"))?;
    folder.set(SLEEP, "/doubt", json!("It may have moved."))?;
    folder.set("listings/advice-line.json", "/audience", json!(["staff"]))?;
    folder.set("site.json", "/advice", json!("sleep-well"))?;
    expect(&folder, "site.json", "warning", "advice", "taken out for now, so pages name nobody")
}

#[test]
fn nothing_that_may_be_wrong_is_in_any_bundle() -> Result<()> {
    let text = bundled(&folder()?)?;
    let cannot = |why| anyhow::anyhow!("{why}");
    let lists = bundle_for_lists(&text).map_err(cannot)?;
    let staff = bundle_for_staff(&text).map_err(cannot)?;
    for bundle in [&text, &lists, &staff] {
        let whole: Value = serde_json::from_str(bundle)?;
        let entries = whole["listings"].as_array().context("a list")?;
        let entry = entries.iter().find(|one| one["id"] == "sleep-well").context("it is there")?;
        assert_eq!((&entry["name"], &entry["standing"]), (&json!("The sleep-well"), &json!("withdrawn")));
        let told = entry.to_string();
        for secret in ["0300", "https:", "Monday", "Talks", "coordinator", "before", "ages", "made-up page"] {
            assert!(!told.contains(secret), "{secret} in {told}");
        }
        assert_eq!(told.contains(REASON), *bundle != lists, "{told}");
        let (directory, findings) = Directory::read(bundle, Day::read(TODAY).context("a day")?).map_err(cannot)?;
        assert!(findings.iter().all(|finding| finding.file != "listings[2]"), "{findings:?}");
        assert_eq!(directory.listings().iter().filter(|listing| listing.standing.is_listed()).count(), 2);
    }
    Ok(())
}

#[test]
fn who_answers_for_what_is_taken_out_is_not_published_and_comes_back_with_it() -> Result<()> {
    let folder = with_schools()?;
    let services = |folder: &Folder| -> Result<Vec<Value>> {
        let whole: Value = serde_json::from_str(&bundled(folder)?)?;
        let contacts = whole["schools"]["contacts"].as_array().context("a list")?;
        Ok(contacts.iter().map(|one| one["service"].clone()).collect())
    };
    assert_eq!(services(&folder)?, [Value::Null, json!("sleep-well")]);
    folder.set(SLEEP, "/standing", json!("withdrawn"))?;
    folder.set(SLEEP, "/withdrawn", json!({"on": TODAY, "reason": REASON, "before": "active"}))?;
    assert_eq!(services(&folder)?, [Value::Null]);
    Ok(())
}
