//! Sayings: each way in which one could not be heard, or would mean what it
//! should not.

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::{check, expect, wrong};
use crate::folder::Folder;

const NEEDS: &str = "words/needs.json";
const CRISIS: &str = "words/crisis.json";
const ALIKE: &str = "words/alike.json";
const PEOPLE: &str = "words/people.json";
const ASKS: &str = "words/asks.json";
const SPELLING: &str = "words/spelling.json";

fn idle(file: &str, pointer: &str, value: Value, field: &str, write: &str) -> Result<()> {
    check(file, pointer, value, "warning", field, write)
}

fn advice(file: &str, pointer: &str, value: Value, field: &str, write: &str) -> Result<()> {
    check(file, pointer, value, "advice", field, write)
}

/// How many findings there are that must or should be mended.
fn count(folder: &Folder) -> Result<usize> {
    let all: Vec<Value> = serde_json::from_str(&folder.maintain(&["check", "--format", "json"])?.out)?;
    Ok(all.iter().filter(|one| one["level"] != "advice").count())
}

#[test]
fn a_name_that_search_does_not_know_is_named_with_those_that_it_does() -> Result<()> {
    wrong(NEEDS, "/needs/sleeping", json!(["awake"]), "needs.sleeping", "Write one of: anxiety")?;
    wrong(NEEDS, "/faint", json!({"sleeping": ["awake"]}), "faint.sleeping", "Write one of: anxiety")?;
    wrong(ASKS, "/ages", json!({"secondary,teens": ["teen"]}), "ages.secondary,teens", "early-years")?;
    wrong(ASKS, "/formats", json!({"chat": ["by text"]}), "formats.chat", "text-chat")?;
    wrong(ASKS, "/cost", json!({"gratis": ["free"]}), "cost.gratis", "free-to-schools")?;
    wrong(ASKS, "/kinds", json!({"app": ["an app"]}), "kinds.app", "digital")?;
    wrong(ASKS, "/access", json!({"self": ["self refer"]}), "access.self", "turn-up")?;
    wrong(ASKS, "/thrive", json!({"tier-2": ["tier two"]}), "thrive.tier-2", "getting-help")?;
    wrong(ASKS, "/who", json!({"teacher": ["pupil"]}), "who.teacher", "parent, young-person, staff")?;
    // The Shire is an area, and no choice of families.
    wrong(ASKS, "/places", json!({"shire": ["hilltop"]}), "places.shire", "Write one of: anytown, elsewhere.")
}

#[test]
fn a_saying_that_means_two_needs_says_so() -> Result<()> {
    let write = |first: &str| format!("Keep it here or in {first}; if it means both, name it in several too.");
    wrong(NEEDS, "/needs/trauma", json!(["tired"]), "needs.trauma", &write("needs.sleep"))?;
    wrong(NEEDS, "/needs/trauma", json!(["tires"]), "needs.trauma", &write("needs.sleep"))?;
    wrong(NEEDS, "/faint/anxiety", json!(["tired"]), "faint.anxiety", &write("needs.sleep"))?;
    let folder = Folder::sound()?;
    folder.set(NEEDS, "/needs/anxiety", json!(["tired"]))?;
    folder.set(NEEDS, "/several", json!(["tired"]))?;
    assert_eq!(count(&folder)?, 0);
    Ok(())
}

#[test]
fn what_is_said_to_mean_several_needs_does() -> Result<()> {
    idle(NEEDS, "/several", json!(["tired"]), "several", "write it under each need")?;
    idle(NEEDS, "/several", json!(["nowhere"]), "several", "write it under each need")
}

#[test]
fn a_harmless_saying_never_takes_the_meaning_from_another() -> Result<()> {
    for (saying, list) in [
        ("tired", "needs.sleep"),
        ("nights", "faint.sleep"),
        ("Took tablet's", "emergency"),
        ("ran away", "in a:"),
        ("had enough", "in b:"),
        ("free", "cost.free"),
    ] {
        let folder = Folder::sound()?;
        folder.set(ALIKE, "/harmless", json!([saying]))?;
        expect(&folder, ALIKE, "error", "harmless", list)?;
    }
    Ok(())
}

#[test]
fn a_saying_that_does_nothing_is_named() -> Result<()> {
    idle(
        NEEDS,
        "/needs/sleep",
        json!(["@parent never sleeps", "awake", "awakes"]),
        "needs.sleep",
        "awake stands here",
    )?;
    idle(NEEDS, "/faint/sleep", json!(["tired"]), "faint.sleep", "in needs.sleep")?;
    idle(CRISIS, "/a", json!(["ran away", "took tablets"]), "a", "in emergency")?;
    idle(CRISIS, "/b", json!(["ran away"]), "b", "in a")?;
    idle(CRISIS, "/with_eating", json!(["ran away"]), "with_eating", "in a")?;
    let folder = Folder::sound()?;
    folder.set(NEEDS, "/needs/self-harm", json!(["ran away", "took tablets"]))?;
    // An emergency may be a need as well, because it asks for more than that.
    expect(&folder, CRISIS, "warning", "a", "in needs.self-harm")?;
    assert_eq!(count(&folder)?, 1);
    Ok(())
}

#[test]
fn a_list_of_danger_is_never_empty() -> Result<()> {
    wrong(CRISIS, "/emergency", json!([]), "emergency", "never shows help now")?;
    wrong(CRISIS, "/a", json!([]), "a", "never shows help now")
}

#[test]
fn signs_in_a_saying_stand_where_they_mean_something() -> Result<()> {
    for saying in ["", "  ", "^ $", "...", "-"] {
        let folder = Folder::sound()?;
        folder.set(NEEDS, "/needs/anxiety", json!([saying]))?;
        let said = folder.maintain(&["check"])?;
        assert!(said.out.contains("Take out the empty word"), "{saying:?}: {}", said.out);
        assert_eq!(said.code, Some(1));
    }
    for saying in ["... worried", "worried ...", "^ ... worried", "so ... ... worried"] {
        wrong(NEEDS, "/needs/anxiety", json!([saying]), "needs.anxiety", "only between two words")?;
    }
    for saying in ["so ^ worried", "worried $ so", "$ worried", "worried ^"] {
        wrong(NEEDS, "/needs/anxiety", json!([saying]), "needs.anxiety", "only at the beginning")?;
    }
    let folder = Folder::sound()?;
    folder.set(NEEDS, "/needs/anxiety", json!(["^ odd ... worried $"]))?;
    assert_eq!(count(&folder)?, 0);
    Ok(())
}

#[test]
fn a_class_that_a_saying_names_is_there_and_holds_single_words() -> Result<()> {
    wrong(CRISIS, "/a", json!(["@parents hit me"]), "a", "one of: parent.")?;
    wrong(PEOPLE, "/people/parent", json!(["mum", "step dad"]), "people.parent", "Write one word here")?;
    wrong(PEOPLE, "/people/parent", json!([]), "people.parent", "Write the words of this class")?;
    check(PEOPLE, "/people/hit", json!(["hit"]), "advice", "people.hit", "No saying names @hit")
}

#[test]
fn words_stand_as_they_are_compared() -> Result<()> {
    advice(NEEDS, "/needs/anxiety", json!(["Can't cope"]), "needs.anxiety", "Write cant cope")?;
    advice(
        NEEDS,
        "/needs/anxiety",
        json!(["school-refusal & worry"]),
        "needs.anxiety",
        "Write school refusal and worry",
    )?;
    advice(SPELLING, "/small", json!(["The"]), "small", "Write the,")?;
    advice(PEOPLE, "/people/parent", json!(["Mum"]), "people.parent", "Write mum,")?;
    wrong(SPELLING, "/ordinary", json!(["two words"]), "ordinary", "Write one word here")
}

#[test]
fn small_and_ordinary_words_mean_nothing_else() -> Result<()> {
    idle(SPELLING, "/small", json!(["free"]), "small", "in cost.free")?;
    idle(SPELLING, "/ordinary", json!(["tire"]), "ordinary", "in needs.sleep")?;
    idle(SPELLING, "/ordinary", json!(["the"]), "ordinary", "small word")?;
    // Who is looking may be said by a word that tells nothing else.
    let folder = Folder::sound()?;
    folder.set(ASKS, "/who", json!({"staff": ["the"]}))?;
    assert_eq!(count(&folder)?, 0);
    Ok(())
}

#[test]
fn a_mistake_leads_to_words_that_search_knows() -> Result<()> {
    let misspelt = |wrong: &str, right: &str| json!({ wrong: right });
    for (typed, meant, write) in [
        ("tired", "Tired", "both sides are the same"),
        ("tiled", "tired", "an everyday word is not misspelt"),
        ("zzz", "snoring", "no saying, small word or entry"),
    ] {
        let folder = Folder::sound()?;
        folder.set(SPELLING, "/misspelt", misspelt(typed, meant))?;
        let said = folder.maintain(&["check"])?;
        assert!(said.out.contains(write) && said.code == Some(0), "{typed}: {}", said.out);
    }
    wrong(SPELLING, "/misspelt", misspelt("tyred", "..."), "misspelt.tyred", "Write plain words on both sides")?;
    wrong(SPELLING, "/misspelt", misspelt("tyred", ""), "misspelt.tyred", "Write plain words on both sides")?;
    let chain = json!({"tyrd": "tierd", "tierd": "tired"});
    idle(SPELLING, "/misspelt", chain, "misspelt.tyrd", "Write what is meant at once")?;
    // An entry talks about it.
    let folder = Folder::sound()?;
    folder.set(SPELLING, "/misspelt", misspelt("tawk", "talks"))?;
    assert_eq!(count(&folder)?, 0);
    Ok(())
}

#[test]
fn a_saying_that_holds_a_mistake_is_named_because_it_is_never_heard() -> Result<()> {
    for (typed, saying) in
        [("tyred", "so tyred"), ("a lot", "worries a lot"), ("tyred", "^ tyred $"), ("a lot", "a ... a lot")]
    {
        let folder = Folder::sound()?;
        folder.set(SPELLING, "/misspelt", json!({ typed: "tired" }))?;
        folder.set(NEEDS, "/needs/anxiety", json!([saying, "lot of a worry", "tyredness"]))?;
        expect(&folder, NEEDS, "warning", "needs.anxiety", &format!("Write tired for {typed}"))?;
    }
    Ok(())
}

#[test]
fn what_people_type_is_not_held_to_our_own_wording() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set(CRISIS, "/a", json!(["committed suicide"]))?;
    let said = folder.maintain(&["check"])?;
    assert!(!said.out.contains("died by suicide"), "{}", said.out);
    Ok(())
}
