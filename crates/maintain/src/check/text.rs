//! Rules of every text that may be published.

use directory::finding::{Findings, Level};
use serde_json::Value;

use super::{addresses, postcodes};
use crate::data::each_text;
use crate::letters;
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

/// Words that hurt or mislead, and what to write instead; the first stands as
/// whole words. After the media guidelines of Samaritans and the government's
/// guidance on inclusive language.
const WORDS: [[&str; 2]; 22] = [
    ["suffers from", "has"],
    ["suffering from", "who has"],
    ["sufferer", "person who has"],
    ["committed suicide", "died by suicide"],
    ["commit suicide", "end their life"],
    ["committing suicide", "ending their life"],
    ["successful suicide", "death by suicide"],
    ["completed suicide", "died by suicide"],
    ["failed suicide", "suicide attempt"],
    ["unsuccessful suicide", "suicide attempt"],
    ["suicide victim", "person who died by suicide"],
    ["mentally ill", "with a mental health problem"],
    ["self-harmer", "person who self-harms"],
    ["attention seeking", "asking for help"],
    ["school refuser", "struggling to go to school"],
    ["school refusal", "struggling to go to school"],
    ["wheelchair bound", "wheelchair user"],
    ["wheelchair-bound", "wheelchair user"],
    ["confined to a wheelchair", "wheelchair user"],
    ["handicapped", "disabled"],
    ["ring us", "call us"],
    ["ring them", "call them"],
];

/// `is_ours`: whether they are our own words, and not what people type.
pub(super) fn check(value: &Value, is_ours: bool, findings: &mut Findings) {
    each_text(value, &mut |place, text| {
        if place.starts_with("imported.said") {
            // Another directory's own words wait for a person, and are in no
            // bundle; only a person's mailbox may not stand there either.
            return mail(place, text, findings);
        }
        invisible(place, text, findings);
        spaces(place, text, findings);
        mail(place, text, findings);
        addresses::check(place, text, findings);
        postcodes::check(place, text, findings);
        if is_ours {
            words(place, text, findings);
        }
    });
}

fn invisible(place: &str, text: &str, findings: &mut Findings) {
    if let Some(found) = letters::unseen(text) {
        findings.error(place, &found, "Type the text again: it holds a character that nobody sees.");
    }
    if let Some(space) = letters::odd_space(text) {
        let write = format_args!("Write plain spaces: there is another kind (U+{:04X}).", u32::from(space));
        findings.add(Level::Warning, place, text, write);
    }
    if let Some((word, letter)) = letters::look_alike(text) {
        let write = format_args!(
            "Type “{word}” again: its “{letter}” (U+{:04X}) only looks like a letter of this alphabet.",
            u32::from(letter)
        );
        findings.error(place, text, write);
    }
}

fn spaces(place: &str, text: &str, findings: &mut Findings) {
    if text.trim_matches(' ') != text || text.contains("  ") {
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
    // What a thing is or was called is quoted as it is.
    let is_quoted = ["former_names", ".once[", ".also[", ".misspelt["].iter().any(|field| place.contains(field));
    if is_quoted || text.contains("://") {
        return;
    }
    let lower = text.to_lowercase();
    for [word, better] in WORDS.iter().filter(|[word, _]| says(&lower, word)) {
        findings.add(Level::Advice, place, text, format!("Write \"{better}\" rather than \"{word}\"."));
    }
}

/// Whether some words stand in a text, or with an s behind them.
fn says(text: &str, words: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + words.len()..).unwrap_or_default();
        !is_letter(before) && !is_letter(after.strip_prefix('s').unwrap_or(after).chars().next())
    })
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
        check_text("a thin\u{2009}space", Some(Level::Warning));
        check_text("Sоuthwark", Some(Level::Error));
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
        check_text("For sufferers", Some(Level::Advice));
        check_text("Bring them along", None);
        check_text("Ring us", Some(Level::Advice));
    }
}
