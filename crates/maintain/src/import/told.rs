//! What came in and what was left out, in words and for scripts.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use anyhow::Result;
use directory::finding::cut;
use directory::sheet::plain;
use open_referral::read::{Left, Report};
use serde::Serialize;

use super::Asked;
use crate::command::Setting;
use crate::report::counted;

/// The most lines of one sort.
const MOST: usize = 20;

/// The most examples of one reason.
const EXAMPLES: usize = 2;

/// The longest word for how a service stands.
const LONGEST: usize = 60;

/// What became of the services.
#[derive(Debug, Default, Serialize)]
pub(super) struct Done {
    /// Entries that are new.
    pub(super) new: usize,
    /// Entries that change.
    pub(super) changed: usize,
    /// Entries that are as they were.
    pub(super) same: usize,
    /// Listed entries whose changes wait for --update.
    pub(super) not_written: usize,
    /// Entries that no feed may change.
    pub(super) not_taken: usize,
    /// Whether it was written.
    pub(super) is_written: bool,
    /// Fields that a person changed, and the feed too, by entry.
    kept: BTreeMap<String, String>,
    /// Fields of listed entries that change, by entry.
    listed: BTreeMap<String, String>,
    /// Why the feed may not change an entry, by entry.
    guarded: BTreeMap<String, String>,
    /// Entries that a person had checked, and not what is new in them.
    unchecked: BTreeMap<String, String>,
    /// What the feed says of listed entries that are not in use there, by entry.
    ended: BTreeMap<String, String>,
    /// Listed entries that are not in the feed.
    gone: BTreeMap<String, String>,
    /// Ages that prose names, by entry.
    ages_offered: BTreeMap<String, String>,
}

impl Done {
    pub(super) fn kept(&mut self, id: &str, fields: &[String], most: usize) {
        add(&mut self.kept, id, fields.join(", "), most);
    }

    pub(super) fn listed(&mut self, id: &str, fields: &[String], most: usize) {
        add(&mut self.listed, id, fields.join("; "), most);
    }

    pub(super) fn guarded(&mut self, id: &str, why: &str, most: usize) {
        self.not_taken += 1;
        add(&mut self.guarded, id, why.to_owned(), most);
    }

    pub(super) fn unchecked(&mut self, id: &str, most: usize) {
        add(&mut self.unchecked, id, "check it again".to_owned(), most);
    }

    pub(super) fn ended(&mut self, id: &str, status: &str, most: usize) {
        add(&mut self.ended, id, cut(&plain(status), LONGEST), most);
    }

    pub(super) fn gone(&mut self, id: &str, most: usize) {
        add(&mut self.gone, id, "not in this feed".to_owned(), most);
    }

    pub(super) fn offered(&mut self, id: &str, says: &str, most: usize) {
        add(&mut self.ages_offered, id, says.to_owned(), most);
    }
}

fn add(all: &mut BTreeMap<String, String>, id: &str, says: String, most: usize) {
    if all.len() < most {
        all.insert(id.to_owned(), says);
    }
}

/// For scripts.
pub(super) fn json(report: &Report, done: &Done) -> Result<String> {
    #[derive(Serialize)]
    struct Both<'a> {
        entries: &'a Done,
        feed: &'a Report,
    }
    Ok(serde_json::to_string_pretty(&Both { entries: done, feed: report })? + "\n")
}

/// For people.
pub(super) fn text(at: &Setting, file: &Path, report: &Report, done: &Done, asked: &Asked) -> String {
    let mut text = format!("{}: {}\n", file.display(), report.format);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}: {} new, {} changed, {} as they were", entries(done), done.new, done.changed, done.same);
    heading(
        &mut text,
        "What is in it",
        report.counts.iter().map(|(thing, count)| format!("{thing}: {count}")),
        usize::MAX,
    );
    let taken = report.fields.iter().filter(|(_, tally)| tally.taken > 0);
    heading(&mut text, "What was taken", taken.map(|(field, tally)| format!("{field}: {}", tally.taken)), usize::MAX);
    let left = report.fields.iter().flat_map(|(field, tally)| {
        tally
            .left_out
            .iter()
            .map(move |(why, left)| format!("{field}: {}, {}{}", left.count, why.trim_end_matches('.'), examples(left)))
    });
    heading(&mut text, "What was left out, and why", left, usize::MAX);
    let notes = report.notes.iter().map(|(what, left)| format!("{what}: {}{}", left.count, examples(left)));
    heading(&mut text, "Please look at this", notes, usize::MAX);
    let mut words: Vec<_> = report.unmapped.iter().collect();
    words.sort_by_key(|(word, count)| (std::cmp::Reverse(**count), word.as_str()));
    let words = words.into_iter().map(|(word, count)| format!("{word}: {count}"));
    heading(
        &mut text,
        "Words of theirs that nobody has said the meaning of (\"terms\" in a mapping does)",
        words,
        MOST,
    );
    let pairs =
        |all: &BTreeMap<String, String>| all.iter().map(|(id, says)| format!("{id}: {says}")).collect::<Vec<_>>();
    heading(
        &mut text,
        "Ages that their words name, and nobody took (--take-ages ID)",
        pairs(&done.ages_offered).into_iter(),
        MOST,
    );
    heading(&mut text, "Changed here by a person and there too: yours stays", pairs(&done.kept).into_iter(), MOST);
    for (words, all) in [
        ("Listed entries of which the feed says other things now", &done.listed),
        (
            "Not taken from any feed: call the number and look, then write what is right into the entry's file",
            &done.guarded,
        ),
        ("Checked before this changed, so nobody has checked them now", &done.unchecked),
        ("Listed here, and not in use there: ask there, then take them out or write that they have ended", &done.ended),
        ("Listed here, and not in this feed. Is the feed whole? Then ask whether they have ended", &done.gone),
    ] {
        heading(&mut text, words, pairs(all).into_iter(), MOST);
    }
    text.push('\n');
    text += &ending(at, done, asked);
    text
}

fn entries(done: &Done) -> String {
    crate::record::entries(done.new + done.changed + done.same + done.not_written + done.not_taken)
}

fn ending(at: &Setting, done: &Done, asked: &Asked) -> String {
    let mut text = String::new();
    let count = done.new + done.changed;
    match (count, done.is_written, asked.write) {
        (0, _, _) => text += "There is nothing to write.\n",
        (_, true, _) => {
            text += &format!("{} written.\n", counted(count, "file"));
            if done.new > 0 {
                text += &format!(
                    "Each new entry waits: nobody sees it until somebody says yes.\n\
                     Look at it in {}. To let one in: cargo maintain import --accept ID --by ROLE --write\n",
                    at.data.join("listings").display()
                );
            }
        }
        (_, false, true) => {}
        (_, false, false) => text += &format!("Nothing is written. Add --write to write {}.\n", counted(count, "file")),
    }
    if done.not_written > 0 {
        text += &format!("{} changed there: add --update to take that.\n", listed(done.not_written));
    }
    if asked.licence.is_none() && asked.mapping.is_none() && done.new > 0 {
        text += "No licence is named, so these entries may not be published: add --licence once you know it.\n";
    }
    text
}

fn listed(count: usize) -> String {
    if count == 1 { "1 listed entry has".to_owned() } else { format!("{count} listed entries have") }
}

fn heading(text: &mut String, heading: &str, lines: impl Iterator<Item = String>, most: usize) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{heading}");
    for line in lines.iter().take(most) {
        let _ = writeln!(text, "    {line}");
    }
    if lines.len() > most {
        let _ = writeln!(text, "    and {} more", lines.len() - most);
    }
}

fn examples(left: &Left) -> String {
    let few: Vec<&str> = left.examples.iter().take(EXAMPLES).map(String::as_str).collect();
    if few.is_empty() { String::new() } else { format!(" (such as {})", few.join("; ")) }
}
