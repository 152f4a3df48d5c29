//! A listing in a list, for families: its one most useful fact is who may ask.

use super::contact::first_contact;
use super::facts::{card_facts, our_reading};
use super::fresh::checked;
use super::how::how_to_ask;
use super::icon::{Icon, picture};
use super::markup::{Markup, el, link};
use super::save::save_button;
use super::thrive::badges;
use directory::Directory;
use directory::address::Address;
use directory::area::Schools;
use directory::listing::Listing;
use directory::search::{Outcome, Reason, View};

/// A listing in a list: how it fits, and why it only may.
pub fn card(directory: &Directory, listing: &Listing, outcome: Outcome, reasons: &[Reason]) -> Markup {
    let areas = &directory.site.areas;
    let href = Address::Listing(listing.id.clone()).file();
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let no_contact = if listing.contacts.is_empty() { "We have no contact yet. " } else { "" };
    let checked = format!("{no_contact}{}", checked(listing, directory));
    el("li", if outcome == Outcome::May { "card card--may" } else { "card" })
        .with("data-id", listing.id.to_string())
        .with("data-fit", outcome.word())
        .holds(el("div", "card__badges").each(badges(&directory.site.groupings, listing.thrive, View::Families)))
        .holds(el("h3", "card__title").holds(link("card__link", href).says(&listing.name)))
        .maybe(provider.map(|provider| el("p", "card__by").says(&provider.value)))
        .holds(el("p", "card__what").says(&listing.summary))
        .maybe(why(reasons))
        .holds(el("p", "card__how").holds(how_to_ask(listing)))
        .maybe((listing.area.schools != Schools::NotBySchool).then(schools))
        .holds(card_facts(listing, areas))
        .maybe(our_reading(listing).map(|ours| el("p", "card__ours").says(ours)))
        .holds(
            el("div", "card__act")
                .maybe(first_contact(&listing.contacts))
                .holds(save_button(listing))
                .holds(el("span", "card__checked").says(checked)),
        )
}

/// The way to find out if a school is covered.
fn schools() -> Markup {
    el("p", "").holds(link("link", "schools.html").says("Is my school covered?"))
}

/// A listing that is not in the list, but comes near: what of it does not fit
/// stands where others say why they may.
pub fn near(listing: &Listing, view: View, misses: &str) -> Markup {
    let id = listing.id.clone();
    let href = if view == View::Staff { Address::StaffListing(id) } else { Address::Listing(id) }.file();
    let misses = el("span", "").holds(el("b", "").says("Does not fit: ")).says(misses.to_owned());
    el("li", "card card--may")
        .holds(el("h4", "card__title").holds(link("card__link", href).says(&listing.name)))
        .holds(el("p", "card__why").holds(picture(Icon::Close)).holds(misses))
        .holds(el("p", "card__what").says(&listing.summary))
        .holds(el("p", "card__how").holds(how_to_ask(listing)))
        .maybe(first_contact(&listing.contacts).map(|contact| el("div", "card__act").holds(contact)))
}

/// Why it only may fit, if it only may.
fn why(reasons: &[Reason]) -> Option<Markup> {
    let words: Vec<_> = reasons.iter().map(Reason::words).collect();
    (!words.is_empty()).then(|| {
        let words = el("span", "").holds(el("b", "").says("May fit: ")).says(words.join(" "));
        el("p", "card__why").holds(picture(Icon::Unknown)).holds(words)
    })
}
