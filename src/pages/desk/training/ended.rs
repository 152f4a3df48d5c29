//! Courses that have ended: none of them is offered, each leads to its page.

use crate::components::markup::{Markup, el, link};
use crate::state::Desk;
use directory::Address;
use directory::listing::Listing;
use directory::training::ended as all_ended;

/// Those that have ended, with what replaced them; nothing if none has.
pub fn ended(desk: &Desk) -> Option<Markup> {
    let address = |listing: &Listing| Address::StaffListing(listing.id.clone()).file();
    let item = |listing: &Listing| {
        let name = link("link", address(listing)).says(&listing.name);
        let item = el("li", "").holds(name);
        match desk.directory.successor(listing) {
            Some(next) => item.says(". What replaced it: ").holds(link("link", address(next)).says(&next.name)),
            None => item.says(". We know of nothing that replaced it."),
        }
    };
    let items: Vec<_> = all_ended(&desk.directory).map(item).collect();
    (!items.is_empty()).then(|| {
        el("section", "prose")
            .with("aria-labelledby", "ended")
            .holds(el("h2", "").with("id", "ended").says("Courses that have ended"))
            .holds(el("ul", "").each(items))
    })
}
