//! What is chosen among resources, and how that stands after `#`.

use super::Sort;
use crate::area::{Areas, Places};
use crate::closed::Choices;
use crate::filters::Dropped;
use crate::fragment::groups::{self, Group, ROWS};
use crate::vocabulary::{Need, Phase};

/// What a reader has chosen among resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResourceChoice {
    /// For which phases.
    pub phase: Choices<Phase>,
    /// About what.
    pub need: Choices<Need>,
    /// What sort of thing.
    pub sort: Choices<Sort>,
    /// Where the school is. Empty: not answered, and no place is left out.
    pub area: Places,
    /// How many rows of a list stand open.
    pub rows: u16,
}

impl Default for ResourceChoice {
    fn default() -> Self {
        Self {
            phase: Choices::default(),
            need: Choices::default(),
            sort: Choices::default(),
            area: Places::default(),
            rows: ROWS,
        }
    }
}

impl ResourceChoice {
    fn groups<'a>(&'a mut self, areas: &'a Areas, needs: &[Need]) -> [Group<'a>; 4] {
        [
            Group::of("phase", Phase::ALL, &mut self.phase),
            Group::of("need", needs, &mut self.need),
            Group::of("sort", Sort::ALL, &mut self.sort),
            Group::of_areas(areas, &mut self.area),
        ]
    }

    /// Reads what stands after `#`, with what was dropped.
    pub fn read(text: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let (mut choice, mut rows) = (Self::default(), ROWS);
        let needs: Vec<_> = Need::for_staff().collect();
        let dropped = groups::read(text, &mut choice.groups(areas, &needs), &mut rows);
        (Self { rows, ..choice }, dropped)
    }

    /// Writes what stands after `#`: one choice, one text.
    pub fn write(mut self, areas: &Areas) -> String {
        let (rows, needs) = (self.rows, Need::for_staff().collect::<Vec<_>>());
        groups::write(&self.groups(areas, &needs), rows)
    }

    /// With one option added if it was not chosen, taken away if it was; the
    /// list begins anew.
    #[must_use]
    pub fn toggled(mut self, key: &str, slug: &str, areas: &Areas) -> Self {
        let needs: Vec<_> = Need::for_staff().collect();
        groups::toggle(&mut self.groups(areas, &needs), key, slug);
        Self { rows: ROWS, ..self }
    }

    /// Without anything in one group.
    #[must_use]
    pub fn lifted(mut self, key: &str, areas: &Areas) -> Self {
        let needs: Vec<_> = Need::for_staff().collect();
        groups::lift(&mut self.groups(areas, &needs), key);
        Self { rows: ROWS, ..self }
    }

    /// What is chosen: the key of its group and its own word.
    pub fn chosen(mut self, areas: &Areas) -> Vec<(&'static str, String)> {
        let needs: Vec<_> = Need::for_staff().collect();
        groups::chosen(&self.groups(areas, &needs))
    }

    /// With more rows open.
    #[must_use]
    pub fn with_more(self) -> Self {
        Self { rows: groups::more(self.rows), ..self }
    }

    /// Whether nothing is chosen.
    pub fn is_empty(self) -> bool {
        Self { rows: ROWS, ..self } == Self::default()
    }
}
