//! Word endings: "worry", "worries" and "worried" are one word.
//!
//! These are the English rules of Snowball (Porter 2). Its library weighs five
//! kilobytes of brotli in the wasm, with the tables and the panics that it
//! brings; here each table is one text. A law holds the two together.

mod endings;

use endings::{Stemming, entries};

/// Words that the rules would get wrong, with their stems.
const EXCEPTIONS: &str = "skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli \
    early:earli only:onli singly:singl news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes";

/// The stem of a folded word, by the English rules of Snowball. Words of three
/// letters or fewer are their own, but for "cry" and its like; so are those of
/// other scripts.
pub fn stem(word: &str) -> String {
    let is_short = word.len() < 4 && !word.ends_with('y');
    if is_short || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let exception = |one: &[u8]| Some(one.strip_prefix(word.as_bytes())?.strip_prefix(b":")?.to_vec());
    let exception = if word.len() < 7 { entries(EXCEPTIONS).find_map(exception) } else { None };
    let stem = exception.and_then(|stem| String::from_utf8(stem).ok()).unwrap_or_else(|| Stemming::of(word).stem());
    // What would be left of "offed" and of "overeating" is another word.
    let is_other = stem.len() < 3 || stem.len() + 5 < word.len();
    if is_other { word.to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::stem;
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    /// As the library of Snowball has it, but for what is another word.
    fn check(word: &str) {
        let right = Stemmer::create(Algorithm::English).stem(word);
        let is_other = right.len() < 3 || right.len() + 5 < word.len();
        assert_eq!(stem(word), if is_other { word } else { &right }, "{word}");
    }

    const ENDINGS: &str = "s es sses ies ied us ss e ed eed eedly edly ing ingly y ly li bli abli alli fulli lessli \
        ousli entli ogi logi enci anci izer ization ational tional ation ator alism aliti iviti biliti iveness \
        fulness ousness alize ative icate iciti ical ful ness al ance ence er ic able ible ant ement ment ent ism ate \
        iti ous ive ize ion sion tion l ll at bl iz bb tt";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn every_word_has_the_stem_that_snowball_gives_it(
            first in "(|gener|commun|arsen|y|[a-z])[bcdglmnrstwxy]{0,2}[aeiouy]{0,2}[a-z]{0,4}",
            one in prop::sample::select(ENDINGS.split(' ').collect::<Vec<_>>()),
            two in prop::sample::select(ENDINGS.split(' ').collect::<Vec<_>>()),
        ) {
            for word in [first.clone(), [first.as_str(), one].concat(), [first.as_str(), one, two].concat()] {
                if word.len() > 3 {
                    check(&word);
                }
            }
        }
    }

    #[test]
    fn what_is_no_rule_is_as_snowball_has_it() {
        let kept = "inning outing canning herring earring proceed exceed succeed innings succeeding";
        for word in super::EXCEPTIONS.split([' ', ':']).chain(kept.split(' ')).filter(|word| word.len() > 3) {
            check(word);
        }
    }

    #[test]
    fn the_endings_of_one_word_come_off() {
        for family in [
            &["worry", "worries", "worried", "worrying"][..],
            &["bully", "bullied", "bullies", "bullying"],
            &["cry", "cries", "cried", "crying"],
            &["cut", "cuts", "cutting"],
            &["refuse", "refused", "refusing", "refuses"],
        ] {
            assert!(family.iter().all(|word| stem(word) == stem(family[0])), "{family:?}");
        }
        assert_ne!(stem("hope"), stem("hop"));
        assert_ne!(stem("offed"), stem("of"));
        assert_ne!(stem("overeating"), stem("over"));
        assert_eq!((stem("boy"), stem("by"), stem("é")), ("boy".to_owned(), "by".to_owned(), "é".to_owned()));
    }
}
