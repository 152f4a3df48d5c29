//! Facets as bit sets: one bit for each listing, one set for each option.
//!
//! The bits stand in the order of the listings, which is the order of equals;
//! so what a search finds comes out ranked but for the basis of its facts.

use super::{Row, View};
use crate::age::{OLDEST_CHOICE, years_of};
use crate::area::{Areas, Place};
use crate::closed::{Choices, Closed};
use crate::fact::{Answer, Basis, Fact};
use crate::filters::{Choice, Filters, Group, options};
use crate::listing::Listing;
use crate::vocabulary::{Asker, Audience, Need};
use crate::words::{NeedWords, fold};
use fixedbitset::FixedBitSet;

/// The facets of a directory.
#[derive(Debug)]
pub struct Index {
    listed: FixedBitSet,
    families: FixedBitSet,
    years: Vec<FixedBitSet>,
    /// Years that a listing takes under a condition.
    years_if: Vec<FixedBitSet>,
    ages_unknown: FixedBitSet,
    ages_ours: FixedBitSet,
    need: Facet,
    thrive: Facet,
    places: Vec<(Place, Answers)>,
    unanswered: Answers,
    area_ours: FixedBitSet,
    access: Facet,
    format: Facet,
    cost: Facet,
    kind: Facet,
    tiers: Vec<u8>,
    name_order: Vec<u32>,
    /// The folded text of each listing: name, provider, summary.
    pub(super) texts: Vec<[String; 3]>,
    /// The folded words of each need, in one text.
    pub(super) need_texts: Vec<String>,
    empty: FixedBitSet,
}

/// Who answers a group, as bits.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    /// Those that answer yes.
    pub(super) yes: FixedBitSet,
    /// Those that answer yes or are not known; for needs, also any worry.
    pub(super) open: FixedBitSet,
    /// Those for any worry, if a family's need was chosen.
    pub(super) general: FixedBitSet,
}

#[derive(Debug)]
struct Facet {
    yes: Vec<FixedBitSet>,
    unknown: FixedBitSet,
    ours: FixedBitSet,
}

impl Facet {
    fn new<T: Closed>(listings: &[Listing], read: impl Fn(&Listing) -> Option<(Choices<T>, Basis)>) -> Self {
        let none = FixedBitSet::with_capacity(listings.len());
        let mut facet = Self { yes: vec![none.clone(); T::all().len()], unknown: none.clone(), ours: none };
        for (row, listing) in listings.iter().enumerate() {
            let Some((members, basis)) = read(listing) else {
                facet.unknown.insert(row);
                continue;
            };
            members.iter().for_each(|member| facet.yes[member.index()].insert(row));
            facet.ours.set(row, basis == Basis::Ours);
        }
        facet
    }

    fn any_of<T: Closed>(&self, chosen: Choices<T>) -> FixedBitSet {
        let mut yes = FixedBitSet::with_capacity(self.unknown.len());
        chosen.iter().for_each(|one| yes.union_with(&self.yes[one.index()]));
        yes
    }
}

fn one<T: Closed>(choice: T) -> Choices<T> {
    Choices::default().with(choice)
}

fn fact<T: Closed>(fact: Option<&Fact<Choices<T>>>) -> Option<(Choices<T>, Basis)> {
    fact.map(|fact| (fact.value, fact.basis))
}

/// Who can ask, where "just turn up" lets families in too.
pub(super) fn askers(listing: &Listing) -> Option<Choices<Asker>> {
    let askers = listing.access.askers.as_ref()?.value;
    let turn_up = askers.contains(Asker::TurnUp);
    Some(if turn_up { askers.with(Asker::YoungPerson).with(Asker::Parent) } else { askers })
}

impl Index {
    /// The facets of these listings.
    pub(crate) fn new(listings: &[Listing], areas: &Areas, tier: impl Fn(&Listing) -> u8, words: &NeedWords) -> Self {
        let bits = |is_so: &dyn Fn(&Listing) -> bool| -> FixedBitSet {
            let mut bits = FixedBitSet::with_capacity(listings.len());
            listings.iter().enumerate().filter(|(_, listing)| is_so(listing)).for_each(|(row, _)| bits.insert(row));
            bits
        };
        let by_year = |takes: &dyn Fn(&Listing, u8) -> bool| -> Vec<FixedBitSet> {
            (0..=OLDEST_CHOICE).map(|year| bits(&|listing| takes(listing, year))).collect()
        };
        let place = |place: Place| {
            let answer = |listing: &Listing| super::judge::area_answer(listing, Some(place), areas);
            (place, Answers::of(&|wanted| bits(&|listing| wanted(answer(listing))), listings.len()))
        };
        let unanswered = |listing: &Listing| super::judge::area_answer(listing, None, areas);
        let families = one(Audience::Parent).with(Audience::YoungPerson);
        let name_order = {
            let mut rows: Vec<u32> = (0..listings.len() as u32).collect();
            rows.sort_by_cached_key(|row| fold(&listings[*row as usize].name));
            let mut order = vec![0; rows.len()];
            rows.iter().enumerate().for_each(|(at, row)| order[*row as usize] = at as u32);
            order
        };
        Self {
            listed: bits(&|listing| listing.standing.is_listed()),
            families: bits(&|listing| listing.standing.is_listed() && listing.audience.meets(families)),
            years: by_year(&|listing, year| {
                listing.ages.as_ref().is_some_and(|ages| ages.value.years().iter().any(|one| one == year))
            }),
            years_if: by_year(&|listing, year| {
                let oldest = listing.ages.as_ref().map_or(0, |ages| ages.value.oldest());
                listing.ages_extended.iter().any(|more| (oldest..=more.to).contains(&year))
            }),
            ages_unknown: bits(&|listing| listing.ages.is_none()),
            ages_ours: bits(&|listing| listing.ages.as_ref().is_some_and(|ages| ages.basis == Basis::Ours)),
            need: Facet::new(listings, |listing| (!listing.needs.is_empty()).then_some((listing.needs, Basis::Stated))),
            thrive: Facet::new(listings, |listing| listing.thrive.map(|thrive| (thrive, Basis::Stated))),
            places: areas.choices().map(place).collect(),
            unanswered: Answers::of(&|wanted| bits(&|listing| wanted(unanswered(listing))), listings.len()),
            area_ours: bits(&|listing| listing.area.basis == Basis::Ours),
            access: Facet::new(listings, |listing| {
                askers(listing).zip(listing.access.askers.as_ref().map(|fact| fact.basis))
            }),
            format: Facet::new(listings, |listing| fact(listing.format.as_ref())),
            cost: Facet::new(listings, |listing| listing.cost.as_ref().map(|cost| (one(cost.value.kind), cost.basis))),
            kind: Facet::new(listings, |listing| Some((one(listing.kind), Basis::Stated))),
            tiers: listings.iter().map(tier).collect(),
            name_order,
            texts: listings.iter().map(text).collect(),
            need_texts: Need::ALL.iter().map(|need| format!(" {} ", words.of(*need).join(" "))).collect(),
            empty: FixedBitSet::with_capacity(listings.len()),
        }
    }

    /// Those that a view shows at all.
    pub(super) fn seen_by(&self, view: View) -> &FixedBitSet {
        match view {
            View::Families => &self.families,
            View::Staff => &self.listed,
        }
    }

    /// Who answers a group. An empty choice is answered by all, but for the
    /// area: a local listing is not known until the question is answered.
    pub(super) fn answers(&self, group: Group, filters: Filters) -> Answers {
        match group {
            Group::Age => self.age_answers(filters),
            Group::Need => self.need_answers(filters.need),
            Group::Thrive => self.facet_answers(&self.thrive, filters.thrive),
            Group::Area => self.area_answers(filters),
            Group::Access => self.facet_answers(&self.access, filters.access),
            Group::Format => self.facet_answers(&self.format, filters.format),
            Group::Cost => self.facet_answers(&self.cost, filters.cost),
            Group::Kind => self.facet_answers(&self.kind, filters.kind),
        }
    }

    fn facet_answers<T: Closed>(&self, facet: &Facet, chosen: Choices<T>) -> Answers {
        if chosen.is_empty() {
            return self.all();
        }
        self.with_unknown(facet.any_of(chosen), &facet.unknown)
    }

    fn with_unknown(&self, yes: FixedBitSet, unknown: &FixedBitSet) -> Answers {
        let mut open = yes.clone();
        open.union_with(unknown);
        Answers { yes, open, general: self.empty.clone() }
    }

    fn all(&self) -> Answers {
        Answers { yes: self.listed.clone(), open: self.listed.clone(), general: self.empty.clone() }
    }

    fn age_answers(&self, filters: Filters) -> Answers {
        if filters.age.is_empty() {
            return self.all();
        }
        let mut yes = self.empty.clone();
        let mut unknown = self.ages_unknown.clone();
        for year in years_of(filters.age).iter() {
            yes.union_with(&self.years[usize::from(year)]);
            unknown.union_with(&self.years_if[usize::from(year)]);
        }
        self.with_unknown(yes, &unknown)
    }

    fn need_answers(&self, chosen: Choices<Need>) -> Answers {
        if chosen.is_empty() {
            return self.all();
        }
        let mut answers = self.with_unknown(self.need.any_of(chosen), &self.need.unknown);
        if chosen.iter().any(Need::is_for_families) {
            answers.general = self.need.yes[Need::General.index()].clone();
            answers.general.difference_with(&answers.yes);
            answers.open.union_with(&answers.general);
        }
        answers
    }

    fn area_answers(&self, filters: Filters) -> Answers {
        if filters.area.is_empty() {
            return self.unanswered.clone();
        }
        let mut answers = self.with_unknown(self.empty.clone(), &self.empty);
        for (_, place) in self.places.iter().filter(|(place, _)| filters.area.contains(*place)) {
            answers.yes.union_with(&place.yes);
            answers.open.union_with(&place.open);
        }
        answers
    }

    /// How many of `others` would answer each option of a group.
    pub(super) fn counts(&self, group: Group, others: &FixedBitSet, areas: &Areas) -> Vec<(Choice, usize)> {
        let count = |choice: Choice| {
            let alone = Filters::default().toggled(choice);
            match choice {
                Choice::Age(_) => self.answers(group, alone).yes.intersection_count(others),
                Choice::Need(need) => self.need.yes[need.index()].intersection_count(others),
                Choice::Thrive(one) => self.thrive.yes[one.index()].intersection_count(others),
                Choice::Area(_) => self.answers(group, alone).yes.intersection_count(others),
                Choice::Access(one) => self.access.yes[one.index()].intersection_count(others),
                Choice::Format(one) => self.format.yes[one.index()].intersection_count(others),
                Choice::Cost(one) => self.cost.yes[one.index()].intersection_count(others),
                Choice::Kind(one) => self.kind.yes[one.index()].intersection_count(others),
            }
        };
        options(group, areas).map(|choice| (choice, count(choice))).collect()
    }

    /// What ranks a row: its tier; exact need before any worry; what is stated
    /// before our own reading; then the order of equals.
    pub(super) fn rank(&self, row: Row, filters: Filters) -> (u8, bool, bool, Row) {
        let at = row.0 as usize;
        let is_exact =
            filters.need.is_empty() || filters.need.iter().any(|need| self.need.yes[need.index()].contains(at));
        let is_ours = [
            (!filters.age.is_empty(), &self.ages_ours),
            (!filters.area.is_empty(), &self.area_ours),
            (!filters.access.is_empty(), &self.access.ours),
            (!filters.format.is_empty(), &self.format.ours),
            (!filters.cost.is_empty(), &self.cost.ours),
        ];
        let is_ours = is_ours.into_iter().any(|(is_asked, ours)| is_asked && ours.contains(at));
        (self.tiers.get(at).copied().unwrap_or(u8::MAX), !is_exact, is_ours, row)
    }

    /// Whether nothing is known of how to reach it.
    pub(super) fn lacks_contact(&self, row: Row) -> bool {
        self.tiers.get(row.0 as usize).is_none_or(|tier| tier >> 4 > 0)
    }

    /// Its place among all names; those without a contact come last.
    pub(super) fn name_order(&self, row: Row) -> (bool, u32) {
        (self.lacks_contact(row), self.name_order.get(row.0 as usize).copied().unwrap_or(u32::MAX))
    }
}

impl Answers {
    fn of(bits: &dyn Fn(&dyn Fn(Answer) -> bool) -> FixedBitSet, size: usize) -> Self {
        Self {
            yes: bits(&|answer| answer == Answer::Yes),
            open: bits(&|answer| answer != Answer::No),
            general: FixedBitSet::with_capacity(size),
        }
    }
}

fn text(listing: &Listing) -> [String; 3] {
    let names = [listing.name.as_str()].into_iter().chain(listing.former_names.iter().map(String::as_str));
    let names = names.collect::<Vec<_>>().join(" ");
    let provider = listing.provider.as_ref().map_or("", |fact| fact.value.as_str());
    [names.as_str(), provider, &listing.summary].map(|text| format!(" {} ", fold(text)))
}
