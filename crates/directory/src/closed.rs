//! Closed sets: words that people choose from, each with a slug and a label.
//!
//! A slug stands in addresses and files and never changes once published; a
//! label is what people read. A [`Choices`] is a subset of such a set, small
//! enough to copy.

use std::marker::PhantomData;

/// A closed set of words: every member known at build, each with its slug.
pub trait Closed: Copy + Eq + Sized + 'static {
    /// Every member, in the order people see.
    fn all() -> &'static [Self];
    /// The place of this member in [`Closed::all`].
    fn index(self) -> usize;
    /// The slug of each member, in the same order.
    fn slugs() -> &'static [&'static str];

    /// The word in addresses and files.
    fn slug(self) -> &'static str {
        Self::slugs().get(self.index()).copied().unwrap_or_default()
    }

    /// The member with this slug, if there is one.
    fn from_slug(slug: &str) -> Option<Self> {
        place_of(slug, Self::slugs()).and_then(|place| Self::all().get(place)).copied()
    }
}

/// The place of a slug among others.
pub(crate) fn place_of(slug: &str, slugs: &[&str]) -> Option<usize> {
    slugs.iter().position(|one| *one == slug)
}

/// Some members of a closed set, in no order of their own.
///
/// Invariant: no bit beyond the set's size is up, held by [`Choices::with`].
pub struct Choices<T> {
    bits: u64,
    of: PhantomData<T>,
}

impl<T> Clone for Choices<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Choices<T> {}
impl<T> PartialEq for Choices<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<T> Eq for Choices<T> {}
impl<T> Default for Choices<T> {
    fn default() -> Self {
        Self { bits: 0, of: PhantomData }
    }
}
impl<T: Closed> std::fmt::Debug for Choices<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Closed::slug)).finish()
    }
}
impl<T: Closed> FromIterator<T> for Choices<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        members.into_iter().fold(Self::default(), Self::with)
    }
}

impl<T> Choices<T> {
    /// As bits, so that what is the same for every set stands in the wasm once.
    pub(crate) fn bits(self) -> u64 {
        self.bits
    }

    /// The bits, to be changed by whoever knows the set.
    pub(crate) fn bits_mut(&mut self) -> &mut u64 {
        &mut self.bits
    }
}

impl<T: Closed> Choices<T> {
    /// These and one more.
    #[must_use]
    pub fn with(self, member: T) -> Self {
        debug_assert!(T::all().len() <= 64);
        Self { bits: self.bits | 1 << member.index(), of: PhantomData }
    }

    /// These without one.
    #[must_use]
    pub fn without(self, member: T) -> Self {
        Self { bits: self.bits & !(1 << member.index()), of: PhantomData }
    }

    /// These with one added if it was not there, taken away if it was.
    #[must_use]
    pub fn toggled(self, member: T) -> Self {
        if self.contains(member) { self.without(member) } else { self.with(member) }
    }

    /// Whether this member is among them.
    pub fn contains(self, member: T) -> bool {
        self.bits >> member.index() & 1 == 1
    }

    /// Whether the two have a member in common.
    pub fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// Each of them, in the order people see.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::all().iter().copied().filter(move |one| self.contains(*one))
    }
}

/// Writes a closed set: the enum, its order, slugs and labels, from one table.
macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident: $slug:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* #[doc = $label] $variant,)+ }

        impl $name {
            /// Every member, in the order people see.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The default words for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl $crate::closed::Closed for $name {
            fn all() -> &'static [Self] { Self::ALL }
            fn index(self) -> usize { self as usize }
            fn slugs() -> &'static [&'static str] { &[$($slug,)+] }
        }
    };
}
pub(crate) use closed_set;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Need, Thrive};

    #[test]
    fn a_choice_taken_twice_is_no_choice() {
        let none = Choices::<Need>::default();
        assert_eq!(none.toggled(Need::Sleep).toggled(Need::Sleep), none);
    }

    #[test]
    fn choices_come_in_the_order_people_see() {
        let some: Choices<Thrive> = [Thrive::RiskSupport, Thrive::Thriving].into_iter().collect();
        assert_eq!(some.iter().collect::<Vec<_>>(), [Thrive::Thriving, Thrive::RiskSupport]);
    }
}
