//! The facts by which a list can be put in order, each as one number.
//!
//! What stands after the rest for its own sake (no contact, doubt, a check of
//! long ago) stays there in every order; what is not known follows what is.

use super::Sort;
use crate::closed::{Closed, closed_set};
use crate::day::Day;
use crate::listing::{AvailabilityState, Listing};
use crate::vocabulary::Asker;

closed_set! {
    /// A fact by which a list can be put in order.
    Column {
        Name: "name", "Name";
        /// School first.
        Referrers: "who", "Who may refer";
        /// The youngest first.
        Ages: "ages", "Ages";
        /// Free first, in the order of the vocabulary.
        Cost: "cost", "Cost";
        /// Open, a wait in words alone, a long one, paused; of equals the newest
        /// statement first.
        Wait: "wait", "Wait";
        /// The oldest first.
        Checked: "checked", "Last checked";
    }
}

/// More than any value: not known.
pub(super) const MOST: u32 = (1 << 29) - 1;

/// Who may refer, as school staff look for it: themselves, then whoever needs
/// nobody else, then those to whom they would pass it on.
const REFERRERS: [Asker; 7] =
    [Asker::School, Asker::Professional, Asker::TurnUp, Asker::Parent, Asker::YoungPerson, Asker::Gp, Asker::Known];

impl Sort {
    /// By the column of this slug; of none, as it fits best. The column that it
    /// is by already is turned round. What was checked last is looked for first.
    #[must_use]
    pub fn by(self, slug: &str) -> Self {
        let Some(column) = Column::from_slug(slug) else { return Self::Best };
        let (first, turned) = (Self::Up(column), Self::Down(column));
        let (first, turned) = if column == Column::Checked { (turned, first) } else { (first, turned) };
        if self == first { turned } else { first }
    }

    /// By which column, and in which direction.
    pub fn column(self) -> Option<(Column, &'static str)> {
        match self {
            Self::Best => None,
            Self::Up(column) => Some((column, "ascending")),
            Self::Down(column) => Some((column, "descending")),
        }
    }
}

impl Column {
    /// The fact as a number that grows with it, less than [`MOST`]. `None`: it
    /// is not known, or it is the name, whose order depends on all others.
    pub(super) fn value(self, listing: &Listing) -> Option<u32> {
        match self {
            Self::Name => None,
            Self::Referrers => {
                let askers = listing.access.askers.as_ref()?.value;
                REFERRERS.iter().position(|asker| askers.contains(*asker)).map(|place| place as u32)
            }
            Self::Ages => {
                let ages = listing.ages.as_ref()?.value;
                Some(u32::from(ages.youngest()) << 8 | u32::from(ages.oldest()))
            }
            Self::Wait => {
                let now = &listing.availability;
                let state = match now.state {
                    Some(AvailabilityState::Open) => 0,
                    None if now.wait.is_some() => 1,
                    None => return None,
                    Some(AvailabilityState::LongWait) => 2,
                    Some(AvailabilityState::Paused) => 3,
                };
                // Without a date it is taken for older than any.
                Some(state << 24 | (ALL_TIME - now.said_on.map_or(0, place_in_time)))
            }
            Self::Cost => listing.cost.as_ref().map(|cost| cost.value.kind.index() as u32),
            Self::Checked => listing.checked.as_ref().map(|check| place_in_time(check.on)),
        }
    }
}

/// More than any place in time.
const ALL_TIME: u32 = (1 << 24) - 1;

/// A day as a number that grows with time: years end in 2199, so 21 bits hold it.
fn place_in_time(day: Day) -> u32 {
    day.year().unsigned_abs() << 9 | u32::from(day.month()) << 5 | u32::from(day.day_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_column_again_turns_the_order_round_and_another_begins_anew() {
        let mut sort = Sort::Best;
        for (slug, expected) in [
            ("ages", Sort::Up(Column::Ages)),
            ("ages", Sort::Down(Column::Ages)),
            ("ages", Sort::Up(Column::Ages)),
            ("checked", Sort::Down(Column::Checked)),
            ("checked", Sort::Up(Column::Checked)),
            ("name", Sort::Up(Column::Name)),
            ("best", Sort::Best),
            ("dragons", Sort::Best),
        ] {
            sort = sort.by(slug);
            assert_eq!(sort, expected, "{slug}");
        }
    }
}
