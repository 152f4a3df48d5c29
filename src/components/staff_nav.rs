//! The row of links above the staff pages.

use super::markup::{Markup, el, link};
use directory::Address;
use directory::address::StaffPage;

/// The staff pages, with the one that is open marked. The plan belongs to
/// training, and has its link there.
pub fn staff_nav(current: &Address) -> Markup {
    let pages = [
        (Address::Staff, "At a glance"),
        (Address::StaffResults(Default::default()), "Support for pupils"),
        (Address::StaffPage(StaffPage::Training), StaffPage::Training.label()),
        (Address::StaffPage(StaffPage::Funding), StaffPage::Funding.label()),
        (Address::StaffPage(StaffPage::Resources), StaffPage::Resources.label()),
        (Address::StaffPage(StaffPage::Contacts), StaffPage::Contacts.label()),
        (Address::StaffPage(StaffPage::Gaps), StaffPage::Gaps.label()),
        (Address::StaffPage(StaffPage::Changed), StaffPage::Changed.label()),
    ];
    let file = current.file();
    let item = |(address, words): (Address, &'static str)| {
        let own = address.file();
        let is_current = own == file;
        let link = link("staff-nav__link", own).says(words);
        el("li", "").holds(if is_current { link.with("aria-current", "page") } else { link })
    };
    let links = el("ul", "staff-nav__list").each(pages.map(item).into());
    el("nav", "staff-nav").with("aria-label", "For school staff").holds(links)
}
