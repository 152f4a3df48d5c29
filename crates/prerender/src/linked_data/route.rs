//! The way to a page from home, as breadcrumbs.

use crate::description::heading;
use crate::public_address::{PublicAddress, canonical};
use directory::linked_data::Node;
use directory::{Address, Directory, Filters};

/// The pages above a page, home first.
fn above(address: &Address) -> Vec<Address> {
    let none = Filters::default();
    let home = Address::Home(none);
    match address {
        Address::Home(_) => Vec::new(),
        Address::Listing(_) | Address::ResultsPage(_) => vec![home, Address::Results(none)],
        Address::NeedAge(need, _) => vec![home, Address::Need(*need)],
        Address::Thrive(_) => vec![home, Address::Kinds],
        Address::StaffResults(_) => vec![home, Address::Staff],
        Address::StaffListing(_) | Address::StaffResultsPage(_) => {
            vec![home, Address::Staff, Address::StaffResults(none)]
        }
        _ => vec![home],
    }
}

/// The way to a page; home has none.
pub fn route(address: &Address, directory: &Directory, public: &PublicAddress) -> Option<Node> {
    let mut pages = above(address);
    if pages.is_empty() {
        return None;
    }
    pages.push(address.clone());
    let crumb = |(at, page): (usize, &Address)| {
        let name = if at == 0 { directory.site.name.clone() } else { heading(page, directory) };
        Node::of("ListItem")
            .with("position", at + 1)
            .with("name", name)
            .with("item", public.of_page(&canonical(page, directory)))
    };
    let crumbs: Vec<_> = pages.iter().enumerate().map(crumb).collect();
    Some(Node::of("BreadcrumbList").each("itemListElement", crumbs))
}
