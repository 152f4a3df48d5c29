//! What the documents for coordinators tell people to type is there to be
//! typed: each command, with each option, as this program takes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use crate::Arguments;

fn documents() -> [PathBuf; 2] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    ["MANUAL.md", "PUBLISHING.md"].map(|name| root.join(name))
}

/// Every line that begins with this program, in a block of its own or within a
/// sentence, as words.
fn typed(text: &str) -> Vec<Vec<String>> {
    let begins = text.match_indices("./waymark ").map(|(at, _)| &text[at..]);
    let lines = begins.filter_map(|rest| rest.lines().next()?.split('`').next());
    lines.map(words).filter(|words| words.len() > 1).collect()
}

/// The words of a line, as a shell takes them: what stands in quotes is one, and
/// what comes after a `>` or a `#` is none.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' | '#' if !is_quoted => break,
            ' ' if !is_quoted => words.push(std::mem::take(&mut word)),
            letter => word.push(letter),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn whatever_a_document_says_to_type_is_understood() {
    let mut used = BTreeSet::new();
    for document in documents() {
        let text = fs::read_to_string(&document).expect("it is there");
        let all = typed(&text);
        assert!(all.len() > 5, "{}", document.display());
        for line in all {
            used.insert(line[1].clone());
            // The folders of the examples are not here; this one is.
            let here = |word: &String| if word.starts_with("../our-") { ".".to_owned() } else { word.clone() };
            if let Err(why) = Arguments::command().try_get_matches_from(line.iter().map(here)) {
                let is_asked = why.kind() == clap::error::ErrorKind::DisplayHelp;
                assert!(is_asked, "{}: {}\n{why}", document.display(), line.join(" "));
            }
        }
    }
    for command in ["due", "remind", "merge", "check", "build", "withdraw", "template", "import", "export"] {
        assert!(used.contains(command), "no document says how to use {command}");
    }
}

#[test]
fn the_help_of_each_command_has_an_example_that_is_understood() {
    for command in crate::program().get_subcommands().filter(|one| !["complete", "man"].contains(&one.get_name())) {
        let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        // What an example does stands behind it, some spaces on.
        let lines = text.match_indices("waymark ").filter_map(|(at, _)| text[at..].lines().next()?.split("  ").next());
        let all: Vec<_> = lines.map(words).filter(|words| words.len() > 1).collect();
        assert!(all.iter().any(|line| line[1] == command.get_name()), "{}: {text}", command.get_name());
        for line in all {
            let here = line.iter().map(|word| if word.starts_with("our-") { "." } else { word });
            if let Err(why) = Arguments::command().try_get_matches_from(here) {
                panic!("{}\n{why}", line.join(" "));
            }
        }
    }
}

#[test]
fn a_picture_and_a_place_that_a_document_names_are_there() {
    for document in documents() {
        let text = fs::read_to_string(&document).expect("it is there");
        let folder = document.parent().expect("it lies in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let path = if file.is_empty() { document.clone() } else { folder.join(file) };
            assert!(path.is_file(), "{}: {link}", document.display());
            let text = if place.is_empty() { String::new() } else { fs::read_to_string(path).expect("it is text") };
            assert!(place.is_empty() || headings(&text).contains(place), "{}: {link}", document.display());
        }
    }
}

/// The headings of a document, as links name them.
fn headings(text: &str) -> BTreeSet<String> {
    let heads = text
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    let plain = |head: &str| {
        let letters = head
            .to_lowercase()
            .chars()
            .filter(|letter| letter.is_alphanumeric() || " -".contains(*letter))
            .collect::<String>();
        letters.replace(' ', "-")
    };
    heads.map(plain).collect()
}
