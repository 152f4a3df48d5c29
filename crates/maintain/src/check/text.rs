//! Rules of every text that may be published.

use directory::finding::{Findings, Level};
use serde_json::Value;

use crate::data::each_text;
use directory::mailbox;

/// Hosts of people's own mailboxes; a service has an address of its own.
const PRIVATE_MAIL: [&str; 16] = [
    "gmail.",
    "googlemail.",
    "hotmail.",
    "yahoo.",
    "ymail.",
    "outlook.",
    "live.co",
    "msn.com",
    "icloud.",
    "me.com",
    "mac.com",
    "aol.",
    "btinternet.",
    "proton.me",
    "protonmail.",
    "sky.com",
];

/// Words that hurt, and what to write instead.
const WORDS: [[&str; 2]; 8] = [
    ["suffers from", "has"],
    ["suffering from", "who has"],
    ["committed suicide", "died by suicide"],
    ["commit suicide", "end their life"],
    ["mentally ill", "with a mental health problem"],
    ["school refuser", "struggling to go to school"],
    ["failed suicide", "suicide attempt"],
    ["wheelchair bound", "wheelchair user"],
];

/// `is_ours`: whether they are our own words, and not what people type.
pub(super) fn check(value: &Value, is_ours: bool, findings: &mut Findings) {
    each_text(value, &mut |place, text| {
        invisible(place, text, findings);
        spaces(place, text, findings);
        mail(place, text, findings);
        if is_ours {
            words(place, text, findings);
        }
    });
}

fn invisible(place: &str, text: &str, findings: &mut Findings) {
    let hidden = text.chars().find(|letter| {
        letter.is_control()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(letter, '\u{feff}' | '\u{fff9}'..='\u{fffd}')
    });
    if let Some(letter) = hidden {
        let found = format!("U+{:04X} in {:?}", u32::from(letter), text);
        findings.error(place, &found, "Type the text again: it holds a character that nobody sees.");
    }
    if text.contains('\u{a0}') {
        findings.add(Level::Warning, place, text, "Write plain spaces: there is a non-breaking one.");
    }
}

fn spaces(place: &str, text: &str, findings: &mut Findings) {
    if text.trim() != text || text.contains("  ") {
        findings.add(
            Level::Warning,
            place,
            format!("{text:?}"),
            "Take out the spaces at the ends and the double ones.",
        );
    }
}

fn mail(place: &str, text: &str, findings: &mut Findings) {
    let mut hosts = text.split('@').skip(1).map(str::to_ascii_lowercase);
    let is_private = |host: String| PRIVATE_MAIL.iter().any(|private| host.starts_with(private));
    if hosts.any(is_private) {
        findings.error(place, text, "Write the service's own address: this is somebody's private mailbox.");
    } else if let Some(why) = mailbox::of_a_person(text) {
        findings.error(place, text, format!("Write the mailbox of a role or a team: {why}."));
    }
}

fn words(place: &str, text: &str, findings: &mut Findings) {
    let lower = text.to_lowercase();
    for [word, better] in WORDS.iter().filter(|[word, _]| lower.contains(word)) {
        findings.add(Level::Advice, place, text, format!("Write \"{better}\" rather than \"{word}\"."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(text: &str, level: Option<Level>) {
        let mut findings = Findings::of_file("x.json");
        check(&serde_json::json!({ "summary": text }), true, &mut findings);
        let found: Vec<_> = findings.into_vec().into_iter().map(|one| (one.level, one.field)).collect();
        assert_eq!(found, level.map(|level| (level, "summary".to_owned())).into_iter().collect::<Vec<_>>(), "{text:?}");
    }

    #[test]
    fn what_nobody_sees_is_an_error() {
        for text in ["self\u{200b}harm", "a\u{202e}b", "one\ntwo", "soft\u{ad}hyphen", "\u{feff}x"] {
            check_text(text, Some(Level::Error));
        }
        check_text("0800\u{a0}1111", Some(Level::Warning));
        check_text("café: “quoted”, £5", None);
    }

    #[test]
    fn a_private_mailbox_is_an_error_in_any_sentence() {
        check_text("Write to jo.smith@Gmail.com", Some(Level::Error));
        check_text("jo@hotmail.co.uk", Some(Level::Error));
        check_text("help@example.org", None);
        check_text("Ask sarah.smith@example.org", Some(Level::Error));
        check_text("Ask j.smith@example.org.", Some(Level::Error));
        check_text("@me at metro.org", None);
    }

    #[test]
    fn spaces_that_do_nothing_are_found() {
        check_text("Help ", Some(Level::Warning));
        check_text("Help  for all", Some(Level::Warning));
    }

    #[test]
    fn words_that_hurt_come_with_better_ones() {
        check_text("For a child who Suffers from worry", Some(Level::Advice));
    }
}
