//! Places: where a listing is for, and where a family lives, goes to school or
//! has its GP.
//!
//! A site names its areas in its own data; a family chooses among them,
//! "somewhere else", or does not say.

mod schools;

pub use schools::{Confirmed, SchoolList, Schools};

use crate::closed::Choices;
use crate::fact::{Answer, Basis};
use crate::vocabulary::LocalRule;

/// The most areas that one site may name.
pub const MOST_AREAS: usize = 40;

/// The slug of "somewhere else".
pub const ELSEWHERE: &str = "elsewhere";

/// Where a listing is for.
#[derive(Clone, Debug)]
pub struct Area {
    /// The slugs of its areas; empty with `is_national`.
    pub places: Vec<String>,
    /// Whether it is for all of England.
    pub is_national: bool,
    /// On whose word.
    pub basis: Basis,
    /// Who counts as local: any one of these. Empty: not known.
    pub rules: Choices<LocalRule>,
    /// A limit on all that: "only where the school pays". With it: ask.
    pub coverage: Option<String>,
    /// Which schools, where it depends on the school.
    pub schools: Schools,
    /// When the service last confirmed which schools it covers. `None`: never.
    pub coverage_confirmed: Option<Confirmed>,
}

/// An area that a site names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedArea {
    /// In addresses and files.
    pub slug: String,
    /// For people.
    pub label: String,
    /// The slug of the wider area that it lies in.
    pub within: Option<String>,
    /// Whether a family can choose it; a region that only holds others is not.
    pub is_choice: bool,
    /// What to do next when nothing fits here: never empty.
    pub next_step: String,
}

/// The areas of a site, in the order people see.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    /// At most [`MOST_AREAS`].
    pub named: Vec<NamedArea>,
}

/// Where a family is: one of the site's areas, or somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The area at this place of [`Areas::named`].
    Named(u8),
    /// None of them.
    Elsewhere,
}

/// Some places. A family may live in one and go to school in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places(u64);

const ELSEWHERE_BIT: u32 = MOST_AREAS as u32;

impl Place {
    pub(crate) fn bit(self) -> u32 {
        match self {
            Self::Named(place) => u32::from(place).min(ELSEWHERE_BIT - 1),
            Self::Elsewhere => ELSEWHERE_BIT,
        }
    }
}

impl Places {
    /// As bits, to be changed by whoever knows the places.
    pub(crate) fn bits_mut(&mut self) -> &mut u64 {
        &mut self.0
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, place: Place) -> Self {
        Self(self.0 | 1 << place.bit())
    }

    /// These with one added if it was not there, taken away if it was.
    #[must_use]
    pub fn toggled(self, place: Place) -> Self {
        Self(self.0 ^ 1 << place.bit())
    }

    /// Whether this place is among them.
    pub fn contains(self, place: Place) -> bool {
        self.0 >> place.bit() & 1 == 1
    }

    /// Whether there is none: the question was not answered.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Areas {
    /// The places that a family can choose, "somewhere else" last.
    pub fn choices(&self) -> impl Iterator<Item = Place> + '_ {
        let named = self.named.iter().take(MOST_AREAS).enumerate();
        let chosen = named.filter(|(_, area)| area.is_choice);
        chosen.filter_map(|(at, _)| u8::try_from(at).ok()).map(Place::Named).chain([Place::Elsewhere])
    }

    fn at(&self, place: Place) -> Option<&NamedArea> {
        match place {
            Place::Named(at) => self.named.get(usize::from(at)),
            Place::Elsewhere => None,
        }
    }

    /// The word in addresses.
    pub fn slug(&self, place: Place) -> &str {
        self.at(place).map_or(ELSEWHERE, |area| &area.slug)
    }

    /// The words for people.
    pub fn label(&self, place: Place) -> &str {
        self.at(place).map_or("Somewhere else", |area| &area.label)
    }

    /// The place with this slug.
    pub fn from_slug(&self, slug: &str) -> Option<Place> {
        self.choices().find(|place| self.slug(*place) == slug)
    }

    /// The area with this slug, whether or not a family can choose it.
    pub fn named(&self, slug: &str) -> Option<&NamedArea> {
        self.named.iter().find(|area| area.slug == slug)
    }

    /// What to do next in the places chosen; the first area's where none was.
    pub fn next_step(&self, places: Places) -> Option<&str> {
        let chosen = self.choices().find(|place| places.contains(*place)).and_then(|place| self.at(place));
        let steps = chosen.into_iter().chain(&self.named).map(|area| area.next_step.as_str());
        steps.into_iter().find(|step| !step.trim().is_empty())
    }

    /// Whether an area is another one, or lies in it.
    pub(crate) fn lies_in(&self, slug: &str, outer: &str) -> bool {
        let wider = |slug: &&str| self.named(slug).and_then(|area| area.within.as_deref());
        // Areas that lie in each other in a ring are left after one round.
        std::iter::successors(Some(slug), wider).take(MOST_AREAS + 1).any(|one| one == outer)
    }

    /// Whether a family that is nowhere in the areas to choose may be here.
    fn may_be_elsewhere(&self, slug: &str) -> bool {
        !self.named.iter().any(|area| area.is_choice && self.lies_in(slug, &area.slug))
    }
}

impl Area {
    /// Whether it serves a family in this place, by place alone.
    ///
    /// A region that holds the family's borough serves it. Somewhere else may
    /// lie in the region or not, a family of the region may be in the part
    /// that is served, and nothing said of its area is no area: not known.
    pub fn serves(&self, place: Place, areas: &Areas) -> Answer {
        if self.is_national {
            return Answer::Yes;
        }
        let serves = |slug: &String| match areas.at(place) {
            Some(area) if areas.lies_in(&area.slug, slug) => Answer::Yes,
            Some(area) if areas.lies_in(slug, &area.slug) => Answer::NotKnown,
            Some(_) => Answer::No,
            None if areas.may_be_elsewhere(slug) => Answer::NotKnown,
            None => Answer::No,
        };
        self.places.iter().map(serves).reduce(Answer::or).unwrap_or(Answer::NotKnown)
    }

    /// Whether it asks anything beyond place: a coverage, or certain schools.
    pub fn is_limited(&self) -> bool {
        self.coverage.is_some() || matches!(self.schools, Schools::Listed(_) | Schools::NotKnown)
    }

    /// Where it is for, in words: "All of England", "Havering".
    pub fn words(&self, areas: &Areas) -> String {
        if self.is_national {
            return "All of England".to_owned();
        }
        if self.places.is_empty() {
            return "Not known".to_owned();
        }
        let label = |slug: &String| areas.named(slug).map_or(slug.clone(), |area| area.label.clone());
        self.places.iter().map(label).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas() -> Areas {
        let area = |slug: &str, within: Option<&str>, is_choice| NamedArea {
            slug: slug.to_owned(),
            label: slug.to_owned(),
            within: within.map(str::to_owned),
            is_choice,
            next_step: "Ask.".to_owned(),
        };
        let london = area("london", Some("england-and-wales"), false);
        let east = area("north-east-london", Some("london"), false);
        Areas {
            named: vec![
                area("havering", Some("north-east-london"), true),
                area("southwark", Some("london"), true),
                area("harold-hill", Some("havering"), false),
                london,
                east,
                area("one", Some("two"), false),
                area("two", Some("one"), false),
            ],
        }
    }

    fn check(served: &str, chosen: &str, expected: Answer) {
        let area = Area {
            places: served.split(',').filter(|slug| !slug.is_empty()).map(str::to_owned).collect(),
            is_national: false,
            basis: Basis::Stated,
            rules: Choices::default(),
            coverage: None,
            schools: Schools::NotBySchool,
            coverage_confirmed: None,
        };
        let answer = areas().from_slug(chosen).map(|place| area.serves(place, &areas()));
        assert_eq!(answer, Some(expected), "{served} for {chosen}");
    }

    #[test]
    fn a_borough_and_every_region_around_it_serve_a_family_there() {
        for served in ["havering", "north-east-london", "london", "england-and-wales", "kent,london"] {
            check(served, "havering", Answer::Yes);
        }
    }

    #[test]
    fn another_borough_does_not_serve_it() {
        check("southwark", "havering", Answer::No);
        check("north-east-london", "southwark", Answer::No);
        check("one", "havering", Answer::No);
    }

    #[test]
    fn somewhere_else_may_lie_in_a_region_but_not_in_a_borough_of_ours() {
        check("london", "elsewhere", Answer::NotKnown);
        check("kent", "elsewhere", Answer::NotKnown);
        check("one", "elsewhere", Answer::NotKnown);
        check("havering", "elsewhere", Answer::No);
        check("harold-hill", "elsewhere", Answer::No);
        check("southwark,london", "elsewhere", Answer::NotKnown);
    }

    #[test]
    fn a_part_of_a_borough_or_no_area_at_all_is_not_known() {
        check("harold-hill", "havering", Answer::NotKnown);
        check("", "havering", Answer::NotKnown);
        check("", "elsewhere", Answer::NotKnown);
    }
}
