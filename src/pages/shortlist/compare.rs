//! Two to four entries side by side, by what matters: a table with a header for
//! each fact and each entry. On a narrow screen each cell says whose it is.

use super::entries::page_of;
use super::facts::facts;
use super::section;
use crate::components::markup::{Markup, el, link};
use crate::state::OpenList;
use directory::Listing;
use directory::shortlist::MOST_COMPARED;

/// The comparison, or how to make one; nothing where there is nothing to compare.
pub fn compare(list: &OpenList) -> Option<Markup> {
    let compared = list.compared();
    let words = match (list.listings().len(), compared.len()) {
        (0 | 1, _) => return None,
        (_, 0) => format!("Tick “Compare” at two to {MOST_COMPARED} places to see them side by side."),
        (_, 1) => "Tick one more to see them side by side.".to_owned(),
        (_, count) => format!("{count} of at most {MOST_COMPARED} places."),
    };
    let section = section("list-side", "Side by side").holds(el("p", "").says(words));
    Some(section.maybe((compared.len() > 1).then(|| table(list, &compared))))
}

fn table(list: &OpenList, compared: &[&Listing]) -> Markup {
    let head = |listing: &&Listing| {
        let named = link("list__link", page_of(listing)).says(&listing.name);
        el("th", "compare__head").with("role", "columnheader").with("scope", "col").holds(named)
    };
    let corner = el("td", "compare__corner").with("role", "cell");
    let heads = el("tr", "").with("role", "row").holds(corner).each(compared.iter().map(head).collect());
    let columns: Vec<_> = compared.iter().map(|listing| (&listing.name, facts(&list.directory, listing))).collect();
    let names = columns.first().map(|(_, facts)| facts.clone().map(|(name, _)| name)).unwrap_or_default();
    let row = |(at, name): (usize, &'static str)| {
        let header = el("th", "compare__name").with("role", "rowheader").with("scope", "row").says(name);
        let cell = |(whose, facts): &(&String, [(&str, String); 7])| {
            let words = facts.get(at).map(|(_, words)| words.clone()).unwrap_or_default();
            let said = el("span", "").says(words);
            el("td", "compare__cell").with("role", "cell").with("data-label", *whose).holds(said)
        };
        el("tr", "compare__row").with("role", "row").holds(header).each(columns.iter().map(cell).collect())
    };
    let rows = names.into_iter().enumerate().map(row).collect();
    el("table", "compare")
        .with("role", "table")
        .with("aria-labelledby", "list-side")
        .holds(el("thead", "compare__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "compare__body").with("role", "rowgroup").each(rows))
}
