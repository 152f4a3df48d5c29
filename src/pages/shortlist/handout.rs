//! The list on paper, for one family: in words for parents, with who can ask, the
//! number and a code for each. A screen does not show it.

use crate::components::contact::text_words;
use crate::components::facts::{OURS, Said, ages, capital, cost, hours};
use crate::components::fresh::checked;
use crate::components::how::how_words;
use crate::components::markup::{Markup, el};
use crate::components::qr::qr;
use crate::components::table::wait;
use crate::components::worse::worse;
use crate::state::OpenList;
use directory::Listing;
use directory::fact::Basis;
use directory::listing::{Contacts, Standing};

/// The most entries whose list has a code of its own on paper: with more it is
/// too fine to be read there.
const MOST_IN_CODE: usize = 12;

/// The handout: each entry for families, in the order of the list.
pub fn handout(list: &OpenList) -> Markup {
    let mut listings = list.listings();
    listings.retain(|listing| listing.is_for_families());
    let handout = el("section", "handout")
        .with("aria-label", "Handout")
        .with("data-paper", list.paper.slug())
        .with("data-letters", if list.is_large { "large" } else { "usual" });
    if listings.is_empty() {
        return handout;
    }
    let today = list.directory.today.words();
    let made = ["Printed on ", &today, " from ", &list.directory.site.name, ", ", &list.folder].concat();
    let items = listings.iter().map(|listing| item(list, listing)).collect();
    let has_code = list.listings().len() <= MOST_IN_CODE;
    let whole = has_code.then(|| qr(&list.link(), "QR code of the link to this list".to_owned())).flatten();
    let whole = whole.map(|code| {
        let words = "Scan this to open the list on a phone. Whoever scans it sees the list.";
        el("div", "handout__whole").holds(code).holds(el("p", "").says(words))
    });
    handout
        .holds(el("h2", "handout__title").says("Places that may help"))
        .holds(el("p", "").says("“Who can ask” says if you can ring or write to them yourself."))
        .holds(el("ol", "handout__items").each(items))
        .holds(worse("handout__worse"))
        .maybe(whole)
        .holds(
            el("p", "handout__made")
                .says(made)
                .says(". Things change. The page of each place, by its code or its address, is the newest we have."),
        )
}

fn item(list: &OpenList, listing: &Listing) -> Markup {
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let address = [&list.folder, super::entries::page_of(listing).as_str()].concat();
    let code = qr(&address, ["QR code of the page of ", &listing.name].concat());
    let doubt = match &listing.standing {
        Standing::Doubtful(doubt) => Some(el("p", "").says("Ask if this still runs. ").says(doubt)),
        _ => None,
    };
    let is_ours = listing.access.askers.as_ref().is_some_and(|fact| fact.basis == Basis::Ours);
    let who = [how_words(listing).as_str(), if is_ours { OURS } else { "" }].concat();
    let facts = el("div", "handout__facts")
        .holds(fact("Hours", said(hours(listing))))
        .holds(fact("Wait", wait(listing).unwrap_or_else(|| super::facts::NOT_KNOWN.to_owned())))
        .holds(fact("Cost", said(cost(listing))))
        .holds(fact("Ages", said(ages(listing))))
        .holds(el("p", "").says(checked(listing, &list.directory)).says("."));
    let words = el("div", "handout__words")
        .holds(el("h3", "handout__name").says(&listing.name))
        .maybe(provider.map(|provider| el("p", "").says(&provider.value)))
        .holds(el("p", "").says(&listing.summary))
        .maybe(doubt)
        .holds(fact("Who can ask", who))
        .maybe(listing.access.route.as_ref().map(|route| fact("How to ask", route.value.clone())))
        .holds(ways(&listing.contacts))
        .holds(facts)
        .holds(el("p", "handout__address").says(address));
    el("li", "handout__item").holds(el("div", "handout__side").holds(words).maybe(code))
}

fn fact(name: &'static str, words: String) -> Markup {
    el("p", "").holds(el("b", "").says(name).says(": ")).says(words)
}

fn said(said: Said) -> String {
    let ours = if said.is_ours { OURS } else { "" };
    said.words.map_or_else(|| super::facts::NOT_KNOWN.to_owned(), |words| [&capital(&words), ours].concat())
}

/// Every way to get in touch, in words that are still there on paper.
fn ways(contacts: &Contacts) -> Markup {
    if contacts.is_empty() {
        return el("p", "").says("We have no contact yet. Ask your GP or your child’s school.");
    }
    let way = |words: String, note: &str| {
        let note = if note.is_empty() { String::new() } else { [" (", note, ")"].concat() };
        el("li", "").holds(el("b", "").says(words)).says(note)
    };
    let call = contacts.phones.iter().map(|one| way(["Call ", &one.shown].concat(), &one.note));
    let text = contacts.texts.iter().map(|one| way(text_words(one), &one.note));
    let mail = contacts.emails.iter().map(|mail| way(["Write to ", mail].concat(), ""));
    let web = contacts.web.iter().map(|web| way(web.clone(), ""));
    el("ul", "handout__ways").each(call.chain(text).chain(mail).chain(web).collect())
}
