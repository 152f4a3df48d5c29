//! How to get in touch: numbers, mailboxes, pages. Never a person's name, and
//! nothing that its owner keeps private.

use directory::record::NumberRecord;
use serde_json::Value;

use super::came::Taking;
use super::phones::{Found, numbers};
use super::places::locations;
use super::value::{flag, items, said, text};
use super::words::{first_sentence, line, paragraphs};
use crate::terms::{Note, text_alone};

/// The longest note beside a number, in letters.
const LONGEST_NOTE: usize = 120;

/// Takes all of it. Of the organisation only what the service itself has not.
pub(super) fn take(service: &Value, taking: &mut Taking<'_, '_>) {
    mail(text(service, &["email"]), taking);
    page(text(service, &["url", "website", "web"]), taking);
    phones(service, "", taking);
    let linked = items(service, &["service_at_locations", "service_at_location"]);
    let organisation = said(service, "organization").or_else(|| said(service, "organisation"));
    let places = locations(service);
    let is_one = places.len() < 2;
    for place in linked.into_iter().chain(places) {
        let name = if is_one { String::new() } else { line(&text(place, &["name"]).unwrap_or_default()) };
        phones(place, &name, taking);
        contacts(place, taking);
    }
    contacts(service, taking);
    let Some(organisation) = organisation else { return };
    let has_number = !taking.record.contacts.phones.is_empty() || !taking.record.contacts.texts.is_empty();
    if !has_number {
        phones(organisation, "", taking);
        contacts(organisation, taking);
    } else {
        for phone in phones_of(organisation) {
            count(phone, organisation, taking);
        }
    }
    if taking.record.contacts.web.is_none() {
        page(text(organisation, &["website", "url"]), taking);
    }
    if taking.record.contacts.emails.is_empty() {
        mail(text(organisation, &["email"]), taking);
    }
}

fn contacts(of: &Value, taking: &mut Taking<'_, '_>) {
    for contact in items(of, &["contacts", "contact"]) {
        let name = text(contact, &["id", "name", "email", "phone"]).unwrap_or_default();
        let is_new = !name.is_empty() && taking.count_new("contacts", &name);
        let is_private = [flag(contact, "visible"), flag(contact, "contact_visible")].contains(&Some(false));
        if is_private {
            for phone in phones_of(contact) {
                count(phone, contact, taking);
            }
            taking.left("contacts", "its owner keeps it private", "");
            continue;
        }
        if is_new && text(contact, &["name"]).is_some() {
            // A name is never repeated, here or anywhere.
            taking.report.left("contacts, names", "an entry names roles, never people", "");
        }
        let role = line(&text(contact, &["department", "title"]).unwrap_or_default());
        phones(contact, &role, taking);
        mail(text(contact, &["email"]), taking);
    }
}

/// The numbers of a thing: a list of them, or one in a text.
fn phones_of(of: &Value) -> Vec<&Value> {
    items(of, &["phones", "phone", "telephone"])
}

fn phones(of: &Value, label: &str, taking: &mut Taking<'_, '_>) {
    for phone in phones_of(of) {
        let Some(written) = count(phone, of, taking) else { continue };
        let kind = text(phone, &["type", "number_type"]).unwrap_or_default().to_ascii_lowercase();
        let is_text = ["sms", "text"].contains(&kind.as_str());
        if ["fax", "tty", "pager", "textphone"].contains(&kind.as_str()) {
            taking.left(
                "phones",
                "a number for machines, which an entry has no field for",
                &format!("{kind} {written}"),
            );
            continue;
        }
        let (found, words) = numbers(&written);
        if found.is_empty() {
            taking.left("phones", "no number could be found in it", &written);
        }
        let extension = text(phone, &["extension"]);
        for mut one in found {
            one.extension = one.extension.or_else(|| extension.clone());
            add(one, phone, &[label, words.as_str()], is_text, taking);
        }
    }
}

/// Counts a number of the feed once, and gives back how it is written.
fn count(phone: &Value, of: &Value, taking: &mut Taking<'_, '_>) -> Option<String> {
    let written = text(phone, &["number"]).or_else(|| super::value::as_text(phone))?;
    let owner = text(phone, &["id"]).or_else(|| Some(format!("of {}", text(of, &["id"])?)));
    let owner = owner.unwrap_or_else(|| taking.id.clone());
    let is_new = taking.count_new("phones", &format!("{owner}/{written}"));
    let kind = text(phone, &["type", "number_type"]).filter(|_| is_new && !taking.is_counted);
    if let Some(kind) = kind {
        taking.count(&format!("phones, {}", kind.to_ascii_lowercase()));
    }
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    if taking.seen.is_new("number", &digits) {
        taking.report.count("phones, different numbers", 1);
    }
    Some(written)
}

fn add(one: Found, phone: &Value, labels: &[&str], is_text: bool, taking: &mut Taking<'_, '_>) {
    let described = text(phone, &["description"]).unwrap_or_default();
    let word = items(phone, &["attributes"]).into_iter().find_map(|attribute| {
        let is_word = text(attribute, &["link_type"]).is_some_and(|kind| kind == Note::TextWord.link_type());
        text(attribute, &["value"]).filter(|_| is_word)
    });
    let described = match &word {
        Some(word) => text_alone(&described, word),
        None => described,
    };
    let mut notes: Vec<String> = labels.iter().map(|label| line(label)).collect();
    notes.push(first_sentence(&paragraphs(&described)).unwrap_or_default());
    if let Some(extension) = &one.extension {
        notes.push(format!("extension {extension}"));
    }
    notes.retain(|note| !note.is_empty() && note.chars().count() <= LONGEST_NOTE);
    notes.dedup();
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let contacts = &mut taking.record.contacts;
    let list = if is_text { &mut contacts.texts } else { &mut contacts.phones };
    if list.iter().all(|known| digits(&known.number) != digits(&one.number)) {
        list.push(NumberRecord { number: one.number, word, note: notes.join(", ") });
        taking.stated(if is_text { "text" } else { "phone" });
        taking.took("phones");
    }
}

fn mail(address: Option<String>, taking: &mut Taking<'_, '_>) {
    let Some(address) = address else { return };
    let address = address.trim_start_matches("mailto:").trim().to_owned();
    let is_plain = address.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"@.-_+'".contains(&sign));
    let is_whole = address
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if !is_plain || !is_whole {
        return taking.left("email", "no address of a mailbox", &address);
    }
    if taking.record.contacts.emails.iter().all(|one| !one.eq_ignore_ascii_case(&address)) {
        taking.record.contacts.emails.push(address);
        taking.stated("email");
        taking.took("email");
    }
}

fn page(address: Option<String>, taking: &mut Taking<'_, '_>) {
    let Some(address) = address else { return };
    let lower = address.to_ascii_lowercase();
    let whole = match lower.split_once("://") {
        Some(("http" | "https", _)) => address.clone(),
        // As browsers read what has no scheme.
        None if lower.starts_with("www.") => format!("http://{address}"),
        _ => String::new(),
    };
    let host = whole.split_once("://").map_or("", |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = !whole.chars().any(|sign| sign.is_whitespace() || sign.is_control() || "\"<>\\".contains(sign));
    if !is_plain || !host.contains('.') {
        return taking.left("url", "no whole address that starts with https:// or http://", &address);
    }
    if taking.record.contacts.web.is_none() {
        taking.record.contacts.web = Some(whole);
        taking.stated("web");
        taking.took("url");
    }
}
