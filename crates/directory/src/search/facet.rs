//! One group of options as bit sets: one set for each option.

use crate::closed::{Choices, Closed};
use crate::fact::{Answer, Basis};
use crate::listing::Listing;
use fixedbitset::FixedBitSet;
use std::marker::PhantomData;

/// Who answers a group, as bits.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    /// Those that answer yes.
    pub(super) yes: FixedBitSet,
    /// Those that answer yes or are not known; for needs, also any worry.
    pub(super) open: FixedBitSet,
}

impl Answers {
    /// No one answers.
    pub(super) fn none(size: usize) -> Self {
        Self { yes: FixedBitSet::with_capacity(size), open: FixedBitSet::with_capacity(size) }
    }

    /// What each listing answers.
    pub(super) fn of(listings: &[Listing], answer: impl Fn(&Listing) -> Answer) -> Self {
        let mut answers = Self::none(listings.len());
        for (row, listing) in listings.iter().enumerate() {
            let answer = answer(listing);
            answers.yes.set(row, answer == Answer::Yes);
            answers.open.set(row, answer != Answer::No);
        }
        answers
    }
}

/// A closed set of options, with the listings of each.
#[derive(Debug)]
pub(super) struct Facet<T> {
    /// Invariant: one set for each option, in its order, held by [`Facet::new`].
    yes: Vec<FixedBitSet>,
    /// Those of which it is not known.
    pub(super) unknown: FixedBitSet,
    /// Those of which it is our own reading.
    pub(super) ours: FixedBitSet,
    of: PhantomData<T>,
}

impl<T: Closed> Facet<T> {
    /// What can be read of each listing; `None` is not known.
    pub(super) fn new(listings: &[Listing], read: impl Fn(&Listing) -> Option<(Choices<T>, Basis)>) -> Self {
        let none = FixedBitSet::with_capacity(listings.len());
        let mut facet =
            Self { yes: vec![none.clone(); T::all().len()], unknown: none.clone(), ours: none, of: PhantomData };
        for (row, listing) in listings.iter().enumerate() {
            let Some((members, basis)) = read(listing) else {
                facet.unknown.insert(row);
                continue;
            };
            for (option, yes) in T::all().iter().zip(&mut facet.yes) {
                yes.set(row, members.contains(*option));
            }
            facet.ours.set(row, basis == Basis::Ours);
        }
        facet
    }

    /// Those with an option.
    pub(super) fn with(&self, option: T) -> Option<&FixedBitSet> {
        self.yes.get(option.index())
    }

    /// Those with any of these options.
    pub(super) fn any_of(&self, chosen: Choices<T>) -> FixedBitSet {
        let mut any = FixedBitSet::with_capacity(self.unknown.len());
        chosen.iter().filter_map(|option| self.with(option)).for_each(|yes| any.union_with(yes));
        any
    }

    /// Who answers what was chosen; `None` where nothing was, so that all do.
    pub(super) fn answers(&self, chosen: Choices<T>) -> Option<Answers> {
        if chosen.is_empty() {
            return None;
        }
        let yes = self.any_of(chosen);
        let mut open = yes.clone();
        open.union_with(&self.unknown);
        Some(Answers { yes, open })
    }
}
