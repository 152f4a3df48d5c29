//! How `check` tells what it found: by partner, as notes beside a change, as a
//! page with a scorecard.

use anyhow::Result;
use serde_json::{Value, json};

use crate::folder::{Folder, listing};

const SLEEP: &str = "listings/sleep-well.json";

/// Two entries of one partner, one with an error; one of a provider; nobody's.
fn shared() -> Result<Folder> {
    let folder = Folder::sound()?;
    folder.set(SLEEP, "/ages", json!({"from": 12, "to": 5}))?;
    folder.set(
        "listings/advice-line.json",
        "/checked",
        json!({"on": "2025-06-01", "by": "manager", "means": "called"}),
    )?;
    let mut other = listing("rest-well");
    other["provider"] = json!("Rest & Co");
    other["checked"] = json!({"on": "2026-10-01", "by": "manager", "means": "called"});
    other["contacts"] = json!({"web": "http://rest.example/"});
    folder.write("listings/rest-well.json", &other.to_string())?;
    Ok(folder)
}

fn with_partners(folder: &Folder, partners: Value) -> Result<()> {
    std::fs::create_dir_all(folder.partners())?;
    let file = json!({"format": 1, "partners": partners});
    Ok(std::fs::write(folder.partners().join("partners.json"), file.to_string())?)
}

fn trust() -> Value {
    json!([{"id": "trust", "name": "The Trust", "mailboxes": ["office@example.org"], "entries": ["sleep-well", "advice-line"]}])
}

#[test]
fn where_partners_are_named_findings_stand_under_them() -> Result<()> {
    let folder = shared()?;
    assert!(!folder.maintain(&["check"])?.out.contains("== "));
    let said = folder.maintain(&["check", "--by-partner"])?;
    assert!(
        said.out
            .contains("== Rest & Co (rest-and-co): 0 errors, 0 warnings, 1 advice\n   1 entry, 1 checked this term"),
        "{}",
        said.out
    );
    with_partners(&folder, trust())?;
    let said = folder.maintain(&["check"])?;
    let heads: Vec<_> = said.out.lines().filter(|line| line.starts_with("== ")).collect();
    assert_eq!(
        heads,
        [
            "== The Trust (trust): 1 error, 1 warning, 0 advice",
            "== Rest & Co (rest-and-co): 0 errors, 0 warnings, 1 advice",
            "== The directory itself: 0 errors, 0 warnings, 1 advice"
        ],
        "{}",
        said.out
    );
    assert!(said.out.contains("   2 entries, 1 very late, 1 never checked\n"), "{}", said.out);
    assert_eq!(said.code, Some(1));
    Ok(())
}

#[test]
fn one_partner_is_told_of_their_entries_alone() -> Result<()> {
    let folder = shared()?;
    with_partners(&folder, trust())?;
    for words in ["rest-and-co", "Rest & Co", "rest and co"] {
        let said = folder.maintain(&["check", "--partner", words])?;
        assert!(said.out.contains("rest-well.json") && !said.out.contains("sleep-well"), "{}", said.out);
        assert_eq!(said.code, Some(0), "another partner's error is not theirs");
    }
    let said = folder.maintain(&["check", "--partner", "trst"])?;
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("there is no partner trst; write an id or a name, such as trust"), "{}", said.err);
    Ok(())
}

#[test]
fn scripts_get_the_same_list_whoever_answers_for_it() -> Result<()> {
    let folder = shared()?;
    let before = folder.maintain(&["check", "--format", "json"])?;
    with_partners(&folder, trust())?;
    assert_eq!(folder.maintain(&["check", "--format", "json"])?.out, before.out);
    let notes = folder.maintain(&["check", "--format", "github"])?;
    let count = serde_json::from_str::<Vec<Value>>(&before.out)?.len();
    assert_eq!(notes.out.lines().filter(|line| line.starts_with("::")).count(), count, "{}", notes.out);
    assert!(
        notes.out.contains("::error file=") && notes.out.contains("title=ages::Found: 12 to 5%0AWrite whole years")
    );
    Ok(())
}

#[test]
fn the_page_has_a_scorecard_and_nothing_that_runs_or_is_loaded() -> Result<()> {
    let folder = shared()?;
    with_partners(&folder, trust())?;
    folder.set("listings/rest-well.json", "/name", json!("</li><script>alert(1)</script>\u{200b}"))?;
    folder.set("listings/rest-well.json", "/eligibility", json!("<img src=x onerror=alert(1)>  "))?;
    let page = folder.maintain(&["check", "--format", "html"])?.out;
    assert!(page.contains("<th scope=\"row\"><a href=\"#partner-trust\">The Trust</a></th><td>2</td>"), "{page}");
    let body = page.split("<body>").nth(1).unwrap_or_default();
    for forbidden in ["<script", "<img", "<link", "style=", "http-equiv", "office@example.org"] {
        assert!(!body.contains(forbidden), "{forbidden}: {body}");
    }
    assert!(body.contains("&lt;img src=x"), "{body}");
    assert!(!page.contains("url(") && !page.contains("@import"), "the page loads something");
    // Where the data lies on somebody's computer is not told.
    assert!(!page.contains("/data/listings"), "{body}");
    Ok(())
}

#[test]
fn slips_in_the_file_of_partners_are_named() -> Result<()> {
    for (partners, level, field, write) in [
        (json!([{"id": "a b", "name": "A"}]), "error", "partners.id", "a word of a-z"),
        (json!([{"id": "a", "name": ""}]), "error", "partners.a.name", "what the partner is called"),
        (json!([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]), "error", "partners.a", "two partners"),
        (json!([{"id": "a", "name": "A", "mailboxes": ["x@y"]}]), "error", "partners.a.mailboxes", "Write a mailbox"),
        (
            json!([{"id": "a", "name": "A", "mailboxes": ["a@b.org\nBcc: c@d.org"]}]),
            "error",
            "partners.a.mailboxes",
            "one at a time",
        ),
        (json!([{"id": "a", "name": "A", "entries": ["gone"]}]), "warning", "partners.a.entries", "there is none"),
        (
            json!([{"id": "a", "name": "A", "entries": ["sleep-well"]}, {"id": "b", "name": "B", "entries": ["sleep-well"]}]),
            "warning",
            "partners.b.entries",
            "a answers for it already",
        ),
    ] {
        let folder = Folder::sound()?;
        with_partners(&folder, partners)?;
        let said = folder.maintain(&["check", "--format", "json"])?;
        let all: Vec<Value> = serde_json::from_str(&said.out)?;
        let is_meant = |one: &&Value| {
            one["level"] == level
                && one["field"] == field
                && one["write"].as_str().is_some_and(|text| text.contains(write))
        };
        assert_eq!(all.iter().filter(is_meant).count(), 1, "{field}: {all:#?}");
    }
    // A bundle never asks who answers for what.
    let folder = Folder::sound()?;
    with_partners(&folder, json!([{"id": "a b", "name": ""}]))?;
    let out = folder.path().join("bundle.json");
    let said = folder.maintain(&["bundle", "--out", out.to_str().unwrap_or_default()])?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    Ok(())
}
