//! What has ended: it says so, and what replaced it.

use super::log::Log;
use crate::components::crisis;
use crate::components::markup::{el, link};
use crate::components::notice::{Tone, notice};
use directory::Address;
use directory::Directory;
use directory::closed::Choices;
use directory::listing::Listing;
use leptos::prelude::*;

/// The page of a listing that has ended.
#[component]
pub fn Tombstone<'a>(
    /// The directory that it was of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let address = |id| if is_staff { Address::StaffListing(id) } else { Address::Listing(id) };
    let next = match directory.successor(listing) {
        // Families are led to nothing that is for staff alone.
        Some(next) if !is_staff && !next.is_for_families() => {
            el("p", "").says("What replaced it is for school staff. Ask your child’s school.")
        }
        Some(next) => {
            let link = link("", address(next.id.clone()).file()).says(&next.name);
            el("p", "").says("Go to what replaced it: ").holds(link).says(".")
        }
        None => el("p", "").says("We know of nothing that replaced it."),
    };
    let crisis = crisis::pinned(&directory.crisis, listing.needs, Choices::default());
    let results = if is_staff { "staff/results.html" } else { "results.html" };
    let ended = notice(Tone::Closed, "This has ended")
        .holds(el("p", "").says("It is no longer there. We keep this page so that old links lead somewhere."))
        .holds(next)
        .holds(el("p", "").holds(link("link", results).says("Look for something else")));
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">{listing.name.clone()}</h1></div>
            {crisis}
            {ended}
            {is_staff.then(|| view! { <Log directory listing/> })}
        </main>
    }
}
