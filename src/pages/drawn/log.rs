//! What changed in one entry, day by day, for school staff.

use directory::Directory;
use directory::history::Change;
use directory::listing::Listing;
use leptos::prelude::*;

/// The log of an entry, the newest first.
#[component]
pub fn Log<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let changes = directory.history.of(listing);
    let none = changes.is_empty().then(|| view! { <p>"No change has been recorded."</p> });
    let line = |change: &Change| {
        view! { <li><b>{change.on.words()}</b>": "{change.said()}</li> }
    };
    let lines = changes.into_iter().map(line).collect_view();
    view! {
        <section class="listing__section" aria-labelledby="log">
            <h2 id="log">"What changed here"</h2>
            {none}
            <ul>{lines}</ul>
        </section>
    }
}
