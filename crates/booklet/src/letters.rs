//! Letters that the typeface does not have. Paper that drops a letter in
//! silence may change a name or a word, so that a mark stands in its place.

use serde_json::Value;
use std::collections::BTreeSet;
use typst::text::Font;

/// What stands in the place of a letter that cannot be printed.
pub const MISSING: &str = "[?]";

/// Puts the mark in the place of every letter that some face lacks, and says
/// which those were.
pub fn replace(words: &mut Value, fonts: &[Font]) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    within(words, fonts, &mut missing);
    missing
}

fn within(value: &mut Value, fonts: &[Font], missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => {
            let lacks = |letter: &char| !is_there(*letter, fonts);
            let lacking: BTreeSet<char> = text.chars().filter(lacks).collect();
            if !lacking.is_empty() {
                let one = |letter| if lacking.contains(&letter) { MISSING.to_owned() } else { String::from(letter) };
                *text = text.chars().map(one).collect();
                missing.extend(lacking);
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| within(one, fonts, missing)),
        Value::Object(all) => all.values_mut().for_each(|one| within(one, fonts, missing)),
        _ => {}
    }
}

fn is_there(letter: char, fonts: &[Font]) -> bool {
    letter == '\n' || fonts.iter().all(|font| font.info().coverage.contains(letter.into()))
}
