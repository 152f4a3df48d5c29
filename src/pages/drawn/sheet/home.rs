//! What the family takes home: the entry in plain words, made of its own facts,
//! and what to do if things get worse.

use crate::components::contact::text_words;
use crate::components::facts::{OURS, Said, ages, capital, cost, hours};
use crate::components::fresh::checked;
use crate::components::how::how_words;
use crate::components::markup::{Markup, el, link};
use crate::components::table::wait;
use directory::fact::Basis;
use directory::listing::Listing;
use directory::{Address, Directory};

/// The text for parents and carers; none where an entry is not for families.
pub fn take_home(directory: &Directory, listing: &Listing) -> Option<Markup> {
    listing.is_for_families().then(|| {
        el("div", "sheet__home")
            .holds(el("h3", "sheet__title").says("For parents and carers to take home"))
            .holds(el("p", "sheet__name").says(&listing.name).says(by(listing)))
            .holds(el("p", "").says(&listing.summary))
            .holds(el("p", "").says(asking(listing)))
            .holds(el("p", "").says(facts(listing)))
            .holds(el("p", "").says(times(directory, listing)))
            .holds(worse())
            .holds(page(directory, listing))
    })
}

fn by(listing: &Listing) -> String {
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    provider.map(|provider| [", ", &provider.value].concat()).unwrap_or_default()
}

/// Who can ask, and how to get in touch.
fn asking(listing: &Listing) -> String {
    let is_ours = listing.access.askers.as_ref().is_some_and(|fact| fact.basis == Basis::Ours);
    let who = format!("Who can ask: {}{}.", how_words(listing).as_str(), if is_ours { OURS } else { "" });
    let contacts = &listing.contacts;
    let note = |words: String, note: &str| if note.is_empty() { words } else { format!("{words} ({note})") };
    let call = contacts.phones.iter().map(|one| note(format!("Call {}", one.shown), &one.note));
    let text = contacts.texts.iter().map(|one| note(text_words(one), &one.note));
    let mail = contacts.emails.iter().map(|mail| format!("Write to {mail}"));
    let web = contacts.web.iter().map(|web| format!("Website: {web}"));
    let ways: Vec<_> = call.chain(text).chain(mail).chain(web).collect();
    match ways.as_slice() {
        [] => format!("{who} We have no contact yet. Ask your GP or your child’s school."),
        ways => format!("{who} {}.", ways.join(". ")),
    }
}

/// Ages, cost and hours; of what is not known, that it is not.
fn facts(listing: &Listing) -> String {
    let say = |name: &str, said: Said| {
        let words = said.words.as_deref().map_or("not known".to_owned(), capital);
        format!("{name}: {}{}.", words.trim_end_matches('.'), if said.is_ours { OURS } else { "" })
    };
    [say("Ages", ages(listing)), say("Cost", cost(listing)), say("Hours", hours(listing))].join(" ")
}

/// The wait, and when the entry was checked.
fn times(directory: &Directory, listing: &Listing) -> String {
    let wait = wait(listing).unwrap_or_else(|| "not known".to_owned());
    format!("Wait: {wait}. {}.", checked(listing, directory))
}

/// The settled words beside any wait.
fn worse() -> Markup {
    el("p", "sheet__worse")
        .says("If things get worse while you wait, do not wait for the appointment. Tell the service or your GP. Urgent: ")
        .holds(link("", "tel:111").says("111"))
        .says(", mental health option. Life at risk: ")
        .holds(link("", "tel:999").says("999"))
        .says(" or A&E.")
}

fn page(directory: &Directory, listing: &Listing) -> Markup {
    let file = Address::Listing(listing.id.clone()).file();
    let shown = [directory.site.folder().unwrap_or_default().as_str(), &file].concat();
    el("p", "").says("More: ").holds(link("sheet__address", file).says(shown))
}
