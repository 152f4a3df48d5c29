//! How a list is printed: on which paper, in which letters, and what is left out.

use super::{button, section, tick};
use crate::components::markup::{Markup, el};
use crate::state::{OpenList, Paper};

/// The choices before printing.
pub fn print(list: &OpenList) -> Markup {
    let paper = |paper: Paper| {
        let id = ["list-paper-", paper.slug()].concat();
        let words = match paper {
            Paper::A4 => "A4",
            Paper::A5 => "A5, half of A4",
        };
        let field = el("input", "list__box")
            .with("type", "radio")
            .with("name", "list-paper")
            .with("id", id.clone())
            .with("value", paper.slug())
            .with("autocomplete", "off")
            .is("checked", list.paper == paper);
        el("p", "list__tick").holds(field).holds(el("label", "").with("for", id).says(words))
    };
    let papers =
        el("fieldset", "list__papers").holds(el("legend", "").says("Paper")).each(Paper::ALL.map(paper).into());
    let large = el("span", "").says("Large print");
    let large = tick(("list-large", "large"), "list-large".to_owned(), list.is_large, false, large);
    let listings = list.listings();
    let staff = listings.iter().filter(|listing| !listing.is_for_families()).count();
    let left_out = match staff {
        0 => None,
        1 => Some("1 place in this list is for school staff. It is not on the handout.".to_owned()),
        count => Some(format!("{count} places in this list are for school staff. They are not on the handout.")),
    };
    let words = "The handout speaks to parents and carers. It has each place with its number, a code to scan, and what to do if things get worse. It has no names on it, and none of your notes.";
    let section = section("list-print", "Print a handout for a family")
        .holds(el("p", "").says(words))
        .maybe(left_out.map(|words| el("p", "list__note").says(words)));
    if staff == listings.len() {
        return section;
    }
    let print = button("button", "list-paper-print".to_owned(), "Print the handout");
    section.holds(papers).holds(large).holds(el("p", "").holds(print))
}
