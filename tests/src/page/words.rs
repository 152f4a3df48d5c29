//! Words as people read them: white space folded, capitals alike.

/// The text with white space folded.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` is `pattern`, in which `*` stands for any text.
pub(super) fn matches(text: &str, pattern: &str) -> bool {
    let (text, pattern) = (text.to_lowercase(), pattern.to_lowercase());
    let parts: Vec<&str> = pattern.split('*').collect();
    let [first, middle @ .., last] = parts.as_slice() else {
        return text == pattern;
    };
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    for part in middle {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_text() {
        for (text, pattern, expected) in [
            ("Show 14 to try, and 6 to ask", "Show * to try, and * to ask", true),
            ("Show 14 to try", "Show * to try, and * to ask", false),
            ("results.html#age=10", "results.html#age=10", true),
            ("results.html#age=10", "results.html", false),
            ("any SLEEP here", "*sleep*", true),
            ("aa", "a*a*a", false),
        ] {
            assert_eq!(matches(text, pattern), expected, "{text} against {pattern}");
        }
    }
}
