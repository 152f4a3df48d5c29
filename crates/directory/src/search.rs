//! Search: what fits, what serves any worry, what may fit and why, and how many
//! fit beside every option.
//!
//! Inside a group any *yes* is yes, else any *not known* is not known; between
//! groups any *no* is out, else any *not known* may fit, else it fits. A
//! listing for any worry answers every need, under a heading of its own. An
//! option's count is of what fits, with that group's own choice lifted.

mod index;
mod judge;
mod question;

pub use index::Index;
pub use judge::{Outcome, Reason, judge};
pub use question::Question;

use crate::catalogue::Directory;
use crate::filters::{Choice, Filters, GROUPS, Group};
use crate::listing::Listing;
use fixedbitset::FixedBitSet;

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
    /// By name.
    Name,
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
        let scores = query.question.map(|question| question.scores(self));
        let mut base = index.seen_by(query.view).clone();
        if let Some(scores) = &scores {
            base.intersect_with(&scores.hits);
        }
        let groups: Vec<_> = GROUPS.iter().map(|group| index.answers(*group, query.filters)).collect();
        let others = |at: usize| {
            let mut others = base.clone();
            groups
                .iter()
                .enumerate()
                .filter(|(one, _)| *one != at)
                .for_each(|(_, group)| others.intersect_with(&group.yes));
            others
        };
        let need = Group::Need as usize;
        let fits = others(usize::MAX);
        let mut any = others(need);
        any.intersect_with(&groups[need].general);
        any.difference_with(&fits);
        let mut may = base.clone();
        groups.iter().for_each(|group| may.intersect_with(&group.open));
        may.difference_with(&fits);
        may.difference_with(&any);
        let count = |at: usize, group: Group| index.counts(group, &others(at), &self.site.areas);
        let counts = GROUPS.iter().enumerate().flat_map(|(at, group)| count(at, *group)).collect();
        let rank = |rows: FixedBitSet| {
            let mut rows: Vec<Row> = rows.ones().map(|row| Row(row as u32)).collect();
            match (query.sort, &scores) {
                (Sort::Name, _) => rows.sort_by_key(|row| index.name_order(*row)),
                (Sort::Best, Some(scores)) => {
                    rows.sort_by_key(|row| {
                        (index.lacks_contact(*row), scores.rank(*row), index.rank(*row, query.filters))
                    });
                }
                (Sort::Best, None) => rows.sort_by_key(|row| index.rank(*row, query.filters)),
            }
            rows
        };
        Found { fits: rank(fits), any: rank(any), may: rank(may), counts: Counts(counts) }
    }

    /// Which one group to lift so that most is found to try, and how many that
    /// gives; of equals, the last in the address.
    pub fn best_to_lift(&self, query: Query<'_>) -> Option<(Group, usize)> {
        let chosen = GROUPS.into_iter().filter(|group| query.filters.lifted(*group) != query.filters);
        let tried = chosen.map(|group| {
            let filters = query.filters.lifted(group);
            (group, self.search(Query { filters, ..query }).to_try())
        });
        tried.filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count)
    }

    /// Up to `most` others with the same needs, for the same view, nearest
    /// first.
    pub fn similar(&self, listing: &Listing, view: View, most: usize) -> Vec<&Listing> {
        let seen = self.index().seen_by(view);
        let shared = |other: &Listing| other.needs.iter().filter(|need| listing.needs.contains(*need)).count();
        let has_ages = |other: &Listing| match (&listing.ages, &other.ages) {
            (Some(one), Some(two)) => one.value.years().meets(two.value.years()),
            _ => true,
        };
        let has_place = |other: &Listing| {
            other.area.is_national || listing.area.is_national || other.area.places == listing.area.places
        };
        let others = seen.ones().filter_map(|row| self.at(Row(row as u32)));
        let near = others.filter(|other| other.id != listing.id && !other.contacts.is_empty());
        let near =
            near.filter(|other| shared(other) > 0 && has_ages(other) && has_place(other) && other.kind == listing.kind);
        let mut near: Vec<_> = near.collect();
        near.sort_by_key(|other| std::cmp::Reverse(shared(other)));
        near.truncate(most);
        near
    }
}
