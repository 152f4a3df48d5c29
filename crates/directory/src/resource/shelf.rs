//! What there is to read, teach with or use, by phase, need and sort.

use super::{Limit, Resource, ResourceChoice, Sort};
use crate::area::{Areas, Place};
use crate::catalogue::Directory;
use crate::closed::Closed;
use crate::fact::Answer;
use crate::filters::Filters;
use crate::fragment::tally::Tally;
use crate::listing::Listing;
use crate::search::{self, Outcome, Reason};
use crate::vocabulary::{Audience, Kind, Need, Phase};
use std::borrow::Cow;

/// Why a resource only may fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// We do not know for which phases it is.
    Phase,
    /// We do not know what sort of thing it is.
    Sort,
    /// A reason that any entry may have.
    Other(Reason),
}

impl Missing {
    /// The reason in words.
    pub fn words(&self) -> String {
        match self {
            Self::Phase => "We do not know which phases it is for.".to_owned(),
            Self::Sort => "We do not know what sort of thing it is.".to_owned(),
            Self::Other(reason) => reason.words(),
        }
    }
}

/// A resource, as it stands.
#[derive(Clone, Debug)]
pub struct OnShelf<'a> {
    /// Its entry.
    pub listing: &'a Listing,
    /// What is known of it; nothing where the entry says nothing.
    pub resource: Cow<'a, Resource>,
    /// Whether its version may be relied on.
    pub limit: Limit,
    /// Why it only may fit; empty where it fits.
    pub why: Vec<Missing>,
}

/// What fits, what is for any need, and what may fit.
#[derive(Clone, Debug, Default)]
pub struct Shelf<'a> {
    /// What fits.
    pub fits: Vec<OnShelf<'a>>,
    /// What is for any worry, and fits otherwise.
    pub any: Vec<OnShelf<'a>>,
    /// What may fit: ask.
    pub may: Vec<OnShelf<'a>>,
}

/// How many fit beside each option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceCounts {
    /// For each phase.
    pub phases: Vec<(Phase, usize)>,
    /// For each sort.
    pub sorts: Vec<(Sort, usize)>,
    /// For each need of which there is any resource.
    pub needs: Vec<(Need, usize)>,
    /// For each place.
    pub areas: Vec<(Place, usize)>,
}

impl Listing {
    /// What is known of it as a resource, if it is one that speaks to schools.
    fn as_school_resource(&self) -> Option<Cow<'_, Resource>> {
        let is_one = self.kind == Kind::Resource && self.standing.is_listed();
        let is_for_staff = self.audience.is_empty() || self.audience.contains(Audience::Staff);
        let known = || self.resource.as_ref().map_or(Cow::Owned(Resource::default()), Cow::Borrowed);
        (is_one && is_for_staff).then(known)
    }
}

impl Directory {
    /// The resources for a choice, in the order of equals; those past their
    /// limit after the rest.
    pub fn shelf(&self, choice: ResourceChoice) -> Shelf<'_> {
        let mut shelf = Shelf::default();
        for listing in self.listings() {
            let Some(resource) = listing.as_school_resource() else { continue };
            let (outcome, why) = judge(listing, &resource, choice, &self.site.areas);
            let limit = resource.limit(self.site.resource_months, self.today);
            let one = OnShelf { listing, resource, limit, why };
            match outcome {
                Outcome::Fits => shelf.fits.push(one),
                Outcome::AnyWorry => shelf.any.push(one),
                Outcome::May => shelf.may.push(one),
                Outcome::No => {}
            }
        }
        for part in [&mut shelf.fits, &mut shelf.any, &mut shelf.may] {
            let is_past = |one: &OnShelf<'_>| matches!(one.limit, Limit::Past(_));
            let (past, rest): (Vec<_>, Vec<_>) = part.drain(..).partition(is_past);
            part.extend(rest.into_iter().chain(past));
        }
        shelf
    }

    /// How many resources fit with each option alone in its group.
    pub fn resource_counts(&self, mut choice: ResourceChoice) -> ResourceCounts {
        let areas = &self.site.areas;
        let chosen = [choice.phase.bits(), choice.sort.bits(), choice.need.bits(), *choice.area.bits_mut()];
        let mut tally = Tally::of(chosen);
        for listing in self.listings() {
            let Some(resource) = listing.as_school_resource() else { continue };
            let phases = resource.phases.unwrap_or_default();
            tally.add([phases.bits(), resource.sorts.bits(), listing.needs.bits(), search::served(listing, areas)]);
        }
        let of = |group: usize, bit: usize| tally.count(group, bit as u32);
        ResourceCounts {
            phases: Phase::ALL.iter().map(|one| (*one, of(0, one.index()))).collect(),
            sorts: Sort::ALL.iter().map(|one| (*one, of(1, one.index()))).collect(),
            needs: Need::for_staff()
                .filter(|one| tally.is_offered(2, one.index() as u32))
                .map(|one| (one, of(2, one.index())))
                .collect(),
            areas: areas.choices().map(|place| (place, tally.count(3, place.bit()))).collect(),
        }
    }
}

impl<'a> Shelf<'a> {
    /// How many there are to try.
    pub fn to_try(&self) -> usize {
        self.fits.len() + self.any.len()
    }

    /// Those past their limit, wherever they stand.
    pub fn past(&self) -> impl Iterator<Item = &OnShelf<'a>> {
        let all = self.fits.iter().chain(&self.any).chain(&self.may);
        all.filter(|one| matches!(one.limit, Limit::Past(_)))
    }
}

/// Whether a resource fits, and why it only may.
fn judge(listing: &Listing, resource: &Resource, choice: ResourceChoice, areas: &Areas) -> (Outcome, Vec<Missing>) {
    let mut reasons = Vec::new();
    let (need, is_any) = search::need(listing, choice.need, &mut reasons);
    let filters = Filters { area: choice.area, ..Filters::default() };
    // With no place chosen, none is left out and none is asked after.
    let area = if choice.area.is_empty() { Answer::Yes } else { search::area(listing, filters, areas, &mut reasons) };
    let phase = search::answer(choice.phase, resource.phases);
    let sort = search::answer(choice.sort, Some(resource.sorts).filter(|sorts| !sorts.is_empty()));
    let mut why = Vec::new();
    why.extend((phase == Answer::NotKnown).then_some(Missing::Phase));
    why.extend((sort == Answer::NotKnown).then_some(Missing::Sort));
    why.extend(reasons.into_iter().map(Missing::Other));
    match [phase, sort, need, area].into_iter().fold(Answer::Yes, Answer::and) {
        Answer::No => (Outcome::No, Vec::new()),
        Answer::NotKnown => (Outcome::May, why),
        Answer::Yes if is_any => (Outcome::AnyWorry, why),
        Answer::Yes => (Outcome::Fits, why),
    }
}
