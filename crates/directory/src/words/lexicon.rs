//! Every word that the directory knows, by number.
//!
//! Words that have one stem mean one thing, so everything is compared by the
//! number of the stem; misspelt words are looked for among the words.

use super::stem::stem;
use rustc_hash::FxBuildHasher;
use std::collections::HashMap;

/// Where a word is known from, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known(u8);

impl Known {
    /// In a saying that means something of its own.
    pub(crate) const SAID: Self = Self(1);
    /// In a saying that asks for help with any worry.
    pub(crate) const GENERAL: Self = Self(2);
    /// It tells nothing.
    pub(crate) const SMALL: Self = Self(4);
    /// It is an everyday word.
    pub(crate) const ORDINARY: Self = Self(8);
    /// In a name.
    pub(crate) const NAMED: Self = Self(16);
    /// In another text of a listing.
    pub(crate) const TEXT: Self = Self(32);

    /// Whether it is known from any of these.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word with its stem.
#[derive(Debug)]
pub(crate) struct Word {
    /// The word, folded.
    pub(crate) letters: Box<str>,
    /// The number of its stem.
    pub(crate) stem: u32,
    /// Where it is known from.
    pub(crate) known: Known,
}

/// Every word, and every stem.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: Vec<Word>,
    numbers: HashMap<Box<str>, u32, FxBuildHasher>,
    stems: HashMap<Box<str>, u32, FxBuildHasher>,
    /// By the number of a stem: where its words are known from.
    known: Vec<Known>,
}

impl Lexicon {
    /// Learns a word, and gives the number of its stem.
    pub(crate) fn learn(&mut self, letters: &str, known: Known) -> u32 {
        if let Some(word) = self.numbers.get(letters).and_then(|at| self.words.get_mut(*at as usize)) {
            word.known = word.known.and(known);
            let stem = word.stem;
            self.mark(stem, known);
            return stem;
        }
        let root = stem(letters);
        let stem = match self.stems.get(root.as_str()) {
            Some(stem) => *stem,
            None => {
                let stem = self.known.len() as u32;
                self.known.push(Known::default());
                self.stems.insert(root.into(), stem);
                stem
            }
        };
        self.mark(stem, known);
        self.numbers.insert(letters.into(), self.words.len() as u32);
        self.words.push(Word { letters: letters.into(), stem, known });
        stem
    }

    fn mark(&mut self, stem: u32, known: Known) {
        if let Some(all) = self.known.get_mut(stem as usize) {
            *all = all.and(known);
        }
    }

    /// A word as it is known.
    pub(crate) fn word(&self, letters: &str) -> Option<&Word> {
        self.numbers.get(letters).and_then(|at| self.words.get(*at as usize))
    }

    /// Every word, in no order.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The number of the stem of a word, if any word has that stem.
    pub(crate) fn stem(&self, letters: &str) -> Option<u32> {
        match self.word(letters) {
            Some(word) => Some(word.stem),
            None => self.stems.get(stem(letters).as_str()).copied(),
        }
    }

    /// Where the words of a stem are known from.
    pub(crate) fn known(&self, stem: u32) -> Known {
        self.known.get(stem as usize).copied().unwrap_or_default()
    }

    /// How many stems there are.
    pub(crate) fn stems(&self) -> usize {
        self.known.len()
    }
}
