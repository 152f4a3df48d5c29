//! Cells in which one chooses among a few words: of a closed set, or the areas
//! of the site.

use super::Column;
use super::words::Refusal;
use crate::closed::Closed;
use crate::site::Site;
use crate::training::Mode;
use crate::vocabulary::{Asker, Audience, CostKind, Format, Kind, LocalRule, Need, Role, Way};
use crate::words::fold;

/// What "national" is called in a cell.
pub(super) const NATIONAL: &str = "All of England";

/// The word that the format has for all of England.
pub(super) const NATIONAL_SLUG: &str = "national";

/// The states of an entry: what `availability.state` has, what people read,
/// and what they call it.
const STATES: [(&str, &str); 4] = [
    ("open", "Yes, it is open"),
    ("long-wait", "Yes, with a long wait"),
    ("paused", "It is paused"),
    (ENDED, "It has ended"),
];

/// The choice that ends an entry.
pub(super) const ENDED: &str = "ended";

/// Other words for some choices, by slug. They are few: whoever writes a word
/// that is not here is asked to choose.
const OTHERWISE: [(Column, &str, &str); 27] = [
    (Column::Runs, "open", "yes"),
    (Column::Runs, "open", "open"),
    (Column::Runs, "open", "yes open"),
    (Column::Runs, "open", "still running"),
    (Column::Runs, "long-wait", "long wait"),
    (Column::Runs, "long-wait", "long waiting list"),
    (Column::Runs, "paused", "paused"),
    (Column::Runs, "paused", "on hold"),
    (Column::Runs, ENDED, "no"),
    (Column::Runs, ENDED, "ended"),
    (Column::Runs, ENDED, "closed"),
    (Column::Runs, ENDED, "gone"),
    (Column::Askers, "young-person", "young person"),
    (Column::Askers, "young-person", "young people"),
    (Column::Askers, "young-person", "self referral"),
    (Column::Askers, "parent", "parent"),
    (Column::Askers, "parent", "parents"),
    (Column::Askers, "parent", "parent or carer"),
    (Column::Askers, "parent", "parents and carers"),
    (Column::Askers, "school", "schools"),
    (Column::Askers, "gp", "GPs"),
    (Column::Askers, "professional", "professionals"),
    (Column::Audience, "parent", "parents"),
    (Column::Audience, "parent", "parents or carers"),
    (Column::Audience, "staff", "schools"),
    (Column::Cost, "free", "no charge"),
    (Column::Cost, "free", "no cost"),
];

/// How a check may be made: what `checked.means` has for it.
pub const MEANS: [&str; 4] = ["the partner's yes", "called", "looked at its page", "wrote to it"];

/// The words of a column, each with its slug, in the order people see.
pub(super) fn words_of(column: Column, site: &Site) -> Vec<(String, String)> {
    fn set<T: Closed>(label: impl Fn(T) -> &'static str) -> Vec<(String, String)> {
        T::all().iter().map(|one| (one.slug().to_owned(), label(*one).to_owned())).collect()
    }
    match column {
        Column::Runs => STATES.map(|(slug, label)| (slug.to_owned(), label.to_owned())).to_vec(),
        Column::Ways => set(Way::label),
        Column::Needs => set(Need::label),
        Column::Audience => set(Audience::label),
        Column::WhoCounts => set(LocalRule::label),
        Column::Askers => set(Asker::label),
        Column::Cost => set(CostKind::label),
        Column::Formats => set(Format::label),
        Column::Kind => set(Kind::label),
        Column::Roles => set(Role::label),
        Column::Modes => set(Mode::label),
        Column::Means => MEANS.map(|means| (means.to_owned(), sentence(means))).to_vec(),
        Column::Rolling => vec![("true".to_owned(), "Yes".to_owned()), ("false".to_owned(), "No".to_owned())],
        Column::StillRight => vec![("true".to_owned(), super::TICK.to_owned())],
        Column::Places => {
            let areas = site.areas.named.iter().map(|area| (area.slug.clone(), area.label.clone()));
            std::iter::once((NATIONAL_SLUG.to_owned(), NATIONAL.to_owned())).chain(areas).collect()
        }
        _ => Vec::new(),
    }
}

/// With a capital at its beginning.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Some slugs as a cell: their words, or themselves where they have none.
pub(super) fn written(column: Column, slugs: &[String], site: &Site) -> String {
    let words = words_of(column, site);
    let word = |slug: &String| words.iter().find(|(one, _)| one == slug).map_or(slug, |(_, word)| word).clone();
    slugs.iter().map(word).collect::<Vec<_>>().join("; ")
}

/// The slug of one word. `None`: it is none of them.
pub(super) fn one(column: Column, text: &str, site: &Site) -> Option<String> {
    let folded = fold(text);
    let words = words_of(column, site);
    let is_it = |(slug, word): &&(String, String)| fold(word) == folded || fold(slug) == folded;
    let other = || {
        let known = OTHERWISE.iter().find(|(of, _, word)| *of == column && fold(word) == folded);
        known.map(|(_, slug, _)| (*slug).to_owned())
    };
    words.iter().find(is_it).map(|(slug, _)| slug.clone()).or_else(other)
}

/// The slugs that a cell names, each once; a comma may stand within a word.
pub(super) fn several(column: Column, text: &str, site: &Site) -> Result<Vec<String>, Refusal> {
    let mut slugs: Vec<String> = Vec::new();
    for part in text.split([';', '\n', '\r', '•']).filter(|part| !fold(part).is_empty()) {
        let mut pieces: &[&str] = &part.split(',').collect::<Vec<_>>();
        while !pieces.is_empty() {
            // The longest run of pieces that is one word comes first.
            let taken = (1..=pieces.len()).rev().find_map(|count| {
                let (run, rest) = pieces.split_at(count);
                one(column, &run.join(","), site).map(|slug| (slug, rest))
            });
            match taken {
                Some((slug, rest)) => {
                    if !slugs.contains(&slug) {
                        slugs.push(slug);
                    }
                    pieces = rest;
                }
                None if pieces.first().is_some_and(|piece| fold(piece).is_empty()) => {
                    pieces = pieces.get(1..).unwrap_or_default();
                }
                None => return Err(unknown(column, pieces.first().unwrap_or(&part), site)),
            }
        }
    }
    Ok(slugs)
}

/// What is said of a word that is none of them.
pub(super) fn unknown(column: Column, text: &str, site: &Site) -> Refusal {
    let words: Vec<String> = words_of(column, site).into_iter().map(|(_, word)| word).collect();
    let near = nearest(text, &words).map(|word| format!(" Did you mean “{word}”?")).unwrap_or_default();
    let text = crate::finding::cut(text.trim(), 60);
    Refusal::new(format!("“{text}” is none of the words of this column.{near} Write one of: {}.", words.join("; ")))
}

fn nearest<'a>(text: &str, words: &'a [String]) -> Option<&'a String> {
    let text: String = fold(text).chars().take(60).collect();
    let near = |word: &&String| strsim::damerau_levenshtein(&fold(word), &text);
    words.iter().min_by_key(near).filter(|word| near(word) * 3 <= text.len())
}

/// Puts what was chosen in order: what was there stays in its place, what is
/// new follows as people see it.
pub(super) fn ordered(column: Column, before: &[String], chosen: Vec<String>, site: &Site) -> Vec<String> {
    let kept = before.iter().filter(|slug| chosen.contains(slug)).cloned();
    let new = words_of(column, site).into_iter().map(|(slug, _)| slug);
    kept.chain(new.filter(|slug| chosen.contains(slug) && !before.contains(slug))).collect()
}
