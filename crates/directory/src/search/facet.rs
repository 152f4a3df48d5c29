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
    pub(super) fn of(listings: &[Listing], answer: &dyn Fn(&Listing) -> Answer) -> Self {
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
    sets: Sets,
    of: PhantomData<T>,
}

/// The same for any options, so that it stands in the wasm once.
#[derive(Debug)]
struct Sets {
    /// Invariant: one set for each option, in its order, held by [`Sets::new`].
    yes: Vec<FixedBitSet>,
    /// Those of which it is not known.
    unknown: FixedBitSet,
    /// Those of which it is our own reading.
    ours: FixedBitSet,
}

impl Sets {
    fn new(options: usize, listings: &[Listing], read: &dyn Fn(&Listing) -> Option<(u64, Basis)>) -> Self {
        let none = FixedBitSet::with_capacity(listings.len());
        let mut sets = Self { yes: vec![none.clone(); options], unknown: none.clone(), ours: none };
        for (row, listing) in listings.iter().enumerate() {
            let Some((members, basis)) = read(listing) else {
                sets.unknown.insert(row);
                continue;
            };
            for (option, yes) in sets.yes.iter_mut().enumerate() {
                yes.set(row, members >> option & 1 == 1);
            }
            sets.ours.set(row, basis == Basis::Ours);
        }
        sets
    }

    fn any_of(&self, chosen: u64) -> FixedBitSet {
        let mut any = FixedBitSet::with_capacity(self.unknown.len());
        let of_chosen = self.yes.iter().enumerate().filter(|(option, _)| chosen >> option & 1 == 1);
        of_chosen.for_each(|(_, yes)| any.union_with(yes));
        any
    }

    fn answers(&self, chosen: u64) -> Option<Answers> {
        if chosen == 0 {
            return None;
        }
        let yes = self.any_of(chosen);
        let mut open = yes.clone();
        open.union_with(&self.unknown);
        Some(Answers { yes, open })
    }
}

impl<T: Closed> Facet<T> {
    /// What can be read of each listing; `None` is not known.
    pub(super) fn new(listings: &[Listing], read: impl Fn(&Listing) -> Option<(Choices<T>, Basis)>) -> Self {
        let read = |listing: &Listing| read(listing).map(|(members, basis)| (members.bits(), basis));
        Self { sets: Sets::new(T::all().len(), listings, &read), of: PhantomData }
    }

    /// Those of which it is our own reading.
    pub(super) fn ours(&self) -> &FixedBitSet {
        &self.sets.ours
    }

    /// Those with an option.
    pub(super) fn with(&self, option: T) -> Option<&FixedBitSet> {
        self.sets.yes.get(option.index())
    }

    /// Those with any of these options.
    pub(super) fn any_of(&self, chosen: Choices<T>) -> FixedBitSet {
        self.sets.any_of(chosen.bits())
    }

    /// Who answers what was chosen; `None` where nothing was, so that all do.
    pub(super) fn answers(&self, chosen: Choices<T>) -> Option<Answers> {
        self.sets.answers(chosen.bits())
    }
}
