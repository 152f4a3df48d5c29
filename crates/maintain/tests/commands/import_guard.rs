//! `import` where a life may hang on a number: no feed changes what two roles
//! looked at, no single role says yes, and what has ended elsewhere is named.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, Said};
use crate::import::{entry, feed};

const FILE: &str = "listings/quiet-nights.json";

fn taken(folder: &Folder, feed: &Value, more: &[&str]) -> Result<Said> {
    let path = folder.path().with_file_name("feed.json");
    fs::write(&path, feed.to_string())?;
    let file = path.to_str().context("the path is UTF-8")?;
    let all = ["import", file, "--source", "Made-up Council", "--licence", "OGL v3", "--write"];
    folder.maintain(&[&all, more].concat())
}

/// One service that came in and needs no more than a yes. Made up for tests.
fn waiting() -> Result<(Folder, Value)> {
    let folder = Folder::sound()?;
    let mut feed = feed();
    feed["contents"][0]["phones"] = json!([{ "number": "01632 960111" }]);
    taken(&folder, &feed, &[])?;
    folder.set(FILE, "/audience", json!(["parent"]))?;
    folder.set(FILE, "/area", json!({"places": ["anytown"]}))?;
    Ok((folder, feed))
}

fn yes(folder: &Folder, more: &[&str]) -> Result<Said> {
    folder
        .maintain(&[&["import", "--accept", "quiet-nights", "--by", "directory coordinator", "--write"], more].concat())
}

#[test]
fn one_yes_is_not_enough_where_a_life_may_hang_on_it() -> Result<()> {
    let (folder, _) = waiting()?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    for (more, says) in [
        (&[][..], "it is help with suicidal thoughts. Nobody has checked it yet"),
        (&["--second", "Directory Coordinator", "--called-on", "2026-11-20"], "another role than the first"),
        (&["--second", "Sarah Smith", "--called-on", "2026-11-20"], "never a person"),
        (&["--second", "duty manager", "--called-on", "2026-11-22"], "a day that has not come"),
        (&["--second", "duty manager", "--called-on", "2026-01-20"], "call again"),
        (&["--second", "duty manager"], "--called-on"),
    ] {
        let said = yes(&folder, more)?;
        assert!(said.code == Some(2) && said.err.contains(says), "{says}: {:?} {}{}", said.code, said.out, said.err);
        assert_eq!(entry(&folder, "quiet-nights")?["standing"], "held");
    }
    let said = yes(&folder, &["--second", "duty manager", "--called-on", "2026-11-20"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "quiet-nights")?;
    let check = json!({"on": "2026-11-21", "by": "directory coordinator", "means": "called", "second": "duty manager",
        "called_on": "2026-11-20"});
    assert_eq!((&one["standing"], &one["checked"]), (&json!("active"), &check));
    assert!(!folder.maintain(&["check"])?.out.contains("one look is not enough"));
    Ok(())
}

#[test]
fn a_check_that_two_roles_wrote_into_the_file_is_enough() -> Result<()> {
    let (folder, _) = waiting()?;
    folder.set(FILE, "/needs", json!(["suicide"]))?;
    folder.set(FILE, "/checked", json!({"on": "2026-11-19", "by": "manager", "means": "called"}))?;
    let said = yes(&folder, &[])?;
    assert!(said.code == Some(2) && said.err.contains("No second role has looked at it"), "{}{}", said.out, said.err);
    folder.set(FILE, "/checked/second", json!("duty lead"))?;
    let said = yes(&folder, &[])?;
    assert!(said.code == Some(2) && said.err.contains("Nobody has dialled"), "{}{}", said.out, said.err);
    folder.set(FILE, "/checked/called_on", json!("2026-11-19"))?;
    assert_eq!(yes(&folder, &[])?.code, Some(0));
    Ok(())
}
