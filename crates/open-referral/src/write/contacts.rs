//! How to get in touch: numbers, mailboxes, pages.

use super::Standard;
use super::attributes::note_term;
use super::thing::{Ids, Thing};
use crate::terms::{Note, text_words};
use directory::crisis::Crisis;
use directory::record::{ContactsRecord, ListingRecord, NumberRecord};

/// How to get in touch with what an entry is about; the numbers of a crisis line
/// stand with its route.
pub fn reached(crisis: &Crisis, record: &ListingRecord) -> ContactsRecord {
    let route = record.crisis.as_deref().and_then(|id| crisis.route(id));
    let Some(route) = route else { return record.contacts.clone() };
    let number = |number: &directory::listing::Number| NumberRecord {
        number: number.shown.clone(),
        word: number.word.clone(),
        note: number.note.clone(),
    };
    ContactsRecord {
        phones: route.contacts.phones.iter().map(number).collect(),
        texts: route.contacts.texts.iter().map(number).collect(),
        emails: route.contacts.emails.clone(),
        web: record.contacts.web.clone().or_else(|| route.contacts.web.clone()),
        ways: record.contacts.ways.clone(),
    }
}

/// One contact with every number, and one more for each mailbox beyond the
/// first, which the service itself has a field for.
pub(super) fn contacts(standard: Standard, ids: &mut Ids, name: &str, contacts: &ContactsRecord) -> Vec<Thing> {
    let mut all = Vec::new();
    if !contacts.phones.is_empty() || !contacts.texts.is_empty() {
        let calls = contacts.phones.iter().map(|number| phone(standard, ids, number, "voice"));
        let mut numbers: Vec<_> = calls.collect();
        numbers.extend(contacts.texts.iter().map(|number| phone(standard, ids, number, "sms")));
        all.push(ids.thing("contact", "").with("name", name).each("phones", numbers));
    }
    let more = contacts.emails.iter().skip(1);
    all.extend(more.map(|email| ids.thing("contact", email).with("name", name).with("email", email.as_str())));
    all
}

fn phone(standard: Standard, ids: &mut Ids, number: &NumberRecord, kind: &str) -> Thing {
    let words = match &number.word {
        Some(word) => text_words(word, &number.note),
        None => number.note.clone(),
    };
    let id = ids.next("phone", &format!("{kind}/{}/{words}", number.number));
    let word = number.word.as_ref().map(|word| {
        Thing::of(ids.next("attribute", &format!("{id}/{word}")))
            .with("link_id", id.to_string())
            .with("link_type", Note::TextWord.link_type())
            .with("link_entity", "phone")
            .with("value", word.as_str())
            .with("taxonomy_term", note_term(standard, Note::TextWord))
    });
    Thing::of(id)
        .with("number", number.number.as_str())
        .with("type", kind)
        .text("description", Some(words))
        .each("attributes", word.into_iter().collect())
}

/// A web address as machines must have it: what may not stand in one is written
/// by its bytes.
pub(super) fn machine_address(web: &str) -> String {
    let mut safe = String::with_capacity(web.len());
    for (at, letter) in web.char_indices() {
        let is_escape =
            letter == '%' && web.get(at + 1..at + 3).is_some_and(|two| two.bytes().all(|b| b.is_ascii_hexdigit()));
        if letter.is_ascii_alphanumeric() || is_escape || "-._~:/?#@!$&'()*+,;=".contains(letter) {
            safe.push(letter);
        } else {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| safe += &format!("%{byte:02X}"));
        }
    }
    // A second `#` ends no address.
    match safe.split_once('#') {
        Some((before, after)) if after.contains('#') => format!("{before}#{}", after.replace('#', "%23")),
        _ => safe,
    }
}

#[cfg(test)]
mod tests {
    use super::machine_address;

    #[test]
    fn an_address_holds_nothing_that_machines_refuse() {
        for (web, safe) in [
            ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
            ("https://a.example/caf\u{e9}", "https://a.example/caf%C3%A9"),
            ("https://a.example/%20%zz|", "https://a.example/%20%25zz%7C"),
            ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ] {
            assert_eq!(machine_address(web), safe);
        }
    }
}
