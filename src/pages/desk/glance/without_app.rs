//! What the page at a glance holds for readers without the app: the same doors
//! as links to pages and lists that were drawn with them. Drawn at build only.

use crate::components::markup::{Markup, el, link};
use crate::components::ways::ways;
use crate::pages::results::numbered;
use crate::state::Desk;
use directory::Address;
use directory::search::{Query, View};
use directory::vocabulary::Need;

/// A link that stands for one of the app's.
pub fn link_to(address: Address, words: String) -> Markup {
    link("link without-app", address.file()).says(words)
}

/// Every need, with its page.
pub fn needs() -> Markup {
    let needs = Need::for_staff().map(|need| (Address::Need(need).file(), need.label().to_owned(), None));
    el("div", "without-app").holds(ways(needs))
}

/// The whole list, page by page.
pub fn everything(desk: &Desk) -> Markup {
    let found = desk.directory.search(Query { view: View::Staff, ..Query::default() });
    el("section", "without-app")
        .with("aria-labelledby", "all")
        .holds(el("h2", "").with("id", "all").says("Everything for pupils and staff"))
        .holds(numbered(View::Staff, &found, 0))
}
