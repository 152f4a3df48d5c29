//! `history`: the story of one entry, and of all.

use anyhow::Result;
use serde_json::{Value, json};

use crate::history::{SLEEP, known, on, recorded};

#[test]
fn an_entry_has_a_story_by_each_of_its_ids() -> Result<()> {
    let folder = known()?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    recorded(&folder, "2026-12-01")?;
    on(&folder, "2026-12-02", &["withdraw", "sleep-well", "--reason", "It may have moved.", "--by", "coordinator"])?;
    folder.set(SLEEP, "/former_slugs", json!(["rest-well"]))?;
    let told = on(&folder, "2026-12-03", &["history", "rest-well"])?;
    let story = "What happened to The sleep-well (sleep-well)\n\n20 November 2026\n  gathered from published pages.\n\n\
        1 December 2026\n  changed: ages.\n\n\
        2 December 2026\n  taken out for now. It may have moved. By: coordinator.\n";
    assert_eq!((told.code, told.out.as_str()), (Some(0), story), "{}", told.err);
    let json: Value =
        serde_json::from_str(&on(&folder, "2026-12-03", &["history", "sleep-well", "--format", "json"])?.out)?;
    assert_eq!(json[2]["why"], "It may have moved.");
    assert_eq!(
        json[1],
        json!({"on": "2026-12-01", "id": "sleep-well", "name": "The sleep-well", "what": "changed",
        "fields": ["ages"], "was": null, "by": null, "why": null})
    );
    Ok(())
}

#[test]
fn the_story_of_all_counts_what_was_gathered_and_tells_of_what_is_gone() -> Result<()> {
    let folder = known()?;
    folder.set(SLEEP, "/name", json!("Sleep_Well *"))?;
    std::fs::remove_file(folder.path().join("listings/night-line.json"))?;
    recorded(&folder, "2026-12-01")?;
    let told = on(&folder, "2026-12-03", &["history"])?.out;
    assert!(told.contains("20 November 2026\n  3 entries gathered from published pages.\n"), "{told}");
    assert!(told.contains("  The night-line (night-line): taken out for now.\n"), "{told}");
    let told = on(&folder, "2026-12-03", &["history", "--since", "2026-12-01", "--format", "markdown"])?.out;
    assert!(told.starts_with("## What happened to all entries\n\n### 1 December 2026\n\n- The night-line"), "{told}");
    assert!(
        told.contains("- Sleep\\_Well \\* (sleep-well): renamed. It was called The sleep-well.")
            && !told.contains("gathered"),
        "{told}"
    );
    assert!(on(&folder, "2026-12-03", &["history", "night-line"])?.out.contains("taken out"));
    let none = on(&folder, "2026-12-03", &["history", "--since", "2026-12-02"])?.out;
    assert!(none.ends_with("  Nothing has been recorded.\n"), "{none}");
    Ok(())
}

#[test]
fn an_entry_that_nobody_knows_has_no_story_and_a_broken_line_is_said() -> Result<()> {
    let folder = known()?;
    let said = on(&folder, "2026-12-03", &["history", "sleap-well"])?;
    assert!(said.code == Some(2) && said.err.contains("sleep-well (The sleep-well)"), "{}", said.err);
    let text = std::fs::read_to_string(folder.path().join("history.jsonl"))?;
    folder.write("history.jsonl", &[text.as_str(), "{\n"].concat())?;
    let said = on(&folder, "2026-12-03", &["history", "sleep-well"])?;
    assert!(
        said.code == Some(1) && said.out.contains("gathered") && said.err.contains("The check names them"),
        "{}",
        said.err
    );
    Ok(())
}
