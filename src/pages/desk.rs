//! The pages for school staff that compute: what is chosen on each stands after
//! `#`, and each is three functions. `draw` makes the page from a [`Desk`];
//! `choose` says what is chosen next; `file` makes what somebody takes away.

mod contacts;
mod changed;
mod funding;
mod gaps;
mod glance;
mod plan;
mod resources;
mod schools;
mod find_school;
mod training;

use crate::components::foot::{foot, staff_foot};
use crate::components::markup::Markup;
use crate::state::{Desk, SavedFile};
use directory::Address;
use directory::address::StaffPage;

/// Draws what somebody has before them.
pub fn draw(desk: &Desk) -> Vec<Markup> {
    let main = match &desk.address {
        Address::StaffPage(page) => match page {
            StaffPage::Training => training::draw(desk),
            StaffPage::Plan => plan::draw(desk),
            StaffPage::Funding => funding::draw(desk),
            StaffPage::Resources => resources::draw(desk),
            StaffPage::Contacts => contacts::draw(desk),
            StaffPage::Gaps => gaps::draw(desk),
            StaffPage::Changed => changed::draw(desk),
        },
        Address::Schools => schools::draw(desk),
        _ => glance::draw(desk),
    };
    let foot = if desk.address.is_staff() { staff_foot } else { foot };
    vec![main, foot(super::published_by(&desk.directory.site), desk.directory.made)]
}

/// What is chosen after a field of this name has this value, or after a button
/// (`do`) with this action was pressed; as it stands after `#`.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    match &desk.address {
        Address::StaffPage(page) => match page {
            StaffPage::Training => training::choose(desk, name, value),
            StaffPage::Plan => plan::choose(desk, name, value),
            StaffPage::Funding => funding::choose(desk, name, value),
            StaffPage::Resources => resources::choose(desk, name, value),
            StaffPage::Contacts => contacts::choose(desk, name, value),
            StaffPage::Gaps => gaps::choose(desk, name, value),
            StaffPage::Changed => changed::choose(desk, name, value),
        },
        Address::Schools => schools::choose(desk, name, value),
        _ => desk.fragment.clone(),
    }
}

/// The file that a button asks for, if it asks for one.
pub fn file(desk: &Desk, action: &str) -> Option<SavedFile> {
    match &desk.address {
        Address::StaffPage(page) => match page {
            StaffPage::Training => training::file(desk, action),
            StaffPage::Plan => plan::file(desk, action),
            StaffPage::Funding => funding::file(desk, action),
            StaffPage::Resources => resources::file(desk, action),
            StaffPage::Contacts => contacts::file(desk, action),
            StaffPage::Gaps => gaps::file(desk, action),
            StaffPage::Changed => changed::file(desk, action),
        },
        _ => None,
    }
}

/// What a page is called, without the name of the site.
pub fn heading(address: &Address) -> &'static str {
    match address {
        Address::StaffPage(page) => match page {
            StaffPage::Training => "Training for school staff",
            StaffPage::Plan => "A training plan for my school",
            StaffPage::Funding => "Funding for schools",
            StaffPage::Resources => "Resources for schools",
            StaffPage::Contacts => "Who to contact for a school",
            StaffPage::Gaps => "What is listed, not what is needed",
            StaffPage::Changed => "What changed in this directory",
        },
        Address::Schools => "Is my school covered?",
        _ => "For school staff",
    }
}

/// The title of a page.
pub fn title(desk: &Desk) -> String {
    [heading(&desk.address), " · ", &desk.directory.site.name].concat()
}
