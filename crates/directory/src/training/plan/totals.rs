//! What a plan takes in all: hours, money, follow-up, dates.
//!
//! What is not known is listed apart. It is never added up as nought.

use super::{Pick, Plan, Row};
use crate::listing::Listing;
use crate::training::length::hours;
use crate::training::{Per, Span};
use crate::vocabulary::{CostKind, Role};

/// Hours, with how many courses are not counted in because their length is not
/// known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// What is known.
    pub known: Span,
    /// How many courses come on top.
    pub unknown: usize,
}

impl Hours {
    /// In words: "at least 3 hours; the length of 2 courses is not known".
    pub fn words(self) -> String {
        let courses = match self.unknown {
            0 => return self.known.words(),
            1 => "1 course".to_owned(),
            count => format!("{count} courses"),
        };
        match self.known.least {
            0 => format!("not known: the length of {courses} is not known"),
            least => format!("at least {}; the length of {courses} is not known", hours(least)),
        }
    }
}

/// A course that the plan asks a school to book.
#[derive(Clone, Debug)]
pub struct Booking<'a> {
    /// Which course.
    pub listing: &'a Listing,
    /// For which roles.
    pub roles: Vec<Role>,
    /// For how many people.
    pub people: u32,
    /// How long it is for one of them.
    pub span: Option<Span>,
    /// What to ask before booking it.
    pub ask_first: Vec<String>,
}

/// What a plan costs, as far as prices are known: three sums that are never
/// added up to one.
#[derive(Clone, Debug, Default)]
pub struct Costs<'a> {
    /// For all people, where a price is for one, in pence.
    pub people: u64,
    /// For one run of each course that has one price, in pence.
    pub courses: u64,
    /// Where a price is for a school, in pence.
    pub schools: u64,
    /// What is free, or free to schools.
    pub free: Vec<&'a Listing>,
    /// What costs we do not know: ask.
    pub ask: Vec<&'a Listing>,
}

impl Costs<'_> {
    /// Whether no course is planned at all.
    pub fn is_empty(&self) -> bool {
        self.people + self.courses + self.schools == 0 && self.free.is_empty() && self.ask.is_empty()
    }
}

impl<'a> Row<'a> {
    /// How long all of it is for one person.
    pub fn hours(&self) -> Hours {
        let unknown = self.picks.iter().filter(|pick| pick.span.is_none()).count();
        Hours { known: self.picks.iter().filter_map(|pick| pick.span).fold(Span::default(), Span::and), unknown }
    }
}

impl<'a> Plan<'a> {
    /// Each course once, in the order in which the roles come to it.
    pub fn bookings(&self) -> Vec<Booking<'a>> {
        let mut bookings: Vec<Booking<'a>> = Vec::new();
        for row in &self.rows {
            for pick in &row.picks {
                add(&mut bookings, row, pick);
            }
        }
        bookings
    }

    /// How long all of it is for all people.
    pub fn hours(&self) -> Hours {
        let bookings = self.bookings();
        let known = bookings.iter().filter_map(|one| Some(one.span?.times(one.people)));
        Hours {
            known: known.fold(Span::default(), Span::and),
            unknown: bookings.iter().filter(|one| one.span.is_none()).count(),
        }
    }

    /// What it costs, as far as that is known.
    pub fn costs(&self) -> Costs<'a> {
        let mut costs = Costs::default();
        for booking in self.bookings() {
            let price = booking.listing.training.as_ref().and_then(|training| training.price);
            let kind = booking.listing.cost.as_ref().map(|cost| cost.value.kind);
            match (price, kind) {
                (Some(price), _) => {
                    let pence = u64::from(price.pence);
                    match price.per {
                        Per::Person => costs.people += pence * u64::from(booking.people),
                        Per::Course => costs.courses += pence,
                        Per::School => costs.schools += pence,
                    }
                }
                (None, Some(CostKind::Free | CostKind::FreeToSchools)) => costs.free.push(booking.listing),
                (None, _) => costs.ask.push(booking.listing),
            }
        }
        costs
    }
}

fn add<'a>(bookings: &mut Vec<Booking<'a>>, row: &Row<'a>, pick: &Pick<'a>) {
    let at = bookings.iter().position(|one| one.listing.id == pick.listing.id);
    if let Some(booking) = at.and_then(|at| bookings.get_mut(at)) {
        booking.roles.push(row.role);
        booking.people += u32::from(row.people);
        return;
    }
    bookings.push(Booking {
        listing: pick.listing,
        roles: vec![row.role],
        people: row.people.into(),
        span: pick.span,
        ask_first: pick.ask_first.clone(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_never_counted_as_nought() {
        let hours = |least, most, unknown| Hours { known: Span { least, most }, unknown }.words();
        assert_eq!(hours(180, 180, 0), "3 hours");
        assert_eq!(hours(180, 240, 2), "at least 3 hours; the length of 2 courses is not known");
        assert_eq!(hours(0, 0, 1), "not known: the length of 1 course is not known");
    }
}
