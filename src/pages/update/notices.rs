//! What is said above the entries: what this page does, what of a link is not
//! here, and that something would be lost.

use crate::components::markup::{Markup, el, link};
use crate::components::notice::{Tone, notice};
use crate::state::{MOST_UPDATED, Missing, Update};
use directory::Address;
use directory::id::ListingId;

/// That going on would lose what was written.
pub fn leaving(update: &Update) -> Markup {
    let place = el("div", "upkeep__part");
    let Some(file) = &update.leaving_to else { return place };
    let words = "What you have written here is not saved yet. If you go on, it is gone.";
    let stay = super::button("button", "update-stay".to_owned(), "Stay here");
    let go = link("button button--quiet", file.clone()).with("data-do", "update-leave").says("Go on without saving");
    place.holds(
        notice(Tone::Warn, "Save first?")
            .with("id", "update-leaving")
            .with("tabindex", "-1")
            .holds(el("p", "").says(words))
            .holds(el("p", "notice__act").holds(stay).holds(go)),
    )
}

/// What this page does, and what of the link is not here.
pub fn notices(update: &Update) -> Markup {
    let words = "Nothing is sent and nothing is kept. At the end you save a file, or a text, and send it yourself.";
    let place = el("div", "upkeep__part").holds(el("p", "").says(words));
    let place = place.holds(el("p", "").says("Do not write names or anything about a child."));
    place.each(update.missing.iter().map(|missing| one(update, missing)).collect())
}

fn one(update: &Update, missing: &Missing) -> Markup {
    let page = |id: &ListingId| link("link", Address::StaffListing(id.clone()).file()).says("See its page");
    let ask = match &update.directory.site.email {
        Some(email) => el("p", "").says("Write to ").holds(link("", ["mailto:", email].concat()).says(email)).says("."),
        None => el("p", "").says("Ask whoever sent you the link."),
    };
    match missing {
        Missing::Unknown(id) => notice(Tone::Warn, "One entry of the link is not here")
            .holds(
                el("p", "").says("No entry that is published is called “").says(id).says("”. It may wait for a check."),
            )
            .holds(ask),
        Missing::Ended(name, id) => notice(Tone::Closed, "One entry has ended here")
            .holds(el("p", "").says(name).says(" is published as ended. Does it run after all? "))
            .holds(ask)
            .holds(el("p", "").holds(page(id))),
        Missing::Withdrawn(name, id) => notice(Tone::Closed, "One entry is taken out for now")
            .holds(el("p", "").says(name).says(" is taken out for now. The coordinator can put it back. "))
            .holds(ask)
            .holds(el("p", "").holds(page(id))),
        Missing::TooMany(count) => {
            notice(Tone::Warn, "Too many entries for one page").holds(el("p", "").says(format!(
                "This page holds {MOST_UPDATED} entries. {count} more are left out. Ask for the spreadsheet instead."
            )))
        }
    }
}
