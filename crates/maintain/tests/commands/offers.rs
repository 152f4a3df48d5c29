//! `check`, for money to apply for and things to read or use.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, listing};

const GRANT: &str = "listings/grant.json";
const GUIDE: &str = "listings/guide.json";

/// A sound folder with an offer of money, the course that it pays for, and a
/// resource.
fn folder() -> Result<Folder> {
    let folder = Folder::sound()?;
    let mut course = listing("course");
    course["kind"] = json!("training");
    course["audience"] = json!(["staff"]);
    folder.write("listings/course.json", &course.to_string())?;
    let mut grant = of_kind("grant", "funding");
    grant["funding"] = json!({
        "amount": "Up to £500", "who": "Schools in Anytown", "for": "A course for one member of staff",
        "opens": "2026-09-01", "closes": "2026-12-12", "pays_for": ["course"],
    });
    folder.write(GRANT, &grant.to_string())?;
    let mut guide = of_kind("guide", "resource");
    guide["resource"] = json!({
        "sorts": ["guidance"], "phases": ["primary"], "version": "Version 2", "dated": "2026-03", "check_after": 12,
        "files": [{"type": "pdf", "kilobytes": 900, "pages": 12, "web": "https://example.org/guide.pdf"}],
    });
    folder.write(GUIDE, &guide.to_string())?;
    Ok(folder)
}

fn of_kind(id: &str, kind: &str) -> Value {
    let mut entry = listing(id);
    entry["kind"] = json!(kind);
    entry["audience"] = json!(["staff"]);
    entry["sources"] = json!([{"fields": ["summary", kind], "source": "A made-up page", "type": "official page"}]);
    entry["stated"] = json!(["summary", kind]);
    entry
}

fn check(file: &str, pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = folder()?;
    folder.set(file, pointer, value)?;
    expect(&folder, file, level, field, write)
}

#[test]
fn sound_offers_and_resources_pass() -> Result<()> {
    let said = folder()?.maintain(&["check"])?;
    assert!(said.out.ends_with("6 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    Ok(())
}

#[test]
fn a_day_that_cannot_be_is_named() -> Result<()> {
    check(GRANT, "/funding/opens", json!("soon"), "error", "funding.opens", "Write a date")?;
    check(GRANT, "/funding/closes", json!("2026-08-31"), "error", "funding.closes", "not before the first")?;
    check(GRANT, "/funding/rolling", json!(true), "error", "funding.rolling", "take out closes")?;
    check(GUIDE, "/resource/dated", json!("2026-13"), "error", "resource.dated", "Write a date")?;
    check(GUIDE, "/resource/check_after", json!(0), "error", "resource.check_after", "from 1")
}

#[test]
fn an_offer_pays_for_courses_that_are_there() -> Result<()> {
    check(GRANT, "/funding/pays_for", json!(["nobody"]), "error", "funding.pays_for", "no such entry")?;
    check(GRANT, "/funding/pays_for", json!(["guide"]), "error", "funding.pays_for", "no course")?;
    check(GRANT, "/funding/pays_for", json!(["../up"]), "error", "funding.pays_for", "Write an id")
}

#[test]
fn what_a_school_would_act_on_has_a_source() -> Result<()> {
    let sources = json!([{"fields": ["summary"], "source": "A made-up page", "type": "official page"}]);
    check(GRANT, "/sources", sources.clone(), "warning", "sources", "write funding")?;
    check(GUIDE, "/sources", sources, "warning", "sources", "write resource")
}

#[test]
fn facts_stand_only_where_a_page_shows_them() -> Result<()> {
    check(GRANT, "/kind", json!("service"), "error", "funding", "\"kind\": \"funding\"")?;
    check(GUIDE, "/kind", json!("digital"), "error", "resource", "\"kind\": \"resource\"")
}

#[test]
fn a_misspelt_part_is_named() -> Result<()> {
    check(GRANT, "/funding/close", json!("2026-12-12"), "error", "funding.close", "Write closes")?;
    check(GUIDE, "/resource/phases", json!(["nursery"]), "error", "resource.phases", "early-years, primary")?;
    check(GUIDE, "/resource/sorts", json!(["book"]), "error", "resource.sorts", "curriculum, resource-bank")?;
    check(GUIDE, "/resource/files/0/type", json!("doc"), "error", "resource.files.type", "pdf, word")?;
    check(GUIDE, "/resource/files/0/web", json!("javascript:x"), "error", "resource.files.web", "https://")
}

#[test]
fn what_is_past_is_worth_a_question() -> Result<()> {
    check(GRANT, "/funding/closes", json!("2026-11-20"), "advice", "funding.closes", "opens again")?;
    check(GUIDE, "/resource/dated", json!("2025-11-20"), "advice", "resource.dated", "newer version")?;
    check(GUIDE, "/resource/dated", json!("2026-11-22"), "warning", "resource.dated", "up to today")
}

#[test]
fn a_publisher_may_ask_for_newer_resources_and_not_for_older_ones() -> Result<()> {
    let folder = folder()?;
    folder.set("site.json", "/review", json!({"resources": 6}))?;
    folder.set(GUIDE, "/resource/check_after", Value::Null)?;
    expect(&folder, GUIDE, "advice", "resource.dated", "newer version")?;
    folder.set("site.json", "/review", json!({"resources": 24}))?;
    expect(&folder, "site.json", "error", "review.resources", "from 1 to 12")
}
