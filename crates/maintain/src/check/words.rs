//! Rules of people's words, over all files of them together.
//!
//! A saying that search cannot read, or that means two things, is worst where
//! it counts most: somebody types it once. So what takes a meaning away is an
//! error; what only does nothing is a warning.

mod key;
mod meanings;
mod shape;
mod slugs;
mod spelling;

use directory::record::Named;

use super::{Ledger, Whole};
use crate::data::Words;
use key::key;

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let words = &whole.data.words;
    slugs::check(whole, ledger);
    let sayings = sayings(words);
    shape::check(words, &sayings, ledger);
    meanings::check(words, &sayings, ledger);
    spelling::check(whole, &sayings, ledger);
}

/// What a saying is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning<'a> {
    /// The need with this slug.
    Need(&'a str),
    /// The same, where nothing else means a need.
    Faint(&'a str),
    Emergency,
    Crisis,
    MayBeCrisis,
    WithEating,
    Harmless,
    Filter,
    Asker,
}

/// A saying, and where it stands.
#[derive(Debug)]
struct Saying<'a> {
    path: &'a str,
    field: String,
    text: &'a str,
    /// What search compares: its words without their endings.
    key: String,
    meaning: Meaning<'a>,
}

/// Every saying of every file.
fn sayings(words: &Words) -> Vec<Saying<'_>> {
    let mut all = Vec::new();
    if let Some(file) = &words.needs {
        for (slug, texts) in &file.record.needs.0 {
            push(&mut all, &file.path, format!("needs.{slug}"), Meaning::Need(slug), texts);
        }
        for (slug, texts) in &file.record.faint.0 {
            push(&mut all, &file.path, format!("faint.{slug}"), Meaning::Faint(slug), texts);
        }
    }
    if let Some(file) = &words.crisis {
        let lists = [
            ("emergency", Meaning::Emergency, &file.record.emergency),
            ("a", Meaning::Crisis, &file.record.a),
            ("b", Meaning::MayBeCrisis, &file.record.b),
            ("with_eating", Meaning::WithEating, &file.record.with_eating),
        ];
        lists
            .into_iter()
            .for_each(|(list, meaning, texts)| push(&mut all, &file.path, list.to_owned(), meaning, texts));
    }
    if let Some(file) = &words.alike {
        push(&mut all, &file.path, "harmless".to_owned(), Meaning::Harmless, &file.record.harmless);
    }
    if let Some(file) = &words.asks {
        for (list, named) in slugs::filters(&file.record) {
            for (slug, texts) in &named.0 {
                push(&mut all, &file.path, format!("{list}.{slug}"), Meaning::Filter, texts);
            }
        }
        for (slug, texts) in &file.record.who.0 {
            push(&mut all, &file.path, format!("who.{slug}"), Meaning::Asker, texts);
        }
    }
    all
}

fn push<'a>(all: &mut Vec<Saying<'a>>, path: &'a str, field: String, meaning: Meaning<'a>, texts: &'a [String]) {
    all.extend(texts.iter().map(|text| Saying { path, field: field.clone(), text, key: key(text), meaning }));
}

/// Whether a class of this name is in the data.
fn has_class(classes: &Named<Vec<String>>, name: &str) -> bool {
    classes.get(name).is_some()
}
