//! The rules of Snowball for English, step by step, for a word of four letters
//! and more from `a` to `z`.

/// Each ending, what takes its place, and the letters of which one must stand
/// before it; the longer ones first, since only the longest that is there counts.
const SECOND: &str = "ational:ate ization:ize iveness:ive fulness:ful ousness:ous tional:tion biliti:ble lessli:less \
    ousli:ous entli:ent aliti:al iviti:ive alism:al ation:ate fulli:ful anci:ance enci:ence abli:able alli:al izer:ize \
    ator:ate bli:ble ogi:og:l li::cdeghkmnrt";
const THIRD: &str = "ational:ate tional:tion icate:ic ative alize:al iciti:ic ical:ic ness: ful:";
const FOURTH: &str = "ement ance ence able ible ment ant ent ate ive ize iti ism ion::st ous al er ic";
/// Of what was, and of what is going on.
const ENDED: [&str; 6] = ["ingly", "eedly", "edly", "eed", "ing", "ed"];
/// What stays as it is once a plural is a singular.
const KEPT: &str = "inning outing canning herring earring proceed exceed succeed";
/// Beginnings after which endings come off at once.
const BEGINNINGS: [&str; 3] = ["gener", "commun", "arsen"];

/// What a table holds. Bytes, because a text is searched for a letter with
/// more ado than its few entries are worth.
pub(super) fn entries(table: &str) -> impl Iterator<Item = &[u8]> {
    table.as_bytes().split(|byte| *byte == b' ')
}

/// A word that its endings come off from.
pub(super) struct Stemming {
    letters: String,
    /// From here on an ending may come off: after the first consonant that
    /// follows a vowel.
    first: usize,
    /// The same once more.
    second: usize,
}

impl Stemming {
    pub(super) fn of(word: &str) -> Self {
        let mut one = Self { letters: word.to_owned(), first: word.len(), second: word.len() };
        let beginning = BEGINNINGS.iter().find(|beginning| word.starts_with(**beginning));
        one.first = beginning.map_or_else(|| one.after_consonant(0), |beginning| beginning.len());
        one.second = one.after_consonant(one.first);
        one
    }

    pub(super) fn stem(mut self) -> String {
        self.plural();
        let is_kept = self.letters.len() < 8 && entries(KEPT).any(|kept| kept == self.letters.as_bytes());
        if !is_kept {
            self.past_or_present();
            let len = self.letters.len();
            if len > 2 && self.letters.ends_with('y') && !self.is_vowel(len - 2) {
                self.letters.pop();
                self.letters.push('i');
            }
            self.replace(SECOND, self.first);
            self.replace(THIRD, self.first);
            self.replace(FOURTH, self.second);
            self.last();
        }
        self.letters
    }

    fn letter(&self, at: usize) -> u8 {
        self.letters.as_bytes().get(at).copied().unwrap_or_default()
    }

    /// A `y` is none at the beginning and after a vowel.
    fn is_vowel(&self, at: usize) -> bool {
        match self.letter(at) {
            b'a' | b'e' | b'i' | b'o' | b'u' => true,
            b'y' => at > 0 && !self.is_vowel(at - 1),
            _ => false,
        }
    }

    fn has_vowel(&self, before: usize) -> bool {
        (0..before).any(|at| self.is_vowel(at))
    }

    /// The place after the first consonant that follows a vowel.
    fn after_consonant(&self, from: usize) -> usize {
        let all = self.letters.len();
        (from + 1..all).find(|at| self.is_vowel(at - 1) && !self.is_vowel(*at)).map_or(all, |at| at + 1)
    }

    /// Whether so many letters end in a short syllable: "hop", "us".
    fn is_short(&self, len: usize) -> bool {
        let is_consonant = |back: usize| len >= back && !self.is_vowel(len - back);
        let is_open = len == 2 || len > 2 && is_consonant(3) && !matches!(self.letter(len - 1), b'w' | b'x' | b'y');
        is_consonant(1) && !is_consonant(2) && is_open
    }

    fn ends_with(&self, ending: &[u8]) -> bool {
        self.letters.as_bytes().ends_with(ending)
    }

    fn plural(&mut self) {
        let len = self.letters.len();
        if self.ends_with(b"sses") {
            self.letters.truncate(len - 2);
        } else if self.ends_with(b"ied") || self.ends_with(b"ies") {
            self.letters.truncate(len - if len > 4 { 2 } else { 1 });
        } else if self.ends_with(b"s") && !self.ends_with(b"us") && !self.ends_with(b"ss") && self.has_vowel(len - 2) {
            self.letters.pop();
        }
    }

    fn past_or_present(&mut self) {
        let Some(ending) = ENDED.iter().find(|one| self.ends_with(one.as_bytes())) else {
            return;
        };
        let len = self.letters.len() - ending.len();
        if ending.starts_with("ee") {
            if len >= self.first {
                self.letters.truncate(len + 2);
            }
        } else if self.has_vowel(len) {
            self.letters.truncate(len);
            let last = self.letter(len.wrapping_sub(1));
            if self.ends_with(b"at") || self.ends_with(b"bl") || self.ends_with(b"iz") {
                self.letters.push('e');
            } else if b"bdfgmnprt".contains(&last) && last == self.letter(len.wrapping_sub(2)) {
                self.letters.pop();
            } else if len == self.first && self.is_short(len) {
                self.letters.push('e');
            }
        }
    }

    /// Puts what a table says in the place of the longest ending that is there,
    /// if that stands far enough on.
    fn replace(&mut self, table: &str, first: usize) {
        // No ending has fewer than two letters.
        if first + 2 > self.letters.len() {
            return;
        }
        let mut all = entries(table).map(|one| one.split(|byte| *byte == b':'));
        let found = all.find_map(|mut one| one.next().filter(|ending| self.ends_with(ending)).zip(Some(one)));
        let Some((ending, mut rest)) = found else { return };
        let len = self.letters.len() - ending.len();
        // Only "ative" asks for a place of its own.
        let first = if ending == b"ative" { self.second } else { first };
        let new = rest.next().unwrap_or_default();
        let is_after = rest.next().is_none_or(|letters| letters.contains(&self.letter(len.wrapping_sub(1))));
        if len >= first && is_after {
            self.letters.truncate(len);
            self.letters.extend(new.iter().copied().map(char::from));
        }
    }

    fn last(&mut self) {
        let len = self.letters.len().saturating_sub(1);
        let is_off = match self.letter(len) {
            b'e' => len >= self.second || len >= self.first && !self.is_short(len),
            b'l' => len >= self.second && self.letter(len.wrapping_sub(1)) == b'l',
            _ => false,
        };
        if is_off {
            self.letters.pop();
        }
    }
}
