//! Facets as bit sets: one bit for each listing, one set for each option.
//!
//! The bits stand in the order of the listings, which is the order of equals;
//! so what a search finds comes out ranked but for the basis of its facts.

use super::facet::{Answers, Facet};
use super::judge::{area_answer, askers, only, years_if};
use super::order::Tier;
use super::{Row, View};
use crate::age::{AgeChoice, choices_with};
use crate::area::{Areas, Place};
use crate::closed::{Choices, Closed};
use crate::fact::{Basis, Fact};
use crate::filters::{Choice, Filters, Group, options};
use crate::listing::Listing;
use crate::vocabulary::{Asker, CostKind, Format, Kind, Need, Thrive};
use fixedbitset::FixedBitSet;

/// The facets of a directory.
#[derive(Debug)]
pub struct Index {
    listed: FixedBitSet,
    families: FixedBitSet,
    pub(super) age: Facet<AgeChoice>,
    /// Ages that a listing takes under a condition.
    age_if: Facet<AgeChoice>,
    pub(super) need: Facet<Need>,
    thrive: Facet<Thrive>,
    places: Vec<(Place, Answers)>,
    unanswered: Answers,
    pub(super) area_ours: FixedBitSet,
    pub(super) access: Facet<Asker>,
    pub(super) format: Facet<Format>,
    pub(super) cost: Facet<CostKind>,
    kind: Facet<Kind>,
    tiers: Vec<Tier>,
    name_order: Vec<u32>,
    /// Those for the whole country.
    pub(super) national: FixedBitSet,
}

fn fact<T: Closed>(fact: Option<&Fact<Choices<T>>>) -> Option<(Choices<T>, Basis)> {
    fact.map(|fact| (fact.value, fact.basis))
}

impl Index {
    /// The facets of these listings, given the tier of each, and all rows by name.
    pub(crate) fn new(listings: &[Listing], areas: &Areas, tiers: Vec<Tier>, by_name: &[u32]) -> Self {
        let bits = |is_so: &dyn Fn(&Listing) -> bool| -> FixedBitSet {
            let mut bits = FixedBitSet::with_capacity(listings.len());
            listings.iter().enumerate().for_each(|(row, listing)| bits.set(row, is_so(listing)));
            bits
        };
        let place = |place: Place| (place, Answers::of(listings, &|listing| area_answer(listing, Some(place), areas)));
        Self {
            listed: bits(&|listing| listing.standing.is_listed()),
            families: bits(&|listing| listing.standing.is_listed() && listing.is_for_families()),
            age: Facet::new(listings, |listing| {
                listing.ages.as_ref().map(|ages| (choices_with(ages.value.years()), ages.basis))
            }),
            age_if: Facet::new(listings, |listing| Some((choices_with(years_if(listing)), Basis::Stated))),
            need: Facet::new(listings, |listing| (!listing.needs.is_empty()).then_some((listing.needs, Basis::Stated))),
            thrive: Facet::new(listings, |listing| listing.thrive.map(|thrive| (thrive, Basis::Stated))),
            places: areas.choices().map(place).collect(),
            unanswered: Answers::of(listings, &|listing| area_answer(listing, None, areas)),
            area_ours: bits(&|listing| listing.area.basis == Basis::Ours),
            access: Facet::new(listings, |listing| {
                askers(listing).zip(listing.access.askers.as_ref().map(|fact| fact.basis))
            }),
            format: Facet::new(listings, |listing| fact(listing.format.as_ref())),
            cost: Facet::new(listings, |listing| listing.cost.as_ref().map(|cost| (only(cost.value.kind), cost.basis))),
            kind: Facet::new(listings, |listing| Some((only(listing.kind), Basis::Stated))),
            tiers,
            name_order: places(by_name),
            national: bits(&|listing| listing.area.is_national),
        }
    }

    /// Those that a view shows at all.
    pub(crate) fn seen_by(&self, view: View) -> &FixedBitSet {
        match view {
            View::Families => &self.families,
            View::Staff => &self.listed,
        }
    }

    /// Who answers a group; `None` where all do, because nothing was chosen.
    /// Only the area is asked then too: a local listing is not known until the
    /// question is answered.
    pub(super) fn answers(&self, group: Group, filters: Filters) -> Option<Answers> {
        match group {
            Group::Age => self.age.answers(filters.age).map(|mut answers| {
                answers.open.union_with(&self.age_if.any_of(filters.age));
                answers
            }),
            Group::Need => self.need.answers(filters.need).map(|mut answers| {
                if let Some(general) = self.any_worry(filters.need) {
                    answers.open.union_with(general);
                }
                answers
            }),
            Group::Thrive => self.thrive.answers(filters.thrive),
            Group::Area => Some(self.area_answers(filters)),
            Group::Access => self.access.answers(filters.access),
            Group::Format => self.format.answers(filters.format),
            Group::Cost => self.cost.answers(filters.cost),
            Group::Kind => self.kind.answers(filters.kind),
        }
    }

    /// Those that answer what was chosen by answering any worry, if it is a
    /// family's worry at all.
    pub(super) fn any_worry(&self, chosen: Choices<Need>) -> Option<&FixedBitSet> {
        if chosen.iter().any(Need::is_for_families) { self.need.with(Need::General) } else { None }
    }

    fn area_answers(&self, filters: Filters) -> Answers {
        if filters.area.is_empty() {
            return self.unanswered.clone();
        }
        let mut answers = Answers::none(self.listed.len());
        for (_, place) in self.places.iter().filter(|(place, _)| filters.area.contains(*place)) {
            answers.yes.union_with(&place.yes);
            answers.open.union_with(&place.open);
        }
        answers
    }

    /// Those that fit one option.
    fn fitting(&self, choice: Choice) -> Option<&FixedBitSet> {
        match choice {
            Choice::Age(one) => self.age.with(one),
            Choice::Need(one) => self.need.with(one),
            Choice::Thrive(one) => self.thrive.with(one),
            Choice::Area(one) => self.places.iter().find(|(place, _)| *place == one).map(|(_, answers)| &answers.yes),
            Choice::Access(one) => self.access.with(one),
            Choice::Format(one) => self.format.with(one),
            Choice::Cost(one) => self.cost.with(one),
            Choice::Kind(one) => self.kind.with(one),
        }
    }

    /// How many of `others` would answer each option of a group.
    pub(super) fn counts(&self, group: Group, others: &FixedBitSet, areas: &Areas) -> Vec<(Choice, usize)> {
        let count = |choice| self.fitting(choice).map_or(0, |fitting| fitting.intersection_count(others));
        options(group, areas).map(|choice| (choice, count(choice))).collect()
    }

    /// What ranks a row before anything that was asked.
    pub(super) fn tier(&self, row: Row) -> Tier {
        self.tiers.get(row.0 as usize).copied().unwrap_or(Tier::LAST)
    }

    /// Its place among all names.
    pub(super) fn name_order(&self, row: Row) -> u32 {
        self.name_order.get(row.0 as usize).copied().unwrap_or(u32::MAX)
    }
}

/// The place of each listing among all names.
fn places(by_name: &[u32]) -> Vec<u32> {
    let mut places = vec![u32::MAX; by_name.len()];
    for (place, row) in by_name.iter().enumerate() {
        places.iter_mut().skip(*row as usize).take(1).for_each(|one| *one = place as u32);
    }
    places
}
