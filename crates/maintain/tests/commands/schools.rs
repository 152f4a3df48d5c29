//! Schools, and who answers for them: what is wrong is named, what is private
//! is refused, and only what is switched on is bundled.

use anyhow::{Context, Result};
use directory::schools::Register;
use serde_json::{Value, json};

use crate::check::{check, expect};
use crate::folder::Folder;

pub(crate) const SCHOOLS: &str = "schools.json";
pub(crate) const CONTACTS: &str = "contacts.json";
pub(crate) const SLEEP: &str = "listings/sleep-well.json";

/// A sound folder with three schools and who answers for two of them.
pub(crate) fn with_schools() -> Result<Folder> {
    let folder = Folder::sound()?;
    let schools = json!([
        {"id": "100001", "name": "St Mary’s Primary School", "phases": ["primary"], "area": "anytown"},
        {"id": "100002", "name": "Hill View Academy", "area": "anytown", "locality": "Old Town"},
        {"id": "100003", "name": "Hill View Academy", "area": "anytown", "locality": "New Town"},
    ]);
    let register = json!({"format": 1, "source": "A made-up register", "taken_on": "2026-10-01", "schools": schools});
    folder.write(SCHOOLS, &register.to_string())?;
    let senco = json!({
        "role": "senco", "school": "100001", "mailbox": "senco@stmarys.example.org",
        "confirmed": {"on": "2026-09-10", "by": "school office"}, "cover": {"says": "the deputy head", "mailbox": "office@stmarys.example.org"}
    });
    let team =
        json!({"role": "mhst", "area": "anytown", "service": "sleep-well", "mailbox": "mhst.anytown@example.org"});
    folder.write(CONTACTS, &json!({"format": 1, "contacts": [senco, team]}).to_string())?;
    folder.set("site.json", "/school_contacts", json!(true))?;
    Ok(folder)
}

fn wrong(file: &str, pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = with_schools()?;
    folder.set(file, pointer, value)?;
    expect(&folder, file, level, field, write)
}

fn bundled(folder: &Folder) -> Result<Value> {
    let out = folder.path().join("made/directory.json");
    let said = folder.maintain(&["bundle", "--out", out.to_str().context("the path is UTF-8")?])?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    Ok(serde_json::from_str(&std::fs::read_to_string(out)?)?)
}

#[test]
fn sound_schools_pass_and_are_in_the_bundle_with_who_answers_for_them() -> Result<()> {
    let folder = with_schools()?;
    let said = folder.maintain(&["check"])?;
    assert!(said.out.ends_with("3 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    let bundle = bundled(&folder)?;
    assert_eq!(bundle["schools"]["contacts"].as_array().map(Vec::len), Some(2));
    let (register, findings) = Register::read(&bundle.to_string()).map_err(|why| anyhow::anyhow!("{why}"))?;
    assert_eq!((register.map(|register| register.schools().len()), findings), (Some(3), Vec::new()));
    Ok(())
}

#[test]
fn without_the_switch_nobody_who_answers_for_a_school_is_published() -> Result<()> {
    for switch in [json!(false), Value::Null] {
        let folder = with_schools()?;
        folder.set("site.json", "/school_contacts", switch)?;
        let bundle = bundled(&folder)?;
        assert_eq!(bundle["schools"]["schools"].as_array().map(Vec::len), Some(3));
        assert!(bundle["schools"].get("contacts").is_none() && !bundle.to_string().contains("senco@"));
        expect(&folder, CONTACTS, "advice", "", "school_contacts")?;
    }
    assert!(bundled(&Folder::sound()?)?.get("schools").is_none());
    Ok(())
}

#[test]
fn a_mailbox_of_a_person_is_refused_with_the_reason() -> Result<()> {
    let mailbox = |mailbox: &str, why: &str| {
        wrong(CONTACTS, "/contacts/0/mailbox", json!(mailbox), "error", "contacts[0].mailbox", why)?;
        wrong(CONTACTS, "/contacts/0/cover/mailbox", json!(mailbox), "error", "contacts[0].cover.mailbox", why)
    };
    mailbox("okafor@stmarys.example.org", "may be a person's name")?;
    mailbox("okafor.senco@stmarys.example.org", "may be a person's name")?;
    mailbox("senco@sarah-okafor.example", "after the @")?;
    mailbox("senco@example.me.uk", "those of people")?;
    mailbox("stmarys@example.org", "which role")?;
    wrong(
        CONTACTS,
        "/contacts/0/mailbox",
        json!("sarah@stmarys.example.org"),
        "error",
        "contacts[0].mailbox",
        "first name",
    )?;
    wrong(
        SLEEP,
        "/contacts",
        json!({"emails": ["sarah.okafor@example.org"]}),
        "error",
        "contacts.emails[0]",
        "role or a team",
    )?;
    let folder = with_schools()?;
    folder.set(CONTACTS, "/contacts/0/mailbox", json!("senco.stmarys@gmail.com"))?;
    expect(&folder, CONTACTS, "error", "contacts[0].mailbox", "private mailbox")
}

#[test]
fn whoever_confirmed_or_covers_is_a_role_and_no_person() -> Result<()> {
    wrong(CONTACTS, "/contacts/0/confirmed/by", json!("Mrs Okafor"), "error", "contacts[0].confirmed.by", "title")?;
    wrong(CONTACTS, "/contacts/0/confirmed/by", json!("Okafor"), "error", "contacts[0].confirmed.by", "which role")?;
    wrong(CONTACTS, "/contacts/0/cover/says", json!("Sarah, the deputy"), "error", "contacts[0].cover.says", "name")?;
    let confirmed = json!({"on": "2026-09-10", "by": "Dr Okafor, manager"});
    let area = json!({"places": ["anytown"], "schools": "all", "coverage_confirmed": confirmed});
    wrong(SLEEP, "/area", area, "error", "area.coverage_confirmed.by", "title")?;
    let checked = json!({"on": "2026-09-10", "by": "Sarah Okafor", "means": "called"});
    wrong(SLEEP, "/checked", checked, "error", "checked.by", "not a person")
}

#[test]
fn whatever_points_at_nothing_is_named() -> Result<()> {
    wrong(CONTACTS, "/contacts/0/school", json!("999999"), "error", "contacts[0].school", "schools.json")?;
    wrong(CONTACTS, "/contacts/1/area", json!("nowhere"), "error", "contacts[1].area", "anytown, shire")?;
    wrong(CONTACTS, "/contacts/1/service", json!("nothing"), "error", "contacts[1].service", "listed")?;
    wrong(CONTACTS, "/contacts/0/role", json!("head"), "error", "contacts.role", "mental-health-lead")?;
    wrong(CONTACTS, "/contacts/0/area", json!("anytown"), "error", "contacts.school", "either")?;
    wrong(SCHOOLS, "/schools/0/area", json!("nowhere"), "error", "schools.area", "anytown, shire")?;
    wrong(SCHOOLS, "/schools/0/phases", json!(["nursery"]), "error", "schools.phases", "early-years")?;
    wrong(SCHOOLS, "/schools/0/id", json!("a/b"), "error", "schools.id", "a-z")?;
    wrong(SCHOOLS, "/schools/0/id", json!("100002"), "error", "schools.id", "of its own")?;
    wrong(SCHOOLS, "/schools/0/name", json!(" "), "error", "schools.name", "name of the school")?;
    wrong(SCHOOLS, "/source", json!(""), "error", "source", "which register")?;
    wrong(SCHOOLS, "/schools/2/locality", json!("Old Town"), "warning", "schools.locality", "tell them apart")?;
    wrong(SCHOOLS, "/contacts", json!([]), "error", "contacts", "Nothing reads this field")
}

#[test]
fn what_a_listing_says_of_its_schools_holds_together() -> Result<()> {
    let area = |more: Value| {
        let mut area = json!({"places": ["anytown"], "schools": "listed"});
        more.as_object().into_iter().flatten().for_each(|(name, value)| area[name] = value.clone());
        area
    };
    let ids = |ids: Value| area(json!({ "school_ids": ids }));
    wrong(SLEEP, "/area", ids(json!(["999999"])), "error", "area.school_ids", "schools.json")?;
    wrong(SLEEP, "/area", ids(json!(["100001", "100001"])), "error", "area.school_ids", "once")?;
    let all = area(json!({"schools": "all", "school_ids": ["100001"]}));
    wrong(SLEEP, "/area", all, "error", "area.schools", "Write listed")?;
    let unknown = area(json!({"schools": "not-known", "coverage_confirmed": {"on": "2026-09-10", "by": "team"}}));
    wrong(SLEEP, "/area", unknown, "error", "area.coverage_confirmed", "all or listed")?;
    let two = area(json!({"school_names": ["Hill View Academy"]}));
    wrong(SLEEP, "/area", two, "warning", "area.school_names", "school_ids")?;
    check(SLEEP, "/area", ids(json!(["100001"])), "error", "area.school_ids", "schools.json")
}

#[test]
fn what_was_confirmed_long_ago_or_not_yet_is_said() -> Result<()> {
    let confirmed = |on: &str| json!({"on": on, "by": "school office"});
    wrong(CONTACTS, "/contacts/0/confirmed", confirmed("2025-01-10"), "warning", "contacts.confirmed", "still right")?;
    wrong(CONTACTS, "/contacts/0/confirmed", confirmed("2027-01-10"), "warning", "contacts.confirmed", "up to today")?;
    wrong(SCHOOLS, "/taken_on", json!("2027-01-10"), "warning", "taken_on", "up to today")?;
    let area = json!({"places": ["anytown"], "schools": "all", "coverage_confirmed": confirmed("2025-01-10")});
    wrong(SLEEP, "/area", area, "warning", "area.coverage_confirmed", "still right")
}

#[test]
fn a_school_may_have_the_number_of_a_crisis_line() -> Result<()> {
    let folder = with_schools()?;
    folder.set("crisis.json", "/routes/2/call", json!("116 123"))?;
    folder.set(SCHOOLS, "/schools/0/id", json!("116123"))?;
    folder.set(CONTACTS, "/contacts/0/school", json!("116123"))?;
    folder.set(SLEEP, "/area", json!({"places": ["anytown"], "schools": "listed", "school_ids": ["116123"]}))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    folder.set(SCHOOLS, "/schools/0/name", json!("Call 116123"))?;
    expect(&folder, SCHOOLS, "error", "schools[0].name", "crisis.json alone")
}
