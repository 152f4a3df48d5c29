//! What sayings mean: one thing each, or several on purpose.

use std::collections::{BTreeMap, BTreeSet};

use directory::closed::Closed;
use directory::finding::Level;
use directory::vocabulary::Need;

use super::super::Ledger;
use super::{Meaning, Saying, key};
use crate::data::Words;

/// Sayings by what search compares.
type ByKey<'s, 'a> = BTreeMap<&'s str, Vec<&'s Saying<'a>>>;

pub(super) fn check(words: &Words, sayings: &[Saying<'_>], ledger: &mut Ledger) {
    let mut by_key = ByKey::new();
    for saying in sayings.iter().filter(|saying| !saying.key.is_empty()) {
        by_key.entry(&saying.key).or_default().push(saying);
    }
    let several: BTreeSet<String> =
        words.needs.iter().flat_map(|file| &file.record.several).map(|text| key(text)).collect();
    for (one, alike) in &by_key {
        two_needs(alike, several.contains(*one), ledger);
        twice(alike, ledger);
        harmless(alike, ledger);
        idle(alike, ledger);
    }
    on_purpose(words, &by_key, ledger);
    none_of_danger(words, ledger);
}

fn need<'a>(saying: &Saying<'a>) -> Option<&'a str> {
    match saying.meaning {
        Meaning::Need(slug) | Meaning::Faint(slug) => Some(slug),
        _ => None,
    }
}

/// No words mean two needs without saying so.
fn two_needs(alike: &[&Saying<'_>], is_on_purpose: bool, ledger: &mut Ledger) {
    let Some((first, slug)) = alike.iter().find_map(|saying| Some((saying, need(saying)?))) else { return };
    for other in alike.iter().filter(|saying| need(saying).is_some_and(|other| other != slug)) {
        if !is_on_purpose {
            let write = format!("Keep it here or in {}; if it means both, name it in several too.", first.field);
            ledger.note(other.path, |findings| findings.error(&other.field, other.text, write));
        }
    }
}

/// One form of a word is enough: the others are only weight.
fn twice(alike: &[&Saying<'_>], ledger: &mut Ledger) {
    for (at, saying) in alike.iter().enumerate() {
        let is_same = |other: &&&Saying<'_>| other.field == saying.field && other.path == saying.path;
        if let Some(first) = alike.iter().take(at).find(is_same) {
            let write = format!("Take it out: {} stands here, and search takes both for one.", first.text);
            ledger.note(saying.path, |findings| findings.add(Level::Warning, &saying.field, saying.text, write));
        }
    }
}

/// What is harmless takes every other meaning away.
fn harmless(alike: &[&Saying<'_>], ledger: &mut Ledger) {
    let Some(meant) = alike.iter().find(|saying| saying.meaning != Meaning::Harmless) else { return };
    for saying in alike.iter().filter(|saying| saying.meaning == Meaning::Harmless) {
        let write = format!("Take it out here or in {}: harmless takes its meaning away.", meant.field);
        ledger.note(saying.path, |findings| findings.error(&saying.field, saying.text, write));
    }
}

/// Whether a saying does nothing beside one that stands elsewhere.
fn is_idle(saying: &Saying<'_>, other: &Saying<'_>) -> bool {
    use Meaning::{Crisis, Emergency, Faint, MayBeCrisis, Need, WithEating};
    match (saying.meaning, other.meaning) {
        (Faint(slug), Need(other)) => slug == other,
        (Crisis | MayBeCrisis | WithEating, Emergency) | (MayBeCrisis | WithEating, Crisis) => true,
        (Crisis | MayBeCrisis | WithEating, Need(slug)) => is_crisis(slug),
        _ => false,
    }
}

/// Whether every saying of a need is a crisis, level A.
fn is_crisis(slug: &str) -> bool {
    directory::vocabulary::Need::from_slug(slug).is_some_and(Need::is_crisis_sensitive)
}

fn idle(alike: &[&Saying<'_>], ledger: &mut Ledger) {
    for saying in alike {
        if let Some(other) = alike.iter().find(|other| is_idle(saying, other)) {
            let write = format!("Take it out: in {} it is as urgent already, or says more.", other.field);
            ledger.note(saying.path, |findings| findings.add(Level::Warning, &saying.field, saying.text, write));
        }
    }
}

/// What is named in `several` stands under several needs.
fn on_purpose(words: &Words, by_key: &ByKey<'_, '_>, ledger: &mut Ledger) {
    let Some(file) = &words.needs else { return };
    ledger.note(&file.path, |findings| {
        for text in &file.record.several {
            let alike = by_key.get(key(text).as_str()).map(Vec::as_slice).unwrap_or_default();
            let needs: BTreeSet<_> = alike.iter().filter_map(|saying| need(saying)).collect();
            if needs.len() < 2 {
                let write = "Take it out of several, or write it under each need that it means.";
                findings.add(Level::Warning, "several", text, write);
            }
        }
    });
}

/// A list of danger that is empty would never show help now.
fn none_of_danger(words: &Words, ledger: &mut Ledger) {
    let Some(file) = &words.crisis else { return };
    ledger.note(&file.path, |findings| {
        for (field, list) in [("emergency", &file.record.emergency), ("a", &file.record.a)] {
            if list.is_empty() {
                findings.error(field, "", "Write what people say in danger: with none, search never shows help now.");
            }
        }
    });
}
