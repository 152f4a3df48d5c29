//! `changes --since-tag`: what differs from the data that Git keeps, entry by
//! entry, whether or not it was recorded.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::folder::{Folder, listing};
use crate::history::{SLEEP, known, on, recorded};

/// Runs Git in a folder, as somebody made up, on 22 November 2026.
fn git(folder: &Path, arguments: &[&str]) -> Result<()> {
    let day = "2026-11-22T12:00:00Z";
    let done = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Made up", "-c", "user.email=made.up@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_AUTHOR_DATE", day)
        .env("GIT_COMMITTER_DATE", day)
        .output()?;
    ensure!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}

/// A folder of data that Git keeps, as `edition` and, if it does, in a folder
/// above it.
fn kept() -> Result<Folder> {
    let folder = known()?;
    let above = folder.path().parent().context("the data lies in a folder")?.to_owned();
    git(&above, &["init", "--quiet"])?;
    git(&above, &["add", "data"])?;
    git(&above, &["commit", "--quiet", "--message", "Made up for tests"])?;
    git(&above, &["tag", "edition"])?;
    Ok(folder)
}

#[test]
fn everything_that_differs_from_a_tag_is_told_with_the_day_that_the_history_has() -> Result<()> {
    let folder = kept()?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    recorded(&folder, "2026-12-01")?;
    folder.write("listings/dreams.json", &listing("dreams").to_string())?;
    let mut moved = listing("all-night-line");
    moved["former_slugs"] = json!(["night-line"]);
    moved["former_names"] = json!(["The night-line"]);
    moved["crisis"] = json!("night-line");
    folder.write("listings/all-night-line.json", &moved.to_string())?;
    std::fs::remove_file(folder.path().join("listings/night-line.json"))?;
    let said = on(&folder, "2026-12-05", &["changes", "--since-tag", "edition"])?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    for words in [
        "What changed in Testway, since 22 November 2026",
        "- The sleep-well: ages (1 December 2026)",
        "- The dreams. Talks about sleep. (5 December 2026)",
        "- The all-night-line, which was called The night-line (5 December 2026)",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(!said.out.contains("is not told here"), "{}", said.out);
    let json: Value = serde_json::from_str(
        &on(&folder, "2026-12-05", &["changes", "--since-tag", "edition", "--format", "json"])?.out,
    )?;
    assert_eq!((&json["from"], json["changes"].as_array().map(Vec::len)), (&json!("2026-11-22"), Some(3)));
    Ok(())
}

#[test]
fn nothing_differs_from_what_was_just_kept() -> Result<()> {
    let told = on(&kept()?, "2026-12-05", &["changes", "--since-tag", "edition"])?;
    assert!(told.out.contains("Nothing was recorded as changed since 22 November 2026."), "{}", told.out);
    Ok(())
}

#[test]
fn where_git_cannot_help_it_is_said_what_does() -> Result<()> {
    let told = on(&known()?, "2026-12-05", &["changes", "--since-tag", "edition"])?;
    assert!(
        told.code == Some(1) && told.err.contains("not kept by Git") && told.err.contains("--since"),
        "{}",
        told.err
    );
    let folder = kept()?;
    for tag in ["nowhere", "--output=stolen", "edition; rm -rf /", ""] {
        let told = on(&folder, "2026-12-05", &["changes", &format!("--since-tag={tag}")])?;
        assert!(told.code == Some(1) && told.err.contains("Git knows no tag"), "{tag}: {}{}", told.out, told.err);
    }
    assert!(!folder.path().join("stolen").exists());
    Ok(())
}
