//! The whole list in pages of twenty rows, each drawn at build: for whoever has
//! no app, and for whoever wants a plain link to more.

use super::part::PARTS;
use crate::components::markup::{Markup, el, link};
use crate::state::ROWS;
use directory::address::PageNumber;
use directory::search::{Found, View};
use directory::{Address, Filters};

/// The page on which a row of the whole list stands, counted from nought. The
/// first page is the list itself.
pub fn page_of(view: View, row: usize) -> Address {
    let none = Filters::default();
    match (view, PageNumber::new(row / ROWS + 1)) {
        (View::Families, Some(number)) => Address::ResultsPage(number),
        (View::Families, None) => Address::Results(none),
        (View::Staff, Some(number)) => Address::StaffResultsPage(number),
        (View::Staff, None) => Address::StaffResults(none),
    }
}

/// The way through the pages of the whole list: the first, the ones beside
/// this, and each by its number. Seen from elsewhere, `here` is nought.
pub fn numbered(view: View, found: &Found, here: usize) -> Markup {
    let rows: usize = PARTS.iter().map(|part| part.rows(found).len()).sum();
    let last = rows.div_ceil(ROWS).max(1);
    let file = |number: usize| page_of(view, (number - 1) * ROWS).file();
    let step = |is_there: bool, number: usize, words: &'static str| {
        is_there.then(|| el("li", "").holds(link("pages__link", file(number)).says(words)))
    };
    let steps = [
        step(here > 1, 1, "First page"),
        step(here > 1, here.saturating_sub(1), "Page before"),
        step(here > 0 && here < last, here + 1, "Next page"),
    ];
    let steps: Vec<_> = steps.into_iter().flatten().collect();
    let number = |number: usize| {
        let words =
            link("pages__link", file(number)).holds(el("span", "hidden").says("Page ")).says(number.to_string());
        el("li", "").holds(if number == here { words.with("aria-current", "page") } else { words })
    };
    el("nav", "pages")
        .with("aria-label", "Pages of the whole list")
        .maybe((!steps.is_empty()).then(|| el("ul", "pages__list").each(steps)))
        .holds(el("ul", "pages__list").each((1..=last).map(number).collect()))
}
