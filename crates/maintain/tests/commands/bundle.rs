//! `bundle`: what reaches the app, and what never does.

use anyhow::{Context, Result};
use directory::day::Day;
use directory::record::{bundle_for_lists, bundle_for_staff};
use directory::{Directory, finding::Level};
use serde_json::{Value, json};

use crate::folder::{Folder, TODAY, listing};

pub(crate) fn bundled(folder: &Folder) -> Result<String> {
    let out = folder.path().join("made/here/directory.json");
    let path = out.to_str().context("the path is UTF-8")?;
    let said = folder.maintain(&["bundle", "--out", path])?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    Ok(std::fs::read_to_string(out)?)
}

#[test]
fn the_core_reads_what_was_bundled_without_a_finding() -> Result<()> {
    let text = bundled(&Folder::sound()?)?;
    let today = Day::read(TODAY).context("a day")?;
    let (directory, findings) = Directory::read(&text, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    assert_eq!(findings.iter().filter(|finding| finding.level == Level::Error).count(), 0, "{findings:?}");
    assert_eq!(directory.listings().len(), 3);
    assert_eq!(directory.made, Some(today));
    Ok(())
}

#[test]
fn a_bundle_is_compact_sorted_and_says_its_version_once() -> Result<()> {
    let text = bundled(&Folder::sound()?)?;
    let whole: Value = serde_json::from_str(&text)?;
    let ids: Vec<_> = whole["listings"].as_array().context("a list")?.iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["advice-line", "night-line", "sleep-well"]);
    assert!(whole["listings"][0].get("format").is_none() && whole["format"] == 1 && whole["made"] == TODAY);
    assert!(!text.contains(": ") && !text.contains("null") && !text.contains('\n'), "{text}");
    Ok(())
}

#[test]
fn held_entries_and_private_notes_are_not_bundled() -> Result<()> {
    let folder = Folder::sound()?;
    let mut held = listing("kept-back");
    held["standing"] = json!("held");
    folder.write("listings/kept-back.json", &held.to_string())?;
    let text = bundled(&folder)?;
    for secret in ["kept-back", "900123", "Jo says", "notes"] {
        assert!(!text.contains(secret), "{secret}");
    }
    Ok(())
}

#[test]
fn the_history_is_bundled_for_staff_without_digests_and_held_entries_and_never_for_families() -> Result<()> {
    let folder = crate::history::known()?;
    folder.set("listings/night-line.json", "/standing", json!("held"))?;
    let line = |id: &str| json!({"on": "2026-11-21", "id": id, "what": "changed", "fields": ["ages"]}).to_string();
    let before = std::fs::read_to_string(folder.path().join("history.jsonl"))?;
    folder.write(
        "history.jsonl",
        &[before.trim_end(), &line("sleep-well"), &line("night-line"), &line("gone")].join("\n"),
    )?;
    let text = bundled(&folder)?;
    let whole: Value = serde_json::from_str(&text)?;
    let ids: Vec<_> = whole["history"].as_array().context("a list")?.iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["advice-line", "sleep-well", "sleep-well"]);
    assert!(!text.contains("\"state\""), "{text}");
    let today = Day::read(TODAY).context("a day")?;
    let (directory, _) = Directory::read(&text, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    assert_eq!(directory.history.all().len(), 3);
    let families = bundle_for_lists(&text).map_err(|why| anyhow::anyhow!("{why}"))?;
    assert!(!families.contains("history") && !families.contains("gathered\",\"now"), "{families}");
    let staff = bundle_for_staff(&text).map_err(|why| anyhow::anyhow!("{why}"))?;
    let (directory, _) = Directory::read(&staff, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    assert_eq!(directory.history.all().len(), 2);
    Ok(())
}

#[test]
fn the_same_data_on_the_same_day_gives_the_same_bytes() -> Result<()> {
    assert_eq!(bundled(&Folder::sound()?)?, bundled(&Folder::sound()?)?);
    Ok(())
}

#[test]
fn nothing_is_bundled_while_there_is_an_error() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set("listings/sleep-well.json", "/kind", json!("miracle"))?;
    let out = folder.path().join("directory.json");
    std::fs::write(&out, "the last good one")?;
    let said = folder.maintain(&["bundle", "--out", out.to_str().context("the path is UTF-8")?])?;
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("sleep-well.json, kind") && said.err.contains("1 error"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(&out)?, "the last good one");
    Ok(())
}
