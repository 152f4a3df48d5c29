//! The words of a question: each known, mended, or not known.

use super::hearing::Hearing;
use crate::words::lexicon::Known;
use crate::words::saying::Heard;
use crate::words::tokens::{Token, tokens};

/// The most words of a question that are looked at.
const MOST_WORDS: usize = 400;

/// A word of a question, as it was typed and as it is read.
pub(super) struct Spoken {
    pub(super) token: Token,
    pub(super) heard: Heard,
    /// As it is read, if it was typed otherwise.
    pub(super) mended: Option<String>,
}

impl Hearing {
    /// The words of a question, each with what it may be.
    pub(super) fn spoken(&self, typed: &str, is_open: bool) -> Vec<Spoken> {
        let raw = tokens(typed, MOST_WORDS);
        let mut spoken = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(token) = raw.get(at) {
            let is_last = is_open && at + 1 == raw.len();
            let rest = raw.get(at..).unwrap_or_default();
            match self.misspelt_at(rest) {
                Some((count, right)) => {
                    let end = rest.get(count - 1).map_or(token.end, |last| last.end);
                    for word in right {
                        let token = Token { word: word.clone(), start: token.start, end };
                        spoken.push(self.word(token, Some(right.join(" ")), false));
                    }
                    at += count;
                }
                None => match raw.get(at + 1).and_then(|next| self.joined(token, next)) {
                    Some(joined) => {
                        spoken.push(joined);
                        at += 2;
                    }
                    None => {
                        self.hear(token, is_last, &mut spoken);
                        at += 1;
                    }
                },
            }
        }
        self.join(&mut spoken);
        spoken
    }

    fn misspelt_at(&self, rest: &[Token]) -> Option<(usize, &[String])> {
        let is_there = |wrong: &[String]| {
            wrong.len() <= rest.len() && wrong.iter().zip(rest).all(|(wrong, token)| *wrong == token.word)
        };
        let all = self.misspelt.iter().filter(|(wrong, _)| is_there(wrong));
        all.max_by_key(|(wrong, _)| wrong.len()).map(|(wrong, right)| (wrong.len(), right.as_slice()))
    }

    /// One word as typed: known, mended, or two that were run together.
    fn hear(&self, token: &Token, is_last: bool, spoken: &mut Vec<Spoken>) {
        if self.lexicon.stem(&token.word).is_some() {
            return spoken.push(self.word(token.clone(), None, is_last));
        }
        let squeezed = squeezed(&token.word);
        if squeezed != token.word && self.lexicon.stem(&squeezed).is_some() {
            let token = Token { word: squeezed, ..token.clone() };
            return spoken.push(self.word(token, None, false));
        }
        let begun = self.word(token.clone(), None, is_last);
        if begun.heard.is_begun {
            return spoken.push(begun);
        }
        // Two long words in one are surer than one with two letters wrong.
        let apart = self.spelling.apart(&token.word, &self.lexicon);
        let is_sure = apart.is_some_and(|(one, two)| one.len().min(two.len()) > 3);
        if let Some(meant) = self.spelling.mended(&squeezed, &self.lexicon).filter(|_| !is_sure) {
            let read = meant.letters.to_string();
            return spoken.push(self.word(Token { word: read.clone(), ..token.clone() }, Some(read), false));
        }
        if let Some((one, two)) = apart {
            let read = [one, " ", two].concat();
            for word in [one, two] {
                let token = Token { word: word.to_owned(), ..token.clone() };
                spoken.push(self.word(token, Some(read.clone()), false));
            }
            return;
        }
        spoken.push(begun);
    }

    /// A word as it is read; the last may not be whole yet.
    fn word(&self, token: Token, mended: Option<String>, is_last: bool) -> Spoken {
        let is_short = token.start < 20;
        // After other words a short one is more likely whole, and unknown.
        let shortest = if is_short { 3 } else { 5 };
        let stem = self.lexicon.stem(&token.word);
        let known = self.lexicon.word(&token.word).map(|word| word.known).unwrap_or_default();
        let is_digits = token.word.bytes().all(|byte| byte.is_ascii_digit());
        let is_small = known.meets(Known::SMALL) || token.word.chars().count() == 1 && !is_digits;
        let mut begun = Vec::new();
        // A word that is known is whole.
        if is_last && !is_digits && (stem.is_none() || token.word.len() == 1) {
            self.spelling.completions(&token.word, &self.lexicon, &mut |word| {
                if Some(word.stem) != stem && !begun.contains(&word.stem) {
                    begun.push(word.stem);
                }
            });
        }
        let is_begun = stem.is_none() && token.word.len() >= shortest && !begun.is_empty();
        let heard = Heard {
            stems: stem.into_iter().collect(),
            joined: None,
            is_number: is_digits && token.word.len() < 3,
            is_small,
            begun,
            is_begun,
        };
        Spoken { token, heard, mended }
    }

    /// Two words that are one, where one of them is none by itself: "kids scape".
    fn joined(&self, one: &Token, two: &Token) -> Option<Spoken> {
        let is_word = |token: &Token| self.lexicon.stem(&token.word).is_some();
        let joined = [one.word.as_str(), two.word.as_str()].concat();
        let is_one = !(is_word(one) && is_word(two)) && self.lexicon.word(&joined).is_some();
        is_one.then(|| self.word(Token { word: joined, start: one.start, end: two.end }, None, false))
    }

    /// Two words that are also one if they are written together: "over dose".
    fn join(&self, spoken: &mut [Spoken]) {
        for at in 1..spoken.len() {
            if let Some([one, two]) = spoken.get_mut(at - 1..=at) {
                let joined = [one.token.word.as_str(), two.token.word.as_str()].concat();
                let word = self.lexicon.word(&joined).filter(|_| one.mended.is_none() && two.mended.is_none());
                let tells = Known::SAID.and(Known::GENERAL).and(Known::NAMED);
                one.heard.joined = word.filter(|word| word.known.meets(tells)).map(|word| word.stem);
            }
        }
    }
}

/// Which words stand alone: a number in "place2be" is no age.
pub(super) fn alone(spoken: &[Spoken]) -> Vec<bool> {
    let is_same = |one: Option<&Spoken>, word: &Spoken| {
        one.is_some_and(|one| one.token.start == word.token.start && one.token.end == word.token.end)
    };
    let before = |at: usize| at.checked_sub(1).and_then(|at| spoken.get(at));
    let words = spoken.iter().enumerate();
    words.map(|(at, word)| !is_same(before(at), word) && !is_same(spoken.get(at + 1), word)).collect()
}

/// The same with no letter more than twice in a row: "sooo saaad".
fn squeezed(word: &str) -> String {
    let mut squeezed = String::with_capacity(word.len());
    let (mut last, mut again) = ('\0', 0);
    for letter in word.chars() {
        again = if letter == last { again + 1 } else { 0 };
        last = letter;
        if again < 2 {
            squeezed.push(letter);
        }
    }
    squeezed
}
