//! Where a cell stands, as a spreadsheet says it: D7.

use std::fmt;

/// A column. The first is A, the twenty-seventh is AA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column(pub u16);

/// A cell's place in its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its row; the first is 1.
    pub row: u32,
    /// Its column.
    pub column: Column,
}

impl fmt::Display for Column {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = u32::from(self.0) + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(to, "{letter}"))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}{}", self.column, self.row)
    }
}

impl Place {
    /// The place that letters and digits name, as in `D7`, if there can be one.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let digits = name.find(|sign: char| sign.is_ascii_digit())?;
        let (letters, digits) = name.split_at_checked(digits)?;
        let is_short = (1..=3).contains(&letters.len()) && digits.len() <= 7;
        let is_plain = letters.bytes().all(|sign| sign.is_ascii_alphabetic());
        if !is_short || !is_plain || !digits.bytes().all(|sign| sign.is_ascii_digit()) {
            return None;
        }
        let value = |sign: u8| u32::from(sign.to_ascii_uppercase() - b'A') + 1;
        let column = letters.bytes().fold(0, |sum, sign| sum * 26 + value(sign));
        let row = digits.parse().ok().filter(|row| *row > 0)?;
        Some(Self { row, column: Column(u16::try_from(column - 1).ok()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for (column, row, name) in [(0, 1, "A1"), (25, 9, "Z9"), (26, 10, "AA10"), (701, 2, "ZZ2"), (16_383, 7, "XFD7")]
        {
            let place = Place { row, column: Column(column) };
            assert_eq!((place.to_string().as_str(), Place::of(name)), (name, Some(place)));
        }
        for name in ["", "A", "1", "A0", "AAAA1", "A12345678", "A1B", "Ä1", "$A$1", "A-1"] {
            assert_eq!(Place::of(name), None, "{name}");
        }
    }
}
