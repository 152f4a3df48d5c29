//! Which page of a list: the list goes on, twenty rows to a page.

use std::fmt;

/// The number of a page that goes on with a list.
///
/// Invariant: 2 or more, held by [`PageNumber::new`]; the first page of a list
/// is the list's own address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageNumber(u16);

impl PageNumber {
    /// This number, if it is one of a page that goes on.
    pub fn new(number: usize) -> Option<Self> {
        u16::try_from(number).ok().filter(|number| *number > 1).map(Self)
    }

    /// The number in an address; only as [`PageNumber`] writes it.
    pub fn read(slug: &str) -> Option<Self> {
        let is_plain = slug.bytes().all(|byte| byte.is_ascii_digit()) && !slug.starts_with('0');
        is_plain.then(|| slug.parse().ok().and_then(Self::new)).flatten()
    }

    /// As a number.
    pub fn get(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Display for PageNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_spelling_and_the_first_has_none() {
        assert_eq!(PageNumber::read("12").map(PageNumber::get), Some(12));
        for slug in ["", "0", "1", "01", "02", "+2", "-2", "2.5", "two", "65536", "99999999999999999999999"] {
            assert_eq!(PageNumber::read(slug), None, "{slug}");
        }
    }
}
