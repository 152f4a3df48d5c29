//! What two sayings are compared by, which is what search compares: folded,
//! and without the endings of words.

use directory::words::{fold_apart, stem};

/// The parts of a saying that are no words: `...`, `@class`, and the marks of
/// its beginning and end.
pub(super) fn is_sign(part: &str) -> bool {
    matches!(part, "..." | "^" | "$") || part.starts_with('@')
}

/// The key of a saying, its parts with a space between them.
pub(super) fn key(saying: &str) -> String {
    let mut parts = Vec::new();
    for part in saying.split_whitespace() {
        if is_sign(part) {
            parts.push(part.to_owned());
        } else {
            parts.extend(fold_apart(part).split(' ').filter(|word| !word.is_empty()).map(stem));
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sayings_that_search_takes_for_one_have_one_key() {
        assert_eq!(key("can't Sleep"), key("cant sleeps"));
        assert_eq!(key("self-harm"), key("self harming"));
        assert_eq!(key("@parent hits ... me"), "@parent hit ... me");
        assert_ne!(key("^ odd"), key("odd"));
        assert_eq!(key(" - "), "");
    }
}
