//! What changed, one table for each thing that happened; each entry is a link.
//! A table stops at 20 rows until somebody asks for all of them.

use crate::components::markup::{Markup, drawn_only, el, link};
use crate::state::Desk;
use directory::Address;
use directory::history::{Changes, Item, What};
use directory::listing::{Listing, Standing, Successor};

/// The action of the button that asks for every row.
pub const ALL_ROWS: &str = "all-rows";

/// The rows of a table, unless somebody asks for all.
const ROWS: usize = 20;

/// The tables, and the entries of which only our own keeping changed.
pub fn groups(desk: &Desk, changes: &Changes<'_>, has_all_rows: bool) -> Vec<Markup> {
    let most = if has_all_rows { usize::MAX } else { ROWS };
    let mut all = Vec::new();
    for (what, items) in &changes.groups {
        all.push(table(desk, *what, items, most));
        all.extend(rest(items.len(), most));
    }
    all.extend(kept(&changes.kept, most));
    all.extend(rest(changes.kept.len(), most));
    all
}

/// What is to be done for the rows that are not shown.
fn rest(count: usize, most: usize) -> Vec<Markup> {
    let all = || {
        let button = el("button", "button button--quiet").with("type", "button").with("data-do", ALL_ROWS);
        el("p", "needs-app").holds(button.says(format!("Show all {count}")))
    };
    let without = || {
        drawn_only(|| {
            let words = format!("The first {most} of {count}. The text for a newsletter, below, has more.");
            el("p", "changed__note without-app").says(words)
        })
    };
    if count > most { [Some(all()), without()].into_iter().flatten().collect() } else { Vec::new() }
}

fn table(desk: &Desk, what: What, items: &[Item<'_>], most: usize) -> Markup {
    let (middle, last) = heads(what);
    let head = |head| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(head);
    let heads = el("tr", "").with("role", "row").each(["Name", middle, last].map(head).into());
    let count = match items.len() {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    let caption =
        el("caption", "table__caption").says(what.label()).says(" ").holds(el("span", "table__number").says(count));
    let rows = items.iter().take(most).map(|item| row(desk, what, item)).collect();
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
        What::Withdrawn => ("Why", "Day"),
        _ => ("What it is", "Day"),
    }
}

fn row(desk: &Desk, what: What, item: &Item<'_>) -> Markup {
    let (middle, last) = heads(what);
    let listing = item.listing;
    let name =
        el("th", "table__name").with("role", "rowheader").with("scope", "row").holds(way(listing, "table__link"));
    let cell = |label| el("td", "table__cell").with("role", "cell").with("data-label", label);
    let content = match what {
        What::Closed => instead(desk, listing, cell(middle)),
        What::Changed => {
            cell(middle).says(item.fields.iter().map(|field| field.words()).collect::<Vec<_>>().join(", "))
        }
        What::Renamed => cell(middle).says(item.was.unwrap_or("Not known").to_owned()),
        What::Checked => cell(middle).says(listing.checked.as_ref().map(|check| check.by.clone()).unwrap_or_default()),
        What::Withdrawn => cell(middle).says(why(listing).to_owned()),
        _ => cell(middle).says(&listing.summary),
    };
    let on = match (what, &listing.checked) {
        (What::Checked, Some(check)) => check.on,
        _ => item.on,
    };
    el("tr", "table__row")
        .with("role", "row")
        .with("data-id", listing.id.to_string())
        .holds(name)
        .holds(content)
        .holds(cell(last).says(on.words()))
}

/// Why an entry is taken out.
fn why(listing: &Listing) -> &str {
    match &listing.standing {
        Standing::Withdrawn(Some(withdrawal)) => &withdrawal.reason,
        _ => "Not known: ask.",
    }
}

/// What to use instead of an entry that has closed.
fn instead(desk: &Desk, listing: &Listing, cell: Markup) -> Markup {
    match (desk.directory.successor(listing), &listing.standing) {
        (Some(next), _) => cell.holds(way(next, "")),
        (None, Standing::Ended(Successor::NoneKnown)) => cell.says("We know of nothing that replaced it."),
        _ => cell.says("Not known: ask."),
    }
}

fn way(listing: &Listing, class: &'static str) -> Markup {
    link(class, Address::StaffListing(listing.id.clone()).file()).says(&listing.name)
}

/// Entries that say the same as before, from other sources.
fn kept(items: &[Item<'_>], most: usize) -> Option<Markup> {
    let list = items.iter().take(most).map(|item| el("li", "").holds(way(item.listing, "link"))).collect();
    let words = "Of these only our own notes changed: from where we know, or what a source states.";
    (!items.is_empty())
        .then(|| el("div", "changed__kept").holds(el("p", "").says(words)).holds(el("ul", "prose__columns").each(list)))
}
