//! Mistakes and what is meant; small words, everyday words. None may stand in
//! the way of a saying.

use std::collections::{BTreeMap, BTreeSet};

use directory::finding::{Findings, Level};
use directory::record::SpellingRecord;
use directory::words::fold_apart;

use super::super::{Ledger, Whole};
use super::key::is_sign;
use super::{Meaning, Saying, key};
use crate::data::each_text;

pub(super) fn check(whole: &Whole<'_>, sayings: &[Saying<'_>], ledger: &mut Ledger) {
    let Some(file) = &whole.data.words.spelling else { return };
    let spelling = &file.record;
    let known = known(whole, sayings, spelling);
    ledger.note(&file.path, |findings| {
        contradicted(sayings, spelling, findings);
        misspelt(spelling, &known, findings);
    });
    unheard(sayings, spelling, ledger);
}

/// A mistake is mended before anything is heard, so a saying that holds one
/// never is.
fn unheard(sayings: &[Saying<'_>], spelling: &SpellingRecord, ledger: &mut Ledger) {
    let mistakes: Vec<_> = spelling.misspelt.0.iter().map(|(wrong, right)| (fold_apart(wrong), right)).collect();
    let mut by_first: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (wrong, right) in &mistakes {
        let first = wrong.split(' ').next().unwrap_or_default();
        by_first.entry(first).or_default().push((wrong, right));
    }
    for saying in sayings {
        let parts = saying.text.split_whitespace().filter(|part| !matches!(*part, "^" | "$"));
        let words: Vec<String> =
            parts.map(|part| if is_sign(part) { part.to_owned() } else { fold_apart(part) }).collect();
        let text = words.join(" ") + " ";
        let starts = text.match_indices(' ').map(|(space, _)| space + 1);
        let mistake = [0].into_iter().chain(starts).find_map(|start| {
            let rest = text.get(start..).unwrap_or_default();
            let mistakes = by_first.get(rest.split(' ').next().unwrap_or_default())?;
            // What is meant may hold the mistake: "school fines" for "fines".
            let is_meant = |right: &str| text.contains(&(fold_apart(right) + " "));
            let is_said = |wrong: &str| rest.strip_prefix(wrong).is_some_and(|rest| rest.starts_with(' '));
            mistakes.iter().find(|(wrong, right)| is_said(wrong) && !is_meant(right))
        });
        if let Some((wrong, right)) = mistake {
            let write = format!("Write {right} for {wrong}, as misspelt mends it before anything is heard.");
            ledger.note(saying.path, |findings| findings.add(Level::Warning, &saying.field, saying.text, write));
        }
    }
}

/// A word cannot mean a need or a filter and tell nothing. Who is looking is
/// no more than a hint, and may be said by a small word.
fn contradicted(sayings: &[Saying<'_>], spelling: &SpellingRecord, findings: &mut Findings) {
    let said = |word: &str| {
        let key = key(word);
        let is_meant = |saying: &&Saying<'_>| !matches!(saying.meaning, Meaning::Harmless | Meaning::Asker);
        sayings.iter().filter(is_meant).find(|saying| saying.key == key)
    };
    for (field, list) in [("small", &spelling.small), ("ordinary", &spelling.ordinary)] {
        for word in list {
            if let Some(saying) = said(word) {
                let write = format!("Take it out here, or in {}: there it means something.", saying.field);
                findings.add(Level::Warning, field, word, write);
            }
        }
    }
    let small: BTreeSet<_> = spelling.small.iter().map(|word| fold_apart(word)).collect();
    for word in spelling.ordinary.iter().filter(|word| small.contains(&fold_apart(word))) {
        findings.add(Level::Warning, "ordinary", word, "Take it out: a small word is never taken for a misspelt one.");
    }
}

fn misspelt(spelling: &SpellingRecord, known: &BTreeSet<String>, findings: &mut Findings) {
    let ordinary: BTreeSet<_> = spelling.ordinary.iter().map(|word| fold_apart(word)).collect();
    let wrongs: BTreeSet<_> = spelling.misspelt.0.iter().map(|(wrong, _)| fold_apart(wrong)).collect();
    for (wrong, right) in &spelling.misspelt.0 {
        let field = format!("misspelt.{wrong}");
        let (typed, meant) = (fold_apart(wrong), fold_apart(right));
        let mut say = |level, write: &str| findings.add(level, &field, right, write);
        if typed == meant {
            say(Level::Warning, "Take it out: both sides are the same to search.");
        } else if wrongs.contains(&meant) {
            say(Level::Warning, "Write what is meant at once: this is a mistake of its own list.");
        } else if ordinary.contains(&typed) {
            say(Level::Warning, "Take it out here or in ordinary: an everyday word is not misspelt.");
        } else if !meant.is_empty() && !key(right).split(' ').any(|word| known.contains(word)) {
            // Another publisher's entries may have it, and words are copied.
            say(Level::Advice, "Write words that search knows: no saying, small word or entry has any of these.");
        }
    }
}

/// Every word, without its ending, that a question can be compared with.
fn known(whole: &Whole<'_>, sayings: &[Saying<'_>], spelling: &SpellingRecord) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut learn = |text: &str| known.extend(key(text).split(' ').map(str::to_owned));
    sayings.iter().for_each(|saying| learn(saying.text));
    spelling.small.iter().for_each(|word| learn(word));
    let classes = whole.data.words.people.iter().flat_map(|file| &file.record.people.0);
    classes.flat_map(|(_, words)| words).for_each(|word| learn(word));
    whole.data.listings.iter().for_each(|file| each_text(&file.value, &mut |_, text| learn(text)));
    known
}
