//! People's words: six files, of which only one must be there, and each way to
//! be wrong in them.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::Folder;

const OPTIONAL: [&str; 5] = ["crisis", "alike", "people", "asks", "spelling"];

#[test]
fn a_file_of_words_that_is_missing_is_named_with_what_search_cannot_do_then() -> Result<()> {
    for (name, lack) in OPTIONAL.iter().zip(["took tablets", "hanging out", "@parent", "toddler", "misspelt"]) {
        let folder = Folder::sound()?;
        let file = format!("words/{name}.json");
        std::fs::remove_file(folder.path().join(&file))?;
        expect(&folder, &file, "warning", "", lack)?;
    }
    let folder = Folder::sound()?;
    std::fs::remove_file(folder.path().join("words/needs.json"))?;
    expect(&folder, "words/needs.json", "error", "", "It is missing")
}

#[test]
fn a_folder_with_the_words_for_needs_alone_is_still_bundled() -> Result<()> {
    let folder = Folder::sound()?;
    for name in OPTIONAL {
        std::fs::remove_file(folder.path().join(format!("words/{name}.json")))?;
    }
    // A class that sayings name is in one of the files that are gone.
    folder.write("words/needs.json", r#"{"format": 1, "needs": {"sleep": ["tired"]}}"#)?;
    let words = bundled(&folder)?;
    assert_eq!(words["needs"], json!({"sleep": ["tired"]}));
    assert_eq!((&words["emergency"], &words["misspelt"]), (&json!([]), &json!({})));
    Ok(())
}

#[test]
fn a_file_of_words_that_is_no_text_is_an_error_and_not_missing() -> Result<()> {
    let folder = Folder::sound()?;
    std::fs::write(folder.path().join("words/crisis.json"), [0xff, 0xfe, 0x00])?;
    expect(&folder, "words/crisis.json", "error", "", "UTF-8")
}

#[test]
fn a_file_of_words_of_another_version_or_with_a_strange_field_is_an_error() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set("words/crisis.json", "/format", json!(2))?;
    expect(&folder, "words/crisis.json", "error", "format", "Write \"format\": 1")?;
    let folder = Folder::sound()?;
    folder.set("words/alike.json", "/harmles", json!([]))?;
    expect(&folder, "words/alike.json", "error", "harmles", "Write harmless")
}

#[test]
fn a_file_among_the_words_that_nothing_reads_is_named() -> Result<()> {
    for name in ["synonyms.json", "needs.txt"] {
        let folder = Folder::sound()?;
        folder.write(&format!("words/{name}"), "{}")?;
        expect(&folder, name, "warning", "", "nothing reads a file of this name")?;
    }
    Ok(())
}

#[test]
fn every_file_of_words_reaches_the_bundle() -> Result<()> {
    let words = bundled(&Folder::sound()?)?;
    assert_eq!(words["needs"]["bullying"], json!(["picked on"]));
    assert_eq!(words["faint"]["sleep"], json!(["night"]));
    assert_eq!(words["emergency"], json!(["took tablets"]));
    assert_eq!((&words["a"], &words["b"]), (&json!(["ran away"]), &json!(["had enough"])));
    assert_eq!(words["with_eating"], json!(["fainting"]));
    assert_eq!(words["harmless"], json!(["night out"]));
    assert_eq!(words["people"]["parent"], json!(["mum", "dad"]));
    assert_eq!(words["places"]["anytown"], json!(["old town"]));
    assert_eq!(words["misspelt"], json!({"tierd": "tired"}));
    assert_eq!((&words["small"], &words["ordinary"]), (&json!(["help", "in", "the"]), &json!(["tiled"])));
    Ok(())
}

/// The words of the bundle that is made from a folder.
fn bundled(folder: &Folder) -> Result<Value> {
    let out = folder.path().join("directory.json");
    let said = folder.maintain(&["bundle", "--out", &out.display().to_string()])?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    let mut whole: Value = serde_json::from_str(&std::fs::read_to_string(out)?)?;
    Ok(whole["words"].take())
}
