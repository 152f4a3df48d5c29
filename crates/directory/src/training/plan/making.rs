//! Making a plan: the first course of each role together, so that they are few;
//! then a second one where it adds something.

use super::course::{Candidate, Fit, asked, candidates};
use super::{Missing, Pick, Plan, Row, Team, Why};
use crate::Directory;
use crate::closed::Choices;
use crate::training::Span;
use crate::vocabulary::{Need, Role};

/// The most courses for one person.
const MOST: usize = 2;

/// A role while its courses are chosen.
struct Open<'a> {
    role: Role,
    people: u16,
    candidates: Vec<Candidate<'a>>,
    chosen: Vec<Candidate<'a>>,
}

pub(super) fn plan(directory: &Directory, team: Team) -> Plan<'_> {
    let asked = asked(directory, &team);
    let open = |(role, people)| Open { role, people, candidates: candidates(&asked, &team, role), chosen: Vec::new() };
    let mut all: Vec<_> = team.roles().map(open).collect();
    choose_first(&mut all, &team);
    for at in 0..all.len() {
        choose_second(&mut all, at, &team);
    }
    Plan { team, rows: all.into_iter().map(|open| open.row(directory, &team)).collect() }
}

/// Until each role has its first course: the one that serves most of those that
/// are open; of equals the shortest.
fn choose_first<'a>(all: &mut [Open<'a>], team: &Team) {
    loop {
        let best: Vec<_> = all.iter().map(|open| open.best(team)).collect();
        let serves = |one: &Candidate<'_>| best.iter().flatten().filter(|other| other.is(one.listing)).count();
        let first =
            best.iter().flatten().min_by_key(|one| (usize::MAX - serves(one), one.minutes(), &one.listing.name));
        let Some(first) = first.map(|first| first.listing.id.clone()) else { return };
        let own = |best: Vec<&Candidate<'a>>| best.into_iter().find(|one| one.listing.id == first).cloned();
        let chosen: Vec<_> = best.into_iter().map(own).collect();
        all.iter_mut().zip(chosen).for_each(|(open, chosen)| open.chosen.extend(chosen));
    }
}

/// A second course for one role, if it is to have one; one that is in the plan
/// already comes before another of the same rank.
fn choose_second(all: &mut [Open<'_>], at: usize, team: &Team) {
    let Some(open) = all.get(at).filter(|open| open.chosen.len() == 1) else { return };
    let left = open.left(team);
    let adds = |one: &Candidate<'_>| left.iter().filter(|need| one.covers.contains(*need)).count();
    let is_wanted = |one: &&Candidate<'_>| match team.need.is_empty() {
        true => one.rank.is_best(),
        false => adds(one) > 0,
    };
    let is_planned = |one: &Candidate<'_>| all.iter().flat_map(|open| &open.chosen).any(|other| other.is(one.listing));
    let fitting = open.others().filter(|one| one.fit(team, open.used()) == Fit::Yes).filter(is_wanted);
    let second = fitting.min_by_key(|one| (one.rank, usize::MAX - adds(one), !is_planned(one), one.minutes()));
    let second = second.cloned();
    if let Some(open) = all.get_mut(at) {
        open.chosen.extend(second);
    }
}

impl<'a> Open<'a> {
    /// Of the courses that come first for this role, those about most needs;
    /// none once it has one.
    fn best(&self, team: &Team) -> Vec<&Candidate<'a>> {
        let fitting = || self.candidates.iter().filter(|one| one.fit(team, Span::default()) == Fit::Yes);
        let rank = fitting().map(|one| one.rank).min();
        let first = || fitting().filter(|one| Some(one.rank) == rank && self.chosen.is_empty());
        let most = first().map(|one| one.covers.len()).max();
        first().filter(|one| Some(one.covers.len()) == most).collect()
    }

    /// The courses that were not chosen.
    fn others(&self) -> impl Iterator<Item = &Candidate<'a>> {
        self.candidates.iter().filter(|one| !self.chosen.iter().any(|other| other.is(one.listing)))
    }

    /// How long the chosen courses are, as far as that is known.
    fn used(&self) -> Span {
        self.chosen.iter().filter_map(|one| one.span).fold(Span::default(), Span::and)
    }

    /// The needs that were asked and that no chosen course is about.
    fn left(&self, team: &Team) -> Choices<Need> {
        let is_left = |need: &Need| !self.chosen.iter().any(|one| one.covers.contains(*need));
        team.need.iter().filter(is_left).collect()
    }

    fn row(self, directory: &Directory, team: &Team) -> Row<'a> {
        let pick = |one: &Candidate<'a>| Pick::of(directory, team, one);
        Row {
            role: self.role,
            people: self.people,
            picks: self.chosen.iter().map(pick).collect(),
            ask: self.ask(team).into_iter().map(pick).collect(),
            missing: self.missing(team),
        }
    }

    /// Courses of unknown length that come before what was chosen, or are about
    /// a need that is left.
    fn ask(&self, team: &Team) -> Vec<&Candidate<'a>> {
        let left = self.left(team);
        let rank = self.chosen.iter().map(|one| one.rank).min();
        let is_worth = |one: &&Candidate<'a>| rank.is_none_or(|rank| one.rank < rank) || one.covers.meets(left);
        let unknown = self.others().filter(|one| one.fit(team, Span::default()) == Fit::NotKnown);
        unknown.filter(is_worth).take(MOST).collect()
    }

    fn missing(&self, team: &Team) -> Vec<Missing> {
        if team.need.is_empty() {
            let why = self.chosen.is_empty().then(|| self.why(team, &|_| true));
            return why.map(|why| Missing { need: None, why }).into_iter().collect();
        }
        let missing = |need: Need| Missing { need: Some(need), why: self.why(team, &|one| one.covers.contains(need)) };
        self.left(team).iter().map(missing).collect()
    }

    /// Why none of some courses was chosen.
    fn why(&self, team: &Team, is_meant: &dyn Fn(&Candidate<'a>) -> bool) -> Why {
        let fits: Vec<_> =
            self.candidates.iter().filter(|one| is_meant(one)).map(|one| one.fit(team, Span::default())).collect();
        match fits.as_slice() {
            [] => Why::NoCourse,
            fits if fits.contains(&Fit::Yes) => Why::Full,
            fits if fits.contains(&Fit::NotKnown) => Why::LengthNotKnown,
            _ => Why::TooLong,
        }
    }
}
