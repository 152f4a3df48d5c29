//! What goes wrong is said, and nothing is lost by it.

use std::fs;

use anyhow::Result;
use serde_json::{Value, json};

use crate::desk::{Desk, files, unpacked};

#[test]
fn broken_data_is_named_and_the_earlier_site_stays() -> Result<()> {
    let desk = Desk::new()?;
    let before = desk.build()?;
    let cases = [
        ("site.json", "/colours/light/brand", json!("#cccccc"), "colours.light.brand"),
        ("site.json", "/thrive/3/slug", json!("tier-4"), "thrive.slug"),
        ("listings/six-meetings.json", "/needs", json!(["slep"]), "needs"),
        ("crisis.json", "/strip", json!([]), "strip"),
    ];
    for (file, pointer, value, field) in cases {
        let broken = Desk::new()?;
        fs::rename(desk.at("site"), broken.at("site"))?;
        broken.set(file, pointer, value)?;
        let said = broken.waymark(&["build", "data", "site"])?;
        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(said.err.contains(&format!("error: data/{file}, {field}")), "{}", said.err);
        assert!(said.err.contains("what stood in site is as it was"), "{}", said.err);
        assert!(files(&broken.at("site"))? == before, "{field}: the earlier site has changed");
        let said = broken.waymark(&["check", "data", "--format", "json"])?;
        let findings: Vec<Value> = serde_json::from_str(&said.out)?;
        assert!(said.code == Some(1) && findings.iter().any(|one| one["field"] == field), "{}", said.out);
        fs::rename(broken.at("site"), desk.at("site"))?;
    }
    Ok(())
}

#[test]
fn wrong_use_is_told_from_wrong_data_and_touches_nothing() -> Result<()> {
    let desk = Desk::new()?;
    fs::create_dir_all(desk.at("thesis"))?;
    fs::write(desk.at("thesis/index.html"), "years of work")?;
    let before = files(&desk.at(""))?;
    let cases: [&[&str]; 9] = [
        &[],
        &["publish"],
        &["build", "data"],
        &["build", "nowhere", "site"],
        &["build", "data", "site", "--today", "soon"],
        &["build", "data", "thesis"],
        &["build", "data", "data"],
        &["build", "data", "."],
        &["serve", "thesis/nothing"],
    ];
    for arguments in cases {
        let said = desk.waymark(arguments)?;
        assert_eq!(said.code, Some(2), "{arguments:?}: {said:?}");
        assert!(files(&desk.at(""))? == before, "{arguments:?}");
    }
    Ok(())
}

#[test]
fn an_archive_that_was_unpacked_by_half_is_named() -> Result<()> {
    let desk = Desk::new()?;
    fs::copy(unpacked()?.join("waymark"), desk.at("waymark"))?;
    let run = |desk: &Desk| {
        std::process::Command::new(desk.at("waymark")).args(["build", "data", "site"]).current_dir(desk.at("")).output()
    };
    let said = run(&desk)?;
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&said.stderr).contains("there is no folder"), "{said:?}");
    fs::create_dir(desk.at("app"))?;
    fs::copy(unpacked()?.join("app/index.html"), desk.at("app/index.html"))?;
    let said = run(&desk)?;
    assert!(String::from_utf8_lossy(&said.stderr).contains("is missing: unpack the archive again"), "{said:?}");
    assert!(!desk.at("site").exists());
    Ok(())
}
