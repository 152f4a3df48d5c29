//! Letters that nobody sees, and letters that look like others.
//!
//! They come along when text is copied from documents and pages. Search does
//! not find a word that holds one, a screen reader stumbles over it, and a
//! number with one cannot be dialled.

use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};

/// Letters of other scripts that look like those of Latin.
const ALIKE: &str = "АВЕЅІЈКМНОРСТУХаеіјорсѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

/// A letter that nobody sees, in words: what it is, and after what it stands.
pub fn unseen(text: &str) -> Option<String> {
    let (at, letter) = text.char_indices().find(|(at, letter)| is_unseen(*letter) && !joins(text, *at, *letter))?;
    let before: String = text.get(..at).unwrap_or_default().chars().rev().take(12).collect();
    let before: String = before.chars().rev().filter(|letter| !is_unseen(*letter)).collect();
    let place = if before.is_empty() { "at the beginning".to_owned() } else { format!("after “{before}”") };
    Some(format!("{} (U+{:04X}) {place}", name(letter), u32::from(letter)))
}

/// A space that is none of the keyboard's.
pub fn odd_space(text: &str) -> Option<char> {
    text.chars().find(|letter| letter.is_whitespace() && *letter != ' ' && !letter.is_control() && !is_unseen(*letter))
}

/// A word with a letter in it that only looks like the one that is meant.
pub fn look_alike(text: &str) -> Option<(&str, char)> {
    let has_latin = text.chars().any(|letter| letter.is_alphabetic() && letter.script() == Script::Latin);
    words(text).find_map(|word| {
        let is_latin = |letter: &char| letter.script() == Script::Latin;
        let is_other = |letter: &char| {
            letter.is_alphabetic() && !matches!(letter.script(), Script::Latin | Script::Common | Script::Inherited)
        };
        let other = word.chars().find(is_other);
        let is_mixed = other.is_some() && word.chars().any(|letter| is_latin(&letter));
        let is_disguised = has_latin && other.is_some() && word.chars().all(|letter| ALIKE.contains(letter));
        let dressed = word.chars().find(|letter| is_dressed_up(*letter));
        let odd = if is_mixed || is_disguised { other } else { dressed };
        odd.map(|letter| (word, letter))
    })
}

/// The same text as readers see it: without letters that nobody sees, with
/// plain spaces, none at its ends and none double. What may change how it reads
/// stays: signs of the direction of writing, a letter that was lost.
pub fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() || matches!(letter, '\u{2028}' | '\u{2029}') {
            if !clean.ends_with(' ') {
                clean.push(' ');
            }
        } else if !is_nothing(letter) || joins(text, at, letter) {
            clean.push(letter);
        }
    }
    clean.trim().nfc().collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether taking it out leaves what readers see as it is.
fn is_nothing(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}')
        || letter == '\u{feff}'
}

fn is_unseen(letter: char) -> bool {
    is_nothing(letter)
        || matches!(letter, '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{2028}'..='\u{202e}' | '\u{2065}'..='\u{206f}')
        || matches!(letter, '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}')
        || matches!(letter, '\u{e0000}'..='\u{e0fff}')
}

/// Whether it joins or parts two letters of a script that is written so, such as
/// that of Persian or Hindi.
fn joins(text: &str, at: usize, letter: char) -> bool {
    let is_of_such = |letter: Option<char>| {
        use Script::{Common, Inherited, Latin, Unknown};
        letter.is_some_and(|letter| !matches!(letter.script(), Latin | Common | Inherited | Unknown))
    };
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at..).and_then(|text| text.chars().nth(1));
    matches!(letter, '\u{200c}' | '\u{200d}') && is_of_such(before) && is_of_such(after)
}

/// Whether it is a letter or a digit of the keyboard in another dress: wide,
/// bold, or of another country.
fn is_dressed_up(letter: char) -> bool {
    let is_wide_or_bold = matches!(letter, '\u{ff10}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d7ff}');
    is_wide_or_bold && letter.nfkc().all(|plain| plain.is_ascii_alphanumeric())
}

fn name(letter: char) -> &'static str {
    match letter {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => "a line break",
        '\t' => "a tab",
        '\u{ad}' => "a hyphen that is not seen",
        '\u{200b}' | '\u{2060}' | '\u{feff}' => "a space of no width",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a sign that turns the direction of writing"
        }
        '\u{fffd}' => "the sign of a letter that was lost",
        _ => "a letter that nobody sees",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_nobody_sees_is_named_with_its_place() {
        assert_eq!(unseen("self\u{200b}harm").as_deref(), Some("a space of no width (U+200B) after “self”"));
        assert_eq!(unseen("\u{feff}x").as_deref(), Some("a space of no width (U+FEFF) at the beginning"));
        for text in ["a\u{202e}b", "one\ntwo", "soft\u{ad}hyphen", "a\u{fffd}", "a\u{3164}", "a\u{e0041}", "a\u{fe0f}"]
        {
            assert!(unseen(text).is_some(), "{text:?}");
        }
        for text in ["café: “quoted”, £5", "می\u{200c}خواهم", "", "Русский"] {
            assert_eq!(unseen(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_letter_of_another_script_in_a_word_is_found() {
        for (text, letter) in [("Sоuthwark", 'о'), ("the СОРЕ team", 'С'), ("call ０800", '０'), ("𝐛old", '𝐛')]
        {
            assert_eq!(look_alike(text).map(|(_, letter)| letter), Some(letter), "{text}");
        }
        for text in ["Русский", "Polski, اردو, 中文", "café", "β-blocker", "m²", "½ day"] {
            assert_eq!(look_alike(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_cleaned_reads_as_before() {
        for (text, clean) in [
            (" Help\u{a0}for  all ", "Help for all"),
            ("self\u{200b}harm", "selfharm"),
            ("one\r\ntwo", "one two"),
            ("cafe\u{301}", "café"),
            ("a\u{202e}b", "a\u{202e}b"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            assert_eq!(cleaned(text), clean, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in "\\PC*|.{0,20}|[ a\u{200b}\u{202e}\u{301}\u{a0}\u{200d}]{0,8}") {
            let once = cleaned(&text);
            prop_assert_eq!(cleaned(&once), once);
        }
    }
}
