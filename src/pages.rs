//! The pages, one module each; the only readers of state.

mod home;
mod results;
mod panel;
mod listing;
mod tombstone;
mod not_found;
mod plain;
mod staff_results;

// Pages without anything to choose are drawn at build only. The app fetches
// them as they are, so that they cost no byte of it.
#[cfg(not(target_arch = "wasm32"))]
pub mod drawn;

use directory::Address;
use directory::Directory;
use directory::closed::Closed;
use directory::site::Site;
use leptos::prelude::*;

/// Draws the page at an address.
pub fn draw(address: Address) -> AnyView {
    match address {
        Address::Home(_) => view! { <home::Home/> }.into_any(),
        Address::Results(_) => view! { <results::Results/> }.into_any(),
        Address::StaffResults(_) => view! { <staff_results::StaffResults/> }.into_any(),
        Address::Listing(id) => view! { <listing::ListingPage id is_staff=false/> }.into_any(),
        Address::StaffListing(id) => view! { <listing::ListingPage id is_staff=true/> }.into_any(),
        Address::NotFound => view! { <not_found::NotFound/> }.into_any(),
        plain => plain::draw(plain),
    }
}

/// Whether a page has nothing to choose: it is drawn at build, and fetched.
pub fn is_plain(address: &Address) -> bool {
    !matches!(
        address,
        Address::Home(_)
            | Address::Results(_)
            | Address::StaffResults(_)
            | Address::Listing(_)
            | Address::StaffListing(_)
            | Address::NotFound
    )
}

/// The title of the page at an address: neutral for a need that somebody
/// should not see over a shoulder.
pub fn title(address: &Address, directory: &Directory) -> String {
    let name = &directory.site.name;
    let page = match address {
        Address::Home(_) => return format!("{name}: find support for your child’s mental health"),
        Address::Results(_) => "Places to try".to_owned(),
        Address::Listing(id) | Address::StaffListing(id) => listing::name_of(id, directory),
        Address::Need(need) if need.is_crisis_sensitive() => "Support for children and young people".to_owned(),
        Address::Need(need) => format!("Help with: {}", need.label()),
        Address::Age(age) => format!("Support by age: {}", age.label()),
        Address::Thrive(thrive) => format!("Kind of support: {}", thrive.plain()),
        Address::Urgent => "Urgent help".to_owned(),
        Address::About => "About this directory".to_owned(),
        Address::Privacy => "Privacy".to_owned(),
        Address::Accessibility => "Accessibility".to_owned(),
        Address::Kinds => "Kinds of support".to_owned(),
        Address::AToZ => "A to Z".to_owned(),
        Address::Leaving => "About leaving this site".to_owned(),
        Address::Staff => "For school staff".to_owned(),
        Address::StaffResults(_) => "Support for pupils".to_owned(),
        Address::NotFound => "This page is not here".to_owned(),
    };
    let staff =
        if matches!(address, Address::StaffListing(_) | Address::StaffResults(_)) { " (school staff)" } else { "" };
    format!("{page}{staff} · {name}")
}

/// A sentence on the page at an address, for whoever lists it.
pub fn description(address: &Address, directory: &Directory) -> String {
    match address {
        Address::Listing(id) | Address::StaffListing(id) => listing::summary_of(id, directory),
        Address::Urgent => "Who to call or text now, day and night.".to_owned(),
        Address::Staff | Address::StaffResults(_) => "Support for pupils and staff: who may refer, and how.".to_owned(),
        _ => "Local and national help for children and young people’s mental health, in one place.".to_owned(),
    }
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

/// Every address that is drawn at build.
pub fn all(directory: &Directory) -> Vec<Address> {
    use directory::age::AgeChoice;
    use directory::listing::Standing;
    use directory::vocabulary::{Need, Thrive};
    let none = directory::Filters::default();
    let fixed = [
        Address::Home(none),
        Address::Results(none),
        Address::Urgent,
        Address::About,
        Address::Privacy,
        Address::Accessibility,
        Address::Kinds,
        Address::AToZ,
        Address::Leaving,
        Address::Staff,
        Address::StaffResults(none),
        Address::NotFound,
    ];
    let shown = directory.listings().iter().filter(|listing| listing.standing != Standing::Held);
    let ids = shown.flat_map(|listing| listing.former_slugs.iter().chain([&listing.id]));
    let listings = ids.flat_map(|id| [Address::Listing(id.clone()), Address::StaffListing(id.clone())]);
    let needs = Need::for_staff().map(Address::Need);
    let thrive = Thrive::all().iter().copied().map(Address::Thrive);
    fixed.into_iter().chain(listings).chain(needs).chain(AgeChoice::groups().map(Address::Age)).chain(thrive).collect()
}
