//! The two measures of one question's answers.

use std::collections::BTreeSet;

/// How many answers are looked at for recall.
pub const FIRST: usize = 10;

/// How many of the right ones stand among the first ten, of as many as could.
/// `None`: nothing is right, so there is nothing to recall.
pub fn recall(right: &BTreeSet<String>, given: &[String]) -> Option<f64> {
    let first: BTreeSet<&String> = given.iter().take(FIRST).collect();
    let met = right.iter().filter(|id| first.contains(id)).count();
    (!right.is_empty()).then(|| met as f64 / right.len().min(FIRST) as f64)
}

/// One divided by the place of the first right one; 0 if there is none.
/// `None`: nothing is right.
pub fn reciprocal_rank(right: &BTreeSet<String>, given: &[String]) -> Option<f64> {
    let place = given.iter().position(|id| right.contains(id));
    (!right.is_empty()).then(|| place.map_or(0.0, |place| 1.0 / (place + 1) as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn check(right: &str, given: &str, expected: Option<(f64, f64)>) {
        let (right, given) = (ids(right).into_iter().collect(), ids(given));
        let measured = recall(&right, &given).zip(reciprocal_rank(&right, &given));
        assert_eq!(measured, expected, "{right:?} among {given:?}");
    }

    #[test]
    fn recall_counts_the_right_ones_of_the_first_ten_and_mrr_the_first_of_them() {
        check("a", "a b c", Some((1.0, 1.0)));
        check("b c", "a b d", Some((0.5, 0.5)));
        check("z", "a b c", Some((0.0, 0.0)));
        check("a b", "", Some((0.0, 0.0)));
        check("", "a b", None);
        // What stands eleventh is beyond recall, but found.
        check("k", "a b c d e f g h i j k", Some((0.0, 1.0 / 11.0)));
    }

    #[test]
    fn with_more_right_ones_than_ten_ten_are_enough() {
        check("a b c d e f g h i j k l", "a b c d e f g h i j", Some((1.0, 1.0)));
        check("a b c d e f g h i j k l", "x a b c d", Some((0.4, 0.5)));
    }

    #[test]
    fn an_answer_that_stands_twice_counts_once() {
        check("a b", "a a a", Some((0.5, 1.0)));
    }
}
