//! A contact card (vCard 3.0, RFC 2426): the version that phones and mail
//! programs all read; some refuse 4.0. Its lines are those of a calendar file,
//! so the same library writes and folds them.

use super::{numbers, origin, urgent};
use crate::components::facts::hours;
use crate::components::how::how_words;
use crate::components::table::wait;
use crate::pages::calendar::plain;
use crate::pages::drawn::listing::opens_again;
use directory::Directory;
use directory::fact::Basis;
use directory::listing::{AvailabilityState, Listing};
use ics::components::{Component, Parameter, Property};
use ics::escape_text;

/// The card of an entry that can be called, texted or written to.
pub(super) fn card(directory: &Directory, listing: &Listing) -> Option<String> {
    let contacts = &listing.contacts;
    let is_reached = !contacts.phones.is_empty() || !contacts.texts.is_empty() || !contacts.emails.is_empty();
    if !listing.standing.is_listed() || !is_reached {
        return None;
    }
    let mut card = Component::new("VCARD");
    let mut add = |key: &'static str, kinds: &'static str, value: String| {
        let mut property = Property::new(key, value);
        if !kinds.is_empty() {
            property.add(Parameter::new("TYPE", kinds));
        }
        card.add_property(property);
    };
    let name = escaped(&listing.name);
    add("VERSION", "", "3.0".to_owned());
    add("PRODID", "", "-//Waymark//Contact card//EN".to_owned());
    add("UID", "", format!("{}@waymark", listing.id));
    // Some phones show the parts of a name, and not the whole.
    add("N", "", format!("{name};;;;"));
    add("FN", "", name);
    let stated = listing.provider.as_ref().filter(|provider| provider.basis == Basis::Stated);
    if let Some(provider) = stated {
        add("ORG", "", escaped(&provider.value));
    }
    for number in &contacts.phones {
        add("TEL", "WORK,VOICE", number.digits());
    }
    for number in &contacts.texts {
        add("TEL", "CELL,MSG", number.digits());
    }
    for email in &contacts.emails {
        add("EMAIL", "INTERNET", plain(email));
    }
    if let Some(web) = &contacts.web {
        add("URL", "", plain(web));
    }
    add("NOTE", "", escaped(&note(directory, listing).join("\n")));
    add("REV", "", format!("{}T00:00:00Z", directory.today.iso()));
    Some(card.to_string())
}

/// What a number alone does not say.
fn note(directory: &Directory, listing: &Listing) -> Vec<String> {
    let ours = |is_ours| if is_ours { " (we believe, not checked)" } else { "" };
    let provider = listing.provider.as_ref().filter(|provider| provider.basis == Basis::Ours);
    let provider = provider.map(|provider| format!("Who runs it: {}{}", provider.value, ours(true)));
    let who = format!(
        "{}{}.",
        how_words(listing).as_str(),
        ours(listing.access.askers.as_ref().is_some_and(|who| who.basis == Basis::Ours))
    );
    let hours = hours(listing);
    let open = match hours.words {
        Some(words) => format!("Hours: {words}{}", ours(hours.is_ours)),
        None => "Hours not known: ask".to_owned(),
    };
    let is_paused = listing.availability.state == Some(AvailabilityState::Paused);
    let paused = is_paused.then(|| format!("{}.", wait(listing).unwrap_or_default()));
    let again = opens_again(directory, listing).filter(|_| is_paused);
    let first = [Some(listing.summary.clone()), provider, Some(who), paused, again].into_iter().flatten();
    first.chain(numbers(listing)).chain([open]).chain(origin(directory, listing)).chain(urgent(directory)).collect()
}

fn escaped(text: &str) -> String {
    escape_text(plain(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::made_up;
    use super::*;
    use calcard::vcard::{VCard, VCardProperty};
    use calcard::{Entry, Parser};
    use serde_json::{Value, json};

    fn made(entry: &Value, is_released: bool) -> Option<String> {
        let directory = made_up::directory(entry, is_released);
        card(&directory, directory.listings().first()?)
    }

    /// The card as another hand reads it.
    fn read_back(text: &str) -> VCard {
        // A folded line has 75 octets and the space that says so.
        assert!(text.lines().all(|line| line.trim_start_matches(' ').len() <= 75), "{text}");
        assert!(text.split('\n').filter(|line| !line.is_empty()).all(|line| line.ends_with('\r')), "{text}");
        let mut parser = Parser::new(text);
        let Entry::VCard(card) = parser.entry() else { unreachable!("{text}") };
        assert!(matches!(parser.entry(), Entry::Eof), "more than one card: {text}");
        card
    }

    /// All values of a field, each of its parts apart.
    fn all(card: &VCard, field: VCardProperty) -> Vec<Vec<String>> {
        let texts = |entry: &calcard::vcard::VCardEntry| {
            entry.values.iter().map(|value| value.clone().into_text().unwrap_or_default().into_owned()).collect()
        };
        card.properties(&field).map(texts).collect()
    }

    #[test]
    fn a_card_is_read_by_another_reader_word_for_word() {
        let entry = made_up::clinic();
        let card = read_back(&made(&entry, false).unwrap());
        let one = |field| all(&card, field).concat().join("|");
        let name = entry["name"].as_str().unwrap();
        assert_eq!(one(VCardProperty::Version), "3.0");
        assert_eq!(one(VCardProperty::Fn), name);
        assert_eq!(all(&card, VCardProperty::N).concat().first().map(String::as_str), Some(name));
        assert_eq!(one(VCardProperty::Org), "Trust, North; South");
        assert_eq!(one(VCardProperty::Tel), "01632960401|01632960402|07700900401");
        assert_eq!(one(VCardProperty::Email), "clinic@example.org");
        assert_eq!(one(VCardProperty::Url), "https://example.org/clinic?a=1,2;b");
        let note = one(VCardProperty::Note);
        for words in [
            "You can contact them yourself.\n",
            "Paused: taking nobody (said 2 November 2026).\n",
            "It says it opens again on 11 January 2027.\n",
            "Call 01632 960402 (evenings)\nText WORRY to 07700 900401 (any time)\n",
            "Hours: Monday, 9am; Friday, 5pm (we believe, not checked)\n",
            "Checked 3 November 2026.\n",
            "made on 21 November 2026. This changes. Look at its page before you count on it.\n",
            "Trial copy. Gathered from published pages on 1 November 2026.",
            "Life at risk? Call 01632 960999 or go to A&E.",
        ] {
            assert!(note.contains(words), "no {words:?} in {note}");
        }
    }

    #[test]
    fn words_of_the_data_stay_words() {
        let mut entry = made_up::clinic();
        entry["name"] = json!("A\r\nEND:VCARD\nBEGIN:VCARD\nTEL:999\u{0}");
        entry["provider"] = json!("B\nTEL:999;TYPE=HOME");
        let card = read_back(&made(&entry, false).unwrap());
        assert_eq!(all(&card, VCardProperty::Tel).len(), 3, "a number came in through a name");
        let fields = card.entries.len();
        assert_eq!(fields, read_back(&made(&made_up::clinic(), false).unwrap()).entries.len());
    }

    #[test]
    fn what_is_our_own_reading_says_so_and_is_no_organisation() {
        let mut entry = made_up::clinic();
        entry["stated"] = json!([]);
        let card = read_back(&made(&entry, false).unwrap());
        assert!(all(&card, VCardProperty::Org).is_empty());
        let note = all(&card, VCardProperty::Note).concat().concat();
        assert!(note.contains("Who runs it: Trust, North; South (we believe, not checked)"), "{note}");
        assert!(note.contains("You can contact them yourself (we believe, not checked)."), "{note}");
    }

    #[test]
    fn only_what_is_public_names_its_page() {
        let page = "https://example.org/help/service/clinic.html";
        let folded = |is_released| made(&made_up::clinic(), is_released).unwrap().replace("\r\n ", "");
        assert!(folded(true).contains(page) && !folded(true).contains("Trial copy"));
        assert!(!folded(false).contains("https://example.org/help"));
    }

    #[test]
    fn what_cannot_be_reached_or_is_not_listed_has_no_card() {
        let with = |field: &str, value: Value| {
            let mut entry = made_up::clinic();
            entry[field] = value;
            made(&entry, false)
        };
        assert!(with("contacts", json!({ "web": "https://example.org/" })).is_none());
        assert!(with("contacts", json!({ "emails": ["a@example.org"] })).is_some());
        assert!(with("standing", json!("held")).is_none());
        let mut ended = made_up::clinic();
        (ended["standing"], ended["successor"]) = (json!("ended"), json!("none-known"));
        assert!(made(&ended, false).is_none());
    }
}
