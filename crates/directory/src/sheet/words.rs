//! What people write in cells that means nothing, yes, or "take this out"; and
//! a cell taken apart.

use crate::words::fold;

/// The words that empty a field. An empty cell does not: people leave out what
/// they did not look at.
pub const CLEAR: &str = "clear this";

/// The word that a tick is offered as.
pub const TICK: &str = "Yes";

/// The longest text of a cell, in letters.
pub const LONGEST: usize = 4000;

/// What is wrong with a cell, and what to write, in plain sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The sentences.
    pub says: String,
}

impl Refusal {
    /// What is wrong, in words.
    pub fn new(says: impl Into<String>) -> Self {
        Self { says: says.into() }
    }
}

/// Words that say that there is nothing to say.
const NOTHING: [&str; 16] = [
    "na",
    "n a",
    "none",
    "nil",
    "nothing",
    "not known",
    "unknown",
    "dont know",
    "not sure",
    "not applicable",
    "tbc",
    "tba",
    "to be confirmed",
    "to follow",
    "no change",
    "same",
];

/// Whether a cell says nothing: it is empty, or holds a dash, "n/a", "none" or
/// "not known". It changes nothing.
pub fn is_nothing(text: &str) -> bool {
    let folded = fold(text);
    folded.is_empty() && !matches!(text.trim(), "✓" | "✔" | "☑" | "✅" | "√" | "✗" | "✘" | "☒" | "❌")
        || NOTHING.contains(&folded.as_str())
}

/// Whether a cell asks to empty its field.
pub fn is_clear(text: &str) -> bool {
    let folded = fold(text);
    folded == CLEAR || folded == "clear"
}

/// Whether a cell says yes or no. `None`: it cannot be told.
pub fn is_ticked(text: &str) -> Option<bool> {
    match text.trim() {
        "✓" | "✔" | "☑" | "✅" | "√" => return Some(true),
        "✗" | "✘" | "☒" | "❌" | "☐" => return Some(false),
        // A tick that was saved in letters of Windows.
        "?" => return None,
        _ => {}
    }
    match fold(text).as_str() {
        "yes" | "y" | "x" | "true" | "1" | "tick" | "ticked" | "ok" | "okay" | "right" | "correct" | "still right"
        | "confirmed" | "all right" | "yes still right" => Some(true),
        "no" | "n" | "false" | "0" | "wrong" | "not right" => Some(false),
        _ if is_nothing(text) => Some(false),
        _ => None,
    }
}

/// A text without what nobody sees, on one line: no signs of no width, no
/// control characters, single spaces, none at the ends.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in visible(text).split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

fn visible(text: &str) -> String {
    text.chars().filter_map(|sign| if is_hidden(sign) { None } else { Some(spaced(sign)) }).collect()
}

/// Whether nobody sees a sign. What joins words or letters in other scripts
/// goes too: no field of ours is in one.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(sign, '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{180e}')
        || sign.is_control() && !sign.is_whitespace()
}

fn spaced(sign: char) -> char {
    if sign.is_whitespace() { ' ' } else { sign }
}

/// The lines of a cell, without the bullets or the numbers that stand before
/// them.
pub fn lines(text: &str) -> Vec<String> {
    let lines: Vec<String> =
        text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(plain).filter(|line| !line.is_empty()).collect();
    // One line may begin with a number of its own: "2 people must agree".
    let is_counted = lines.len() > 1 && lines.iter().enumerate().all(|(at, line)| counted(line, at + 1).is_some());
    let bare = |(at, line): (usize, &String)| {
        let line = if is_counted { counted(line, at + 1).unwrap_or(line) } else { line };
        line.trim_start_matches(['•', '▪', '●', '‣', '◦', '*']).trim_start_matches("- ").trim().to_owned()
    };
    lines.iter().enumerate().map(bare).filter(|line| !line.is_empty()).collect()
}

/// What follows the number of a line: "1. Call", "2) Ask".
fn counted(line: &str, number: usize) -> Option<&str> {
    let rest = line.strip_prefix(&number.to_string())?;
    rest.strip_prefix(['.', ')']).and_then(|rest| rest.strip_prefix(' '))
}

/// The parts of a cell with short things in it: by lines and semicolons, and by
/// commas where there is neither.
pub fn parts(text: &str) -> Vec<String> {
    let broad: Vec<String> = lines(&text.replace(';', "\n"));
    let by_comma = |one: &String| one.split(',').map(plain).filter(|one| !one.is_empty()).collect();
    match broad.as_slice() {
        [one] => by_comma(one),
        _ => broad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_in_many_ways_and_never_deletes() {
        for text in ["", "  ", "-", "–", "N/A", "n.a.", "None", "not known", "?", "TBC", "\u{a0}", "\u{200b}"] {
            assert!(is_nothing(text) && !is_clear(text), "{text:?}");
        }
        for text in ["0", "no", "x", "✓", "Nonesuch"] {
            assert!(!is_nothing(text), "{text:?}");
        }
        assert!(is_clear(" Clear this ") && is_clear("CLEAR") && !is_clear("clear this up"));
    }

    #[test]
    fn a_tick_is_made_in_many_ways() {
        for text in ["Yes", "y", "X", "✓", "✔", "TRUE", "1", "ok", "Still right", " yes. "] {
            assert_eq!(is_ticked(text), Some(true), "{text}");
        }
        for text in ["", "no", "N", "FALSE", "0", "-", "✗", "☐"] {
            assert_eq!(is_ticked(text), Some(false), "{text}");
        }
        for text in ["maybe", "yes but the number is wrong", "2", "see note", "?"] {
            assert_eq!(is_ticked(text), None, "{text}");
        }
    }

    #[test]
    fn what_nobody_sees_is_taken_out() {
        assert_eq!(plain(" self\u{200b}-harm\u{a0} \r\n help\u{202e}\u{7}"), "self-harm help");
        assert_eq!(lines("1. Call\r\n2) Ask\n\n3. Wait"), ["Call", "Ask", "Wait"]);
        assert_eq!(lines("• one\n- two"), ["one", "two"]);
        assert_eq!(lines("2 people must agree"), ["2 people must agree"]);
        assert_eq!(parts("English, Polish"), ["English", "Polish"]);
        assert_eq!(parts("BSL, on video; English"), ["BSL, on video", "English"]);
    }
}
