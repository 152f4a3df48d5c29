//! Word endings: "worry", "worries" and "worried" are one word.

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded word, by the English rules of Snowball. Words of three
/// letters or fewer, and of other scripts, are their own.
pub fn stem(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_endings_of_one_word_come_off() {
        for family in [
            &["worry", "worries", "worried", "worrying"][..],
            &["bully", "bullied", "bullies", "bullying"],
            &["cut", "cuts", "cutting"],
            &["refuse", "refused", "refusing", "refuses"],
        ] {
            assert!(family.iter().all(|word| stem(word) == stem(family[0])), "{family:?}");
        }
        assert_ne!(stem("hope"), stem("hop"));
        assert_eq!(stem("é"), "é");
    }
}
