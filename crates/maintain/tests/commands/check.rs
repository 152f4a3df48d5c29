//! `check`: each way to be wrong is named with file, field and remedy.

use anyhow::Result;
use serde_json::{Value, json};

use crate::folder::{Folder, TODAY, listing, maintain};

const SITE: &str = "site.json";
const CRISIS: &str = "crisis.json";
const SLEEP: &str = "listings/sleep-well.json";

/// Sets one value, and looks for a finding of this level and field in that
/// file, with these words in its remedy.
pub(crate) fn check(file: &str, pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(file, pointer, value)?;
    expect(&folder, file, level, field, write)
}

/// Looks for one finding of this level and field in a file of a folder, with
/// these words in its remedy.
pub(crate) fn expect(folder: &Folder, file: &str, level: &str, field: &str, write: &str) -> Result<()> {
    let said = folder.maintain(&["check", "--format", "json"])?;
    let all: Vec<Value> = serde_json::from_str(&said.out)?;
    let is_meant = |one: &&Value| {
        let has = |key: &str, text: &str| one[key].as_str().is_some_and(|value| value.contains(text));
        one["level"] == level && one["field"] == field && has("file", file) && has("write", write)
    };
    assert_eq!(all.iter().filter(is_meant).count(), 1, "{file} {field}: {:#}", json!(all));
    assert_eq!(said.code, Some(i32::from(level == "error")), "{}", said.out);
    Ok(())
}

pub(crate) fn wrong(file: &str, pointer: &str, value: Value, field: &str, write: &str) -> Result<()> {
    check(file, pointer, value, "error", field, write)
}

#[test]
fn sound_data_passes_and_is_counted() -> Result<()> {
    let said = Folder::sound()?.maintain(&["check"])?;
    assert!(said.out.ends_with("3 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    assert_eq!(said.code, Some(0));
    Ok(())
}

#[test]
fn wrong_use_is_told_from_wrong_data() -> Result<()> {
    for arguments in [&["check", "--data", "/no/such/folder"][..], &["bundle"], &["check", "--today", "soon"], &[]] {
        assert_eq!(maintain(arguments)?.code, Some(2), "{arguments:?}");
    }
    Ok(())
}

#[test]
fn one_bad_file_never_hides_the_others() -> Result<()> {
    let folder = Folder::sound()?;
    folder.write("listings/broken.json", "{")?;
    folder.write(SLEEP, "[]")?;
    folder.write("words/needs.json", "")?;
    expect(&folder, "listings/broken.json", "error", "", "Mend the JSON")?;
    expect(&folder, SLEEP, "error", "", "Write what the format asks for")?;
    expect(&folder, "words/needs.json", "error", "", "Mend the JSON")
}

#[test]
fn a_missing_file_is_named() -> Result<()> {
    let folder = Folder::sound()?;
    std::fs::remove_file(folder.path().join(CRISIS))?;
    expect(&folder, CRISIS, "error", "", "It is missing")
}

#[test]
fn a_field_that_nothing_reads_is_named_with_the_nearest_known() -> Result<()> {
    wrong(SLEEP, "/eligibilty", json!("All"), "eligibilty", "Write eligibility")?;
    wrong(SLEEP, "/area/whocounts", json!([]), "area.whocounts", "Write who_counts")?;
    wrong(SITE, "/areas/0/nextstep", json!("Ask"), "areas[0].nextstep", "Write next_step")?;
    wrong(CRISIS, "/routes/0/phone", json!("999"), "routes[0].phone", "Nothing reads this field")
}

#[test]
fn an_id_is_its_files_name_and_belongs_to_one_entry_for_ever() -> Result<()> {
    wrong(SLEEP, "/id", json!("sleep-better"), "id", "Write sleep-well")?;
    wrong(SLEEP, "/former_slugs", json!(["advice-line"]), "former_slugs", "belongs to")?;
    wrong(SLEEP, "/former_slugs", json!(["a", "a"]), "former_slugs", "belongs to")?;
    wrong(SLEEP, "/former_slugs", json!(["../up"]), "former_slugs", "Write an id")
}

#[test]
fn every_link_leads_somewhere() -> Result<()> {
    wrong(SLEEP, "/area/places", json!(["nowhere"]), "area.places", "anytown, shire")?;
    wrong(SITE, "/areas/0/within", json!("nowhere"), "areas.within", "another area")?;
    wrong(SITE, "/areas/1/within", json!("shire"), "areas.within", "another area")?;
    wrong(SITE, "/advice", json!("nobody"), "advice", "no such entry")?;
    wrong(SITE, "/advice", json!("sleep-well"), "advice", "no number to call")?;
    wrong(SLEEP, "/crisis", json!("no-route"), "crisis", "id of a route")
}

#[test]
fn an_ended_entry_leads_to_one_that_is_listed() -> Result<()> {
    for (next, why) in [("nobody", "no such entry"), ("sleep-well", "ended, too"), ("kept-back", "held")] {
        let folder = Folder::sound()?;
        let mut held = listing("kept-back");
        held["standing"] = json!("held");
        folder.write("listings/kept-back.json", &held.to_string())?;
        folder.set(SLEEP, "/standing", json!("ended"))?;
        folder.set(SLEEP, "/successor", json!(next))?;
        expect(&folder, SLEEP, "error", "successor", why)?;
    }
    wrong(SLEEP, "/successor", json!("advice-line"), "successor", "Take it out")
}

#[test]
fn doubt_comes_with_its_reason() -> Result<()> {
    wrong(SLEEP, "/standing", json!("doubtful"), "doubt", "Say why")?;
    wrong(SLEEP, "/doubt", json!("The page is from 2019."), "doubt", "doubtful")
}

#[test]
fn crisis_numbers_stand_in_one_file_only() -> Result<()> {
    let contacts = json!({"phones": [{"number": "0800 000 1234"}]});
    wrong(SLEEP, "/contacts", contacts, "contacts.phones[0].number", "crisis.json alone")?;
    wrong(SLEEP, "/contacts", json!({"texts": [{"number": "111"}]}), "contacts.texts[0].number", "crisis.json alone")?;
    wrong(SLEEP, "/summary", json!("At night: +44 800 000-1234."), "summary", "crisis.json alone")?;
    wrong(SITE, "/areas/0/next_step", json!("Call 08000001234."), "areas[0].next_step", "crisis.json alone")?;
    let line = "listings/night-line.json";
    wrong(line, "/contacts", json!({"phones": [{"number": "0300 000 0001"}]}), "contacts", "Take its numbers out")
}

#[test]
fn sentences_may_name_999_and_111() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SLEEP, "/access", json!({"route": "In danger? Call 999. Urgent: 111, mental health option."}))?;
    folder.set(SLEEP, "/contacts", json!({"phones": [{"number": "0300 111 5065"}]}))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn the_strip_has_three_lines() -> Result<()> {
    wrong(CRISIS, "/strip", json!([]), "strip", "exactly three lines")
}

#[test]
fn every_area_says_what_to_do_next() -> Result<()> {
    wrong(SITE, "/areas/0/next_step", json!(""), "areas.next_step", "what to do next")?;
    wrong(SITE, "/areas/1/next_step", json!(" "), "areas.next_step", "what to do next")
}

#[test]
fn a_release_names_two_roles_and_a_day_or_is_none() -> Result<()> {
    wrong(SITE, "/release", json!({"by": "lead"}), "release", "by, on and clinical_safety")?;
    wrong(SITE, "/release", json!("yes"), "release", "by, on and clinical_safety")
}

#[test]
fn a_release_is_not_signed_over_unchecked_crisis_help() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SITE, "/release", json!({"by": "lead", "on": "2026-11-21", "clinical_safety": "officer"}))?;
    folder.set(CRISIS, "/routes/0/checked", Value::Null)?;
    expect(&folder, CRISIS, "error", "routes.checked", "Before a release")
}

#[test]
fn a_release_names_the_folder_where_it_is_served() -> Result<()> {
    for address in ["https://a.example/?b", "https://a.example/#b", "https://a.example/index.html"] {
        wrong(SITE, "/publisher/address", json!(address), "publisher.address", "the folder where")?;
    }
    let folder = Folder::sound()?;
    folder.set(SITE, "/release", json!({"by": "lead", "on": "2026-11-21", "clinical_safety": "officer"}))?;
    folder.set(SITE, "/publisher/address", Value::Null)?;
    expect(&folder, SITE, "warning", "publisher.address", "the folder where")
}

#[test]
fn a_release_is_not_signed_over_an_old_check_of_crisis_help() -> Result<()> {
    for (checked, is_refused) in [("2026-09-22", true), ("2026-09-23", false)] {
        let folder = Folder::sound()?;
        folder.set(SITE, "/release", json!({"by": "lead", "on": "2026-11-21", "clinical_safety": "officer"}))?;
        folder.set(CRISIS, "/routes/0/checked/on", json!(checked))?;
        match is_refused {
            true => expect(&folder, CRISIS, "error", "routes.checked", "then sign the release")?,
            false => assert_eq!(folder.maintain(&["check"])?.code, Some(0)),
        }
    }
    Ok(())
}

#[test]
fn review_rules_are_data_and_never_laxer_than_ours() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SITE, "/review", json!({"late": 1, "very_late": 2, "crisis": {"due": 7, "warn": 14, "refuse": 21}}))?;
    let said = folder.maintain(&["check"])?;
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert_eq!(said.out.matches("checked 20 days ago").count(), 3, "{}", said.out);
    folder.set(SITE, "/release", json!({"by": "lead", "on": "2026-11-22", "clinical_safety": "officer"}))?;
    assert!(folder.maintain(&["check"])?.out.contains("checked 21 days before the release"));
    wrong(
        SITE,
        "/review",
        json!({"crisis": {"due": 30, "warn": 45, "refuse": 90}}),
        "review.crisis",
        "at most 30, 45",
    )?;
    wrong(SITE, "/review", json!({"late": 5, "very_late": 9}), "review.late", "within a year")
}

#[test]
fn a_colour_that_cannot_be_read_is_an_error_with_a_remedy() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(SITE, "/colours", json!({"light": {"brand": "#6a1b9a", "brand-deep": "#3d0f5a"}}))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    wrong(
        SITE,
        "/colours",
        json!({"dark": {"help": "#2a2650"}}),
        "colours.dark.help",
        "words on help-tint, and needs 4.5",
    )?;
    wrong(SITE, "/colours", json!({"light": {"danger": "#00ff00"}}), "colours.light.danger", "urgent help")?;
    for hostile in ["red", "#fff;}body{display:none", "url(https://example.org/x)", "var(--ink)", ""] {
        wrong(SITE, "/colours", json!({"light": {"brand": hostile}}), "colours.light.brand", "six digits")?;
    }
    wrong(SITE, "/colours", json!({"night": {}}), "colours.night", "light")
}

#[test]
fn words_for_a_kind_of_support_promise_no_crisis_help() -> Result<()> {
    let all = |parents: &str, line: &str| {
        json!([
            {"slug": "getting-risk-support", "parents": parents, "line": line}, {"slug": "thriving"},
            {"slug": "getting-advice"}, {"slug": "getting-help"}, {"slug": "getting-more-help"},
        ])
    };
    let folder = Folder::sound()?;
    folder.set(SITE, "/thrive", all("Staying safe", "Help from a team that knows your child"))?;
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    wrong(SITE, "/thrive", all("Crisis support", "Help"), "thrive.parents", "no crisis help")?;
    wrong(SITE, "/thrive", all("Staying safe", "Call 999 at once"), "thrive.line", "no crisis help")?;
    check(SITE, "/thrive", all("Support for severe problems", "Help"), "warning", "thrive.parents", "no ladder")?;
    wrong(SITE, "/thrive", all("Staying safe", "Help."), "thrive.line", "full stop")?;
    wrong(SITE, "/thrive", all(" ", "Help"), "thrive.parents", "what people are to read")?;
    let folder = Folder::sound()?;
    folder.set(SITE, "/thrive", json!([{"slug": "thriving"}]))?;
    let said = folder.maintain(&["check"])?;
    assert_eq!((said.code, said.out.matches("Write all five").count()), (Some(1), 4), "{}", said.out);
    Ok(())
}

#[test]
fn ages_that_cannot_be_are_named() -> Result<()> {
    wrong(SLEEP, "/ages", json!({"from": 5, "to": 121}), "ages", "from 0 to 120")?;
    wrong(SLEEP, "/ages", json!({"from": -1, "to": 5}), "ages", "from 0 to 120")?;
    wrong(SLEEP, "/ages", json!({"from": 12, "to": 5}), "ages", "the lower first")?;
    wrong(SLEEP, "/ages_extended", json!([{"to": 11, "if": "SEND"}]), "ages_extended", "beyond ages.to")
}

#[test]
fn nobodys_private_mailbox_is_published() -> Result<()> {
    wrong(SLEEP, "/contacts", json!({"emails": ["jo@gmail.com"]}), "contacts.emails[0]", "private mailbox")?;
    wrong(SITE, "/publisher/email", json!("jo@hotmail.co.uk"), "publisher.email", "private mailbox")
}

#[test]
fn what_is_empty_or_unsupported_is_named() -> Result<()> {
    wrong(SLEEP, "/sources", json!([]), "sources", "at least one source")?;
    check(SLEEP, "/needs", json!([]), "warning", "needs", "what it helps with")?;
    wrong(SLEEP, "/audience", json!([]), "audience", "whom it speaks to")?;
    check(SLEEP, "/stated", json!(["agez"]), "warning", "stated", "No field")?;
    let long = json!({"phones": [{"number": "03000000000"}]});
    check(SLEEP, "/contacts", long, "warning", "contacts.phones[0].number", "0300 000 0000")
}

#[test]
fn what_depends_on_the_date_warns_until_dates_are_strict() -> Result<()> {
    let old = json!({"on": "2025-01-10", "by": "coordinator", "means": "called"});
    for (file, pointer, value) in [
        (SLEEP, "/checked", old),
        (SLEEP, "/last_source", json!("2026-11-22")),
        (SITE, "/gathered", json!("2027-01-01")),
        (CRISIS, "/routes/0/checked/on", json!("2026-10-01")),
    ] {
        let folder = Folder::sound()?;
        folder.set(file, pointer, value)?;
        assert_eq!(folder.maintain(&["check"])?.code, Some(0), "{pointer}");
        let strict = folder.maintain(&["check", "--strict-dates"])?;
        assert_eq!(strict.code, Some(1), "{pointer}: {}", strict.out);
        assert!(strict.out.contains("1 error, 0 warnings"), "{}", strict.out);
    }
    assert_eq!(TODAY, "2026-11-21");
    Ok(())
}
