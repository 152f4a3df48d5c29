//! How to get in touch: numbers, addresses, and what makes each safe to link.
//!
//! A number or an address that is shown becomes a link that a frightened
//! person follows without looking, so only what is plainly one is let in.

use crate::closed::Choices;
use crate::finding::Findings;
use crate::vocabulary::Way;
use std::fmt::Write;

/// How to get in touch. Empty lists and `None`: no such contact is known.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    /// Numbers to call.
    pub phones: Vec<Number>,
    /// Numbers to text.
    pub texts: Vec<Number>,
    /// E-mail addresses of the service, never of a person.
    pub emails: Vec<String>,
    /// Its page.
    pub web: Option<String>,
    /// Other ways to get in touch that are known of.
    pub ways: Choices<Way>,
}

impl Contacts {
    /// Whether nothing at all is known.
    pub fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.texts.is_empty() && self.emails.is_empty() && self.web.is_none()
    }
}

/// A number to call or text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Digits grouped as people say them: "0800 1111".
    pub shown: String,
    /// For a text: the word to send, if one is asked for.
    pub word: Option<String>,
    /// What it is for: "evenings and weekends"; empty for the main one.
    pub note: String,
}

impl Number {
    /// The digits alone, with a leading `+` if there is one, for a `tel:` link.
    pub fn digits(&self) -> String {
        let digits = self.shown.chars().filter(char::is_ascii_digit);
        let plus = self.shown.trim_start().starts_with('+').then_some('+');
        plus.into_iter().chain(digits).collect()
    }

    /// The link that calls it.
    pub fn call_link(&self) -> String {
        format!("tel:{}", self.digits())
    }

    /// The link that texts it, with its word already written.
    pub fn text_link(&self) -> String {
        match &self.word {
            Some(word) => format!("sms:{}?&body={}", self.digits(), percent_encoded(word)),
            None => format!("sms:{}", self.digits()),
        }
    }

    /// Whether it is plainly a number: digits, spaces, at most one `+` before.
    pub(crate) fn is_plain(&self, field: &str, findings: &mut Findings) -> bool {
        let rest = self.shown.strip_prefix('+').unwrap_or(&self.shown);
        let is_plain = rest.chars().all(|c| c.is_ascii_digit() || c == ' ');
        let is_right = is_plain && (3..=15).contains(&rest.chars().filter(char::is_ascii_digit).count());
        if !is_right {
            findings.error(field, &self.shown, "Write digits and spaces only, as people say them.");
        }
        is_right
    }
}

/// Whether a link to it is safe to draw: never `javascript:` and its like.
pub(crate) fn is_web_address(text: &str, field: &str, findings: &mut Findings) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_right = rest.is_some_and(|rest| !rest.is_empty())
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
    if !is_right {
        findings.error(field, text, "Write a whole address that starts with https:// or http://.");
    }
    is_right
}

/// Whether it is plainly an e-mail address.
pub fn is_email(text: &str, field: &str, findings: &mut Findings) -> bool {
    let is_plain = text.bytes().all(|c| c.is_ascii_alphanumeric() || b"@.-_+'".contains(&c));
    let has = |host: &str, sign: u8| host.as_bytes().contains(&sign);
    let is_whole = |(name, host): (&str, &str)| !name.is_empty() && has(host, b'.') && !has(host, b'@');
    let is_right = is_plain && text.split_once('@').is_some_and(is_whole);
    if !is_right {
        findings.error(field, text, "Write an e-mail address such as help@example.org.");
    }
    is_right
}

/// The words of a text: "Text SHOUT to 85258".
pub fn text_words(number: &Number) -> String {
    match &number.word {
        Some(word) => format!("Text {word} to {}", number.shown),
        None => format!("Text {}", number.shown),
    }
}

/// A text as it may stand within any link: letters and digits as they are, all
/// else by its bytes.
pub fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(shown: &str, word: Option<&str>) -> Number {
        Number { shown: shown.to_owned(), word: word.map(str::to_owned), note: String::new() }
    }

    fn check(shown: &str, is_right: bool) {
        assert_eq!(number(shown, None).is_plain("", &mut Findings::default()), is_right, "{shown}");
    }

    #[test]
    fn only_what_is_plainly_a_number_is_one() {
        for right in ["999", "0800 1111", "+44 20 7946 0000", "85258"] {
            check(right, true);
        }
        for wrong in ["", "99", "call us", "0800+1111", "++44 20 7946 0000", "0800-1111", "1234567890123456"] {
            check(wrong, false);
        }
    }

    #[test]
    fn a_word_to_text_cannot_change_the_link() {
        let link = number("85258", Some("SHOUT now&body=x#y")).text_link();
        assert_eq!(link, "sms:85258?&body=SHOUT%20now%26body%3Dx%23y");
    }

    #[test]
    fn an_address_that_runs_a_script_is_none() {
        let mut findings = Findings::default();
        for wrong in
            ["javascript:alert(1)", "https://", "https://a b", "data:text/html,x", "//example.org", "https://\"x"]
        {
            assert!(!is_web_address(wrong, "web", &mut findings), "{wrong}");
        }
        assert!(is_web_address("https://example.org/a?b=c#d", "web", &mut findings));
        for wrong in ["", "a", "@b.c", "a@b", "a@b@c.d", "a@b.c?subject=x"] {
            assert!(!is_email(wrong, "emails", &mut findings), "{wrong}");
        }
    }
}
