//! The shape of one saying: words as search compares them, and signs where
//! they mean something.

use directory::finding::{Findings, Level};
use directory::words::fold_apart;

use super::super::Ledger;
use super::key::{is_sign, key};
use super::{Saying, has_class};
use crate::data::Words;

pub(super) fn check(words: &Words, sayings: &[Saying<'_>], ledger: &mut Ledger) {
    let classes = words.people.as_ref().map(|file| &file.record.people);
    for saying in sayings {
        ledger.note(saying.path, |findings| {
            let (field, text) = (saying.field.as_str(), saying.text);
            if !is_readable(field, text, findings) {
                return;
            }
            for part in text.split_whitespace() {
                let unknown = part.strip_prefix('@').filter(|name| classes.is_some_and(|all| !has_class(all, name)));
                if unknown.is_some() {
                    let known: Vec<_> = classes.iter().flat_map(|all| &all.0).map(|(name, _)| name.as_str()).collect();
                    let write = format!("Write a class of people.json after the @, one of: {}.", known.join(", "));
                    findings.error(field, text, write);
                }
            }
            as_compared(field, text, findings);
        });
    }
    people(words, sayings, ledger);
    single_words(words, ledger);
    misspelt(words, ledger);
}

/// Whether search can make anything of a saying.
fn is_readable(field: &str, text: &str, findings: &mut Findings) -> bool {
    let parts: Vec<_> = text.split_whitespace().collect();
    let has_word = parts.iter().any(|part| part.starts_with('@') || (!is_sign(part) && !key(part).is_empty()));
    if !has_word {
        findings.error(field, text, "Take out the empty word, or write what people say.");
        return false;
    }
    let last = parts.len().saturating_sub(1);
    let is_elsewhere =
        |sign: &str, place: usize| parts.iter().enumerate().any(|(at, part)| *part == sign && at != place);
    if is_elsewhere("^", 0) || is_elsewhere("$", last) {
        findings.error(field, text, "Write ^ only at the beginning and $ only at the end, with a space beside it.");
    }
    let inner: Vec<_> = parts.iter().filter(|part| !matches!(**part, "^" | "$")).collect();
    let is_gap = |part: Option<&&&str>| part.is_some_and(|part| **part == "...");
    let is_twice = inner.windows(2).any(|two| two.iter().all(|part| **part == "..."));
    if is_gap(inner.first()) || is_gap(inner.last()) || is_twice {
        findings.error(field, text, "Write ... only between two words, and once: it stands for up to three others.");
    }
    true
}

/// Words stand in the data as they are compared, so that whoever extends a
/// list sees what is there already.
fn as_compared(field: &str, text: &str, findings: &mut Findings) {
    let plain = |part: &str| if is_sign(part) { part.to_owned() } else { fold_apart(part) };
    let parts: Vec<_> = text.split_whitespace().map(plain).filter(|part| !part.is_empty()).collect();
    let folded = parts.join(" ");
    if folded != text {
        findings.add(Level::Advice, field, text, format!("Write {folded}, which is what search compares."));
    }
}

fn people(words: &Words, sayings: &[Saying<'_>], ledger: &mut Ledger) {
    let Some(file) = &words.people else { return };
    ledger.note(&file.path, |findings| {
        for (class, list) in &file.record.people.0 {
            let field = format!("people.{class}");
            each_single(&field, list, findings);
            if list.is_empty() {
                findings.error(&field, "", "Write the words of this class, or take it out.");
            }
            let is_named =
                |saying: &Saying<'_>| saying.text.split_whitespace().any(|part| part.strip_prefix('@') == Some(class));
            if !sayings.iter().any(is_named) {
                findings.add(
                    Level::Advice,
                    &field,
                    class,
                    format!("No saying names @{class}. Use it, or take it out."),
                );
            }
        }
    });
}

fn single_words(words: &Words, ledger: &mut Ledger) {
    let Some(file) = &words.spelling else { return };
    ledger.note(&file.path, |findings| {
        each_single("small", &file.record.small, findings);
        each_single("ordinary", &file.record.ordinary, findings);
    });
}

fn each_single(field: &str, list: &[String], findings: &mut Findings) {
    for text in list {
        let folded = fold_apart(text);
        if folded.is_empty() || folded.contains(' ') || is_sign(text) {
            findings.error(field, text, "Write one word here, without signs. Several words are a saying.");
        } else {
            as_compared(field, text, findings);
        }
    }
}

fn misspelt(words: &Words, ledger: &mut Ledger) {
    let Some(file) = &words.spelling else { return };
    ledger.note(&file.path, |findings| {
        for (wrong, right) in &file.record.misspelt.0 {
            let field = format!("misspelt.{wrong}");
            for text in [wrong, right] {
                if fold_apart(text).is_empty() || text.split_whitespace().any(is_sign) {
                    findings.error(&field, text, "Write plain words on both sides: what is typed, and what is meant.");
                } else {
                    as_compared(&field, text, findings);
                }
            }
        }
    });
}
