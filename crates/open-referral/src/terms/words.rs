//! Sentences that carry two of our fields in one of theirs, and back.

use directory::record::{AgesRecord, ExtensionRecord};

/// A longer reach under a condition, as a sentence: "Up to 25: care leavers."
pub fn age_words(to: i64, condition: &str) -> String {
    format!("Up to {to}: {condition}.")
}

/// Who it is for, with each longer reach as a sentence behind it, for those who
/// read no attributes.
pub fn eligibility_words(eligibility: Option<&str>, extended: &[ExtensionRecord]) -> Option<String> {
    let longer = extended.iter().map(|one| age_words(one.to, &one.condition));
    let words: Vec<String> = eligibility.map(str::to_owned).into_iter().chain(longer).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Who it is for, without the sentences of the longer reaches.
pub fn eligibility_alone(words: &str, extended: &[ExtensionRecord]) -> Option<String> {
    let longer = eligibility_words(None, extended).unwrap_or_default();
    let alone = words.strip_suffix(longer.as_str()).unwrap_or(words).trim_end();
    (!alone.is_empty()).then(|| alone.to_owned())
}

/// What to text and what it is for: "Text SHOUT. At night."
pub fn text_words(word: &str, note: &str) -> String {
    let rest = if note.is_empty() { String::new() } else { format!(" {note}") };
    format!("Text {word}.{rest}")
}

/// What it is for, without the word to text.
pub fn text_alone(words: &str, word: &str) -> String {
    words.strip_prefix(text_words(word, "").as_str()).unwrap_or(words).trim_start().to_owned()
}

/// Ages in words that [`range`] reads back: "18 to 120", "18 to", "to 25".
pub fn range_words(ages: AgesRecord) -> String {
    let year = |year: Option<i64>| year.map(|year| year.to_string()).unwrap_or_default();
    format!("{} to {}", year(ages.from), year(ages.to)).trim().to_owned()
}

/// The ages that such words say. `None`: they are other words.
pub fn range(words: &str) -> Option<AgesRecord> {
    let padded = format!(" {words} ");
    let (from, to) = padded.split_once(" to ")?;
    let year = |word: &str| match word.trim() {
        "" => Some(None),
        digits => digits.parse().ok().map(Some),
    };
    Some(AgesRecord { from: year(from)?, to: year(to)? })
}

/// The label of a wait: as of which day it was said.
pub fn said_on_words(day: &str) -> String {
    format!("as of {day}")
}

/// The day in such a label.
pub fn said_on(label: &str) -> Option<&str> {
    label.strip_prefix("as of ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_together_comes_apart_again() {
        let longer = |to, condition: &str| ExtensionRecord { to, condition: condition.to_owned() };
        let extended = [longer(25, "care leavers"), longer(21, "SEND")];
        for eligibility in [None, Some("Young people."), Some("Up to 25: care leavers.")] {
            let words = eligibility_words(eligibility, &extended).unwrap();
            assert!(words.ends_with("Up to 25: care leavers. Up to 21: SEND."), "{words}");
            assert_eq!(eligibility_alone(&words, &extended).as_deref(), eligibility);
        }
        assert_eq!(eligibility_words(None, &[]), None);
        assert_eq!(eligibility_alone("Anyone.", &[]).as_deref(), Some("Anyone."));
        for note in ["", "At night", "Text us"] {
            assert_eq!(text_alone(&text_words("SHOUT", note), "SHOUT"), note);
        }
    }

    #[test]
    fn ages_are_read_as_they_were_written() {
        for (from, to) in [(Some(5), Some(11)), (None, Some(25)), (Some(18), None), (None, None)] {
            let words = range_words(AgesRecord { from, to });
            assert!(range(&words).is_some_and(|ages| ages.from == from && ages.to == to), "{words}");
        }
        for other in ["", "five to six", "5", "5-11"] {
            assert!(range(other).is_none(), "{other}");
        }
    }
}
