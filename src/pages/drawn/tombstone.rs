//! What has ended: it says so, and what replaced it.

use crate::components::crisis::{CrisisBlock, CrisisNotes};
use crate::components::notice::{Notice, Tone};
use directory::Address;
use directory::Directory;
use directory::listing::Listing;
use directory::vocabulary::Need;
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
        Some(next) => {
            let href = address(next.id.clone()).file();
            view! { <p>"Go to what replaced it: "<a href=href>{next.name.clone()}</a>"."</p> }.into_any()
        }
        None => view! { <p>"We know of nothing that replaced it."</p> }.into_any(),
    };
    let crisis = listing.needs.meets(Need::crisis_sensitive()).then(|| {
        let notes = CrisisNotes { is_watched: listing.needs.contains(Need::AbuseSafety), is_risk_support: false };
        view! { <CrisisBlock crisis=&directory.crisis notes/> }
    });
    let results = if is_staff { "staff/results.html" } else { "results.html" };
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">{listing.name.clone()}</h1></div>
            {crisis}
            <Notice tone=Tone::Closed title="This has ended">
                <p>"It is no longer there. We keep this page so that old links lead somewhere."</p>
                {next}
                <p><a href=results>"Look for something else"</a></p>
            </Notice>
        </main>
    }
}
