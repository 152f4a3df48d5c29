//! Finding a school by what somebody types of it.
//!
//! Every word that is typed begins a word of the school's name, or of where it
//! lies; in any order, however it is written: "st marys" finds "St Mary's".
//! What begins the name goes before what stands in it. Only if nothing is
//! found, one letter may be wrong.

use super::{Register, School};
use crate::sorted;
use crate::words::{fold, fold_apart};

/// How many schools are offered at most.
pub const MOST_OFFERED: usize = 8;

/// The most words that are looked at; a school's name has fewer.
const MOST_WORDS: usize = 12;

/// The shortest word in which a letter may be wrong.
const MENDED_FROM: usize = 4;

/// Words that people add to any school's name.
const SMALL: [&str; 6] = ["the", "school", "of", "and", "a", "academy"];

/// How badly a school answers: the lower, the better.
const NONE: u32 = u32::MAX;

/// What of a school is compared with what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    name: String,
    /// The name without its spaces, for whoever types none.
    joined: String,
    words: Vec<String>,
    /// How many of the words are those of the name; the rest say where it lies.
    in_name: usize,
}

impl Key {
    pub(super) fn of(school: &School) -> Self {
        let split = |text: &str| fold_apart(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
        let mut words = split(&school.name);
        let in_name = words.len();
        words.extend(school.locality.iter().chain(&school.area).flat_map(|text| split(text)));
        let name = fold(&school.name);
        Self { joined: joined(&name), name, words, in_name }
    }

    /// Its name, folded.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// How badly it answers some words; [`NONE`]: not at all.
    fn score(&self, typed: &Typed, begins: fn(&str, &str) -> bool) -> u32 {
        if self.name == typed.whole {
            return 0;
        }
        if self.name.starts_with(&typed.whole) || self.joined.starts_with(&typed.joined) {
            return 1;
        }
        let (mut is_in_order, mut is_in_name, mut passed, mut last) = (true, true, 0, 0);
        for word in &typed.words {
            match self.words.iter().position(|one| begins(one, word)) {
                Some(at) => {
                    is_in_order &= at >= last;
                    is_in_name &= at < self.in_name;
                    last = at;
                }
                None if SMALL.contains(&word.as_str()) => passed += 1,
                None => return NONE,
            }
        }
        if passed == typed.words.len() {
            return NONE;
        }
        match (is_in_name, is_in_order) {
            (true, true) => 2,
            (true, false) => 3,
            (false, _) => 4,
        }
    }
}

/// What is typed, ready to be compared.
struct Typed {
    whole: String,
    joined: String,
    words: Vec<String>,
}

impl Register {
    /// The schools that what is typed may mean, the best first; at most so many.
    pub fn offered(&self, typed: &str, most: usize) -> Vec<&School> {
        let short: String = typed.chars().take(200).collect();
        let whole = fold(&short);
        let words =
            fold_apart(&short).split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).map(str::to_owned).collect();
        let typed = Typed { joined: joined(&whole), whole, words };
        if typed.whole.is_empty() {
            return Vec::new();
        }
        let found = self.scored(&typed, begins);
        let found = if found.is_empty() { self.scored(&typed, nearly_begins) } else { found };
        found.into_iter().take(most).filter_map(|row| self.schools.get(row as usize)).collect()
    }

    fn scored(&self, typed: &Typed, begins: fn(&str, &str) -> bool) -> Vec<u32> {
        let scores: Vec<u32> = self.keys.iter().map(|key| key.score(typed, begins)).collect();
        let score = |row: u32| scores.get(row as usize).copied().unwrap_or(NONE);
        let rows = (0..scores.len() as u32).filter(|row| score(*row) != NONE).collect();
        sorted::by_key(rows, &score)
    }
}

/// Whether a word of a school begins with one that is typed. "St" is "Saint",
/// and "marys" is also "Mary".
fn begins(word: &str, typed: &str) -> bool {
    let saint = |one: &str, other: &str| one == "st" && other.len() > 2 && "saint".starts_with(other);
    word.starts_with(typed)
        || saint(word, typed)
        || (word == "saint" && typed == "st")
        || (word.len() >= MENDED_FROM && typed.strip_suffix('s') == Some(word))
}

/// The same, with one letter of it wrong, missing or too many. The first letter
/// is right or stands second, as in all of search: most words need no more.
fn nearly_begins(word: &str, typed: &str) -> bool {
    if begins(word, typed) {
        return true;
    }
    let first = word.chars().next();
    if first.is_none() || !typed.chars().take(2).any(|letter| Some(letter) == first) {
        return false;
    }
    let length = typed.chars().count();
    let beginnings = (length.saturating_sub(1)..=length + 1).map(|most| word.chars().take(most).collect::<String>());
    let is_long = length >= MENDED_FROM && word.chars().count() + 1 >= length;
    is_long && beginnings.into_iter().any(|beginning| strsim::osa_distance(&beginning, typed) <= 1)
}

/// A folded text without its spaces; "saint" is "st".
fn joined(text: &str) -> String {
    text.split(' ').map(|word| if word == "saint" { "st" } else { word }).collect()
}
