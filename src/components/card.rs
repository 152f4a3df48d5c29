//! A listing in a list, for families: its one most useful fact is who may ask.

use super::contact::FirstContact;
use super::facts::CardFacts;
use super::fresh::checked;
use super::how::HowToAsk;
use super::icon::{Icon, Picture};
use super::thrive::badges;
use directory::Directory;
use directory::address::Address;
use directory::listing::Listing;
use directory::search::{Outcome, Reason};
use directory::vocabulary::Thrive;
use leptos::prelude::*;

/// A listing in a list.
#[component]
pub fn Card<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// How it fits.
    outcome: Outcome,
    /// Why it only may.
    reasons: Vec<Reason>,
) -> impl IntoView + use<> {
    let areas = &directory.site.areas;
    let id = listing.id.to_string();
    let href = Address::Listing(listing.id.clone()).href(areas);
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let provider = provider.map(|provider| view! { <p class="card__by">{provider.value.clone()}</p> });
    let class = if outcome == Outcome::May { "card card--may" } else { "card" };
    let no_contact = listing.contacts.is_empty().then_some("We have no contact yet. ");
    let checked = checked(listing, directory.freshness(listing));
    view! {
        <li class=class data-id=id data-fit=outcome.word()>
            <div class="card__badges">{badges(listing.thrive, Thrive::plain)}</div>
            <h3 class="card__title"><a class="card__link" href=href>{listing.name.clone()}</a></h3>
            {provider}
            <p class="card__what">{listing.summary.clone()}</p>
            {why(&reasons)}
            <p class="card__how"><HowToAsk access=listing.access.clone()/></p>
            <CardFacts listing areas/>
            <div class="card__act">
                <FirstContact contacts=listing.contacts.clone()/>
                <span class="card__checked">{no_contact}{checked}</span>
            </div>
        </li>
    }
}

/// Why it only may fit, if it only may.
fn why(reasons: &[Reason]) -> Option<impl IntoView + use<>> {
    let words: Vec<_> = reasons.iter().map(Reason::words).collect();
    (!words.is_empty()).then(|| {
        view! { <p class="card__why"><Picture icon=Icon::Unknown/><span><b>"May fit: "</b>{words.join(" ")}</span></p> }
    })
}
