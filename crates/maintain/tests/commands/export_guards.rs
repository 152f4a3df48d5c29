//! What an export refuses, and what it leaves alone.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::export::{Out, ours, told};
use crate::folder::{Folder, listing};

#[test]
fn what_is_wrong_stops_the_export_and_leaves_no_file() -> Result<()> {
    let (folder, out) = (Folder::sound()?, Out::new()?);
    let path = out.path("services.json");
    let to = path.to_str().context("the path is UTF-8")?;
    ensure!(folder.maintain(&["export", "--to", "oruk", "--out", to])?.code == Some(0));
    let before = fs::read(&path)?;
    for (field, value, says) in [
        ("/summary", json!("Call 01632 960001 or <b>write</b>"), "HTML"),
        ("/needs", json!(["pigeons"]), "pigeons"),
        ("/checked", json!({ "on": "2027-01-01", "by": "lead", "means": "called" }), "has not come"),
        ("/contacts", json!({ "phones": [{ "number": "116 123" }] }), "crisis.json"),
        ("/checked", json!({ "on": "2026-11-01", "by": "Mrs Jones", "means": "called" }), "role"),
        ("/area", json!({ "places": ["atlantis"] }), "atlantis"),
        ("/contacts", json!({ "phones": [{ "number": "0999 1" }] }), "0999 1"),
    ] {
        let folder = Folder::sound()?;
        folder.set("crisis.json", "/routes/0/call", json!("116 123"))?;
        folder.set("listings/sleep-well.json", field, value)?;
        let said = folder.maintain(&["export", "--to", "oruk", "--out", to])?;
        ensure!(said.code == Some(1), "{field}: {:?}", said.code);
        ensure!(said.err.contains(says) && said.err.contains("Nothing was exported"), "{field}: {}", said.err);
    }
    ensure!(fs::read(&path)? == before, "the earlier file was changed");
    ensure!(fs::read_dir(out.folder())?.count() == 1, "something unfinished is left");
    Ok(())
}

#[test]
fn no_cell_of_a_table_is_a_formula_and_no_text_ends_a_script() -> Result<()> {
    let folder = Folder::sound()?;
    let hostile = "=HYPERLINK(\"https://example.org\",\"Call\")";
    folder.set("listings/sleep-well.json", "/name", json!(hostile))?;
    folder.set("listings/sleep-well.json", "/eligibility", json!("@SUM(A1)</script><script>alert(1)</script>"))?;
    let csv = told(&folder, "csv")?.out;
    ensure!(csv.contains("\"'=HYPERLINK(\"\"https"), "{csv}");
    let out = Out::new()?;
    let to = out.path("package");
    let to = to.to_str().context("the path is UTF-8")?;
    // Elements are no part of an export: the lint says so.
    ensure!(folder.maintain(&["export", "--to", "hsds-csv", "--out", to])?.code == Some(1));
    folder.set("listings/sleep-well.json", "/eligibility", json!("@SUM(A1)"))?;
    ensure!(folder.maintain(&["export", "--to", "hsds-csv", "--out", to])?.code == Some(0));
    for file in fs::read_dir(to)? {
        let text = fs::read_to_string(file?.path())?;
        for line in text.split("\r\n").flat_map(|line| line.split(',')) {
            ensure!(!line.trim_start_matches('"').starts_with(['=', '@', '+', '-']), "{line}");
        }
    }
    let mut formula = listing("hostile");
    formula["name"] = json!("</script><script>alert(1)</script>");
    folder.write("listings/hostile.json", &formula.to_string())?;
    let linked = told(&folder, "json-ld")?.out;
    ensure!(linked.contains("alert(1)") && !linked.contains('<'), "{linked}");
    Ok(())
}

#[test]
fn a_folder_that_holds_anything_else_is_left_alone() -> Result<()> {
    let (folder, out) = (Folder::sound()?, Out::new()?);
    let to = out.path("package");
    let path = to.to_str().context("the path is UTF-8")?;
    for _ in 0..2 {
        ensure!(folder.maintain(&["export", "--to", "hsds-csv", "--out", path])?.code == Some(0));
    }
    fs::write(to.join("letters.txt"), "mine")?;
    let said = folder.maintain(&["export", "--to", "hsds-csv", "--out", path])?;
    ensure!(said.code == Some(2) && said.err.contains("letters.txt"), "{}", said.err);
    ensure!(folder.maintain(&["export", "--to", "xlsx"])?.code == Some(2), "a workbook is no text");
    Ok(())
}

#[test]
fn the_same_data_makes_the_same_bytes() -> Result<()> {
    let out = Out::new()?;
    for to in ["oruk", "csv", "xlsx", "json-ld"] {
        let files = ["one", "two"].map(|name| out.path(&format!("{to}-{name}")));
        for file in &files {
            ensure!(ours(to, file)?.code == Some(0));
        }
        ensure!(fs::read(&files[0])? == fs::read(&files[1])?, "{to} differs");
    }
    Ok(())
}
