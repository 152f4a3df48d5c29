//! The pages. Those with something to choose are drawn by the app and at build
//! alike; the others at build only, and the app fetches them as they are.

pub mod calendar;
pub mod desk;
mod home;
mod results;
mod panel;
mod below;
mod hours;
mod shown;
pub mod shortlist;
pub mod update;
pub mod merging;

#[cfg(not(target_arch = "wasm32"))]
pub mod drawn;

pub use below::below;
pub use hours::say_what_is_open;
pub use shown::Shown;

use crate::components::foot::foot;
#[cfg(not(target_arch = "wasm32"))]
use crate::components::foot::staff_foot;
use crate::components::markup::{Markup, el};
use crate::state::Reader;
use directory::site::Site;
use directory::{Address, Directory};

/// Draws what a reader has before them.
pub fn draw(directory: &Directory, reader: &Reader, is_whole: bool) -> Vec<Markup> {
    let main = match reader.address {
        Address::Home(_) => home::page(directory, reader),
        Address::Results(_) | Address::StaffResults(_) => results::page(directory, reader, is_whole),
        _ => el("div", "").with("id", "plain").with("data-file", reader.address.file()),
    };
    #[cfg(not(target_arch = "wasm32"))]
    if reader.address.is_of_upkeep() {
        return vec![main, staff_foot(published_by(&directory.site), directory.made)];
    }
    vec![main, foot(published_by(&directory.site), directory.made)]
}

/// Whether a page has nothing to choose: it is drawn at build, and fetched.
pub fn is_plain(address: &Address) -> bool {
    !matches!(address, Address::Home(_) | Address::Results(_) | Address::StaffResults(_))
}

/// Whether it is the page of the questions for families.
pub fn is_home(address: &Address) -> bool {
    matches!(address, Address::Home(_))
}

/// The title of a page with something to choose; another brings its own.
pub fn title(address: &Address, site: &Site) -> Option<String> {
    match address {
        Address::Home(_) => Some(format!("{}: find support for your child’s mental health", site.name)),
        Address::Results(_) => Some(format!("Places to try · {}", site.name)),
        Address::StaffResults(_) => Some(format!("Support for pupils (school staff) · {}", site.name)),
        _ => None,
    }
}

/// The view that a page belongs to, as `data-view` names it.
pub fn view(address: &Address) -> &'static str {
    match address {
        Address::List => "list",
        _ if address.is_of_upkeep() => "upkeep",
        _ if address.is_staff() => "staff",
        _ => "parents",
    }
}

/// The kind of page, as `data-page` names it.
pub fn kind(address: &Address) -> &'static str {
    match address {
        Address::Home(_) => "home",
        Address::Results(_) | Address::StaffResults(_) => "results",
        Address::Listing(_) | Address::StaffListing(_) => "listing",
        Address::ResultsPage(_) | Address::StaffResultsPage(_) => "browse",
        Address::SchoolsPage(_) | Address::StaffContactsPage(_) => "browse",
        Address::Need(_) | Address::NeedAge(..) | Address::Age(_) | Address::Thrive(_) => "browse",
        Address::Urgent => "urgent",
        Address::AToZ => "a-z",
        Address::Staff | Address::StaffPage(_) | Address::Schools => "staff",
        Address::Update | Address::Merge => "upkeep",
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
