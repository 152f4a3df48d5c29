//! What changed in one entry, day by day, for school staff.

use directory::Directory;
use directory::history::{Change, What};
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
        let by = change.by.as_ref().filter(|_| change.what != What::Gathered).map(|by| format!(" By: {by}."));
        view! { <li><b>{change.on.words()}</b>": "{said(change)}{by}</li> }
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

/// One change, as a sentence.
fn said(change: &Change) -> String {
    let why = change.why.as_ref().map(|why| format!(" {why}")).unwrap_or_default();
    let words: Vec<_> = change.fields.iter().map(|field| field.words()).collect();
    match change.what {
        What::Gathered => "gathered from published pages.".to_owned(),
        What::New => "new in this directory.".to_owned(),
        What::Changed => format!("changed: {}.", words.join(", ")),
        What::Renamed => match &change.was {
            Some(was) => format!("renamed. It was called {was}."),
            None => "renamed.".to_owned(),
        },
        What::Closed => "it has closed.".to_owned(),
        What::Reopened => ["listed again.", &why].concat(),
        What::Checked => "checked.".to_owned(),
        What::Withdrawn => ["taken out for now.", &why].concat(),
    }
}
