//! The short code of an entry, for links that somebody sends.
//!
//! It is made of the id by a rule that anybody can follow, and never changes.
//! It hides what an entry is from whoever sees a message or the history of a
//! browser over a shoulder; it keeps no secret from whoever has the directory.

use std::fmt;

/// The letters of codes: digits and small letters, without vowels, so that none
/// spells a word, and without those that are taken for another (`0`, `1`, `l`).
pub const LETTERS: &[u8; 27] = b"23456789bcdfghjkmnpqrstvwxz";

/// How many letters a code has.
const LENGTH: usize = 6;

/// The code of an id.
///
/// Invariant: each byte is one of [`LETTERS`], held by [`Code::of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// The code of an id: its bytes hashed by FNV-1a of 64 bits; the remainder of
    /// that by 27⁶, as six digits of base 27, the highest first.
    pub fn of(id: &str) -> Self {
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let mut rest = id.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
        let base = LETTERS.len() as u64;
        // The remainder by a power of the base is what its last digits say.
        let mut letters = [b'2'; LENGTH];
        for place in letters.iter_mut().rev() {
            *place = LETTERS.get((rest % base) as usize).copied().unwrap_or(b'2');
            rest /= base;
        }
        Self(letters)
    }

    /// The letters of it.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// These stand in links that people have been sent: a change of the rule
    /// breaks every one of them.
    #[test]
    fn codes_stay_what_they_are() {
        for (id, code) in
            [("", "8x5mvj"), ("a", "2qdncm"), ("kooth", "2ww7sc"), ("childline", "h3p83w"), ("hopeline247", "wcmjbq")]
        {
            assert_eq!(Code::of(id).as_str(), code, "{id}");
        }
    }

    #[test]
    fn no_letter_of_a_code_spells_or_misleads() {
        assert!(LETTERS.iter().all(|letter| !b"aeiouyl01".contains(letter)));
        let code = Code::of("childline");
        assert!(code.as_str().len() == LENGTH && code.as_str().bytes().all(|letter| LETTERS.contains(&letter)));
    }
}
