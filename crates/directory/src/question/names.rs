//! Names of listings and of those who provide them, as people type them.
//!
//! A listing is meant by its whole name, or by a word of it that nobody says
//! otherwise and few others have: "papyrus". A name that is an everyday word
//! ("Mind", "Beat") is meant only if its listing has all else that was typed.

use super::texts::{Texts, stems_of};
use crate::closed::Choices;
use crate::listing::{Listing, Standing, Successor};
use crate::vocabulary::Need;
use crate::words::lexicon::{Known, Lexicon};
use crate::words::saying::Heard;
use fixedbitset::FixedBitSet;

/// A word that more listings than this have names none of them.
const FEW: usize = 16;
/// Of a word that more listings have than this, none is looked up by it.
const MOST: usize = 400;

/// All names, listing by listing.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By row, each of its names.
    all: Vec<Vec<Name>>,
    /// By row, what it helps with.
    needs: Vec<Choices<Need>>,
    /// The words of places, which a name may be said without.
    places: Vec<u32>,
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
    /// What it helps with.
    pub(crate) needs: Choices<Need>,
}

/// By row: the listings that have ended and that it replaced.
pub(crate) fn replaced(listings: &[Listing]) -> Vec<Vec<&Listing>> {
    let mut replaced = vec![Vec::new(); listings.len()];
    for ended in listings {
        let Standing::Ended(Successor::Listing(id)) = &ended.standing else { continue };
        let is_it = |one: &Listing| one.standing.is_listed() && (one.id == *id || one.former_slugs.contains(id));
        let row = listings.iter().position(is_it).unwrap_or(listings.len());
        replaced.iter_mut().skip(row).take(1).for_each(|all| all.push(ended));
    }
    replaced
}

/// Words that a name has or has not.
const FILLING: [&str; 9] = ["the", "and", "of", "for", "a", "in", "at", "to", "s"];

impl Names {
    pub(crate) fn of(listings: &[Listing], places: Vec<u32>, lexicon: &Lexicon) -> Self {
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
            names.chain(provider).filter(|name| !name.stems.is_empty()).collect::<Vec<_>>()
        };
        let mut all: Vec<Vec<Name>> = Vec::with_capacity(listings.len());
        all.extend(listings.iter().map(|listing| if listing.standing.is_listed() { of(listing) } else { Vec::new() }));
        // What has ended is found by its old name in what replaced it.
        for (names, ended) in all.iter_mut().zip(replaced(listings)) {
            let old = ended.into_iter().flat_map(of);
            names.extend(old.filter(|name| !name.is_provider));
        }
        let needs = listings.iter().map(|listing| listing.needs).collect();
        Self { all, needs, places }
    }

    /// Every listing that some words name; `telling` says which of the words
    /// tell something, `free` which say nothing else; `places` are the stems of
    /// the places that were said.
    pub(crate) fn meant(
        &self,
        heard: &[Heard],
        telling: &[bool],
        free: &[bool],
        places: &[u32],
        texts: &Texts,
        lexicon: &Lexicon,
    ) -> Vec<Meant> {
        let mut rows = FixedBitSet::with_capacity(self.all.len());
        let mut strange: Vec<u32> = Vec::new();
        for ((word, tells), is_free) in heard.iter().zip(telling).zip(free) {
            for stem in word.stems.iter().chain(&word.joined).chain(word.begun.iter().filter(|_| word.is_begun)) {
                let named = texts.with(*stem);
                if named.len() > MOST || !tells {
                    continue;
                }
                let with_name = || named.iter().filter(|(_, field)| field.is_name()).map(|(row, _)| *row);
                let everyday = Known::SMALL.and(Known::ORDINARY);
                let count = with_name().count();
                // "Solihull" is a name, whatever saying has it; "grief" stands in names too.
                let is_name = count < 3 && count * 2 >= named.len()
                    || *is_free && (named.len() <= FEW || count * 4 >= named.len());
                if is_name && !word.is_number && count <= FEW && !lexicon.known(*stem).meets(everyday) {
                    strange.push(*stem);
                }
                with_name().for_each(|row| rows.insert(row as usize));
            }
        }
        let words: Vec<&Heard> = heard.iter().zip(telling).filter(|(_, tells)| **tells).map(|(word, _)| word).collect();
        let free = heard.iter().zip(free).filter(|(_, is_free)| **is_free).map(|(word, _)| word).collect();
        let asked = Asked { heard, words, free, strange, places, optional: &self.places, texts };
        let meant = |row: u32| {
            let names = self.all.get(row as usize)?;
            let mut best: Option<Meant> = None;
            for one in names.iter().filter_map(|name| name.meant(row, &asked)) {
                let is_provider = one.is_provider || best.is_some_and(|best| best.is_provider);
                let better = best.filter(|best| best.strength >= one.strength).unwrap_or(one);
                best = Some(Meant { is_provider, ..better });
            }
            best.map(|best| Meant { needs: self.needs.get(row as usize).copied().unwrap_or_default(), ..best })
        };
        rows.ones().filter_map(|row| meant(row as u32)).collect()
    }
}

/// What names are compared with.
struct Asked<'a> {
    heard: &'a [Heard],
    /// The words that tell something.
    words: Vec<&'a Heard>,
    /// Those that say nothing else.
    free: Vec<&'a Heard>,
    /// The stems that only names have.
    strange: Vec<u32>,
    places: &'a [u32],
    optional: &'a [u32],
    texts: &'a Texts,
}

fn is_heard(word: &Heard, stem: u32) -> bool {
    word.stems.contains(&stem) || word.joined == Some(stem) || word.is_begun && word.begun.contains(&stem)
}

impl Name {
    fn meant(&self, row: u32, asked: &Asked<'_>) -> Option<Meant> {
        let (mut said, mut all, mut count, mut left_out) = (0, 0, 0, 0);
        let mut is_strange = false;
        for stem in &self.stems {
            let tells = asked.texts.tells(*stem);
            all += tells;
            if asked.heard.iter().any(|word| is_heard(word, *stem)) {
                said += tells;
                count += 1;
                is_strange |= asked.strange.contains(stem);
            } else if asked.places.contains(stem) {
                said += tells;
                count += 1;
            } else if asked.optional.contains(stem) {
                left_out += 1;
            }
        }
        // Without its place a name may be a need: "young carers".
        let is_free = || self.stems.iter().any(|stem| asked.free.iter().any(|word| is_heard(word, *stem)));
        let is_all = count + left_out == self.stems.len() && (left_out == 0 || count > left_out && is_free());
        let whole = if is_all { self.whole(asked) } else { None };
        // The whole name, if it is of several words, or if the listing has all
        // else that was typed: "Shout 85258".
        let others = || asked.words.iter().filter(|word| !self.stems.iter().any(|stem| is_heard(word, *stem)));
        let has = |word: &&&Heard| word.stems.iter().any(|stem| asked.texts.has(*stem, row));
        let is_whole = is_all && (whole.is_some() && count >= 2 || others().all(|word| has(&word)));
        if !is_whole && !is_strange {
            return None;
        }
        let rest = others().count();
        let share = (30 * (asked.words.len() - rest) / asked.words.len().max(1)) as u32;
        let bonus = match (is_whole, self.is_provider) {
            (true, false) => 65,
            (true, true) => 35,
            (false, is_provider) => 15 * u32::from(!is_provider),
        };
        let strength = (bonus + said * 30 / all.max(1) + share).min(127);
        let whole = whole.filter(|_| is_whole);
        Some(Meant { row, strength, whole, is_provider: self.is_provider, needs: Choices::default() })
    }

    /// Where the words of the name stand one after another.
    fn whole(&self, asked: &Asked<'_>) -> Option<(usize, usize)> {
        let heard = asked.heard;
        let is_heard_at_all =
            |stem: &&u32| !asked.optional.contains(stem) || heard.iter().any(|word| is_heard(word, **stem));
        let stems: Vec<u32> = self.stems.iter().filter(is_heard_at_all).copied().collect();
        (0..heard.len()).find_map(|from| {
            let mut at = from;
            for (place, stem) in stems.iter().enumerate() {
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
