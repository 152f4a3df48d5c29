//! Narrowing down by links: a need, then an age. Which pairs have a page, and
//! what stands in it.

use super::{Found, Query, View};
use crate::age::AgeChoice;
use crate::catalogue::Directory;
use crate::filters::{Choice, Filters};
use crate::vocabulary::Need;

impl Directory {
    /// What families find for a need at an age. `None` where there is nothing:
    /// nothing that names the need fits or may fit. What helps with any worry,
    /// or names no need at all, makes no page of its own.
    pub fn narrowed(&self, need: Need, age: AgeChoice) -> Option<Found> {
        let filters = Filters::default().toggled(Choice::Need(need)).toggled(Choice::Age(age));
        let found = self.search(Query { filters, view: View::Families, ..Query::default() });
        let names_it = |row: &super::Row| self.at(*row).is_some_and(|listing| listing.needs.contains(need));
        let is_there = !found.fits.is_empty() || found.may.iter().any(names_it);
        is_there.then_some(found)
    }

    /// Each pair of a family's need and an age group that has a page, in the
    /// order that people see.
    pub fn pairs(&self) -> impl Iterator<Item = (Need, AgeChoice)> {
        let all = Need::for_families().flat_map(|need| AgeChoice::groups().map(move |age| (need, age)));
        all.filter(|(need, age)| self.narrowed(*need, *age).is_some())
    }
}
