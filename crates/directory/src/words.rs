//! People's words: how text is folded so that it can be compared, and which
//! needs a phrase means.

mod fold;
mod stem;
mod tokens;

pub use fold::{fold, fold_all, fold_apart};
pub use stem::stem;

use crate::closed::{Choices, Closed};
use crate::record::Named;
use crate::vocabulary::Need;

/// The longest text that is looked at, in characters.
pub const LONGEST: usize = 300;

/// The needs whose slug is no phrase of people, unless the record gives it:
/// "how do I send a form", "an online form".
const SAID_OF_MUCH_ELSE: [Need; 4] = [Need::Send, Need::Online, Need::Family, Need::General];

/// People's words for each need, folded.
#[derive(Clone, Debug, Default)]
pub struct NeedWords(Vec<(Need, Vec<String>)>);

impl NeedWords {
    /// The words in a record, with each need's own label and slug among them,
    /// but for a slug that is [`SAID_OF_MUCH_ELSE`]. One that is no need is
    /// passed over.
    pub fn read(record: &Named<Vec<String>>) -> Self {
        let words = |need: Need| {
            let slug = (!SAID_OF_MUCH_ELSE.contains(&need)).then_some(need.slug());
            let given = record.get(need.slug()).into_iter().flatten().map(String::as_str);
            let phrases = given.chain([need.label()]).chain(slug).flat_map(|one| [fold(one), fold_apart(one)]);
            let mut phrases: Vec<_> = phrases.filter(|phrase| !phrase.is_empty()).collect();
            phrases.dedup();
            (need, phrases)
        };
        Self(Need::ALL.iter().copied().map(words).collect())
    }

    /// The phrases for one need.
    pub fn of(&self, need: Need) -> &[String] {
        self.0.get(need.index()).map_or(&[], |(_, phrases)| phrases)
    }

    /// The needs that a text names, by whole words and phrases. Of a long text
    /// only the beginning is looked at.
    pub fn needs_in(&self, text: &str) -> Choices<Need> {
        let short: String = text.chars().take(LONGEST).collect();
        // The end of one reading and the start of the other are no phrase.
        let text = format!(" {} | {} ", fold(&short), fold_apart(&short));
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

    fn given(phrase: &str) -> Named<Vec<String>> {
        Named(vec![("sleep".to_owned(), vec![phrase.to_owned()])])
    }

    #[test]
    fn a_phrase_is_found_only_as_whole_words() {
        let words = NeedWords::read(&given("tired"));
        assert!(words.needs_in("always tired").contains(Need::Sleep));
        assert!(!words.needs_in("retired").contains(Need::Sleep));
    }

    #[test]
    fn a_need_is_named_however_it_is_hyphenated() {
        let words = NeedWords::read(&given("wide-awake at night"));
        for said in ["Self-harm", "self harm", "selfharm", "SELF\u{2011}HARM", "is it self\u{2013}harm?"] {
            assert!(words.needs_in(said).contains(Need::SelfHarm), "{said}");
        }
        for said in ["wide awake at night", "wide-awake at night"] {
            assert!(words.needs_in(said).contains(Need::Sleep), "{said}");
        }
        assert!(words.needs_in("school avoidance").contains(Need::SchoolAvoidance));
    }

    #[test]
    fn a_slug_that_is_said_of_much_else_is_no_phrase_unless_it_is_given() {
        let words = NeedWords::read(&given("tired"));
        for said in ["how do I send a form", "an online form", "a family of four"] {
            assert!(words.needs_in(said).is_empty(), "{said}");
        }
        let given = Named(vec![("send".to_owned(), vec!["SEND".to_owned()])]);
        assert!(NeedWords::read(&given).needs_in("send").contains(Need::Send));
    }

    #[test]
    fn only_words_that_tell_are_looked_for() {
        assert_eq!(telling_words("My daughter has panic attacks before school"), ["panic", "attacks", "school"]);
        assert!(telling_words(&"x ".repeat(100_000)).len() <= 20);
    }
}
