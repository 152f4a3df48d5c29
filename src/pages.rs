//! The pages, one module each; the only readers of state.

mod home;
mod results;
mod panel;
mod not_found;
mod plain;
pub mod hours;

// Pages without anything to choose are drawn at build only. The app fetches
// them as they are, so that they cost no byte of it.
#[cfg(not(target_arch = "wasm32"))]
pub mod drawn;

use directory::Address;
use directory::search::View;
use directory::site::Site;
use leptos::prelude::*;

/// Draws the page at an address.
pub fn draw(address: Address) -> AnyView {
    match address {
        Address::Home(_) => view! { <home::Home/> }.into_any(),
        Address::Results(_) => view! { <results::Results view=View::Families/> }.into_any(),
        Address::StaffResults(_) => view! { <results::Results view=View::Staff/> }.into_any(),
        Address::NotFound => view! { <not_found::NotFound/> }.into_any(),
        plain => plain::draw(plain),
    }
}

/// Whether a page has nothing to choose: it is drawn at build, and fetched.
pub fn is_plain(address: &Address) -> bool {
    !matches!(address, Address::Home(_) | Address::Results(_) | Address::StaffResults(_) | Address::NotFound)
}

/// The title of a page with something to choose.
pub fn title(address: &Address, site: &Site) -> String {
    let page = match address {
        Address::Home(_) => return format!("{}: find support for your child’s mental health", site.name),
        Address::Results(_) => "Places to try",
        Address::StaffResults(_) => "Support for pupils (school staff)",
        _ => "This page is not here",
    };
    format!("{page} · {}", site.name)
}

/// The kind of page, as `data-page` names it.
pub fn kind(address: &Address) -> &'static str {
    match address {
        Address::Home(_) => "home",
        Address::Results(_) | Address::StaffResults(_) => "results",
        Address::Listing(_) | Address::StaffListing(_) => "listing",
        Address::Need(_) | Address::Age(_) | Address::Thrive(_) => "browse",
        Address::Urgent => "urgent",
        Address::AToZ => "a-z",
        Address::Staff => "staff",
        Address::NotFound => "not-found",
        _ => "prose",
    }
}

/// Who publishes: nobody, while nobody has signed a release.
pub fn published_by(site: &Site) -> String {
    match &site.release {
        Some(release) => format!(
            "Published by {}. Released on {} by: {}. Clinical safety: {}.",
            site.publisher,
            release.on.words(),
            release.by,
            release.clinical_safety
        ),
        None => format!("{}: not published by a council or a service.", site.publisher),
    }
}
