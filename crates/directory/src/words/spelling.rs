//! Words that are not known: mistyped, run together, or not yet whole.
//!
//! A word is mended if a known one that begins alike is one letter away (words
//! of 5 to 7 letters) or two (from 8); two letters that changed places count
//! as one, and in a word of four only they are mended. Of several the nearest is taken, and of these one that means
//! something.

use super::lexicon::{Known, Lexicon, Word};
use std::cmp::Reverse;

/// Words by their first letter, for those that are not known.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    /// Numbers of words, by the first letter from `a` to `z`.
    by_letter: Vec<Vec<u32>>,
}

/// The longest word that is mended, in letters.
const LONGEST: usize = 24;

fn letter_of(byte: u8) -> Option<usize> {
    byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'))
}

impl Spelling {
    /// Of every word of a lexicon.
    pub(crate) fn of(lexicon: &Lexicon) -> Self {
        let mut by_letter = vec![Vec::new(); 26];
        for (at, word) in lexicon.words().iter().enumerate() {
            let first = word.letters.bytes().next().and_then(letter_of);
            if let Some(words) = first.and_then(|first| by_letter.get_mut(first)) {
                words.push(at as u32);
            }
        }
        Self { by_letter }
    }

    fn beginning_with<'a>(&'a self, letter: u8, lexicon: &'a Lexicon) -> impl Iterator<Item = &'a Word> {
        let words = letter_of(letter).and_then(|at| self.by_letter.get(at));
        words.into_iter().flatten().filter_map(|at| lexicon.words().get(*at as usize))
    }

    /// The known word that a mistyped one was meant to be.
    pub(crate) fn mended<'a>(&'a self, typed: &str, lexicon: &'a Lexicon) -> Option<&'a Word> {
        let letters = typed.as_bytes();
        let most = match letters.len() {
            4..=7 => 1,
            8..=LONGEST => 2,
            _ => return None,
        };
        let (first, second) = (*letters.first()?, *letters.get(1)?);
        // The first letter is right, or has changed places with the second.
        let alike = self.beginning_with(first, lexicon);
        let swapped =
            self.beginning_with(second, lexicon).filter(|word| word.letters.as_bytes().get(1) == Some(&first));
        let near = alike.chain(swapped).filter(|word| word.letters.len().abs_diff(letters.len()) <= most);
        let judged = near.filter_map(|word| {
            let far = strsim::osa_distance(typed, &word.letters);
            // Of four letters two may have changed places, and no more.
            let is_near = far <= most && (letters.len() > 4 || is_swap(letters, word.letters.as_bytes()));
            let rank = match word.known {
                known if known.meets(Known::SAID.and(Known::GENERAL)) => 0,
                known if known.meets(Known::NAMED) => 1,
                _ => 2,
            };
            is_near.then_some((far, rank, Reverse(word.letters.len()), word))
        });
        judged.min_by(|one, other| (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2))).map(|(.., word)| word)
    }

    /// The two known words that were run together as one.
    pub(crate) fn apart<'a>(&self, typed: &'a str, lexicon: &Lexicon) -> Option<(&'a str, &'a str)> {
        if !typed.is_ascii() || typed.len() > LONGEST {
            return None;
        }
        let whole = |part: &str| {
            let known = lexicon.word(part).map(|word| word.known).unwrap_or_default();
            match part.len() {
                0 | 1 => false,
                2 | 3 => known.meets(Known::SMALL),
                _ => known.meets(Known::SAID.and(Known::GENERAL).and(Known::SMALL).and(Known::NAMED)),
            }
        };
        let tells = |part: &str| lexicon.word(part).is_some_and(|word| !word.known.meets(Known::SMALL));
        let cuts = (2..typed.len().saturating_sub(1)).rev().filter_map(|at| typed.split_at_checked(at));
        cuts.into_iter().find(|(one, two)| whole(one) && whole(two) && (tells(one) || tells(two)))
    }

    /// Calls back with every known word that begins as a word that may not be
    /// whole yet.
    pub(crate) fn completions(&self, begun: &str, lexicon: &Lexicon, tell: &mut dyn FnMut(&Word)) {
        let Some(first) = begun.bytes().next() else { return };
        self.beginning_with(first, lexicon).filter(|word| word.letters.starts_with(begun)).for_each(tell);
    }
}

fn is_swap(one: &[u8], other: &[u8]) -> bool {
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one.get(*at) != other.get(*at)).collect();
    one.len() == other.len() && differ.len() == 2
}
