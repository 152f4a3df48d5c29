//! The words that are explained: each way to be wrong is named, and what is
//! sound is bundled as it stands.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::Folder;

const FILE: &str = "glossary.json";

/// Two words that are sound.
fn sound() -> Result<Folder> {
    let folder = Folder::sound()?;
    let source = json!([{"web": "https://example.org/words", "says": "A made-up page"}]);
    let term = |id: &str, name: &str, links: Value| {
        json!({
            "id": id, "term": name, "says": "A made-up word.", "audience": ["parent"], "links": links,
            "sources": source, "dated": "2026-09",
        })
    };
    let terms = [term("elsa", "ELSA", json!(["ELSA"])), term("waiting-list", "Waiting list", json!(["waiting list"]))];
    folder.write(FILE, &json!({"format": 1, "terms": terms}).to_string())?;
    Ok(folder)
}

fn check(pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = sound()?;
    folder.set(FILE, pointer, value)?;
    expect(&folder, FILE, level, field, write)
}

#[test]
fn sound_words_pass_and_a_directory_is_whole_without_any() -> Result<()> {
    for folder in [sound()?, Folder::sound()?] {
        let said = folder.maintain(&["check"])?;
        assert!(said.out.ends_with("3 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    }
    Ok(())
}

#[test]
fn a_word_that_cannot_be_read_is_an_error() -> Result<()> {
    check("/terms/0/id", json!("E L S A"), "error", "terms[0].id", "Write an id")?;
    check("/terms/1/id", json!("elsa"), "error", "terms[1].id", "an id of its own")?;
    check("/terms/0/says", json!(""), "error", "terms[0].says", "in plain words")?;
    check("/terms/0/audience", json!(["parents"]), "error", "terms[0].audience", "one of: parent")?;
    check("/terms/0/dated", json!("last year"), "error", "terms[0].dated", "2026-09")?;
    check("/terms/0/sources/0/web", json!("javascript:1"), "error", "terms[0].sources[0].web", "https://")?;
    check("/terms/0/meaning", json!("x"), "error", "terms[0].meaning", "Nothing reads this field")?;
    check("/format", json!(2), "error", "format", "\"format\": 1")
}

#[test]
fn a_name_or_a_link_leads_to_one_word_alone() -> Result<()> {
    check("/terms/1/also", json!(["Elsa"]), "error", "terms.waiting-list", "leads to elsa, too")?;
    check("/terms/1/links", json!(["ELSA"]), "error", "terms.waiting-list", "leads to elsa already")?;
    check("/terms/0/links", json!(["elsa"]), "error", "terms[0].links", "with its capitals")
}

#[test]
fn a_meaning_is_plain_and_says_on_what_it_rests() -> Result<()> {
    let long = "word ".repeat(20) + "end.";
    check("/terms/0/says", json!(long), "advice", "terms.elsa", "21 words in a sentence")?;
    check("/terms/0/says", json!("One. Two. Three. Four."), "advice", "terms.elsa", "3 sentences at most")?;
    check("/terms/0/says", json!("No end"), "advice", "terms.elsa", "full stop")?;
    check("/terms/0/sources", json!([]), "warning", "terms.elsa", "Write where it was found")
}

#[test]
fn crisis_numbers_and_private_mailboxes_stand_in_no_meaning() -> Result<()> {
    check("/terms/0/says", json!("Call 0800 000 1234."), "error", "terms[0].says", "crisis.json alone")?;
    check("/terms/0/says", json!("Ask jo@gmail.com."), "error", "terms[0].says", "private mailbox")
}

#[test]
fn a_note_on_words_is_private_and_has_its_place() -> Result<()> {
    let folder = sound()?;
    folder.write("editor/glossary.json", r#"{"notes": "Ask Jo about ELSA"}"#)?;
    assert!(folder.maintain(&["check"])?.out.ends_with("0 errors, 0 warnings, 2 advice\n"));
    let out = folder.path().join("bundle.json");
    folder.maintain(&["bundle", "--out", out.to_str().unwrap_or_default()])?;
    let text = std::fs::read_to_string(out)?;
    let bundle: Value = serde_json::from_str(&text)?;
    assert_eq!(bundle["glossary"][0]["id"], "elsa");
    assert_eq!(bundle["glossary"].as_array().map(Vec::len), Some(2));
    assert!(!text.contains("Ask Jo"));
    // Without words to explain a note on them has no place.
    std::fs::remove_file(folder.path().join(FILE))?;
    expect(&folder, "editor/glossary.json", "warning", "", "Name the note")
}
