//! What the family takes home: the entry in plain words, made of its own facts,
//! and what to do if things get worse.

use crate::components::markup::{Markup, el, link};
use crate::components::worse::worse;
use crate::pages::drawn::told::{asking, by, facts, times};
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
            .holds(worse("sheet__worse"))
            .holds(page(directory, listing))
    })
}

fn page(directory: &Directory, listing: &Listing) -> Markup {
    let file = Address::Listing(listing.id.clone()).file();
    let shown = [directory.site.folder().unwrap_or_default().as_str(), &file].concat();
    el("p", "").says("More: ").holds(link("sheet__address", file).says(shown))
}
