//! People's words: how text is folded so that it can be compared, and which
//! needs a phrase means.
//!
//! Folding lower-cases, turns `&` into "and", drops `'’,:`, joins what hyphens
//! and dashes split, folds white space and the accents of Latin letters. It
//! holds no Unicode tables, so that they stay out of the wasm; a test compares
//! it with them over the whole directory.

use crate::closed::{Choices, Closed};
use crate::vocabulary::Need;
use std::collections::BTreeMap;

/// The longest text that is looked at, in characters.
pub const LONGEST: usize = 300;

/// Folds a text: only letters, digits and single spaces are left.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\'' | '’' | '‘' | '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '-' | '\u{2010}' | '\u{2011}' => {}
            '&' => folded.push_str(" and "),
            'a'..='z' | '0'..='9' => folded.push(letter),
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            _ if letter.is_ascii() => gap(&mut folded),
            _ => match latin(letter) {
                Some(plain) => folded.push_str(plain),
                None if letter.is_alphanumeric() => folded.extend(letter.to_lowercase()),
                None => gap(&mut folded),
            },
        }
    }
    let words: Vec<_> = folded.split_whitespace().collect();
    words.join(" ")
}

fn gap(folded: &mut String) {
    folded.push(' ');
}

/// The plain letters of an accented Latin one (Latin-1 and what English
/// borrows beyond it).
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'č' | 'Č' | 'ć' | 'Ć' => "c",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ė' | 'ę' => "e",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' | 'İ' => "i",
        'ñ' | 'Ñ' | 'ń' => "n",
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' => "o",
        'œ' | 'Œ' => "oe",
        'ß' => "ss",
        'ś' | 'š' | 'Š' | 'ş' => "s",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ł' | 'Ł' => "l",
        'ž' | 'Ž' | 'ź' | 'ż' => "z",
        _ => return None,
    })
}

/// People's words for each need, folded.
#[derive(Clone, Debug, Default)]
pub struct NeedWords(Vec<(Need, Vec<String>)>);

impl NeedWords {
    /// The words in a record, with each need's own label among them. A slug
    /// that is no need is passed over.
    pub fn read(record: &BTreeMap<String, Vec<String>>) -> Self {
        let words = |need: Need| {
            let given = record.get(need.slug()).into_iter().flatten().map(|phrase| fold(phrase));
            let phrases = given.chain([fold(need.label()), fold(need.slug())]);
            (need, phrases.filter(|phrase| !phrase.is_empty()).collect())
        };
        Self(Need::ALL.iter().copied().map(words).collect())
    }

    /// The phrases for one need.
    pub fn of(&self, need: Need) -> &[String] {
        self.0.get(need.index()).map_or(&[], |(_, phrases)| phrases)
    }

    /// The needs that a text names, by whole words and phrases.
    pub fn needs_in(&self, text: &str) -> Choices<Need> {
        let text = format!(" {} ", fold(text));
        let is_said = |phrase: &String| text.contains(&format!(" {phrase} "));
        self.0.iter().filter(|(_, phrases)| phrases.iter().any(is_said)).map(|(need, _)| *need).collect()
    }
}

/// Words that carry no meaning of their own in a question.
const SMALL: &str = " a about after all am an and any are at be been before being but by can cant child children \
    daughter do does doesnt dont every find for from get go goes had has have having he help her hes him his how i if \
    im in into is it its ive just kid kids me my no not of off old on or our out s she shes so some someone son \
    support than that the their them they this to too up us want wants was we what when where which who why will wont \
    with year years you your ";

/// The words of a question that are worth looking for, at most twenty.
pub fn telling_words(question: &str) -> Vec<String> {
    let short: String = question.chars().take(LONGEST).collect();
    let folded = fold(&short);
    let is_telling = |word: &&str| !SMALL.contains(&format!(" {word} "));
    folded.split(' ').filter(|word| !word.is_empty()).filter(is_telling).take(20).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_thing_fold_alike() {
        for one in ["self-harm", "Self‑harm", "SELFHARM", "self\u{200b}harm"] {
            assert_eq!(fold(one), "selfharm");
        }
        assert_eq!(fold("  Wörry & \t anxiéty: it’s "), "worry and anxiety its");
        assert_eq!(fold("日本 café"), "日本 cafe");
    }

    #[test]
    fn a_phrase_is_found_only_as_whole_words() {
        let words = NeedWords::read(&BTreeMap::from([("sleep".to_owned(), vec!["tired".to_owned()])]));
        assert!(words.needs_in("always tired").contains(Need::Sleep));
        assert!(!words.needs_in("retired").contains(Need::Sleep));
        assert!(words.needs_in("Self harm").is_empty() || words.needs_in("selfharm").contains(Need::SelfHarm));
    }

    #[test]
    fn only_words_that_tell_are_looked_for() {
        assert_eq!(telling_words("My daughter has panic attacks before school"), ["panic", "attacks", "school"]);
        assert!(telling_words(&"x ".repeat(100_000)).len() <= 20);
    }
}
