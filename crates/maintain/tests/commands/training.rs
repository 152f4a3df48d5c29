//! What the check says of courses.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::{check, expect, wrong};
use crate::folder::{Folder, TODAY};

const SLEEP: &str = "listings/sleep-well.json";

/// Sound data in which one entry is a course, with a part of it set.
fn course(pointer: &str, value: Value) -> Result<Folder> {
    let folder = Folder::sound()?;
    let training = json!({
        "suits": "all staff", "roles": ["all-staff"], "phases": ["primary"],
        "time": [{"unit": "days", "from": 2}, {"unit": "sessions", "from": 4, "mode": "online"}],
        "modes": ["in-person", "online"], "follow_up": "Supervision each term.",
        "recommended": [{"roles": ["senco"], "by": "Anytown Council", "on": "2026-09"}],
        "price": {"pounds": 45, "pence": 50, "per": "person"},
        "dates": [{"on": "2027-01-12", "until": "2027-01-19", "from": "09:30", "to": "16:00", "place": "Town Hall", "web": "https://example.org/book"}],
    });
    folder.set(SLEEP, "/kind", json!("training"))?;
    folder.set(SLEEP, "/audience", json!(["staff"]))?;
    folder.set(SLEEP, "/cost", json!({"kind": "paid"}))?;
    folder.set(SLEEP, "/stated", json!(["training", "summary"]))?;
    folder.set(SLEEP, "/sources/0/fields", json!(["training", "summary"]))?;
    folder.set(SLEEP, "/training", training)?;
    if !pointer.is_empty() {
        folder.set(SLEEP, pointer, value)?;
    }
    Ok(folder)
}

fn wrong_course(pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    expect(&course(pointer, value)?, SLEEP, level, field, write)
}

#[test]
fn a_course_with_all_that_may_be_known_passes() -> Result<()> {
    let said = course("", Value::Null)?.maintain(&["check"])?;
    assert!(said.out.ends_with("3 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    Ok(())
}

#[test]
fn a_recommendation_is_somebodys_and_never_ours() -> Result<()> {
    let by = |by: &str| json!([{"roles": ["senco"], "by": by, "on": "2026-09"}]);
    for ours in ["We", "our team", "Testway"] {
        wrong_course("/training/recommended", by(ours), "error", "training.recommended.by", "recommends no course")?;
    }
    wrong_course("/training/recommended", by(" "), "error", "training.recommended", "by its name")?;
    let nobody = json!([{"roles": [], "by": "Anytown Council", "on": "2026-09"}]);
    wrong_course("/training/recommended", nobody, "error", "training.recommended", "Write the roles")?;
    wrong_course("/training/recommended/0/on", json!("soon"), "error", "training.recommended.on", "Write a date")
}

#[test]
fn a_recommendation_has_a_source() -> Result<()> {
    wrong_course("/stated", json!(["summary"]), "error", "training.recommended", "who says so")?;
    wrong_course("/sources/0/fields", json!(["summary"]), "error", "training.recommended", "who says so")
}

#[test]
fn a_length_is_whole_numbers_of_a_known_unit() -> Result<()> {
    for time in [
        json!({"unit": "days", "from": 0}),
        json!({"unit": "days", "from": 3, "to": 2}),
        json!({"unit": "days", "from": 1, "to": 70000}),
    ] {
        wrong_course("/training/time", json!([time]), "error", "training.time", "whole numbers from 1")?;
    }
    wrong_course("/training/time/0/unit", json!("hours"), "error", "training.time.unit", "minutes, half-days, days")?;
    wrong_course("/training/time/1/mode", json!("elsewhere"), "error", "training.time.mode", "among modes")?;
    wrong_course("/training/modes", json!(["zoom"]), "error", "training.modes", "in-school, elsewhere")
        .and(wrong_course("/training/phases", json!(["nursery"]), "error", "training.phases", "early-years"))
}

#[test]
fn a_price_is_of_something_that_is_paid() -> Result<()> {
    wrong_course("/cost/kind", json!("free"), "error", "training.price", "has a price and is free")?;
    wrong_course("/cost", Value::Null, "warning", "cost", "a filter by cost")?;
    wrong_course("/training/price/pence", json!(100), "error", "training.price", "pence from 0 to 99")?;
    wrong_course("/training/price/per", json!("head"), "error", "training.price.per", "person, course, school")
}

#[test]
fn a_date_is_a_whole_one_and_its_last_day_is_not_before_its_first() -> Result<()> {
    wrong_course("/training/dates/0/on", json!("2027-01"), "error", "training.dates.on", "whole date")?;
    wrong_course(
        "/training/dates/0/until",
        json!("2027-01-11"),
        "error",
        "training.dates.until",
        "not before the first",
    )?;
    wrong_course("/training/dates/0/from", json!("9.30"), "error", "training.dates.from", "09:30")?;
    wrong_course("/training/dates/0/to", json!("09:00"), "error", "training.dates.to", "later than from")?;
    wrong_course("/training/dates/0/web", json!("javascript:alert(1)"), "error", "training.dates.web", "https")
}

#[test]
fn a_past_date_and_a_recommendation_to_come_are_named() -> Result<()> {
    wrong_course("/training/dates/0", json!({"on": "2026-11-20"}), "advice", "training.dates", "it is past")?;
    wrong_course(
        "/training/recommended/0/on",
        json!("2027-01-01"),
        "warning",
        "training.recommended.on",
        "up to today",
    )?;
    // The day itself is not past.
    let said = course("/training/dates/0", json!({"on": TODAY}))?.maintain(&["check"])?;
    assert!(said.out.ends_with("0 warnings, 2 advice\n"), "{}", said.out);
    Ok(())
}

#[test]
fn a_course_is_of_the_kind_training() -> Result<()> {
    check(SLEEP, "/training", json!({"suits": "all staff"}), "warning", "training", "kind")?;
    wrong(SLEEP, "/training", json!({"suits": "all staff", "hours": 2}), "training.hours", "Nothing reads this field")
}
