//! Word endings: "worry", "worries" and "worried" are one word.

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded word, by the English rules of Snowball. Words of three
/// letters or fewer are their own, but for "cry" and its like; so are those of
/// other scripts.
pub fn stem(word: &str) -> String {
    let is_short = word.len() < 4 && !word.ends_with('y');
    if is_short || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let stem = Stemmer::create(Algorithm::English).stem(word);
    // What would be left of "offed" and of "overeating" is another word.
    let is_other = stem.len() < 3 || stem.len() + 5 < word.len();
    if is_other { word.to_owned() } else { stem.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::stem;

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
