//! `check` on what people type and paste: numbers, addresses, postcodes, ages,
//! dates, names, letters that nobody sees, and entries that may be one.

use anyhow::Result;
use serde_json::json;

use crate::check::{check, expect, wrong};
use crate::folder::{Folder, listing};

const CRISIS: &str = "crisis.json";
const GLOSSARY: &str = "glossary.json";
const SLEEP: &str = "listings/sleep-well.json";

#[test]
fn a_number_that_nobody_can_dial_or_answer_is_named_with_its_place() -> Result<()> {
    let phone = |number: &str| json!({"phones": [{"number": number}]});
    let field = "contacts.phones[0].number";
    wrong(SLEEP, "/contacts", phone("0300 000 000"), field, "it has 10 digits")?;
    wrong(SLEEP, "/contacts", phone("85258"), field, "Move it to texts")?;
    check(SLEEP, "/contacts", phone("07700 900123"), "warning", field, "kept for examples")?;
    check(SLEEP, "/contacts", phone("0871 200 3000"), "warning", field, "costs extra")?;
    check(SLEEP, "/contacts", phone("0207 525 5000"), "warning", field, "say them: 020 7525 5000")?;
    let twice = json!({"phones": [{"number": "0300 000 0001"}, {"number": "03000 000 001"}]});
    check(SLEEP, "/contacts", twice, "warning", "contacts.phones[1].number", "stands before it")?;
    check(
        SLEEP,
        "/contacts",
        json!({"texts": [{"number": "116 000"}]}),
        "warning",
        "contacts.texts[0].number",
        "not texted",
    )?;
    wrong(CRISIS, "/routes/2/call", json!("0800 000 12"), "routes.call", "it has 9 digits")
}

#[test]
fn short_numbers_that_everybody_knows_are_no_fault() -> Result<()> {
    let folder = Folder::sound()?;
    let contacts = json!({"phones": [{"number": "101"}, {"number": "119"}], "texts": [{"number": "85258"}]});
    folder.set(SLEEP, "/contacts", contacts)?;
    let said = folder.maintain(&["check"])?;
    assert!(said.out.ends_with("0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    Ok(())
}

#[test]
fn an_address_is_the_services_own_and_follows_nobody() -> Result<()> {
    let web = |web: &str| json!({"web": web});
    check(
        SLEEP,
        "/contacts",
        web("https://a.example/x?utm_source=y"),
        "warning",
        "contacts.web",
        "https://a.example/x, if",
    )?;
    check(SLEEP, "/contacts", web("http://a.example/x"), "advice", "contacts.web", "Try https://a.example/x")?;
    wrong(SLEEP, "/contacts", web("https://a:b@a.example/"), "contacts.web", "name and password")?;
    check(
        SLEEP,
        "/contacts",
        json!({"emails": ["no-reply@a.example"]}),
        "warning",
        "contacts.emails[0]",
        "somebody reads",
    )
}

#[test]
fn a_postcode_that_there_is_not_is_named_in_any_sentence() -> Result<()> {
    check(SLEEP, "/access", json!({"route": "Come to WA154 1HF."}), "warning", "access.route", "none like this")?;
    check(SLEEP, "/access", json!({"route": "Come to SE58AZ."}), "warning", "access.route", "SE5 8AZ")
}

#[test]
fn ages_say_what_the_words_say() -> Result<()> {
    check(SLEEP, "/eligibility", json!("Lives here, under 11"), "warning", "ages", "\"to\": 10")?;
    check(SLEEP, "/ages", json!({"from": 40, "to": 60}), "warning", "ages", "user_ages")?;
    check(SLEEP, "/access", json!({"youngest": 13}), "warning", "access.youngest", "can ask alone")
}

#[test]
fn a_date_that_cannot_be_or_is_too_old_is_a_slip() -> Result<()> {
    wrong(SLEEP, "/last_source", json!("2026-02-30"), "last_source", "Write a date")?;
    check(SLEEP, "/last_source", json!("1962-01-01"), "warning", "last_source", "Look the year up")?;
    let long = json!({"state": "long-wait", "wait": "12 weeks", "said_on": "2025-01-10"});
    check(SLEEP, "/availability", long, "warning", "availability.said_on", "how long the wait is now")?;
    let imported = json!({"from": "Another directory", "licence": "OGL", "on": "2027-01-01", "id": "7"});
    check(SLEEP, "/imported", imported, "warning", "imported.on", "a day up to today")?;
    let folder = Folder::sound()?;
    let term = json!({"id": "gp", "term": "GP", "says": "A doctor.", "dated": "2027-01", "audience": ["parent"], "sources": [{"says": "A page"}]});
    folder.write(GLOSSARY, &json!({"format": 1, "terms": [term]}).to_string())?;
    expect(&folder, GLOSSARY, "warning", "terms.gp", "a day up to today")
}

#[test]
fn a_person_is_named_nowhere_and_a_body_may_be() -> Result<()> {
    check(SLEEP, "/access", json!({"route": "Ask for Dr Patel."}), "warning", "access.route", "a role or a team")?;
    let folder = Folder::sound()?;
    folder.set(SLEEP, "/provider", json!("The Mary Brown Trust"))?;
    folder.set(SLEEP, "/access", json!({"route": "The Mary Brown Trust answers."}))?;
    assert!(!folder.maintain(&["check"])?.out.contains("role or a team"));
    Ok(())
}

#[test]
fn a_number_that_may_be_one_persons_is_asked_about() -> Result<()> {
    const WHY: &str = "one person's own number or name. Ask for the number of the team.";
    let phone = |note: &str| json!({"phones": [{"number": "020 7525 1921", "note": note}]});
    check(SLEEP, "/contacts", phone("call Jane on"), "warning", "contacts.phones[0].note", WHY)?;
    check(SLEEP, "/contacts", phone("Mrs Patel"), "warning", "contacts.phones[0].note", WHY)?;
    check(SLEEP, "/summary", json!("Call Jane on 07123 456789."), "warning", "summary", WHY)?;
    check(SLEEP, "/access", json!({"route": "07123 456789 (Jane)"}), "warning", "access.route", WHY)?;
    for right in ["St Mary's Hospital, evenings", "Anna Freud", "duty team"] {
        let folder = Folder::sound()?;
        folder.set(SLEEP, "/contacts", phone(right))?;
        folder.set(SLEEP, "/summary", json!(format!("Call {right} on 020 7525 1921.")))?;
        assert!(!folder.maintain(&["check"])?.out.contains(WHY), "{right}");
    }
    Ok(())
}

#[test]
fn a_letter_that_nobody_sees_or_that_looks_like_another_is_an_error() -> Result<()> {
    wrong(SLEEP, "/summary", json!("Talks about sl\u{200b}eep."), "summary", "nobody sees")?;
    wrong(SLEEP, "/name", json!("Slееp well"), "name", "only looks like")?;
    check(SLEEP, "/summary", json!("Talks about\u{202f}sleep."), "warning", "summary", "plain spaces")
}

#[test]
fn our_words_are_plain_and_hurt_nobody() -> Result<()> {
    let long = format!("Talks {}about sleep.", "and talks ".repeat(10));
    check(SLEEP, "/summary", json!(long), "advice", "summary", "23 words in a sentence")?;
    check(SLEEP, "/summary", json!("For a school refuser."), "advice", "summary", "struggling to go to school")?;
    check(SLEEP, "/summary", json!("For children aged 5-11."), "advice", "summary", "“5 to 11”")?;
    let hard = "Psychotherapeutic interventions addressing internalising presentations, neurodevelopmental comorbidities, \
                attachment difficulties alongside multidisciplinary formulation.";
    check(SLEEP, "/summary", json!(hard), "advice", "summary", "reading age")
}

#[test]
fn two_entries_that_may_be_one_are_named_beside_each_other() -> Result<()> {
    let folder = Folder::sound()?;
    let mut twin = listing("well-sleep");
    twin["name"] = json!("The Sleep well");
    folder.write("listings/well-sleep.json", &twin.to_string())?;
    folder.set(SLEEP, "/name", json!("Sleep Well"))?;
    expect(&folder, "listings/well-sleep.json", "advice", "name", "sleep-well (Sleep Well) has the same name")?;
    let contacts = json!({"phones": [{"number": "0300 000 0001"}]});
    folder.set(SLEEP, "/contacts", contacts.clone())?;
    folder.set("listings/well-sleep.json", "/contacts", contacts)?;
    expect(&folder, "listings/well-sleep.json", "warning", "name", "and 03000000001 too")?;
    // What waits for a yes is the one to look at, whichever comes first.
    folder.set(SLEEP, "/standing", json!("held"))?;
    expect(&folder, SLEEP, "warning", "name", "well-sleep (The Sleep well)")?;
    folder.set(SLEEP, "/name", json!("Sleep Wel"))?;
    expect(&folder, SLEEP, "warning", "name", "almost the same name")?;
    // What has ended has its successor, and is no twin.
    folder.set(SLEEP, "/standing", json!("ended"))?;
    folder.set(SLEEP, "/successor", json!("well-sleep"))?;
    assert!(!folder.maintain(&["check"])?.out.contains("Look if they are one"));
    Ok(())
}

#[test]
fn an_ended_entry_names_whoever_was_once_called_the_same() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SLEEP, "/standing", json!("ended"))?;
    folder.set(SLEEP, "/successor", json!("none-known"))?;
    folder.set("listings/advice-line.json", "/former_names", json!(["The Sleep-Well"]))?;
    expect(&folder, SLEEP, "warning", "successor", "Write advice-line, if it took its place")
}
