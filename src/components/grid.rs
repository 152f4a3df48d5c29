//! A table with heads of its own: on a narrow screen each row becomes a card
//! whose cells say their head. The roles of a table are written down, because
//! that display takes them away.

use super::markup::{Markup, Words, el};

/// A table of the staff pages: its caption, what is said under it, its heads,
/// of which the first is that of the rows, and its rows.
pub fn grid(caption: impl Into<Words>, note: Option<Markup>, heads: &[&'static str], rows: Vec<Markup>) -> Markup {
    let head =
        |head: &&'static str| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(*head);
    let heads = el("tr", "").with("role", "row").each(heads.iter().map(head).collect());
    el("table", "table grid")
        .with("role", "table")
        .holds(el("caption", "table__caption").says(caption).maybe(note))
        .holds(el("thead", "table__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows))
}

/// A row: what heads it, and its cells.
pub fn grid_row(head: Markup, cells: Vec<Markup>) -> Markup {
    el("tr", "table__row").with("role", "row").holds(head).each(cells)
}

/// The cell that heads a row, with the name of something that has a page.
pub fn row_head() -> Markup {
    el("th", "table__name").with("role", "rowheader").with("scope", "row")
}

/// The cell that heads a row, with plain words.
pub fn plain_head(words: impl Into<Words>) -> Markup {
    el("th", "table__name grid__plain").with("role", "rowheader").with("scope", "row").holds(el("b", "").says(words))
}

/// A cell under a head. One that holds nothing is no line of a card.
pub fn grid_cell(head: &'static str, content: Option<Markup>) -> Markup {
    let class = if content.is_some() { "table__cell" } else { "table__cell grid__none" };
    el("td", class).with("role", "cell").with("data-label", head).maybe(content)
}

/// Words in a cell.
pub fn said(words: impl Into<Words>) -> Option<Markup> {
    Some(el("span", "").says(words))
}
