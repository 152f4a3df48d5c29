//! `check`, for a service that takes nobody now and says when it will again.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, listing};

const CLINIC: &str = "listings/clinic.json";

/// A sound folder with a service that is paused until January.
fn folder() -> Result<Folder> {
    let folder = Folder::sound()?;
    let mut clinic = listing("clinic");
    clinic["availability"] = json!({"state": "paused", "said_on": "2026-11-02", "opens_on": "2027-01-11"});
    clinic["sources"] =
        json!([{"fields": ["summary", "availability"], "source": "A made-up page", "type": "official page"}]);
    clinic["stated"] = json!(["summary", "availability"]);
    folder.write(CLINIC, &clinic.to_string())?;
    Ok(folder)
}

fn check(pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = folder()?;
    folder.set(CLINIC, pointer, value)?;
    expect(&folder, CLINIC, level, field, write)
}

#[test]
fn a_service_that_says_when_it_opens_again_passes() -> Result<()> {
    let said = folder()?.maintain(&["check"])?;
    assert!(!said.out.contains("availability"), "{}", said.out);
    Ok(())
}

#[test]
fn when_it_opens_again_is_said_only_of_what_is_paused() -> Result<()> {
    let field = "availability.opens_on";
    check("/availability/state", json!("open"), "error", field, "paused")?;
    check("/availability/state", Value::Null, "error", field, "paused")?;
    check("/availability/opens_on", json!("soon"), "error", field, "Write a date")?;
    check("/availability/opens_on", json!("2026-10-30"), "error", field, "after availability.said_on")
}

#[test]
fn when_it_opens_again_is_the_services_own_word_with_its_date() -> Result<()> {
    check("/availability/said_on", Value::Null, "warning", "availability.said_on", "on which day")?;
    check("/stated", json!(["summary"]), "warning", "availability.opens_on", "only if the service says so")
}

#[test]
fn a_promised_day_that_has_come_is_asked_about() -> Result<()> {
    check("/availability/opens_on", json!("2026-11-21"), "warning", "availability.opens_on", "takes people again")
}
