//! What is known of one course.

use super::{Band, Price, Session, Time};
use crate::closed::{Choices, closed_set};
use crate::day::Day;
use crate::fact::{Basis, Fact};
use crate::vocabulary::{Phase, Role};

closed_set! {
    /// Where a course is held. Some sources say "in person" and no more.
    Mode {
        InSchool: "in-school", "In your school";
        Elsewhere: "elsewhere", "Somewhere else";
        InPerson: "in-person", "In person";
        Online: "online", "Online";
    }
}

/// A course for staff or parents. What is `None` or empty is not known, if its
/// own line says nothing else.
#[derive(Clone, Debug)]
pub struct Training {
    /// On whose word all of it stands but the modes.
    pub basis: Basis,
    /// The roles that its provider says it suits.
    pub roles: Choices<Role>,
    /// For whom, in words.
    pub suits: String,
    /// Who recommends it for which roles: a body by its name, and never us.
    /// Empty: nobody that we know of.
    pub recommended: Vec<Recommendation>,
    /// The phases that it is for.
    pub phases: Choices<Phase>,
    /// How long, in words.
    pub length: Option<String>,
    /// How long, to count with: any one of these ways to take it.
    pub time: Vec<Time>,
    /// Where it is held.
    pub modes: Option<Fact<Choices<Mode>>>,
    /// Its level, in words.
    pub level: Option<String>,
    /// What goes on after it, such as supervision, in words.
    pub follow_up: Option<String>,
    /// What it costs. What kind of cost it is stands in the listing.
    pub price: Option<Price>,
    /// The dates that are known of, past ones too.
    pub dates: Vec<Session>,
    /// Anything else that its source says.
    pub note: Option<String>,
}

/// A body that recommends a course for some roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// For whom. [`Role::AllStaff`] is everyone.
    pub roles: Choices<Role>,
    /// Which body: "Example Council".
    pub by: String,
    /// When it said so.
    pub on: Day,
}

impl Training {
    /// The dates that can still be gone to, the first one first.
    pub fn coming(&self, today: Day) -> Vec<&Session> {
        let mut coming: Vec<_> = self.dates.iter().filter(|session| session.is_coming(today)).collect();
        coming.sort_by_key(|session| session.begins());
        coming
    }

    /// The lengths among which a school chooses; `None` is not known.
    pub fn bands(&self) -> Option<Choices<Band>> {
        let bands = self.time.iter().map(Time::bands).collect::<Option<Vec<_>>>()?;
        let all: Choices<Band> = bands.iter().flat_map(|bands| bands.iter()).collect();
        (!all.is_empty()).then_some(all)
    }

    /// The roles that it is for on anybody's word; `None` is not known.
    pub fn roles_known(&self) -> Option<Choices<Role>> {
        let recommended = self.recommended.iter().flat_map(|one| one.roles.iter());
        let all: Choices<Role> = self.roles.iter().chain(recommended).collect();
        (!all.is_empty()).then_some(all)
    }
}
