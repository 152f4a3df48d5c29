//! `check` on what is printed for a referral: who advises, what a school does
//! first, and what is said for a service.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::{check, wrong};
use crate::folder::{Folder, listing};

const SITE: &str = "site.json";
const SLEEP: &str = "listings/sleep-well.json";

#[test]
fn the_advice_line_for_those_who_refer_is_listed_and_can_be_called() -> Result<()> {
    wrong(SITE, "/referrers_advice", json!("nobody"), "referrers_advice", "no such entry")?;
    wrong(SITE, "/referrers_advice", json!("sleep-well"), "referrers_advice", "no number to call")?;
    wrong(SITE, "/referrers_advice", json!("../up"), "referrers_advice", "Write the id")?;
    let folder = Folder::sound()?;
    folder.set(SITE, "/referrers_advice", json!("advice-line"))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn the_advice_line_of_every_page_is_not_for_school_staff_alone() -> Result<()> {
    let folder = Folder::sound()?;
    let mut staff = listing("advice-line");
    staff["contacts"] = json!({"phones": [{"number": "0300 000 0000"}]});
    staff["audience"] = json!(["staff"]);
    folder.write("listings/advice-line.json", &staff.to_string())?;
    crate::check::expect(&folder, SITE, "error", "advice", "school staff alone")?;
    folder.set("listings/advice-line.json", "/audience", json!(["parent", "staff"]))?;
    folder.set(SITE, "/referrers_advice", json!("advice-line"))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

fn step(field: &str, value: Value) -> Value {
    let mut step =
        json!({"thrive": "getting-help", "says": "Talk with the pupil.", "source": "A made-up page", "on": "2026-09"});
    step[field] = value;
    json!([step])
}

#[test]
fn what_a_school_does_first_has_a_grouping_a_source_and_a_date() -> Result<()> {
    for (field, value, write) in [
        ("thrive", json!("tier-2"), "Write one of"),
        ("says", json!(" "), "what a school does first"),
        ("source", json!(""), "who says so"),
        ("on", json!("soon"), "date of the source"),
    ] {
        wrong(SITE, "/first_steps", step(field, value), &format!("first_steps.{field}"), write)?;
    }
    check(SITE, "/first_steps", step("on", json!("2027-01-10")), "warning", "first_steps.on", "up to today")?;
    let long = json!(vec!["word"; 21].join(" "));
    check(SITE, "/first_steps", step("says", long), "warning", "first_steps.says", "20 are enough")?;
    let folder = Folder::sound()?;
    folder.set(SITE, "/first_steps", step("on", json!("2026-11-21")))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn what_is_said_for_a_service_is_never_our_own_reading() -> Result<()> {
    for (field, value) in [
        ("threshold", json!("Moderate to severe difficulties")),
        ("consent", json!("The young person’s, from 16")),
        ("phone_words", json!(["I would like to talk about a referral."])),
    ] {
        let access = json!({"who": ["school"], field: value});
        wrong(SLEEP, "/access", access.clone(), &format!("access.{field}"), "never ours")?;
        let folder = Folder::sound()?;
        folder.set(SLEEP, "/access", access)?;
        folder.set(SLEEP, "/stated", json!(["summary", "ages", "access"]))?;
        assert_eq!(folder.maintain(&["check"])?.code, Some(0), "{field}");
    }
    wrong(SLEEP, "/access", json!({"consent": " "}), "access.consent", "it is not known")?;
    let many: Vec<_> = (0..9).map(|number| format!("Thing {number}")).collect();
    check(SLEEP, "/access", json!({"have_ready": many}), "warning", "access.have_ready", "one page")
}
