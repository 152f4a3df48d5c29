//! Values: nothing empty, no number that cannot be, no address that leads
//! nowhere, no HTML.

use directory::finding::Findings;
use serde_json::Value;

use super::Within;

/// Older than anybody was: an age above this is a slip.
const OLDEST: f64 = 130.0;

/// The fields that are web addresses.
const ADDRESSES: [&str; 6] = ["url", "website", "uri", "term_uri", "schedule_link", "logo"];

/// Words from a closed set of the standard.
const SETS: [(&str, &[&str]); 5] = [
    ("status", &["active", "inactive", "defunct", "temporarily closed"]),
    ("location_type", &["physical", "postal", "virtual"]),
    ("address_type", &["physical", "postal", "virtual"]),
    ("freq", &["WEEKLY", "MONTHLY"]),
    ("link_entity", &["service", "organization", "location", "phone", "contact", "schedule", "service_area"]),
];

pub(super) fn check(thing: Within<'_>, findings: &mut Findings) {
    let (from, to) = (thing.number("minimum_age"), thing.number("maximum_age"));
    for (name, age) in [("minimum_age", from), ("maximum_age", to)] {
        if age.is_some_and(|age| !(0.0..=OLDEST).contains(&age)) {
            thing.error(findings, name, age.unwrap_or_default(), "Write an age from 0 to 130.");
        }
    }
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        thing.error(findings, "minimum_age", from.unwrap_or_default(), "Write the lower age first.");
    }
    for (name, most) in [("latitude", 90.0), ("longitude", 180.0)] {
        if let Some(degrees) = thing.number(name).filter(|degrees| degrees.abs() > most) {
            thing.error(findings, name, degrees, "Write degrees that are on the Earth.");
        }
    }
    if thing.number("amount").is_some_and(|amount| amount < 0.0) {
        thing.error(findings, "amount", thing.number("amount").unwrap_or_default(), "Write what it costs, from 0.");
    }
    let needed: &[&str] = match thing.kind {
        "organization" | "taxonomy_term" | "taxonomy" => &["name", "description"],
        "phone" => &["number"],
        "url" => &["url"],
        "address" => &["address_1", "city", "state_province", "postal_code", "country", "address_type"],
        _ => &[],
    };
    for name in needed.iter().filter(|name| !thing.fields.contains_key(**name)) {
        thing.error(findings, name, "", "Write it: the standard asks for it.");
    }
    if let Some(email) = thing.text("assurer_email") {
        thing.error(findings, "assurer_email", email, "Take it out: nobody has said that it may be published.");
    }
}

/// A value that is no thing and no list.
pub(super) fn plain(place: &str, name: &str, value: &Value, findings: &mut Findings) {
    let text = match value {
        Value::Null => return findings.error(place, "nothing", "Leave it out: what is not known is not written."),
        Value::Array(all) if all.is_empty() => return findings.error(place, "nothing", "Leave it out: it is empty."),
        Value::String(text) => text,
        _ => return,
    };
    if text.trim().is_empty() {
        return findings.error(place, "an empty text", "Leave it out: what is not known is not written.");
    }
    if let Some((_, set)) = SETS.iter().find(|(set, words)| *set == name && !words.contains(&text.as_str())) {
        findings.error(place, text, format!("Write one of: {}.", set.join(", ")));
    }
    if ADDRESSES.contains(&name) && !is_address(text) {
        findings.error(place, text, "Write a whole address that starts with https:// or http://.");
    }
    if name == "email" && !is_email(text) {
        findings.error(place, text, "Write an e-mail address such as help@example.org.");
    }
    if has_tag(text) {
        findings.error(place, text, "Write plain text, without HTML.");
    }
    if text.chars().any(|letter| letter.is_control() && letter != '\n') {
        findings.error(place, text, "Take out the character that nobody sees.");
    }
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_right = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && rest.bytes().all(is_right))
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_right = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+'".contains(&byte);
    !name.is_empty()
        && host.contains('.')
        && text.bytes().filter(|byte| *byte != b'@').all(is_right)
        && !host.contains('@')
}

/// Whether something in a text looks like an element: `<p`, `</p`, `<!--`.
fn has_tag(text: &str) -> bool {
    text.split('<')
        .skip(1)
        .any(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic() || "/!".contains(first)))
}
