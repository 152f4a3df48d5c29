//! A text taken apart into words that can be compared.

use super::fold::fold_apart;

/// A word of a text, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The word: letters of one script, or digits.
    pub(crate) word: String,
    /// Where what it was read from begins in the text, in bytes.
    pub(crate) start: usize,
    /// Where that ends.
    pub(crate) end: usize,
}

/// The words of a text, at most this many. What a hyphen splits is several
/// words, and so is what changes from letters to digits: "9yo", "y6".
pub(crate) fn tokens(text: &str, most: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut from = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += chunk.len();
        let end = start + chunk.trim_end().len();
        for word in fold_apart(chunk).split(' ') {
            each_run(word, &mut |run| tokens.push(Token { word: run.to_owned(), start, end }));
        }
        if tokens.len() >= most {
            break;
        }
    }
    tokens.truncate(most);
    tokens
}

/// Calls back with each run of letters or of digits.
pub(crate) fn each_run(word: &str, tell: &mut dyn FnMut(&str)) {
    let mut rest = word;
    while let Some(first) = rest.bytes().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.bytes().position(|byte| byte.is_ascii_digit() != is_digit).unwrap_or(rest.len());
        tell(rest.get(..end).unwrap_or_default());
        rest = rest.get(end..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_words_and_each_knows_where_it_stood() {
        let text = "My 9yo WON'T self-harm…  y6 café";
        let found = tokens(text, 100);
        let words: Vec<_> = found.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["my", "9", "yo", "wont", "self", "harm", "y", "6", "cafe"]);
        assert_eq!(found.get(8).and_then(|token| text.get(token.start..token.end)), Some("café"));
        assert_eq!(found.get(4).and_then(|token| text.get(token.start..token.end)), Some("self-harm…"));
        assert_eq!(tokens(&"a b ".repeat(100), 7).len(), 7);
    }
}
