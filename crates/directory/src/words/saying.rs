//! Sayings: what people say, as data, and what each of them means.
//!
//! In a saying `...` stands for up to three other words, `@parent` for any word
//! of that class; `^` before the first and `$` after the last word say that it
//! is the beginning and the end of the question. Small words between may be
//! there or not.

use super::lexicon::{Known, Lexicon};
use super::tokens::tokens;
use crate::filters::Choice;
use crate::record::Named;
use crate::vocabulary::{Audience, Need};
use rustc_hash::FxBuildHasher;
use std::collections::HashMap;

/// What a saying means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nothing: it only looks like something.
    Harmless,
    /// A need.
    Need(Need),
    /// A need, where nothing else means one.
    Faint(Need),
    /// An emergency.
    Emergency,
    /// A crisis, level A.
    Crisis,
    /// A crisis, if eating is meant too.
    WithEating,
    /// Perhaps a crisis, level B.
    MayBeCrisis,
    /// A filter.
    Filter(Choice),
    /// Who is looking.
    Asker(Audience),
}

/// A part of a saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Word(u32),
    Class(u32),
    Gap,
}

#[derive(Debug)]
struct Saying {
    parts: Vec<Part>,
    is_start: bool,
    is_end: bool,
    meaning: Meaning,
}

/// What is known of one word of a question, for whoever looks for sayings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    /// The stems that it may have, the surest first.
    pub(crate) stems: Vec<u32>,
    /// The stem of what it is together with the next word.
    pub(crate) joined: Option<u32>,
    /// Whether it is a number.
    pub(crate) is_number: bool,
    /// Whether it tells nothing, and may be passed over.
    pub(crate) is_small: bool,
    /// The stems of words that it may be the beginning of.
    pub(crate) begun: Vec<u32>,
    /// Whether one of those may be a saying by itself.
    pub(crate) is_begun: bool,
}

/// Where a question says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The first word.
    pub(crate) from: usize,
    /// The word after the last.
    pub(crate) to: usize,
    /// What it means.
    pub(crate) meaning: Meaning,
    /// Whether its last word may not be whole yet.
    pub(crate) is_begun: bool,
    /// Whether other words may stand between its own.
    pub(crate) is_wide: bool,
}

impl Mention {
    /// Whether it says who may ask, where, or at what cost: words that tell nothing
    /// about a listing itself.
    pub(crate) fn is_aside(self) -> bool {
        match self.meaning {
            Meaning::Asker(_) => true,
            Meaning::Filter(choice) => {
                matches!(choice, Choice::Area(_) | Choice::Cost(_) | Choice::Access(_) | Choice::Age(_))
            }
            _ => false,
        }
    }

    /// Whether it gives a word a meaning by which no listing is named.
    pub(crate) fn says_else(self, at: usize) -> bool {
        let is_else = match self.meaning {
            Meaning::Need(need) => !matches!(need, Need::General | Need::WholeSchool | Need::StaffWellbeing),
            Meaning::Filter(choice) => matches!(choice, Choice::Area(_) | Choice::Age(_)),
            Meaning::Harmless | Meaning::Faint(_) | Meaning::Asker(_) => false,
            _ => true,
        };
        is_else && (self.from..self.to).contains(&at)
    }

    /// Whether it counts for nothing where it stands in a name.
    pub(crate) fn means_less_than_a_name(self) -> bool {
        match self.meaning {
            Meaning::Need(_) | Meaning::Faint(_) => true,
            Meaning::Filter(choice) => !matches!(choice, Choice::Area(_)),
            _ => false,
        }
    }

    /// Whether it lies within some words.
    pub(crate) fn is_within(self, from: usize, to: usize) -> bool {
        from <= self.from && self.to <= to
    }
}

/// All sayings.
#[derive(Debug, Default)]
pub(crate) struct Sayings {
    all: Vec<Saying>,
    classes: Vec<Vec<u32>>,
    class_numbers: HashMap<Box<str>, u32, FxBuildHasher>,
    /// The sayings that may begin with a stem.
    by_first: Vec<Vec<u32>>,
}

/// The most words that `...` stands for.
const GAP: usize = 3;
/// The most small words that are passed over between two words of a saying.
const SMALL: usize = 2;

fn begin(by_first: &mut Vec<Vec<u32>>, stem: u32, number: u32) {
    if by_first.len() <= stem as usize {
        by_first.resize(stem as usize + 1, Vec::new());
    }
    by_first.iter_mut().skip(stem as usize).take(1).for_each(|all| all.push(number));
}

impl Sayings {
    /// Learns the classes of words.
    pub(crate) fn learn_classes(&mut self, classes: &Named<Vec<String>>, lexicon: &mut Lexicon) {
        for (name, words) in &classes.0 {
            let words = words.iter().flat_map(|word| tokens(word, 2));
            let stems = words.map(|token| lexicon.learn(&token.word, Known::SAID)).collect();
            self.class_numbers.insert(name.as_str().into(), self.classes.len() as u32);
            self.classes.push(stems);
        }
    }

    /// Learns a saying. One that says nothing, or names a class that is not
    /// there, is passed over: the check names it.
    pub(crate) fn learn(&mut self, saying: &str, meaning: Meaning, lexicon: &mut Lexicon) {
        let known = match meaning {
            Meaning::Need(Need::General) => Known::GENERAL,
            Meaning::Harmless | Meaning::Asker(_) => Known::default(),
            _ => Known::SAID,
        };
        let mut one = Saying { parts: Vec::new(), is_start: false, is_end: false, meaning };
        for word in saying.split_whitespace() {
            match word.strip_prefix('@') {
                _ if word == "..." => one.parts.push(Part::Gap),
                _ if word == "^" => one.is_start = true,
                _ if word == "$" => one.is_end = true,
                Some(class) => match self.class_numbers.get(class) {
                    Some(number) => one.parts.push(Part::Class(*number)),
                    None => return,
                },
                None => {
                    let words = tokens(word, usize::MAX);
                    one.parts.extend(words.iter().map(|token| Part::Word(lexicon.learn(&token.word, known))));
                }
            }
        }
        let number = self.all.len() as u32;
        match one.parts.first() {
            Some(Part::Word(stem)) => begin(&mut self.by_first, *stem, number),
            Some(Part::Class(class)) => {
                for stem in self.classes.get(*class as usize).into_iter().flatten() {
                    begin(&mut self.by_first, *stem, number);
                }
            }
            Some(Part::Gap) | None => return,
        }
        self.all.push(one);
    }

    /// Everything that some words say, by where it begins.
    pub(crate) fn mentions(&self, heard: &[Heard]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        for from in 0..heard.len() {
            let Some(word) = heard.get(from) else { continue };
            let stems = word.stems.iter().chain(&word.joined).chain(&word.begun);
            for number in stems.filter_map(|stem| self.by_first.get(*stem as usize)).flatten() {
                let Some(saying) = self.all.get(*number as usize) else { continue };
                if let Some(to) = self.said(saying, heard, from) {
                    let is_begun = to == heard.len() && self.is_begun(saying, heard);
                    let mention = Mention {
                        from,
                        to,
                        meaning: saying.meaning,
                        is_begun,
                        is_wide: saying.parts.contains(&Part::Gap),
                    };
                    if !mentions.contains(&mention) {
                        mentions.push(mention);
                    }
                }
            }
        }
        mentions
    }

    /// Whether the last word of a saying is only begun.
    fn is_begun(&self, saying: &Saying, heard: &[Heard]) -> bool {
        let stems = heard.last().map(|word| word.stems.as_slice()).unwrap_or_default();
        match saying.parts.last() {
            Some(Part::Word(stem)) => !stems.contains(stem),
            Some(Part::Class(class)) => {
                let class = self.classes.get(*class as usize);
                !class.is_some_and(|class| class.iter().any(|stem| stems.contains(stem)))
            }
            _ => false,
        }
    }

    /// Where a saying ends that begins at a word, if it is said there.
    fn said(&self, saying: &Saying, heard: &[Heard], from: usize) -> Option<usize> {
        if saying.is_start && heard.iter().take(from).any(|word| !word.is_small) {
            return None;
        }
        // What is harmless may hide a crisis: nothing else stands between its words.
        let most = if saying.meaning == Meaning::Harmless { 0 } else { SMALL };
        let to = self.rest_said(&saying.parts, heard, from, 0, most)?;
        let is_end = || heard.iter().skip(to).all(|word| word.is_small);
        (!saying.is_end || is_end()).then_some(to)
    }

    /// Where the rest of a saying ends; so many small words may stand before it.
    fn rest_said(&self, parts: &[Part], heard: &[Heard], at: usize, small: usize, most: usize) -> Option<usize> {
        let Some((part, rest)) = parts.split_first() else { return Some(at) };
        if *part == Part::Gap {
            return (0..=GAP).find_map(|more| self.rest_said(rest, heard, at + more, 0, most));
        }
        let word = heard.get(at)?;
        let is_it = |stem: &u32| match part {
            Part::Word(one) => one == stem,
            Part::Class(class) => self.classes.get(*class as usize).is_some_and(|stems| stems.contains(stem)),
            Part::Gap => false,
        };
        // What may not be whole yet ends a saying of several words, or is one; no
        // word of a class, or "eating dis" would be read as a poison.
        let is_word = matches!(part, Part::Word(_));
        let is_begun = || is_word && rest.is_empty() && (small > 0 || word.is_begun) && word.begun.iter().any(is_it);
        let whole =
            (word.stems.iter().any(is_it) || is_begun()).then(|| self.rest_said(rest, heard, at + 1, most, most));
        let joined =
            || word.joined.as_ref().is_some_and(is_it).then(|| self.rest_said(rest, heard, at + 2, most, most));
        let passed = || (small > 0 && word.is_small).then(|| self.rest_said(parts, heard, at + 1, small - 1, most));
        whole.flatten().or_else(|| joined().flatten()).or_else(|| passed().flatten())
    }
}
