//! The id of a listing: it names its file, its page and its link for ever.
//! That of a school is spelt in the same letters.

use std::fmt;

/// The longest id, in letters; a file name must stay short on every host.
pub const LONGEST: usize = 80;

/// An id that is safe in a file name and an address.
///
/// Invariant: 1 to 80 of `a-z`, `0-9` and `-`, with no `-` at either end, held
/// by [`ListingId::new`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ListingId(Box<str>);

impl ListingId {
    /// The id that these letters spell, if they can be one.
    pub fn new(letters: &str) -> Option<Self> {
        let is_safe = letters.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let is_whole = !letters.is_empty() && letters.len() <= LONGEST;
        let has_ends = !letters.starts_with('-') && !letters.ends_with('-');
        (is_safe && is_whole && has_ends).then(|| Self(letters.into()))
    }

    /// The letters of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ListingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of a school: in England its URN, elsewhere any word that stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchoolId(ListingId);

impl SchoolId {
    /// The id that these letters spell, if they can be one.
    pub fn new(letters: &str) -> Option<Self> {
        ListingId::new(letters).map(Self)
    }

    /// The letters of it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::ListingId;

    #[test]
    fn what_could_leave_its_folder_is_no_id() {
        for bad in ["", "..", "a/b", "A", "é", "-a", "a-", "a b", "a.b", &"a".repeat(81)] {
            assert_eq!(ListingId::new(bad), None, "{bad}");
        }
        assert!(ListingId::new("hopeline247").is_some());
    }
}
