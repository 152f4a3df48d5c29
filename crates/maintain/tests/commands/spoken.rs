//! How the command speaks: in colour only where it is wanted, quiet when asked,
//! with exit codes that scripts can trust, and a manual page for each command.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::json;

use crate::folder::{Folder, maintain};

/// Every subcommand that the help names.
fn commands() -> Result<Vec<String>> {
    let help = maintain(&["--help"])?.out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let words = listed.filter_map(|line| line.split_whitespace().next());
    Ok(words.filter(|word| *word != "help").map(str::to_owned).collect())
}

#[test]
fn every_command_answers_help_and_refuses_what_it_does_not_know_with_two() -> Result<()> {
    let commands = commands()?;
    assert!(commands.len() > 15, "{commands:?}");
    for command in &commands {
        let help = maintain(&[command, "--help"])?;
        assert!(help.code == Some(0) && help.out.contains("Usage: cargo maintain"), "{command}: {}", help.out);
        let wrong = maintain(&[command, "--no-such-option"])?;
        assert!(wrong.code == Some(2) && wrong.err.starts_with("error: "), "{command}: {}", wrong.err);
    }
    assert_eq!(maintain(&["check", "--data", "/no/such/folder"])?.code, Some(2));
    Ok(())
}

#[test]
fn every_command_has_a_manual_page_that_is_the_same_every_day() -> Result<()> {
    let folder = Folder::sound()?;
    let out = folder.path().with_file_name("man");
    let place = out.to_str().context("the path is UTF-8")?;
    assert_eq!(maintain(&["man", place])?.code, Some(0));
    for command in commands()? {
        let page = std::fs::read_to_string(out.join(format!("cargo-maintain-{command}.1")))?;
        let head = page.lines().find(|line| line.starts_with(".TH")).context("a page has a head")?;
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS") && !head.contains("202"), "{page}");
    }
    Ok(())
}

#[test]
fn colour_is_for_terminals_and_for_whoever_asks() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set("listings/sleep-well.json", "/kind", json!("servce"))?;
    let plain = folder.maintain(&["check"])?;
    assert!(plain.code == Some(1) && !plain.out.contains('\u{1b}'), "{}", plain.out);
    let painted = folder.maintain(&["check", "--colour", "always"])?;
    assert!(painted.out.contains("\u{1b}[1;31merror:\u{1b}[0m "), "{}", painted.out);
    let never = folder.maintain(&["check", "--colour", "never"])?;
    assert_eq!(never.out, plain.out);
    Ok(())
}

#[test]
fn quiet_keeps_what_was_asked_for_and_what_went_wrong() -> Result<()> {
    let folder = Folder::sound()?;
    let said = folder.maintain(&["check", "--quiet"])?;
    assert!(said.err.is_empty() && said.out.contains("listings checked"), "{}", said.out);
    folder.write("listings/sleep-well.json", "{")?;
    let said = folder.maintain(&["check", "-q"])?;
    assert!(said.code == Some(1) && said.out.contains("error: "), "{}", said.out);
    Ok(())
}

#[test]
fn whoever_reads_may_stop_reading() -> Result<()> {
    let folder = Folder::sound()?;
    for number in 0..400 {
        folder.write(&format!("listings/broken-{number}.json"), "{")?;
    }
    let data = folder.path().to_str().context("the path is UTF-8")?;
    let mut child = Command::new(env!("CARGO_BIN_EXE_maintain"))
        .args(["check", "--data", data])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    drop(child.stdout.take());
    let ended = child.wait_with_output()?;
    assert!(ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
    Ok(())
}
