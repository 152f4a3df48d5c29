//! The words of each entry of the history, so that Back brings them back.
//!
//! They are in memory alone. The entry itself holds a number that means nothing:
//! each is drawn by chance, so that none is taken for one of an earlier visit.

use super::OwnWords;
use std::cell::{Cell, RefCell};

/// The words of each entry, and which entry is open.
#[derive(Debug)]
pub struct Memory {
    open: Cell<f64>,
    kept: RefCell<Vec<(f64, OwnWords)>>,
}

impl Memory {
    /// A memory of nothing, at an entry with this number.
    pub fn at(entry: f64) -> Self {
        Self { open: Cell::new(entry), kept: RefCell::default() }
    }

    /// The number of the entry that is open.
    pub fn entry(&self) -> f64 {
        self.open.get()
    }

    /// Keeps words for the entry that is open.
    pub fn keep(&self, words: OwnWords) {
        let mut kept = self.kept.borrow_mut();
        kept.retain(|(entry, _)| *entry != self.entry());
        if words != OwnWords::default() {
            kept.push((self.entry(), words));
        }
    }

    /// Opens another entry, and gives the words that were kept for it.
    pub fn open(&self, entry: f64) -> OwnWords {
        self.open.set(entry);
        let kept = self.kept.borrow();
        kept.iter().find(|(one, _)| *one == entry).map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_has_its_own_words_and_a_new_one_has_none() {
        let words = |draft: &str| OwnWords::default().left(draft.to_owned());
        let memory = Memory::at(0.25);
        memory.keep(words("sleep"));
        assert_eq!(memory.open(0.5), OwnWords::default());
        memory.keep(words("school"));
        memory.keep(words("school and sleep"));
        assert_eq!(memory.open(0.25), words("sleep"));
        assert_eq!(memory.open(0.5), words("school and sleep"));
        memory.keep(OwnWords::default());
        assert_eq!(memory.open(0.5), OwnWords::default());
    }
}
