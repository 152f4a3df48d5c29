//! What there is to read, teach with or use, by phase, need and sort.

use super::{Limit, Resource, Sort};
use crate::area::{Areas, Place, Places};
use crate::catalogue::Directory;
use crate::closed::Choices;
use crate::fact::Answer;
use crate::filters::{Dropped, Filters};
use crate::fragment::groups::{self, Group, ROWS};
use crate::listing::Listing;
use crate::search::{self, Outcome, Reason};
use crate::vocabulary::{Audience, Kind, Need, Phase};
use std::borrow::Cow;

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
    pub fn resource_counts(&self, choice: ResourceChoice) -> ResourceCounts {
        let count = |choice| self.shelf(choice).fits.len();
        let phase = |one: &Phase| (*one, count(ResourceChoice { phase: Choices::default().with(*one), ..choice }));
        let sort = |one: &Sort| (*one, count(ResourceChoice { sort: Choices::default().with(*one), ..choice }));
        let need = |one| (one, count(ResourceChoice { need: Choices::default().with(one), ..choice }));
        let area = |place| (place, count(ResourceChoice { area: Places::default().with(place), ..choice }));
        let offered = |need: &Need| {
            let is_for_it = |one: &Listing| one.needs.contains(*need) && one.as_school_resource().is_some();
            choice.need.contains(*need) || self.listings().iter().any(is_for_it)
        };
        ResourceCounts {
            phases: Phase::ALL.iter().map(phase).collect(),
            sorts: Sort::ALL.iter().map(sort).collect(),
            needs: Need::for_staff().filter(offered).map(need).collect(),
            areas: self.site.areas.choices().map(area).collect(),
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
