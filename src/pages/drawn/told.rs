//! An entry in plain words for a family, made of its own facts: for paper, where
//! nothing can be pressed or looked up.

use super::origin::typed;
use crate::components::contact::text_words;
use crate::components::facts::{OURS, Said, ages, capital, cost, hours};
use crate::components::fresh::checked;
use crate::components::how::how_words;
use crate::components::markup::{Markup, el, link};
use crate::components::table::wait;
use directory::Directory;
use directory::fact::Basis;
use directory::listing::{Contacts, Listing};

/// Who provides it, after its name.
pub fn by(listing: &Listing) -> String {
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    provider.map(|provider| [", ", &provider.value].concat()).unwrap_or_default()
}

/// Who can ask, and how to get in touch.
pub fn asking(listing: &Listing) -> String {
    match ways(listing) {
        Some(ways) => format!("{} {ways}", who(listing)),
        None => format!("{} We have no contact yet. Ask your GP or your child’s school.", who(listing)),
    }
}

/// Who can ask.
pub fn who(listing: &Listing) -> String {
    let is_ours = listing.access.askers.as_ref().is_some_and(|fact| fact.basis == Basis::Ours);
    format!("Who can ask: {}{}.", how_words(listing).as_str(), if is_ours { OURS } else { "" })
}

/// Every way to get in touch; `None` if none is known.
fn ways(listing: &Listing) -> Option<String> {
    let contacts = &listing.contacts;
    let mail = contacts.emails.iter().map(|mail| format!("Write to {mail}"));
    let web = contacts.web.iter().map(|web| format!("Website: {web}"));
    let ways: Vec<_> = numbers(contacts).into_iter().chain(mail).chain(web).collect();
    (!ways.is_empty()).then(|| format!("{}.", ways.join(". ")))
}

/// Its numbers; if it has none, where to write or look: as much as is typed from
/// a sheet with little room, and pressed on a screen.
pub fn first_ways(listing: &Listing) -> Markup {
    let contacts = &listing.contacts;
    let way = |href: String, words: String, note: &str| {
        let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
        (link("", href).with("rel", "noreferrer").says(words), note)
    };
    let call = contacts.phones.iter().map(|one| way(one.call_link(), format!("Call {}", one.shown), &one.note));
    let text = contacts.texts.iter().map(|one| way(one.text_link(), text_words(one), &one.note));
    let mut ways: Vec<_> = call.chain(text).collect();
    if ways.is_empty() {
        ways.extend(contacts.emails.iter().map(|mail| way(format!("mailto:{mail}"), format!("Write to {mail}"), "")));
        ways.extend(contacts.web.iter().map(|web| way(web.clone(), format!("Website: {}", typed(web)), "")));
    }
    ways.into_iter().enumerate().fold(el("p", "leaflet__ways"), |said, (at, (link, note))| {
        said.says(if at == 0 { "" } else { ". " }).holds(link).says(note)
    })
}

/// Every number to call or text.
fn numbers(contacts: &Contacts) -> Vec<String> {
    let note = |words: String, note: &str| if note.is_empty() { words } else { format!("{words} ({note})") };
    let call = contacts.phones.iter().map(|one| note(format!("Call {}", one.shown), &one.note));
    let text = contacts.texts.iter().map(|one| note(text_words(one), &one.note));
    call.chain(text).collect()
}

/// Ages, cost and hours; of what is not known, that it is not.
pub fn facts(listing: &Listing) -> String {
    [say("Ages", ages(listing)), say("Cost", cost(listing)), say("Hours", hours(listing))].join(" ")
}

/// The ages alone.
pub fn ages_words(listing: &Listing) -> String {
    say("Ages", ages(listing))
}

fn say(name: &str, said: Said) -> String {
    let words = said.words.as_deref().map_or("not known".to_owned(), capital);
    format!("{name}: {}{}.", words.trim_end_matches('.'), if said.is_ours { OURS } else { "" })
}

/// The wait, and when the entry was checked.
pub fn times(directory: &Directory, listing: &Listing) -> String {
    let wait = wait(listing).unwrap_or_else(|| "not known".to_owned());
    format!("Wait: {wait}. {}.", checked(listing, directory))
}
