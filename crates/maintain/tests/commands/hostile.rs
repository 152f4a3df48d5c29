//! Nothing that stands in a file makes the check panic or hang, and whatever it
//! finds can be told in every form.

use std::path::Path;

use anyhow::{Context, Result};
use directory::day::Day;
use maintain::check::{self, Dates};
use maintain::data::Data;
use maintain::files::{Folder as Files, TextFile};
use maintain::fix;
use maintain::report::{self, Format};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::folder::{Folder, TODAY};

/// Everything at once about the data of some files.
fn all_of_it(files: &Files) -> Result<()> {
    let today = Day::read(TODAY).context("a day")?;
    let findings = check::run(&Data::read(files), today, Dates::Strict);
    for format in [Format::Text, Format::Json, Format::Github, Format::Html] {
        report::write(&findings, files.listings.len(), format)?;
    }
    fix::of(Path::new(""), files);
    Ok(())
}

/// What somebody or something may have written in the place of a value.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,30}".prop_map(Value::from),
        "[0-9 +().-]{0,24}".prop_map(Value::from),
        "(https?://|www\\.)[a-z@:/?&=#%.\\[\\]]{0,24}".prop_map(Value::from),
        "[a-z.]{0,8}@[a-z.]{0,12}".prop_map(Value::from),
        "[A-Z]{1,2}[0-9]{1,3} ?[0-9][A-Z]{2}".prop_map(Value::from),
        "(19|20|00|99)[0-9]{2}(-[0-9]{1,2}){0,2}".prop_map(Value::from),
        "(under |up to the |aged )[0-9]{1,20}(th birthday|–[0-9]{1,3})?".prop_map(Value::from),
        "[\u{200b}\u{202e}\u{301}\u{a0}\u{200d}\u{fffd}\u{e0041}аa \n]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("(number|web|on|name|id|says|[a-z]{0,4})", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Puts a value in the place of the one that the steps lead to.
fn put(value: &mut Value, steps: &[usize], new: Value) {
    let Some((step, rest)) = steps.split_first() else {
        *value = new;
        return;
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = step % items.len();
            put(&mut items[at], rest, new);
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = step % fields.len();
            if let Some((_, inner)) = fields.iter_mut().nth(at) {
                put(inner, rest, new);
            }
        }
        other => *other = new,
    }
}

fn files(folder: &mut Files) -> Vec<&mut TextFile> {
    let Files {
        site, crisis, words, schools, contacts, glossary, self_help, leaflets, listings, editor, history, ..
    } = folder;
    let words = [&mut words.needs, &mut words.crisis, &mut words.people, &mut words.asks, &mut words.spelling];
    [site, crisis, schools, contacts, glossary, self_help, leaflets, history]
        .into_iter()
        .chain(words)
        .chain(listings)
        .chain(editor)
        .collect()
}

/// A sound folder with something in each file, read once.
fn sound() -> Result<Files> {
    let folder = Folder::sound()?;
    let contacts = json!({"phones": [{"number": "0300 000 0001", "note": "days"}], "texts": [{"number": "85258"}],
        "emails": ["help@example.org"], "web": "https://example.org/a"});
    folder.set("listings/sleep-well.json", "/contacts", contacts)?;
    folder.set("listings/sleep-well.json", "/availability", json!({"state": "open", "said_on": "2026-10-01"}))?;
    folder.set(
        "listings/sleep-well.json",
        "/checked",
        json!({"on": "2026-10-01", "by": "manager", "means": "called"}),
    )?;
    folder.set(
        "listings/sleep-well.json",
        "/training",
        json!({"price": {"pounds": 1, "per": "person"}, "dates": [{"on": "2027-01-12"}]}),
    )?;
    folder.set("listings/advice-line.json", "/funding", json!({"opens": "2026-01-01", "closes": "2026-12-01"}))?;
    folder.set(
        "listings/advice-line.json",
        "/resource",
        json!({"dated": "2026-01", "files": [{"type": "pdf", "web": "https://a.example/b"}]}),
    )?;
    folder.write(
        "glossary.json",
        &json!({"format": 1, "terms": [{"id": "gp", "term": "GP", "says": "A doctor.", "audience": ["parent"]}]})
            .to_string(),
    )?;
    folder.write(
        "schools.json",
        &json!({"format": 1, "source": "A list", "taken_on": "2026-10", "schools": [{"id": "1", "name": "Hill"}]})
            .to_string(),
    )?;
    folder.write(
        "contacts.json",
        &json!({"format": 1, "contacts": [{"role": "senco", "school": "1", "mailbox": "senco@example.org"}]})
            .to_string(),
    )?;
    folder.write("history.jsonl", "{\"on\":\"2026-11-01\",\"id\":\"sleep-well\",\"what\":\"new\"}\n")?;
    Files::read(folder.path())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_file_is_checked_without_panic(
        file in any::<usize>(), steps in prop::collection::vec(any::<usize>(), 0..6), new in anything()
    ) {
        let run = || -> Result<()> {
            let mut folder = sound_once()?;
            let mut all = files(&mut folder);
            let at = file % all.len();
            if let Some(mut value) = all[at].text.as_deref().and_then(|text| serde_json::from_str(text).ok()) {
                put(&mut value, &steps, new.clone());
                all[at].text = Some(value.to_string());
            }
            all_of_it(&folder)
        };
        if let Err(why) = run() {
            prop_assert!(false, "{why:#}");
        }
    }
}

/// The same, read from the disk only once.
fn sound_once() -> Result<Files> {
    static SOUND: std::sync::OnceLock<Option<Files>> = std::sync::OnceLock::new();
    SOUND.get_or_init(|| sound().ok()).clone().context("the sound folder was not read")
}

#[test]
fn files_that_are_no_text_deep_or_long_are_named_and_hide_no_other() -> Result<()> {
    let folder = Folder::sound()?;
    std::fs::write(folder.path().join("listings/bytes.json"), [0xff, 0xfe, 0x00])?;
    folder.write("listings/deep.json", &"[".repeat(200_000))?;
    folder.write("listings/long.json", &format!("{{\"summary\": \"{}\"}}", "so ".repeat(300_000)))?;
    let mut named = crate::folder::listing("named");
    named["name"] = json!("ab ".repeat(100_000));
    folder.write("listings/named.json", &named.to_string())?;
    let said = folder.maintain(&["check", "--format", "json"])?;
    let all: Vec<Value> = serde_json::from_str(&said.out)?;
    for file in ["bytes.json", "deep.json", "long.json"] {
        let is_named =
            |one: &Value| one["file"].as_str().is_some_and(|path| path.ends_with(file)) && one["level"] == "error";
        assert!(all.iter().any(is_named), "{file}");
    }
    assert!(said.out.len() < 100_000, "what is shown of a long text is cut");
    assert_eq!((said.code, said.err.as_str()), (Some(1), ""));
    Ok(())
}
