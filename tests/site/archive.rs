//! What is in the archive.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use anyhow::{Context, Result};

use crate::desk::{Desk, TODAY, files, text, unpacked};

#[test]
fn the_archive_holds_all_that_its_readme_names() -> Result<()> {
    let all = files(&unpacked()?)?;
    let readme = text(&all, "README.md")?;
    for name in ["waymark", "app", "example", "man", "completions", "MANUAL.md", "DATA.md", "HOSTING.md", "HAZARDS.md"]
    {
        assert!(readme.contains(&format!("`{name}`")), "the README does not name {name}");
        let is_there = all.keys().any(|path| path == name || path.starts_with(&format!("{name}/")));
        assert!(is_there, "there is no {name}");
    }
    let manual = text(&all, "MANUAL.md")?;
    for picture in manual.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        let is_link = picture.starts_with("pictures/");
        assert!(!is_link || all.contains_key(picture), "the manual shows {picture}, and it is not there");
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-FONT", "THIRD-PARTY.txt"] {
        assert!(!text(&all, licence)?.trim().is_empty(), "{licence}");
    }
    let thanks = text(&all, "THIRD-PARTY.txt")?;
    for library in ["\nleptos 0.8", "\nclap 4", "\nwasm-bindgen 0.2", "\ntime 0.3", "Permission is hereby granted"] {
        assert!(thanks.contains(library), "{library:?} is not among the notices");
    }
    Ok(())
}

#[test]
fn every_command_has_a_manual_page_and_shells_complete_it() -> Result<()> {
    let (desk, all) = (Desk::new()?, files(&unpacked()?)?);
    let help = desk.waymark(&["--help"])?.out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<_> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 15, "{help}");
    for command in commands.iter().filter(|command| **command != "help") {
        let page = text(&all, &format!("man/waymark-{command}.1"))?;
        assert!(page.contains(".SH SYNOPSIS") && page.contains(".SH OPTIONS"), "{command}");
        for shell in ["bash", "fish", "zsh"] {
            assert!(text(&all, &format!("completions/waymark.{shell}"))?.contains(command), "{command}, {shell}");
        }
    }
    Ok(())
}

#[test]
fn the_program_asks_for_no_library_of_the_system() -> Result<()> {
    let program = std::fs::read(unpacked()?.join("waymark"))?;
    let number = |at: usize, size: usize| -> Option<usize> {
        let bytes = program.get(at..at + size)?;
        Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
    };
    // The header of a 64-bit ELF file: where its segments are described, how
    // long each description is, and how many there are.
    assert_eq!(program.get(..5), Some(&b"\x7fELF\x02"[..]), "no 64-bit program of Linux");
    let (start, size, count) = (number(32, 8), number(54, 2), number(56, 2));
    let (start, size, count) = (start.context("")?, size.context("")?, count.context("")?);
    let kinds: Option<Vec<_>> = (0..count).map(|at| number(start + at * size, 4)).collect();
    let kinds = kinds.context("the description of a segment is cut short")?;
    const LOAD: usize = 1;
    const INTERPRETER: usize = 3;
    assert!(kinds.contains(&LOAD), "{kinds:?}");
    assert!(!kinds.contains(&INTERPRETER), "it asks for a loader of the system, and so for its libraries");
    Ok(())
}

#[test]
fn the_program_names_no_folder_of_the_machine_that_made_it() -> Result<()> {
    let program = std::fs::read(unpacked()?.join("waymark"))?;
    let here = waymark_tests::root().display().to_string();
    let holds = |words: &str| program.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(!holds(&here), "it names {here}");
    assert!(!holds("registry/src/"), "it names where libraries lay");
    Ok(())
}

#[test]
fn the_example_is_sound_marked_as_made_up_and_makes_a_site() -> Result<()> {
    let desk = Desk::new()?;
    let example = unpacked()?.join("example");
    let example = example.to_str().context("the path is UTF-8")?;
    let said = desk.waymark(&["check", example, "--format", "json", "--today", TODAY])?;
    let findings: Vec<serde_json::Value> = serde_json::from_str(&said.out)?;
    // A council that keeps the made-up number by mistake is told of it, and
    // nothing else is wrong.
    let graver: Vec<_> = findings.iter().filter(|finding| finding["level"] != "advice").collect();
    let fields: Vec<_> = graver.iter().map(|finding| (&finding["level"], &finding["found"])).collect();
    assert_eq!(fields, [(&"warning".into(), &"01632 960100".into())], "{graver:?}");
    assert_eq!(said.code, Some(0));
    assert_eq!(desk.waymark(&["build", example, "site"])?.code, Some(0));
    let site = files(&desk.at("site"))?;
    assert!(text(&site, "about.html")?.contains("made up"));
    let listings = site.keys().filter(|path| path.starts_with("service/")).collect::<Vec<_>>();
    let both = ["service/example-advice-line", "service/example-school-team"];
    assert_eq!(
        listings,
        both.map(|one| [".html", ".vcf"].map(|end| format!("{one}{end}"))).concat().iter().collect::<Vec<_>>()
    );
    for listing in listings {
        assert!(text(&site, listing)?.contains("Made-up"), "{listing}");
    }
    Ok(())
}

#[test]
fn a_council_looks_at_its_site_on_its_own_computer() -> Result<()> {
    let desk = Desk::new()?;
    desk.build()?;
    let mut child = desk.command(&["serve", "site", "--port", "0"])?.stdout(Stdio::piped()).spawn()?;
    let mut line = String::new();
    let read = BufReader::new(child.stdout.take().context("it says nothing")?).read_line(&mut line);
    let asked = || -> Result<String> {
        let address = line.split("http://").nth(1).context("it names no address")?.trim().trim_end_matches('/');
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(b"GET /results.html HTTP/1.1\r\nHost: x\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    let answer = asked();
    child.kill()?;
    child.wait()?;
    read?;
    let answer = answer?;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("Made-up Six Meetings"), "{line}{answer:.300}");
    Ok(())
}
