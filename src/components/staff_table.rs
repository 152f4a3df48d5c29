//! A table of a staff page: real headers, and on a narrow screen each cell with
//! its own.

use super::facts::area;
use super::markup::{Markup, Words, el, link};
use directory::Directory;
use directory::address::Address;
use directory::listing::{Listing, Standing};
use directory::search::Outcome;

/// What stands where a fact is not known.
pub const NOT_KNOWN: &str = "Not known: ask";

/// Rows side by side under these heads: what the table holds, how many rows
/// there are in all.
pub fn staff_table(caption: impl Into<Words>, count: String, heads: &[&'static str], rows: Vec<Markup>) -> Markup {
    let head =
        |head: &&'static str| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(*head);
    let number = el("span", "table__number").says(count);
    let heads = el("tr", "").with("role", "row").each(heads.iter().map(head).collect());
    el("table", "table table--even")
        .with("role", "table")
        .holds(el("caption", "table__caption").says(caption).says(" ").holds(number))
        .holds(el("thead", "table__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows))
}

/// A row that begins with the name of an entry: what it is, whether it is in
/// doubt, and why it only may fit. The class is that of every row, and more.
pub fn staff_row(
    directory: &Directory,
    listing: &Listing,
    outcome: Outcome,
    why: &[String],
    class: &'static str,
) -> Markup {
    let href = Address::StaffListing(listing.id.clone()).file();
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let small = |words: &str| el("span", "table__by").says(words.to_owned());
    let warn = |words: String| el("span", "table__why").says(words);
    let doubt = match &listing.standing {
        Standing::Doubtful(doubt) if doubt.contains("Ask if this still runs") => Some(warn(doubt.clone())),
        Standing::Doubtful(doubt) => Some(warn(["Ask if this still runs. ", doubt].concat())),
        _ => None,
    };
    let why = (!why.is_empty()).then(|| warn(["May fit: ", &why.join(" ")].concat()));
    let name = el("th", "table__name")
        .with("role", "rowheader")
        .with("scope", "row")
        .holds(link("table__link", href).says(&listing.name))
        .maybe(provider.map(|provider| small(&provider.value)))
        .maybe(doubt)
        .maybe(why)
        .holds(small(&listing.summary))
        .holds(small(&["For: ", &area(listing, &directory.site.areas)].concat()));
    el("tr", class)
        .with("role", "row")
        .with("data-id", listing.id.to_string())
        .with("data-fit", outcome.word())
        .holds(name)
}

/// A cell under its head, which it says itself on a narrow screen.
pub fn staff_cell(label: &'static str, content: Markup) -> Markup {
    el("td", "table__cell").with("role", "cell").with("data-label", label).holds(content)
}

/// Words in a cell; what is not known says so.
pub fn words_or_ask(words: Option<&str>) -> Markup {
    match words {
        Some(words) => el("span", "").says(words.to_owned()),
        None => el("span", "table__cell--unknown").says(NOT_KNOWN),
    }
}
