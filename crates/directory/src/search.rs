//! Search: what fits, what serves any worry, what may fit and why, and how many
//! fit beside every option.
//!
//! Inside a group any *yes* is yes, else any *not known* is not known; between
//! groups any *no* is out, else any *not known* may fit, else it fits. A
//! listing for any worry answers every need, under a heading of its own. An
//! option's count is of what fits, with that group's own choice lifted.

mod judge;
mod reason;

mod facet;
mod index;
mod narrow;
mod column;
mod order;

pub use column::Column;
pub use index::Index;
pub(crate) use judge::age_answer;
pub(crate) use judge::area_answer;
pub use judge::{Outcome, judge};
pub(crate) use judge::{answer, area, need, served};
pub(crate) use order::{Tier, bits};
pub use reason::Reason;

use crate::catalogue::Directory;
use crate::filters::{Choice, Filters, GROUPS, Group};
use crate::listing::Listing;
use crate::question::{Question, Scores};
use crate::sorted;
use fixedbitset::FixedBitSet;
use order::Order;

/// The place of a listing in [`Directory::listings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(pub u32);

/// Who is looking: what is there for staff alone, families do not see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Parents, carers and young people.
    #[default]
    Families,
    /// School staff, who see everything.
    Staff,
}

/// How what was found is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match: a contact, no doubt, freshly checked, stated before our
    /// reading, local before national.
    #[default]
    Best,
    /// By one fact, the least first.
    Up(Column),
    /// By one fact, the most first.
    Down(Column),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What fits.
    pub fits: Vec<Row>,
    /// What serves any worry, and fits otherwise.
    pub any: Vec<Row>,
    /// What may fit: ask.
    pub may: Vec<Row>,
    /// How many fit beside every option.
    pub counts: Counts,
}

impl Found {
    /// How many there are to try: what fits, and what serves any worry.
    pub fn to_try(&self) -> usize {
        self.fits.len() + self.any.len()
    }
}

/// How many fit beside every option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<(Choice, usize)>);

impl Counts {
    /// How many would fit with this option alone in its group.
    pub fn of(&self, choice: Choice) -> usize {
        self.0.iter().find(|(one, _)| *one == choice).map_or(0, |(_, count)| *count)
    }
}

/// A search: what was chosen, by whom, and in which words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<'a> {
    /// What was chosen.
    pub filters: Filters,
    /// Who is looking.
    pub view: View,
    /// Words of their own.
    pub question: Option<&'a Question>,
    /// In which order.
    pub sort: Sort,
}

impl Directory {
    /// Finds what fits, what serves any worry, and what may fit.
    pub fn search(&self, query: Query<'_>) -> Found {
        let index = self.index();
        let scores = query.question.map(|question| Scores::of(question, query.filters, self));
        let mut base = index.seen_by(query.view).clone();
        if let Some(hits) = scores.as_ref().and_then(|scores| scores.hits.as_ref()) {
            base.intersect_with(hits);
        }
        let groups = GROUPS.map(|group| (group, index.answers(group, query.filters)));
        let asked = || groups.iter().filter_map(|(group, answers)| answers.as_ref().map(|answers| (*group, answers)));
        // What fits if one group is not asked.
        let without: &dyn Fn(Option<Group>) -> FixedBitSet = &|lifted| {
            let mut fits = base.clone();
            asked().filter(|(group, _)| Some(*group) != lifted).for_each(|(_, group)| fits.intersect_with(&group.yes));
            fits
        };
        let fits = without(None);
        let mut any = FixedBitSet::default();
        if let Some(general) = index.any_worry(query.filters.need) {
            any = without(Some(Group::Need));
            any.intersect_with(general);
            any.difference_with(&fits);
        }
        let mut may = base.clone();
        asked().for_each(|(_, group)| may.intersect_with(&group.open));
        may.difference_with(&fits);
        may.difference_with(&any);
        let mut counts = Vec::new();
        for (group, answers) in &groups {
            let others = if answers.is_some() { without(Some(*group)) } else { fits.clone() };
            counts.extend(index.counts(*group, &others, &self.site.areas));
        }
        let order = Order::new(self, query, scores.as_ref());
        Found { counts: Counts(counts), fits: order.rank(&fits), any: order.rank(&any), may: order.rank(&may) }
    }

    /// Which one group to lift so that most more is found to try, and how many
    /// that gives; of equals, the last in the address. `None`: none helps.
    pub fn best_to_lift(&self, query: Query<'_>) -> Option<(Group, usize)> {
        let now = self.search(query).to_try();
        let chosen = GROUPS.into_iter().filter(|group| query.filters.lifted(*group) != query.filters);
        let tried = chosen.map(|group| {
            let filters = query.filters.lifted(group);
            (group, self.search(Query { filters, ..query }).to_try())
        });
        tried.filter(|(_, count)| *count > now).max_by_key(|(_, count)| *count)
    }

    /// Up to `most` others with the same needs, for the same view, nearest
    /// first.
    pub fn similar(&self, listing: &Listing, view: View, most: usize) -> Vec<&Listing> {
        let seen = self.index().seen_by(view);
        let shared = |other: &Listing| (other.needs.bits() & listing.needs.bits()).count_ones();
        let has_ages = |other: &Listing| match (&listing.ages, &other.ages) {
            (Some(one), Some(two)) => one.value.years().meets(two.value.years()),
            _ => true,
        };
        let has_place = |other: &Listing| {
            let is_shared = || other.area.places.iter().any(|place| listing.area.places.contains(place));
            other.area.is_national || listing.area.is_national || is_shared()
        };
        let is_other = |other: &Listing| other.id != listing.id && !other.contacts.is_empty();
        let is_near =
            |other: &Listing| shared(other) > 0 && has_ages(other) && has_place(other) && other.kind == listing.kind;
        let rows = seen.ones().map(|row| row as u32);
        let near = rows.filter(|row| self.at(Row(*row)).is_some_and(|other| is_other(other) && is_near(other)));
        let near = sorted::by_key(near.collect(), &|row| u32::MAX - self.at(Row(row)).map_or(0, shared));
        near.into_iter().take(most).filter_map(|row| self.at(Row(row))).collect()
    }
}
