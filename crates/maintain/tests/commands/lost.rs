//! `record --keep-addresses`: an entry whose file is gone, or has another name.

use std::fs;

use anyhow::Result;
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::{Folder, listing};
use crate::history::{SLEEP, known, on};

fn read(folder: &Folder, file: &str) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(folder.path().join(file))?)?)
}

const KEEP: [&str; 5] = ["record", "--keep-addresses", "--write", "--by", "coordinator"];

#[test]
fn what_was_deleted_is_offered_as_a_page_that_says_that_it_has_ended() -> Result<()> {
    let folder = known()?;
    fs::remove_file(folder.path().join(SLEEP))?;
    fs::remove_file(folder.path().join("editor/sleep-well.json"))?;
    expect(&folder, "history.jsonl", "warning", "", "say that it has ended")?;
    let said = on(&folder, "2026-12-01", &["record"])?;
    for words in
        ["sleep-well (The sleep-well): its file is gone", "\"standing\": \"ended\"", "--keep-addresses --write"]
    {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(!folder.path().join(SLEEP).exists());
    let said = on(&folder, "2026-12-01", &KEEP)?;
    assert!(said.code == Some(0) && said.out.contains("1 file written"), "{}{}", said.out, said.err);
    let tombstone = read(&folder, SLEEP)?;
    // No value stands in the history: the kind, the place and whom it spoke to are known by their digests.
    let expected = json!({
        "format": 1, "id": "sleep-well", "name": "The sleep-well", "kind": "service", "standing": "ended",
        "successor": "none-known", "summary": "", "needs": [], "audience": ["parent"], "area": {"places": ["national"]},
        "sources": [{"fields": ["standing"], "source": "Its file was no longer in the data on 1 December 2026", "type": "history"}]
    });
    assert_eq!(tombstone, expected);
    let told = on(&folder, "2026-12-02", &["history", "sleep-well"])?.out;
    assert!(told.contains("it has closed.") && told.contains("By: coordinator."), "{told}");
    let said = on(&folder, "2026-12-02", &["record"])?.out;
    assert_eq!(said, "The history holds everything.\n");
    assert!(!on(&folder, "2026-12-02", &["check"])?.out.contains("others have links"));
    Ok(())
}

#[test]
fn what_was_deleted_long_ago_is_still_offered() -> Result<()> {
    let folder = known()?;
    fs::remove_file(folder.path().join(SLEEP))?;
    on(&folder, "2026-12-01", &["record", "--write"])?;
    assert!(on(&folder, "2026-12-05", &["record"])?.out.contains("sleep-well (The sleep-well): its file is gone"));
    on(&folder, "2026-12-05", &KEEP)?;
    assert_eq!(read(&folder, SLEEP)?["standing"], "ended");
    let told = on(&folder, "2026-12-05", &["changes", "--since", "2026-12-02"])?.out;
    assert!(told.contains("The sleep-well has closed"), "{told}");
    Ok(())
}

#[test]
fn an_entry_under_another_id_is_known_again_and_leads_on_from_the_old_one() -> Result<()> {
    let folder = known()?;
    let mut moved = listing("rest-well");
    (moved["name"], moved["ages"]) = (json!("Rest Well"), json!({"from": 5, "to": 12}));
    fs::remove_file(folder.path().join(SLEEP))?;
    folder.write("listings/rest-well.json", &moved.to_string())?;
    let said = on(&folder, "2026-12-01", &["record"])?;
    assert!(said.out.contains("rest-well looks like the same entry"), "{}", said.out);
    on(&folder, "2026-12-01", &KEEP)?;
    let kept = read(&folder, "listings/rest-well.json")?;
    assert_eq!((&kept["former_slugs"], &kept["former_names"]), (&json!(["sleep-well"]), &json!(["The sleep-well"])));
    assert!(!folder.path().join(SLEEP).exists());
    let told = on(&folder, "2026-12-01", &["changes", "--since", "2026-12-01"])?.out;
    assert!(told.contains("Rest Well, which was called The sleep-well") && !told.contains("New ("), "{told}");
    Ok(())
}

#[test]
fn another_entry_beside_one_that_is_gone_is_not_taken_for_it() -> Result<()> {
    let folder = known()?;
    fs::remove_file(folder.path().join(SLEEP))?;
    let mut other = listing("garden-club");
    (other["summary"], other["needs"], other["ages"]) =
        (json!("Grows plants."), json!(["anxiety"]), json!({"from": 11, "to": 17}));
    (other["area"], other["kind"]) = (json!({"places": ["anytown"]}), json!("resource"));
    folder.write("listings/garden-club.json", &other.to_string())?;
    let said = on(&folder, "2026-12-01", &["record"])?.out;
    assert!(
        said.contains("sleep-well (The sleep-well): its file is gone, so old links") && !said.contains("looks like"),
        "{said}"
    );
    Ok(())
}

#[test]
fn a_file_that_cannot_be_read_is_not_called_gone() -> Result<()> {
    let folder = known()?;
    folder.write(SLEEP, "{")?;
    let said = on(&folder, "2026-12-01", &["record", "--keep-addresses", "--write"])?;
    assert!(said.code == Some(1) && !said.out.contains("is gone"), "{}", said.out);
    assert_eq!(fs::read_to_string(folder.path().join(SLEEP))?, "{");
    Ok(())
}
