//! The page itself, and what it is about.

use super::route::route;
use crate::public_address::{PublicAddress, canonical};
use directory::id::ListingId;
use directory::linked_data::{self, Node};
use directory::listing::Listing;
use directory::vocabulary::Need;
use directory::{Address, Directory};

/// A page that has been drawn, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Its address.
    pub address: &'a Address,
    /// Its heading: its title without the name of the site.
    pub heading: &'a str,
    /// What it is, in a sentence or two.
    pub description: &'a str,
    /// Its main part, as it was drawn.
    pub drawn: &'a str,
}

/// The block of data of a page.
pub fn script(page: &Page<'_>, directory: &Directory, public: Option<&PublicAddress>) -> String {
    let node = node(page, directory, public).with("@context", "https://schema.org");
    format!("<script type=\"application/ld+json\">{}</script>", node.written())
}

fn node(page: &Page<'_>, directory: &Directory, public: Option<&PublicAddress>) -> Node {
    let own = canonical(page.address, directory);
    let listing = match &own {
        Address::Listing(id) | Address::StaffListing(id) => directory.find(id).listing(),
        _ => None,
    };
    let about = match listing {
        Some(listing) => linked_data::about(listing, &directory.site, directory.today),
        None => public.and_then(|public| list(page, directory, public)),
    };
    Node::of("WebPage")
        .with("name", page.heading)
        .with("description", page.description)
        .with("inLanguage", "en-GB")
        .maybe("url", public.map(|public| public.of_page(&own)))
        .maybe("breadcrumb", public.and_then(|public| route(&own, directory, public)))
        .maybe("lastReviewed", listing.and_then(last_reviewed))
        .maybe("mainEntity", about)
}

/// The day of the publisher's own check, and of nothing else.
fn last_reviewed(listing: &Listing) -> Option<String> {
    listing.checked.as_ref().map(|check| check.on.iso())
}

/// The entries that a page lists, read from its own rows, so that both are
/// always the same; without those that only may fit, since "ask" cannot be said
/// here. A page of a worry that nobody should see lists none: the names of
/// services tell what they are for.
fn list(page: &Page<'_>, directory: &Directory, public: &PublicAddress) -> Option<Node> {
    if page.address.need().is_some_and(Need::is_crisis_sensitive) {
        return None;
    }
    let item = |(at, id): (usize, ListingId)| {
        let address = if page.address.is_staff() { Address::StaffListing(id) } else { Address::Listing(id) };
        Node::of("ListItem").with("position", at + 1).with("url", public.of_page(&canonical(&address, directory)))
    };
    let items: Vec<_> = rows(page.drawn).enumerate().map(item).collect();
    (!items.is_empty()).then(|| Node::of("ItemList").each("itemListElement", items))
}

/// The entries in the rows of a list that are no "may fit".
fn rows(drawn: &str) -> impl Iterator<Item = ListingId> {
    let row = |rest: &str| {
        let (id, rest) = rest.split_once('"')?;
        let fit = rest.split('>').next()?.split_once(" data-fit=\"")?.1;
        (!fit.starts_with("may\"")).then(|| ListingId::new(id)).flatten()
    };
    drawn.split(" data-id=\"").skip(1).filter_map(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_may_fit_is_in_no_list_for_machines() {
        let drawn = "<ul><li class=\"card\" data-id=\"a\" data-fit=\"fits\"><a data-fit=\"may\">a</a></li>\
            <li data-id=\"b\" data-fit=\"may\"></li><li data-id=\"c\" data-fit=\"any\"></li><p data-id=\"d\"></p></ul>";
        let ids: Vec<_> = rows(drawn).map(|id| id.to_string()).collect();
        assert_eq!(ids, ["a", "c"]);
    }
}
