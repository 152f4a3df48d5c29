//! The parts of a list: what fits, what serves any worry, what may fit.

use crate::components::card::card;
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::table::{listing_table, table_row};
use crate::state::ROWS;
use directory::search::{Found, Outcome, Reason, Row, View, judge};
use directory::{Directory, Filters, Listing};

/// How a view draws its results.
#[derive(Clone, Copy)]
pub struct Look {
    /// The class of the page.
    pub class: &'static str,
    /// Draws one row.
    row: fn(&Directory, &Listing, Outcome, &[Reason]) -> Markup,
    /// Draws a part around its rows.
    around: fn(PartOf, usize, Vec<Markup>) -> Markup,
}

impl Look {
    /// Cards for families, a table for school staff.
    pub fn of(view: View) -> Self {
        match view {
            View::Families => Self { class: "results", row: card, around: cards },
            View::Staff => Self { class: "results results--table", row: table_row, around: table },
        }
    }
}

/// A part of the list: its rows, and what they have in common.
#[derive(Clone, Copy)]
pub struct PartOf {
    /// How its rows fit.
    pub outcome: Outcome,
    /// Its id.
    id: &'static str,
    /// Its heading.
    heading: &'static str,
    /// What a reader should know about it.
    note: &'static str,
}

/// The three parts of every list.
pub const PARTS: [PartOf; 3] = [
    PartOf { outcome: Outcome::Fits, id: "part-fits", heading: "Fits what you chose", note: "" },
    PartOf {
        outcome: Outcome::AnyWorry,
        id: "part-any",
        heading: "For any worry",
        note: "These help with all sorts of worries.",
    },
    PartOf {
        outcome: Outcome::May,
        id: "part-may",
        heading: "May fit: ask",
        note: "We do not know enough to say. Each one says what to ask.",
    },
];

impl PartOf {
    /// The same, where nobody has chosen: it does not say that somebody did.
    pub fn unchosen(self) -> Self {
        match self.outcome {
            Outcome::Fits => Self { heading: "What fits", ..self },
            _ => self,
        }
    }

    /// The rows of this part.
    pub fn rows(self, found: &Found) -> &[Row] {
        match self.outcome {
            Outcome::Fits => &found.fits,
            Outcome::AnyWorry => &found.any,
            _ => &found.may,
        }
    }

    /// Draws the first rows of this part; nothing if it has none.
    pub fn draw(
        self,
        look: Look,
        directory: &Directory,
        found: &Found,
        filters: Filters,
        most: usize,
    ) -> Option<Markup> {
        let rows = self.rows(found);
        let row = |row: &Row| {
            let listing = directory.at(*row)?;
            let (_, reasons) = judge(listing, filters, &directory.site.areas);
            Some((look.row)(directory, listing, self.outcome, &reasons))
        };
        let drawn: Vec<_> = rows.iter().take(most).filter_map(row).collect();
        (!rows.is_empty()).then(|| (look.around)(self, rows.len(), drawn))
    }

    /// A part of the list with its first rows, and the way to more of them.
    pub fn section(
        self,
        look: Look,
        directory: &Directory,
        found: &Found,
        filters: Filters,
        most: usize,
        at: usize,
    ) -> Option<Markup> {
        let count = self.rows(found).len();
        let more = (most < count).then(|| {
            let action = ["more-0", "more-1", "more-2"][at];
            let button = el("button", "button button--quiet").with("type", "button").with("data-do", action);
            let button = button.says(format!("Show {} more", ROWS.min(count - most)));
            let shown = el("span", "").says(format!(" {most} of {count} shown"));
            el("p", "results__more needs-app").holds(button).holds(shown)
        });
        let part = if filters.is_empty() { self.unchosen() } else { self };
        let rows = part.draw(look, directory, found, filters, most)?;
        Some(el("div", "results__part").with("data-part", self.outcome.word()).holds(rows).maybe(more))
    }
}

fn cards(part: PartOf, count: usize, rows: Vec<Markup>) -> Markup {
    let number = el("span", "results__number").says(count.to_string());
    let heading = el("h2", "results__heading").with("id", part.id).says(part.heading).says(" ").holds(number);
    let note = (!part.note.is_empty()).then(|| el("p", "results__note").says(part.note));
    let list = el("ul", "results__list").each(rows);
    el("section", "").with("aria-labelledby", part.id).holds(heading).maybe(note).holds(list)
}

fn table(part: PartOf, count: usize, rows: Vec<Markup>) -> Markup {
    listing_table(part.heading, count, rows)
}

/// Where the rest of the list is when the app does not run.
pub fn without_more() -> Option<Markup> {
    drawn_only(|| {
        let all = link("link", "a-z.html").says("See every place, A to Z");
        el("p", "without-app").says("This is a part of the list. ").holds(all)
    })
}
