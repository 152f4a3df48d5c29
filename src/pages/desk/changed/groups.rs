//! What changed, one table for each thing that happened; each entry is a link.

use crate::components::markup::{Markup, el, link};
use crate::state::Desk;
use directory::Address;
use directory::history::{Changes, Item, What};
use directory::listing::{Listing, Standing, Successor};

/// The tables, and the entries of which only our own keeping changed.
pub fn groups(desk: &Desk, changes: &Changes<'_>) -> Vec<Markup> {
    let mut tables: Vec<_> = changes.groups.iter().map(|(what, items)| table(desk, *what, items)).collect();
    tables.extend(kept(&changes.kept));
    tables
}

fn table(desk: &Desk, what: What, items: &[Item<'_>]) -> Markup {
    let (middle, last) = heads(what);
    let head = |head| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(head);
    let heads = el("tr", "").with("role", "row").each(["Name", middle, last].map(head).into());
    let count = match items.len() {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    let caption =
        el("caption", "table__caption").says(what.label()).says(" ").holds(el("span", "table__number").says(count));
    let rows = items.iter().map(|item| row(desk, what, item)).collect();
    el("table", "table changed__table")
        .with("role", "table")
        .holds(caption)
        .holds(el("thead", "table__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows))
}

/// What the second and the third column hold.
fn heads(what: What) -> (&'static str, &'static str) {
    match what {
        What::Changed => ("What changed", "Day"),
        What::Renamed => ("It was called", "Day"),
        What::Closed => ("Instead", "Day"),
        What::Checked => ("By", "Checked on"),
        _ => ("What it is", "Day"),
    }
}

fn row(desk: &Desk, what: What, item: &Item<'_>) -> Markup {
    let (middle, last) = heads(what);
    let listing = item.listing;
    let name =
        el("th", "table__name").with("role", "rowheader").with("scope", "row").holds(way(listing, "table__link"));
    let words = |words: String| el("span", "").says(words);
    let content = match what {
        What::Changed => words(item.fields.iter().map(|field| field.words()).collect::<Vec<_>>().join(", ")),
        What::Renamed => words(item.was.unwrap_or("Not known").to_owned()),
        What::Closed => instead(desk, listing),
        What::Checked => words(listing.checked.as_ref().map(|check| check.by.clone()).unwrap_or_default()),
        _ => words(listing.summary.clone()),
    };
    let on = match (what, &listing.checked) {
        (What::Checked, Some(check)) => check.on,
        _ => item.on,
    };
    el("tr", "table__row")
        .with("role", "row")
        .with("data-id", listing.id.to_string())
        .holds(name)
        .holds(cell(middle, content))
        .holds(cell(last, words(on.words())))
}

fn cell(label: &'static str, content: Markup) -> Markup {
    el("td", "table__cell").with("role", "cell").with("data-label", label).holds(content)
}

/// What to use instead of an entry that has closed.
fn instead(desk: &Desk, listing: &Listing) -> Markup {
    let words = match (desk.directory.successor(listing), &listing.standing) {
        (Some(next), _) => return way(next, ""),
        (None, Standing::Ended(Successor::NoneKnown)) => "We know of nothing that replaced it.",
        _ => "Not known: ask.",
    };
    el("span", "").says(words)
}

fn way(listing: &Listing, class: &'static str) -> Markup {
    link(class, Address::StaffListing(listing.id.clone()).file()).says(&listing.name)
}

/// Entries that say the same as before, from other sources.
fn kept(items: &[Item<'_>]) -> Option<Markup> {
    let list = items.iter().map(|item| el("li", "").holds(way(item.listing, "link"))).collect();
    let words = "Of these only our own notes changed: from where we know, or what a source states.";
    (!items.is_empty())
        .then(|| el("div", "changed__kept").holds(el("p", "").says(words)).holds(el("ul", "prose__columns").each(list)))
}
