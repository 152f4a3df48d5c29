//! `cargo maintain gaps` tells the figures of the gap map.

use anyhow::{Context, Result};
use directory::Directory;
use directory::age::AgeChoice;
use directory::closed::Closed;
use directory::day::Day;
use directory::gaps::GapChoices;
use directory::record::{bundle_for_lists, bundle_for_staff};
use directory::vocabulary::Need;
use serde_json::{Value, json};

use crate::folder::{Folder, TODAY, listing, maintain};

/// The sound folder, with something of every kind that the map tells apart.
fn folder() -> Result<Folder> {
    let folder = Folder::sound()?;
    for (id, field, value) in [
        ("near", "/area", json!({"places": ["anytown"]})),
        ("wide", "/area", json!({"places": ["shire"]})),
        ("old", "/standing", json!("doubtful")),
        ("ageless", "/ages", Value::Null),
        ("course", "/kind", json!("training")),
        ("reading", "/kind", json!("resource")),
        ("any", "/needs", json!(["general"])),
        ("kept", "/standing", json!("held")),
    ] {
        let file = format!("listings/{id}.json");
        folder.write(&file, &listing(id).to_string())?;
        folder.set(&file, field, value)?;
    }
    folder.set("listings/old.json", "/doubt", json!("Its page is old."))?;
    folder.set("listings/ageless.json", "/stated", json!(["summary"]))?;
    Ok(folder)
}

fn told(folder: &Folder, more: &[&str]) -> Result<Value> {
    let said = folder.maintain(&[&["gaps", "--format", "json"], more].concat())?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    Ok(serde_json::from_str(&said.out)?)
}

/// One cell of what was told.
fn cell(told: &Value, need: &str, age: &str) -> Result<Value> {
    let cells = told["cells"].as_array().context("a list of cells")?;
    let found = cells.iter().find(|one| one["need"] == need && one["age"] == age);
    found.cloned().context("each need at each age is a cell")
}

#[test]
fn a_cell_tells_near_from_national_and_counts_the_rest_apart() -> Result<()> {
    let folder = folder()?;
    let all = told(&folder, &[])?;
    let expected = json!({
        "need": "sleep", "age": "primary", "thrive": null, "state": "thin",
        "local": 1, "wider": 1, "national": 3, "in_doubt": 1, "to_ask": 1,
    });
    assert_eq!(cell(&all, "sleep", "primary")?, expected);
    assert_eq!(cell(&all, "sleep", "young-adult")?["state"], "none");
    assert_eq!(cell(&all, "sleep", "young-adult")?["to_ask"], 1);
    assert_eq!(all["cells"].as_array().map(Vec::len), Some(28 * 5));
    assert_eq!((&all["any_worry"], &all["left_out"]), (&json!(1), &json!({"training": 1, "resource": 1})));
    Ok(())
}

#[test]
fn each_choice_narrows_what_is_counted() -> Result<()> {
    let folder = folder()?;
    folder.set("listings/near.json", "/thrive", json!(["getting-help"]))?;
    folder.set("listings/wide.json", "/thrive", json!([]))?;
    folder.set("listings/near.json", "/cost", json!({"kind": "school-package", "note": ""}))?;
    let of = |more: &[&str]| -> Result<Value> { cell(&told(&folder, more)?, "sleep", "primary") };
    let help = of(&["--thrive", "getting-help"])?;
    // Of the others it is not known in which grouping they are; one is in none.
    assert_eq!((&help["local"], &help["wider"], &help["to_ask"]), (&json!(1), &json!(0), &json!(5)));
    assert_eq!(of(&["--kind", "resource"])?["national"], 1);
    assert_eq!(of(&["--kind", "helpline"])?["state"], "none");
    assert_eq!(of(&["--cost", "paid"])?["local"], 1);
    assert_eq!(of(&["--cost", "free"])?["local"], 0);
    assert_eq!(of(&["--area", "anytown"])?["local"], 1);
    let each = told(&folder, &["--each"])?;
    assert_eq!(each["cells"].as_array().map(Vec::len), Some(5 * 28 * 5));
    Ok(())
}

#[test]
fn only_what_is_checked_is_counted_where_anything_is() -> Result<()> {
    let folder = folder()?;
    let said = folder.maintain(&["gaps", "--checked", "--format", "json"])?;
    assert!(said.err.contains("checked nothing"), "{}", said.err);
    assert_eq!(cell(&serde_json::from_str(&said.out)?, "sleep", "primary")?["national"], 3);
    let checked = |on: &str| json!({"on": on, "by": "coordinator", "means": "called"});
    folder.set("listings/near.json", "/checked", checked("2026-11-01"))?;
    folder.set("listings/wide.json", "/checked", checked("2024-11-01"))?;
    let counted = cell(&told(&folder, &["--checked"])?, "sleep", "primary")?;
    assert_eq!((&counted["local"], &counted["wider"], &counted["national"]), (&json!(1), &json!(0), &json!(0)));
    Ok(())
}

/// The figures and the notes of the page come from the bundle that it loads.
#[test]
fn the_command_and_the_page_have_the_same_figures_and_families_load_none() -> Result<()> {
    let folder = folder()?;
    folder.set("site.json", "/gap_notes", json!([{"says": "More ask.", "by": "The group", "on": TODAY}]))?;
    let file = folder.path().join("bundle.json");
    let out = file.to_str().context("the path is UTF-8")?;
    let bundled = folder.maintain(&["bundle", "--out", out])?;
    assert_eq!(bundled.code, Some(0), "{}", bundled.err);
    let bundle = std::fs::read_to_string(&file)?;
    let staff = bundle_for_staff(&bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    let families = bundle_for_lists(&bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    assert!(staff.contains("More ask.") && !families.contains("gap_notes"), "the notes are for staff");
    let day = Day::read(TODAY).context("a day")?;
    let (directory, _) = Directory::read(&staff, day).map_err(|why| anyhow::anyhow!("{why}"))?;
    let map = directory.gaps(GapChoices::default());
    let told = told(&folder, &[])?;
    for need in Need::for_families() {
        for age in AgeChoice::groups() {
            let (page, command) = (map.cell(0, need, age), cell(&told, need.slug(), age.slug())?);
            let counts = [page.local, page.wider, page.national, page.doubtful, page.ask];
            let keys = ["local", "wider", "national", "in_doubt", "to_ask"];
            assert_eq!(keys.map(|key| command[key].clone()), counts.map(|count| json!(count)), "{need:?} {age:?}");
        }
    }
    Ok(())
}

#[test]
fn it_is_told_for_a_terminal_for_minutes_for_a_spreadsheet_and_as_a_picture() -> Result<()> {
    let folder = folder()?;
    let note = json!([{"need": "sleep", "says": "More ask.", "by": "The group", "on": "2026-11-04"}]);
    folder.set("site.json", "/gap_notes", note)?;
    let said = |format: &str| -> Result<String> { Ok(folder.maintain(&["gaps", "--format", format])?.out) };
    let text = said("text")?;
    assert!(text.starts_with("What is listed, not what is needed\nAll areas together."), "{text}");
    assert!(text.lines().any(|line| line.starts_with("Sleep ") && line.contains("1+1 (3) !1 ?1")), "{text}");
    assert!(text.contains("Sleep: More ask. (The group, 4 November 2026)"), "{text}");
    let minutes = said("markdown")?;
    assert!(
        minutes.contains("| Sleep | None. 1 to ask. | Thin: 1 local, 1 wider, 3 national. 1 in doubt, 1 to ask. |")
    );
    let rows = said("csv")?;
    assert_eq!(rows.lines().count(), 1 + 28 * 5);
    let row = "Sleep,sleep,\"Primary school, about 5 to 11\",primary,all,thin,1,1,3,1,1,All areas together,";
    assert!(rows.contains(row), "{rows}");
    assert!(said("svg")?.starts_with("<svg "));
    assert!(said("json")?.contains("\"More ask.\""));
    Ok(())
}

#[test]
fn what_there_is_not_to_choose_is_wrong_use_and_is_answered_with_what_there_is() -> Result<()> {
    let folder = folder()?;
    for (key, word, known) in [
        ("--area", "shire", "anytown"),
        ("--thrive", "tier-3", "getting-help"),
        ("--kind", "training", "service, digital"),
        ("--cost", "cheap", "free, paid"),
    ] {
        let said = folder.maintain(&["gaps", key, word])?;
        assert_eq!(said.code, Some(2), "{key} {word}");
        assert!(said.err.contains(word) && said.err.contains(known) && said.out.is_empty(), "{}", said.err);
    }
    assert_eq!(folder.maintain(&["gaps", "--each", "--thrive", "thriving"])?.code, Some(2));
    assert_eq!(maintain(&["gaps", "--data", "/no/such/folder"])?.code, Some(2));
    Ok(())
}

#[test]
fn a_note_is_of_a_need_and_of_no_person() -> Result<()> {
    let folder = folder()?;
    let check = |note: Value, field: &str| -> Result<()> {
        folder.set("site.json", "/gap_notes", json!([note]))?;
        let said = folder.maintain(&["check", "--format", "json"])?;
        assert!(said.out.contains(&format!("\"{field}\"")), "{field}: {}", said.out);
        Ok(())
    };
    let note = |need: &str, says: &str, by: &str, on: &str| json!({"need": need, "says": says, "by": by, "on": on});
    check(note("dragons", "More ask.", "The group", TODAY), "gap_notes.need")?;
    check(note("sleep", "Ask Mrs Jones.", "The group", TODAY), "gap_notes.says")?;
    check(note("sleep", "More ask.", "The group", "2027-01-01"), "gap_notes.on")?;
    check(json!({"says": "More ask.", "by": "The group", "date": TODAY}), "gap_notes[0].date")?;
    folder.set("site.json", "/gap_notes", json!([note("sleep", "More ask.", "The group", TODAY)]))?;
    assert!(!folder.maintain(&["check"])?.out.contains("gap_notes"));
    Ok(())
}
