//! A plan for a school: many of its staff on the one or two courses that are
//! right for their role.
//!
//! The rule, for each role that is ticked:
//!
//! 1. Only courses that some body recommends for the role, or whose provider
//!    says that they suit it, come into question; and only such as answer the
//!    needs, phase and area that were asked, or may.
//! 2. What is recommended comes before what a provider calls suitable, then
//!    what answers all that was asked before what may, then the very role
//!    before all staff, then what runs before what is doubtful, then what a
//!    source states before our own reading.
//! 3. Of those that come first by that, and are about most of the needs, the
//!    course is taken that serves most roles at once, so that a school books
//!    few; then the shortest.
//! 4. A second course is added where a need is left that another one is about;
//!    where no need was asked, one that is recommended for the very role.
//! 5. Nothing is planned beyond the hours allowed. A course whose length is not
//!    known may fit in or not: it is named apart, to be asked about.

mod course;
mod making;
mod sheet;
mod team;
mod totals;

pub use sheet::sheet;
pub use team::{MOST_HOURS, MOST_PEOPLE, Team, read_hours, written_hours};
pub use totals::{Booking, Costs, Hours};

use super::Span;
use super::grid::Said;
use super::search::reasons;
use crate::Directory;
use crate::listing::{Listing, Standing};
use crate::vocabulary::{Need, Role};
use course::Candidate;

/// Who should go on what.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// For whom.
    pub team: Team,
    /// Each role that is ticked.
    pub rows: Vec<Row<'a>>,
}

/// One role of the plan.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Which role.
    pub role: Role,
    /// How many people have it.
    pub people: u16,
    /// One course or two; none if none is right.
    pub picks: Vec<Pick<'a>>,
    /// Courses that would come first or add something, whose length is not
    /// known, where hours are limited.
    pub ask: Vec<Pick<'a>>,
    /// What no course in the plan gives.
    pub missing: Vec<Missing>,
}

/// A course for one role.
#[derive(Clone, Debug)]
pub struct Pick<'a> {
    /// Which course.
    pub listing: &'a Listing,
    /// Who says that it is for this role.
    pub said: Said<'a>,
    /// How long it is for one person, in the shortest way that is known.
    pub span: Option<Span>,
    /// What to ask before booking it, one sentence each.
    pub ask_first: Vec<String>,
}

/// Something for which the plan has no course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// About what; `None`: for this role at all.
    pub need: Option<Need>,
    /// Why.
    pub why: Why,
}

/// Why a course is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// None is listed.
    NoCourse,
    /// Each is longer than the hours allowed.
    TooLong,
    /// How long it is, is not known.
    LengthNotKnown,
    /// There is one, beyond two courses or beyond the hours that are left.
    Full,
}

impl Missing {
    /// In a sentence.
    pub fn words(self) -> String {
        let about = self.need.map_or(String::new(), |need| format!(" about “{}”", need.label()));
        match self.why {
            Why::NoCourse => format!("We list no course for this role{about}."),
            Why::TooLong => format!("Each course for this role{about} is longer than the hours allowed."),
            Why::LengthNotKnown => format!("We do not know how long a course for this role{about} is. Ask."),
            Why::Full => format!("A course for this role{about} would be a third one, or more hours than allowed."),
        }
    }
}

impl<'a> Plan<'a> {
    /// The plan for a team.
    pub fn of(directory: &'a Directory, team: Team) -> Self {
        making::plan(directory, team)
    }

    /// What must be asked before a course is booked, one sentence each.
    fn ask_first(directory: &Directory, team: &Team, listing: &Listing) -> Vec<String> {
        let doubt = matches!(listing.standing, Standing::Doubtful(_)).then(|| "Ask if this still runs.".to_owned());
        doubt.into_iter().chain(reasons(directory, listing, team.wanted())).collect()
    }
}

impl<'a> Pick<'a> {
    fn of(directory: &Directory, team: &Team, candidate: &Candidate<'a>) -> Self {
        Self {
            listing: candidate.listing,
            said: candidate.said,
            span: candidate.span,
            ask_first: Plan::ask_first(directory, team, candidate.listing),
        }
    }
}
