//! The parts of a list: what fits, what serves any worry, what may fit.

use super::numbers::page_of;
use crate::components::card::card;
use crate::components::markup::{Markup, el, link};
use crate::components::table::{listing_table, table_row};
use crate::state::{ROWS, Reader};
use directory::search::{Found, Outcome, Reason, Row, Sort, View, judge};
use directory::{Directory, Filters, Listing};
use std::ops::Range;

/// How a view draws its results.
#[derive(Clone, Copy)]
pub struct Look {
    /// The class of the page.
    pub class: &'static str,
    /// Draws one row.
    row: fn(&Directory, &Listing, Outcome, &[Reason]) -> Markup,
    /// Draws a part around its rows, with how many there are in all.
    around: fn(PartOf, String, Vec<Markup>, Option<Sort>) -> Markup,
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

    /// Draws some rows of this part; nothing if there are none. `sort`: their
    /// order, where the reader can choose another.
    pub fn draw(
        self,
        look: Look,
        directory: &Directory,
        found: &Found,
        filters: Filters,
        range: Range<usize>,
        sort: Option<Sort>,
    ) -> Option<Markup> {
        let rows = self.rows(found);
        let row = |row: &Row| {
            let listing = directory.at(*row)?;
            let (_, reasons) = judge(listing, filters, &directory.site.areas);
            Some((look.row)(directory, listing, self.outcome, &reasons))
        };
        let some = rows.get(range.start..range.end.min(rows.len()))?;
        let number = match range.start {
            0 => rows.len().to_string(),
            start => format!("{} to {} of {}", start + 1, start + some.len(), rows.len()),
        };
        let drawn: Vec<_> = some.iter().filter_map(row).collect();
        (!some.is_empty()).then(|| (look.around)(self, number, drawn, sort))
    }

    /// A part of the list with its first rows, and the way to more of them.
    pub fn section(
        self,
        look: Look,
        directory: &Directory,
        found: &Found,
        reader: &Reader,
        at: usize,
    ) -> Option<Markup> {
        let filters = reader.address.filters();
        let (count, most) = (self.rows(found).len(), reader.shown(found)[at]);
        let more = (most < count).then(|| {
            let way = way_on(found, reader, at, most).says(format!("Show {} more", ROWS.min(count - most)));
            let shown = el("span", "").says(format!(" {most} of {count} shown"));
            el("p", "results__more").holds(way).holds(shown)
        });
        let part = if filters.is_empty() { self.unchosen() } else { self };
        let rows = part.draw(look, directory, found, filters, 0..most, Some(reader.sort))?;
        Some(el("div", "results__part").with("data-part", self.outcome.word()).holds(rows).maybe(more))
    }
}

/// The way to more rows. Where nothing is chosen it is a link to the page that
/// was drawn with them; the app takes it over and shows them here. No page was
/// drawn of what somebody chose, so there it is a button.
fn way_on(found: &Found, reader: &Reader, at: usize, shown: usize) -> Markup {
    let is_whole_list = reader.address.filters().is_empty() && reader.question().is_none() && reader.sort == Sort::Best;
    let way = if is_whole_list {
        let before: usize = PARTS.iter().take(at).map(|part| part.rows(found).len()).sum();
        link("button button--quiet", page_of(reader.view(), before + shown).file())
    } else {
        el("button", "button button--quiet").with("type", "button")
    };
    way.with("data-do", ["more-0", "more-1", "more-2"][at])
}

fn cards(part: PartOf, count: String, rows: Vec<Markup>, _: Option<Sort>) -> Markup {
    let number = el("span", "results__number").says(count);
    let heading = el("h2", "results__heading").with("id", part.id).says(part.heading).says(" ").holds(number);
    let note = (!part.note.is_empty()).then(|| el("p", "results__note").says(part.note));
    let list = el("ul", "results__list").each(rows);
    el("section", "").with("aria-labelledby", part.id).holds(heading).maybe(note).holds(list)
}

fn table(part: PartOf, count: String, rows: Vec<Markup>, sort: Option<Sort>) -> Markup {
    listing_table(part.heading, count, rows, sort)
}
