//! Folding agrees with the whole of Unicode wherever the directory goes.

use directory::words::{fold, fold_apart};
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The same rules, with Unicode's own tables.
fn by_tables(text: &str) -> String {
    let plain: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect();
    let mut folded = String::new();
    for letter in plain.chars() {
        match letter {
            '&' => folded.push_str(" and "),
            '\'' | '‘' | '’' | '-' | '\u{2010}'..='\u{2013}' => {}
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            // What no table takes apart.
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ŧ' => folded.push('t'),
            'ı' => folded.push('i'),
            'ĸ' => folded.push('k'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text inside a value.
fn texts<'a>(value: &'a Value, all: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => all.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, all)),
        _ => {}
    }
}

#[test]
fn every_text_of_the_directory_folds_as_unicode_folds_it() {
    let listings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/listings");
    // Before there is any data there is nothing to compare.
    for file in fs::read_dir(listings).into_iter().flatten() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let mut all = Vec::new();
        texts(&value, &mut all);
        all.into_iter().for_each(|text| assert_eq!(fold(text), by_tables(text), "{text}"));
    }
}

#[test]
fn every_letter_of_european_latin_folds_as_unicode_folds_it() {
    // Signs that nobody types in a word: two letters in one, a dot or an
    // apostrophe inside a letter, the sign for a millionth.
    let odd = ['ŀ', 'Ŀ', 'ŉ', 'ĳ', 'Ĳ', 'µ'];
    for letter in ('\u{20}'..='\u{17f}').filter(|letter| !odd.contains(letter)) {
        assert_eq!(fold(&letter.to_string()), by_tables(&letter.to_string()), "{letter:?}");
    }
}

proptest! {
    #[test]
    fn what_is_folded_stays_as_it_is(text in ".*") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(fold_apart(&folded), folded.clone());
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        prop_assert!(!folded.chars().any(|letter| letter.is_ascii_uppercase() || letter.is_ascii_punctuation()));
    }

    #[test]
    fn capitals_do_not_matter(text in "[a-zA-Z à-öø-ýā-ž&'-]{0,40}") {
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
    }
}
