//! Rows of a staff table that are headed by something else than an entry as
//! such: by a role, or by a course with its facts.

use super::markup::{Markup, Words, el};
use super::staff_table::staff_cell;

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

/// A cell with words; with none it is no line of a card.
pub fn said_cell(head: &'static str, words: impl Into<Words>) -> Markup {
    staff_cell(head, el("span", "").says(words))
}
