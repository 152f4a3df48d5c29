//! A list of entries that somebody has put together: to keep, to send, to print.
//!
//! It holds ids and nothing else, so that it never grows stale: what it shows is
//! read from the directory each time. A link to it holds a short code for each
//! id; reading one never fails, and says what is not known here.

mod code;
mod link;

pub use code::{Code, LETTERS};
pub use link::{KEY, ReadList};

use crate::catalogue::Directory;
use crate::id::ListingId;
use crate::listing::{Listing, Standing};

/// The most entries of a list: more would be another directory.
pub const MOST: usize = 50;

/// The most entries that are compared side by side.
pub const MOST_COMPARED: usize = 4;

/// Ids of entries, in the order of whoever put them together.
///
/// Invariant: at most [`MOST`], and none twice; held by [`Shortlist::with`] and
/// [`Shortlist::put_back`], through which each of them comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortlist {
    ids: Vec<ListingId>,
}

/// Which way an entry is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Shortlist {
    /// A list of these words as they stand in memory or on a device. What is no
    /// id, stands there twice or is too much is left out.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        words.into_iter().filter_map(ListingId::new).fold(Self::default(), |list, id| list.with(&id))
    }

    /// The ids, in order.
    pub fn ids(&self) -> &[ListingId] {
        &self.ids
    }

    /// Where an entry stands, if it is in the list.
    pub fn position(&self, id: &ListingId) -> Option<usize> {
        self.ids.iter().position(|one| one == id)
    }

    /// Whether no more can be added.
    pub fn is_full(&self) -> bool {
        self.ids.len() >= MOST
    }

    /// The same with one entry at its end, unless it is there or the list is full.
    #[must_use]
    pub fn with(self, id: &ListingId) -> Self {
        let end = self.ids.len();
        self.put_back(id, end)
    }

    /// The same with one entry at a place, where it was before it was taken out;
    /// at the end if the list is shorter now.
    #[must_use]
    pub fn put_back(mut self, id: &ListingId, at: usize) -> Self {
        if !self.is_full() && self.position(id).is_none() {
            self.ids.insert(at.min(self.ids.len()), id.clone());
        }
        self
    }

    /// The same without one entry.
    #[must_use]
    pub fn without(mut self, id: &ListingId) -> Self {
        self.ids.retain(|one| one != id);
        self
    }

    /// The same with one entry a place further up or down, as far as there is one.
    #[must_use]
    pub fn moved(mut self, id: &ListingId, way: Way) -> Self {
        let Some(at) = self.position(id) else { return self };
        let to = match way {
            Way::Up => at.checked_sub(1),
            Way::Down => Some(at + 1).filter(|to| *to < self.ids.len()),
        };
        if let Some(to) = to {
            self.ids.swap(at, to);
        }
        self
    }

    /// The same with every entry of another list that is not in this one, after
    /// those that are, as far as there is room.
    #[must_use]
    pub fn joined(self, other: &Self) -> Self {
        other.ids.iter().fold(self, Self::with)
    }
}

/// What an id of a list leads to today.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    /// This entry. Whether the list has it by an id of before.
    Here(&'a Listing, bool),
    /// It has ended; with what replaced it, where that is known and listed.
    Ended(&'a Listing, Option<&'a Listing>),
    /// It is taken out for now.
    Withdrawn(&'a Listing),
    /// Nothing in this directory has or had this id.
    Gone,
}

impl Directory {
    /// What an id of a list leads to.
    pub fn entry(&self, id: &ListingId) -> Entry<'_> {
        let Some(listing) = self.find(id).listing() else { return Entry::Gone };
        match listing.standing {
            Standing::Ended(_) => Entry::Ended(listing, self.successor(listing)),
            Standing::Withdrawn(_) => Entry::Withdrawn(listing),
            _ => Entry::Here(listing, listing.id != *id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(letters: &str) -> ListingId {
        ListingId::new(letters).unwrap()
    }

    fn words(list: &Shortlist) -> Vec<&str> {
        list.ids().iter().map(ListingId::as_str).collect()
    }

    #[test]
    fn what_is_taken_out_comes_back_to_its_place() {
        let list = Shortlist::of(["a", "b", "c"]);
        let without = list.clone().without(&id("b"));
        assert_eq!(words(&without), ["a", "c"]);
        assert_eq!(without.put_back(&id("b"), 1), list);
        assert_eq!(words(&Shortlist::of(["a"]).put_back(&id("b"), 7)), ["a", "b"]);
    }

    #[test]
    fn an_entry_moves_one_place_and_never_out_of_the_list() {
        let list = Shortlist::of(["a", "b", "c"]);
        assert_eq!(words(&list.clone().moved(&id("b"), Way::Up)), ["b", "a", "c"]);
        assert_eq!(words(&list.clone().moved(&id("b"), Way::Down)), ["a", "c", "b"]);
        for (one, way) in [("a", Way::Up), ("c", Way::Down), ("nowhere", Way::Up)] {
            assert_eq!(list.clone().moved(&id(one), way), list);
        }
    }

    #[test]
    fn what_a_device_kept_is_believed_only_as_far_as_it_is_a_list() {
        let list = Shortlist::of(["a", "", "A", "../b", "a", "b", "<i>", "c,d"]);
        assert_eq!(words(&list), ["a", "b"]);
        let many: Vec<_> = (0..99).map(|at| format!("entry-{at}")).collect();
        let full = Shortlist::of(many.iter().map(String::as_str));
        assert_eq!(full.ids().len(), MOST);
        assert!(full.is_full());
        assert_eq!(full.clone().with(&id("one-more")), full);
    }
}
