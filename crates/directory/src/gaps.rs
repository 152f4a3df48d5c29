//! The gap map: how much is listed for each need at each age.
//!
//! It shows what is listed and never what is needed. A cell counts what fits a
//! search for that need and that age, so that the list that it opens says the
//! same; what may fit is counted apart, and so is what is in doubt. What
//! serves any worry is in no cell. A course, a grant and a document are no
//! help for a child: only documents are counted, where they are asked for.

mod cell;
mod choices;
mod csv;
mod notes;
mod picture;

pub use cell::{Cell, Reach, State, THIN};
pub use choices::{ANY_HELP, GapChoices, Layers, Price, kinds};
pub use notes::GapNote;
pub(crate) use notes::read as read_notes;

use crate::age::AgeChoice;
use crate::catalogue::Directory;
use crate::closed::Closed;
use crate::fact::Answer;
use crate::freshness::Freshness;
use crate::listing::{Listing, Standing};
use crate::search::{Outcome, age_answer, judge};
use crate::vocabulary::{Kind, Need, Thrive};

/// How many needs and how many ages a layer has.
const NEEDS: usize = 28;
const AGES: usize = 5;

/// What is listed, by need and age, in one layer or one for each grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapMap {
    /// What was chosen, as far as it can be used.
    pub choices: GapChoices,
    /// What each layer shows, in the order people see; `None` is all groupings
    /// together.
    pub layers: Vec<Option<Thrive>>,
    /// Invariant: layer by layer, need by need, age by age, held by [`GapMap::empty`].
    cells: Vec<Cell>,
    /// How many serve any worry, and name none of the needs.
    pub any_worry: usize,
    /// How many there are in the whole directory of each kind that is not counted.
    pub left_out: Vec<(Kind, usize)>,
}

impl Directory {
    /// Whether the publisher has checked anything that is listed, and not so
    /// long ago that it may be out of date.
    pub fn has_checked(&self) -> bool {
        self.listings().iter().any(|listing| listing.standing.is_listed() && self.is_checked(listing))
    }

    fn is_checked(&self, listing: &Listing) -> bool {
        matches!(self.freshness(listing), Freshness::Current | Freshness::Late)
    }

    /// What is listed for each need at each age. Where nothing has been
    /// checked, all is counted: a map of nothing would say that nothing is there.
    pub fn gaps(&self, choices: GapChoices) -> GapMap {
        let choices = GapChoices { is_checked: choices.is_checked && self.has_checked(), ..choices };
        let areas = &self.site.areas;
        let filters = choices.filters(areas);
        let mut map = GapMap::empty(choices, self);
        let listed = || self.listings().iter().filter(|listing| listing.standing.is_listed());
        let left_out = Kind::ALL.iter().copied().filter(|kind| !filters.kind.contains(*kind));
        let how_many = |kind| (kind, listed().filter(|listing| listing.kind == kind).count());
        map.left_out = left_out.map(how_many).filter(|(_, count)| *count > 0).collect();
        for listing in listed() {
            let known = match judge(listing, filters, areas).0 {
                Outcome::No => continue,
                Outcome::May => Answer::NotKnown,
                Outcome::Fits | Outcome::AnyWorry => Answer::Yes,
            };
            if !choices.is_checked || self.is_checked(listing) {
                map.count(listing, known, Reach::of(listing, choices.area, areas));
            }
        }
        map
    }
}

impl GapMap {
    fn empty(choices: GapChoices, directory: &Directory) -> Self {
        let layers: Vec<_> = match choices.layers {
            Layers::Together => vec![None],
            Layers::One(thrive) => vec![Some(thrive)],
            Layers::Each => directory.site.groupings.order().map(Some).collect(),
        };
        let cells = vec![Cell::default(); place(layers.len(), 0, 0)];
        Self { choices, layers, cells, any_worry: 0, left_out: Vec::new() }
    }

    /// Counts a listing in each cell whose need it names.
    fn count(&mut self, listing: &Listing, known: Answer, reach: Reach) {
        let is_doubtful = matches!(listing.standing, Standing::Doubtful(_));
        let named = Need::for_families().enumerate().filter(|(_, need)| listing.needs.contains(*need));
        let rows: Vec<usize> = named.map(|(row, _)| row).collect();
        self.any_worry += usize::from(rows.is_empty() && listing.needs.contains(Need::General));
        for (layer, thrive) in self.layers.iter().enumerate() {
            let in_layer = known.and(thrive.map_or(Answer::Yes, |thrive| grouped(listing, thrive)));
            for (column, age) in AgeChoice::groups().enumerate() {
                let answer = in_layer.and(age_answer(listing, age.years()));
                for row in &rows {
                    if let Some(cell) = self.cells.get_mut(place(layer, *row, column)) {
                        cell.add(answer, reach, is_doubtful);
                    }
                }
            }
        }
    }

    /// The cell of a need at an age, in the layer at this place.
    pub fn cell(&self, layer: usize, need: Need, age: AgeChoice) -> Cell {
        let row = Need::for_families().position(|one| one == need);
        let column = AgeChoice::groups().position(|one| one == age);
        let cell = row.zip(column).and_then(|(row, column)| self.cells.get(place(layer, row, column)));
        cell.copied().unwrap_or_default()
    }

    /// How many cells of a layer are in this state.
    pub fn how_many(&self, layer: usize, state: State) -> usize {
        let of_need = |need| AgeChoice::groups().filter(move |age| self.cell(layer, need, *age).state() == state);
        Need::for_families().map(|need| of_need(need).count()).sum()
    }
}

/// Where a cell stands.
fn place(layer: usize, row: usize, column: usize) -> usize {
    (layer * NEEDS + row) * AGES + column
}

/// Whether a listing is in a grouping.
fn grouped(listing: &Listing, thrive: Thrive) -> Answer {
    listing.thrive.map_or(Answer::NotKnown, |all| all.contains(thrive).into())
}

/// The word of a layer in files: the slug of a grouping, or `all`.
fn layer_slug(layer: Option<Thrive>) -> &'static str {
    layer.map_or("all", Closed::slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_has_a_cell_for_each_need_at_each_age() {
        assert_eq!((Need::for_families().count(), AgeChoice::groups().count()), (NEEDS, AGES));
    }
}
