//! A question in people's own words, matched word by word.
//!
//! A word is looked for at the beginning of words, in names, summaries and the
//! words that people have for a listing's needs. A listing answers if it has
//! at least half of the words that tell; more words rank first.

use super::{Directory, Row};
use crate::closed::{Choices, Closed};
use crate::vocabulary::Need;
use crate::words::telling_words;
use fixedbitset::FixedBitSet;

/// A question, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// As it was typed.
    pub typed: String,
    /// The words of it that tell.
    words: Vec<String>,
}

/// How well each listing answers a question.
#[derive(Debug)]
pub(super) struct Scores {
    pub(super) hits: FixedBitSet,
    scores: Vec<u16>,
}

impl Scores {
    /// Better answers rank lower.
    pub(super) fn rank(&self, row: Row) -> u16 {
        u16::MAX - self.scores.get(row.0 as usize).copied().unwrap_or(0)
    }
}

const IN_NAME: u16 = 8;
const IN_NEED: u16 = 6;
const IN_PROVIDER: u16 = 3;
const IN_SUMMARY: u16 = 2;
/// One word more is worth more than any place of the others.
const EACH_WORD: u16 = 200;

impl Question {
    /// The question, or `None` where no word of it tells anything.
    pub fn new(typed: &str) -> Option<Self> {
        let words = telling_words(typed);
        (!words.is_empty()).then(|| Self { typed: typed.trim().to_owned(), words })
    }

    /// The needs that it names.
    pub fn needs(&self, directory: &Directory) -> Choices<Need> {
        directory.words.needs_in(&self.typed)
    }

    pub(super) fn scores(&self, directory: &Directory) -> Scores {
        let index = directory.index();
        let size = directory.listings().len();
        let mut scores = Scores { hits: FixedBitSet::with_capacity(size), scores: Vec::with_capacity(size) };
        let said = self.needs(directory);
        let needles: Vec<_> = self.words.iter().map(|word| format!(" {word}")).collect();
        let in_need: Vec<_> = needles.iter().map(|needle| needs_with(needle, &index.need_texts, said)).collect();
        for (row, texts) in index.texts.iter().enumerate() {
            let needs = directory.listings().get(row).map(|listing| listing.needs).unwrap_or_default();
            let score = |(needle, in_need): (&String, &Choices<Need>)| {
                let places = [IN_NAME, IN_PROVIDER, IN_SUMMARY];
                let text = places.into_iter().zip(texts).filter(|(_, text)| text.contains(needle.as_str()));
                let need = in_need.meets(needs).then_some(IN_NEED);
                text.map(|(worth, _)| worth).chain(need).max().map(|worth| worth + EACH_WORD)
            };
            let each: Vec<_> = needles.iter().zip(&in_need).filter_map(score).collect();
            scores.scores.push(each.iter().sum());
            scores.hits.set(row, !each.is_empty() && each.len() * 2 >= needles.len());
        }
        scores
    }
}

/// The needs whose words hold this one; all that were named outright, too.
fn needs_with(needle: &str, texts: &[String], said: Choices<Need>) -> Choices<Need> {
    let has = |need: &Need| texts.get(need.index()).is_some_and(|text| text.contains(needle));
    let found: Choices<Need> = Need::ALL.iter().copied().filter(has).collect();
    if found.meets(said) { found.iter().filter(|need| said.contains(*need)).collect() } else { found }
}
