//! Our own words on leaflets: nothing of them is published before a clinical
//! role has approved them, and on some needs nothing ever is.

use anyhow::Result;
use directory::record::{bundle_for_lists, bundle_for_staff};
use serde_json::{Value, json};

use crate::bundle::bundled;
use crate::check::expect;
use crate::folder::{Folder, TODAY};

const FILE: &str = "leaflets.json";

/// Words that are approved, and words that are not.
fn sound() -> Result<Folder> {
    let folder = Folder::sound()?;
    let approved = json!({"role": "Consultant clinical psychologist", "on": TODAY});
    let sleep = json!({
        "need": "sleep", "what_it_is": ["Approved words of tests."], "what_helps": ["Other approved words."],
        "source": "A made-up source", "approved": approved,
    });
    let draft = json!({"need": "bullying", "what_helps": ["Words of a draft."], "source": "A made-up source"});
    folder.write(FILE, &json!({"format": 1, "leaflets": [sleep, draft]}).to_string())?;
    Ok(folder)
}

fn check(pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = sound()?;
    folder.set(FILE, pointer, value)?;
    expect(&folder, FILE, level, field, write)
}

#[test]
fn words_that_nobody_approved_are_named_and_in_no_bundle() -> Result<()> {
    let folder = sound()?;
    expect(&folder, FILE, "advice", "leaflets.bullying", "Not published until")?;
    let text = bundled(&folder)?;
    assert!(text.contains("Approved words of tests.") && !text.contains("Words of a draft."), "{text}");
    for shorter in [bundle_for_lists(&text), bundle_for_staff(&text)] {
        let shorter = shorter.map_err(|why| anyhow::anyhow!("{why}"))?;
        assert!(!shorter.contains("Approved words") && !shorter.contains("leaflets"), "{shorter}");
    }
    Ok(())
}

#[test]
fn words_approved_for_tomorrow_are_not_published_today() -> Result<()> {
    let folder = sound()?;
    folder.set(FILE, "/leaflets/0/approved/on", json!("2026-11-22"))?;
    expect(&folder, FILE, "warning", "leaflets.sleep", "a day up to today")?;
    assert!(!bundled(&folder)?.contains("Approved words of tests."));
    Ok(())
}

#[test]
fn on_needs_where_a_wrong_word_may_cost_a_life_words_of_ours_are_refused() -> Result<()> {
    for need in ["suicide", "self-harm", "psychosis", "eating", "abuse-safety"] {
        check("/leaflets/0/need", json!(need), "error", "leaflets[0].need", "what to do in danger")?;
        check("/leaflets/1/need", json!(need), "error", "leaflets[1].need", "what to do in danger")?;
        let folder = sound()?;
        folder.set(FILE, "/leaflets/0/need", json!(need))?;
        let out = folder.path().join("made.json");
        let said = folder.maintain(&["bundle", "--out", out.to_str().unwrap_or_default()])?;
        assert!(said.code == Some(1) && !out.exists(), "{need}: {}", said.err);
    }
    check("/leaflets/0/need", json!("dragons"), "error", "leaflets[0].need", "Write one of: anxiety")
}

#[test]
fn only_a_clinical_role_and_never_a_person_approves() -> Result<()> {
    let role = "/leaflets/0/approved/role";
    check(role, json!("Headteacher"), "error", "leaflets[0].approved.role", "the clinical role")?;
    check(role, json!(""), "error", "leaflets[0].approved.role", "the clinical role")?;
    check(role, json!("Sarah Smith, clinical psychologist"), "error", "leaflets.sleep", "the role alone")?;
    check(role, json!("Dr Okafor, psychiatrist"), "error", "leaflets.sleep", "the role alone")?;
    check("/leaflets/0/approved/on", json!("2026-11"), "error", "leaflets[0].approved.on", "the day of it")
}

#[test]
fn words_rest_on_something_are_plain_and_are_approved_again_after_the_limit() -> Result<()> {
    check("/leaflets/0/source", json!(""), "error", "leaflets[0].source", "rest on")?;
    check("/leaflets/0/what_it_is", json!([""]), "error", "leaflets[0].what_it_is", "Write a sentence")?;
    check("/leaflets/1/what_helps", json!([]), "error", "leaflets[1].what_it_is", "take the leaflet out")?;
    check("/leaflets/1/need", json!("sleep"), "advice", "leaflets.sleep", "Not published until")?;
    let long = "word ".repeat(20) + "end.";
    check("/leaflets/0/what_helps", json!([long]), "advice", "leaflets.sleep", "21 words in a sentence")?;
    let many: Vec<_> = (0..6).map(|at| format!("Words {at}.")).collect();
    check("/leaflets/0/what_helps", json!(many), "warning", "leaflets.sleep", "one side of paper")?;
    check("/leaflets/0/what_helps", json!(["Call 0800 000 1234."]), "error", "leaflets[0].what_helps[0]", "alone")?;
    check("/leaflets/0/approved/on", json!("2025-11-20"), "warning", "leaflets.sleep", "approve the words again")
}
