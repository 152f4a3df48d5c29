//! Where the words of the glossary stand in a text.
//!
//! Whole words only, the longest spelling first, each word once on a page. A
//! spelling with capitals is found as it is written, so that "send" is never
//! SEND; one without them is found with any.

use super::{Glossary, Term, TermId};
use crate::search::View;
use std::collections::BTreeSet;

/// A spelling without capitals of fewer letters is too much like other words.
const SHORTEST: usize = 5;

/// A way to write a word, as it is found in a text.
///
/// Invariant: it begins and ends with a letter or digit, and has a capital
/// where it is short, held by [`Spelling::new`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    letters: Vec<char>,
    has_capitals: bool,
}

impl Spelling {
    /// The spelling that this is, if it can be one.
    pub fn new(text: &str) -> Option<Self> {
        let letters: Vec<char> = text.chars().collect();
        let has_capitals = letters.iter().any(|letter| letter.is_uppercase());
        let has_ends = [letters.first(), letters.last()].into_iter().flatten().all(|letter| letter.is_alphanumeric());
        let is_long = letters.len() >= if has_capitals { 2 } else { SHORTEST };
        (has_ends && is_long).then_some(Self { letters, has_capitals })
    }

    /// As the data writes it.
    pub fn shown(&self) -> String {
        self.letters.iter().collect()
    }

    /// Whether some text is found by both.
    pub fn meets(&self, other: &Self) -> bool {
        let finds = |one: &Self, text: String| one.end(&text) == Some(text.len());
        finds(self, other.shown()) || finds(other, self.shown())
    }

    /// Where it ends in a text that begins with it: as a whole word, or as one
    /// with an s for several.
    fn end(&self, text: &str) -> Option<usize> {
        let mut rest = text.char_indices();
        for letter in &self.letters {
            let (_, found) = rest.next()?;
            if !self.is_same(*letter, found) {
                return None;
            }
        }
        let after = rest.as_str();
        let at = text.len() - after.len();
        if is_end(after) {
            return Some(at);
        }
        after.strip_prefix('s').filter(|rest| is_end(rest)).map(|rest| text.len() - rest.len())
    }

    fn is_same(&self, letter: char, found: char) -> bool {
        letter == found
            || (!self.has_capitals && found.to_lowercase().eq([letter]))
            || (is_apostrophe(letter) && is_apostrophe(found))
            || (is_gap(letter) && is_gap(found))
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// "Whole-school" and "whole school" are one word.
fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '-' | '\u{a0}')
}

/// Whether a word may begin after this letter: not inside another, nor in an
/// address of a page or a mailbox.
fn is_start(before: Option<char>) -> bool {
    before.is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '-' | '.' | '@' | '_'))
}

/// Whether a word may end before this text.
fn is_end(after: &str) -> bool {
    let mut letters = after.chars();
    match letters.next() {
        None => true,
        Some('.') => letters.next().is_none_or(|next| !next.is_alphanumeric()),
        Some(next) => !next.is_alphanumeric() && !matches!(next, '@' | '_'),
    }
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain words.
    Plain(&'a str),
    /// A word that is explained, as it stands in the text.
    Term(&'a str, &'a TermId),
}

impl Glossary {
    /// A text in pieces, so that a view can explain its words. Those in `seen`
    /// were explained before and stay plain; those that are found join them.
    pub fn pieces<'a>(&'a self, text: &'a str, view: View, seen: &mut BTreeSet<TermId>) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let (mut plain_from, mut next) = (0, 0);
        let mut before = None;
        for (at, letter) in text.char_indices() {
            let is_inside = at < next;
            if !is_inside && letter.is_alphanumeric() && is_start(before) {
                let rest = text.get(at..).unwrap_or_default();
                if let Some((term, length)) = self.longest(rest, view) {
                    next = at + length;
                    if seen.insert(term.id.clone()) {
                        pieces.extend(text.get(plain_from..at).filter(|plain| !plain.is_empty()).map(Piece::Plain));
                        pieces.extend(text.get(at..next).map(|word| Piece::Term(word, &term.id)));
                        plain_from = next;
                    }
                }
            }
            before = Some(letter);
        }
        pieces.extend(text.get(plain_from..).filter(|plain| !plain.is_empty()).map(Piece::Plain));
        pieces
    }

    /// The word whose longest spelling begins a text, and its length there.
    fn longest(&self, text: &str, view: View) -> Option<(&Term, usize)> {
        let terms = self.0.iter().filter(|term| term.is_for(view));
        let ends = terms.flat_map(|term| term.links.iter().filter_map(move |one| Some((term, one.end(text)?))));
        // Of two that end in the same place the first stays, whatever its name.
        ends.reduce(|best, one| if one.1 > best.1 { one } else { best })
    }
}
