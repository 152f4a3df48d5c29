//! Listings by name alone: for a list that is longer than its cards.

use crate::components::markup::{Markup, el, link};
use directory::Address;
use directory::id::ListingId;
use directory::listing::Listing;

/// Their names, each with who provides it, in the order given.
pub fn names<'a>(listings: impl Iterator<Item = &'a Listing>, address: fn(ListingId) -> Address) -> Markup {
    let item = |listing: &Listing| {
        let by = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
        let by = by.map(|provider| el("span", "atoz__by").says(&provider.value));
        let name = link("atoz__link", address(listing.id.clone()).file()).says(&listing.name);
        el("li", "atoz__item").holds(name).says(" ").maybe(by)
    };
    el("ul", "atoz__list").each(listings.map(item).collect())
}
