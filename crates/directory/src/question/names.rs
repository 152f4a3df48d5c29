//! Names of listings and of those who provide them, as people type them.
//!
//! A listing is meant by its whole name, or by a word of it that nobody says
//! otherwise and few others have: "papyrus". A name that is an everyday word
//! ("Mind", "Beat") is meant only if nothing else is typed.

use super::texts::{Texts, stems_of};
use crate::listing::Listing;
use crate::words::lexicon::{Known, Lexicon};
use crate::words::saying::Heard;

/// A word that more names than this have names none of them.
const FEW: usize = 12;
/// Of a word that more listings have than this, none is looked up by it.
const MOST: usize = 400;

/// All names, listing by listing.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By row, each of its names.
    all: Vec<Vec<Name>>,
}

#[derive(Debug)]
struct Name {
    /// The stems of its words that tell.
    stems: Vec<u32>,
    is_provider: bool,
}

/// A listing that a question names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meant {
    /// Its row.
    pub(crate) row: u32,
    /// How surely: up to 127.
    pub(crate) strength: u32,
    /// The words that are its whole name, if any are.
    pub(crate) whole: Option<(usize, usize)>,
    /// Whether a name of its provider is meant.
    pub(crate) is_provider: bool,
}

/// Words that a name has or has not.
const FILLING: [&str; 9] = ["the", "and", "of", "for", "a", "in", "at", "to", "s"];

impl Names {
    pub(crate) fn of(listings: &[Listing], lexicon: &Lexicon) -> Self {
        let filling: Vec<u32> = FILLING.iter().filter_map(|word| lexicon.stem(word)).collect();
        let name = |text: &str, is_provider| {
            let mut stems = stems_of(text, lexicon);
            let telling: Vec<u32> = stems.iter().copied().filter(|stem| !filling.contains(stem)).collect();
            if !telling.is_empty() {
                stems = telling;
            }
            Name { stems, is_provider }
        };
        let of = |listing: &Listing| {
            let provider = listing.provider.as_ref().map(|provider| name(&provider.value, true));
            let names = [&listing.name].into_iter().chain(&listing.former_names);
            let names = names.flat_map(|text| {
                // What stands in brackets is another way to say it.
                let outer = text.split(['(', ')']).next().unwrap_or_default();
                let is_short = outer.len() < text.len();
                [Some(name(text, false)), is_short.then(|| name(outer, false))].into_iter().flatten()
            });
            names.chain(provider).filter(|name| !name.stems.is_empty()).collect()
        };
        let listed = |listing: &Listing| if listing.standing.is_listed() { of(listing) } else { Vec::new() };
        Self { all: listings.iter().map(listed).collect() }
    }

    /// Every listing that some words name; `telling` says which of the words
    /// tell something.
    pub(crate) fn meant(&self, heard: &[Heard], telling: &[bool], texts: &Texts, lexicon: &Lexicon) -> Vec<Meant> {
        let mut rows: Vec<u32> = Vec::new();
        let mut strange: Vec<u32> = Vec::new();
        for (word, tells) in heard.iter().zip(telling) {
            for stem in word.stems.iter().chain(&word.joined).chain(word.begun.iter().filter(|_| word.is_begun)) {
                let named = texts.with(*stem);
                if named.len() > MOST || !tells {
                    continue;
                }
                let with_name = || named.iter().filter(|(_, field)| field.is_name()).map(|(row, _)| *row);
                let everyday = Known::SAID.and(Known::SMALL).and(Known::ORDINARY);
                if with_name().count() <= FEW && !lexicon.known(*stem).meets(everyday) {
                    strange.push(*stem);
                }
                rows.extend(with_name());
            }
        }
        rows.sort_unstable();
        rows.dedup();
        let all_telling = telling.iter().filter(|tells| **tells).count();
        let meant = |row: u32| {
            let names = self.all.get(row as usize)?;
            let mut best: Option<Meant> = None;
            for one in names.iter().filter_map(|name| name.meant(row, heard, all_telling, &strange, texts)) {
                let is_provider = one.is_provider || best.is_some_and(|best| best.is_provider);
                let better = best.filter(|best| best.strength >= one.strength).unwrap_or(one);
                best = Some(Meant { is_provider, ..better });
            }
            best
        };
        rows.into_iter().filter_map(meant).collect()
    }
}

impl Name {
    fn meant(&self, row: u32, heard: &[Heard], all_telling: usize, strange: &[u32], texts: &Texts) -> Option<Meant> {
        let is_said = |stem: &u32| {
            heard.iter().any(|word| {
                word.stems.contains(stem) || word.joined == Some(*stem) || word.is_begun && word.begun.contains(stem)
            })
        };
        let (mut said, mut all, mut count) = (0, 0, 0);
        let mut is_strange = false;
        for stem in &self.stems {
            let tells = texts.tells(*stem);
            all += tells;
            if is_said(stem) {
                said += tells;
                count += 1;
                is_strange |= strange.contains(stem);
            }
        }
        let whole = if count == self.stems.len() { self.whole(heard) } else { None };
        // The whole name, if it is of several words or all that was typed.
        let is_whole = whole.is_some() && (count >= 2 || all_telling <= count);
        if !is_whole && !is_strange {
            return None;
        }
        let share = |of: usize| (count.min(of) * 30 / of.max(1)) as u32;
        let bonus = if is_whole { 50 } else { 0 } + if self.is_provider { 0 } else { 15 };
        let strength = (bonus + said * 30 / all.max(1) + share(all_telling)).min(127);
        Some(Meant { row, strength, whole: whole.filter(|_| is_whole), is_provider: self.is_provider })
    }

    /// Where the words of the name stand one after another.
    fn whole(&self, heard: &[Heard]) -> Option<(usize, usize)> {
        (0..heard.len()).find_map(|from| {
            let mut at = from;
            for (place, stem) in self.stems.iter().enumerate() {
                while place > 0 && heard.get(at).is_some_and(|word| word.is_small && !word.stems.contains(stem)) {
                    at += 1;
                }
                let word = heard.get(at)?;
                at += match word {
                    _ if word.stems.contains(stem) || word.is_begun && word.begun.contains(stem) => 1,
                    _ if word.joined == Some(*stem) => 2,
                    _ => return None,
                };
            }
            Some((from, at.min(heard.len())))
        })
    }
}
