//! A booklet: what of the directory is printed for people without the internet,
//! and in which order.
//!
//! Nobody can search paper. So each entry stands in it once in full, under where
//! it is for, and the indexes lead to it: by worry, by age, by name. What is for
//! school staff alone is in none, nor what is held; what has ended is only in
//! the index by name, and leads on.

mod book;

pub use book::{Book, Entry, Help, HelpRoute, Index, IndexGroup, Line, Part, PartGroup, Row, Said, Section};

use crate::Directory;
use crate::age::AgeChoice;
use crate::area::{Area, Areas, Place};
use crate::closed::Closed;
use crate::fact::Answer;
use crate::listing::{Listing, Standing};
use crate::search::age_answer;
use crate::sorted;
use crate::vocabulary::{Kind, Need};
use crate::words::fold;

/// How much of the directory a booklet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Whole,
    /// What there is for families in one of its areas: what is for that area, for
    /// wider ones, and for all of England.
    Area(Place),
}

impl Scope {
    /// Every booklet of a site: the whole, and one for each area that a family
    /// can choose.
    pub fn all(areas: &Areas) -> Vec<Self> {
        let places = areas.choices().filter(|place| *place != Place::Elsewhere);
        [Self::Whole].into_iter().chain(places.map(Self::Area)).collect()
    }

    /// The slug of its area; the whole has none.
    pub fn slug(self, areas: &Areas) -> Option<&str> {
        match self {
            Self::Whole => None,
            Self::Area(place) => Some(areas.slug(place)),
        }
    }

    /// The booklet of the area with this slug.
    pub fn of(slug: &str, areas: &Areas) -> Option<Self> {
        areas.from_slug(slug).filter(|place| *place != Place::Elsewhere).map(Self::Area)
    }

    /// The file to print, from the folder of the site.
    pub fn file(self, areas: &Areas) -> String {
        self.slug(areas).map_or_else(|| "booklet.pdf".to_owned(), |slug| format!("booklet/{slug}.pdf"))
    }

    fn holds(self, listing: &Listing, areas: &Areas) -> bool {
        match self {
            Self::Whole => true,
            Self::Area(place) => listing.area.serves(place, areas) != Answer::No,
        }
    }
}

/// What stands in a booklet.
#[derive(Debug, Default)]
pub struct Contents<'a> {
    /// Every entry once, under where it is for, then by kind.
    pub places: Vec<AtPlace<'a>>,
    /// The entries of each worry that has some, the best first.
    pub by_need: Vec<(Need, Vec<&'a Listing>)>,
    /// The entries of each age group that has some; `None`: ages not known.
    pub by_age: Vec<(Option<AgeChoice>, Vec<ForAge<'a>>)>,
    /// Every name, former ones and those of what has ended too.
    pub by_name: Vec<Name<'a>>,
}

/// The entries for one place.
#[derive(Debug)]
pub struct AtPlace<'a> {
    /// The place, as people call it.
    pub label: String,
    /// Its entries by kind, in the order of the vocabulary; by name, those that
    /// cannot be reached last.
    pub kinds: Vec<(Kind, Vec<&'a Listing>)>,
}

/// An entry of an age group.
#[derive(Clone, Copy, Debug)]
pub struct ForAge<'a> {
    /// Which.
    pub listing: &'a Listing,
    /// Whether it takes this age for certain, and not under a condition.
    pub is_certain: bool,
}

/// A name in the index.
#[derive(Clone, Debug)]
pub struct Name<'a> {
    /// As it stands there.
    pub name: &'a str,
    /// What it leads to.
    pub leads: Leads<'a>,
}

/// What a name leads to.
#[derive(Clone, Copy, Debug)]
pub enum Leads<'a> {
    /// The entry that has it.
    Here(&'a Listing),
    /// The entry that had it before.
    Renamed(&'a Listing),
    /// It has ended; what replaced it, if that is in the booklet.
    Ended(Option<&'a Listing>),
}

impl<'a> Leads<'a> {
    /// The entry in the booklet that it leads to, if there is one.
    pub fn next(self) -> Option<&'a Listing> {
        match self {
            Self::Here(listing) | Self::Renamed(listing) => Some(listing),
            Self::Ended(next) => next,
        }
    }
}

impl Directory {
    /// What stands in a booklet.
    pub fn booklet(&self, scope: Scope) -> Contents<'_> {
        let areas = &self.site.areas;
        let is_in = |listing: &&Listing| listing.is_for_families() && scope.holds(listing, areas);
        let all: Vec<&Listing> = self.listings().iter().filter(is_in).collect();
        let listed: Vec<&Listing> = all.iter().copied().filter(|listing| listing.standing.is_listed()).collect();
        Contents {
            places: places(&listed, areas, scope),
            by_need: by_need(&listed),
            by_age: by_age(&listed),
            by_name: self.by_name(&all),
        }
    }

    fn by_name<'a>(&'a self, all: &[&'a Listing]) -> Vec<Name<'a>> {
        let is_there = |one: &&Listing| all.iter().any(|other| other.id == one.id) && one.standing.is_listed();
        let names = |listing: &'a Listing| {
            let ended = || Leads::Ended(self.successor(listing).filter(is_there));
            let (own, former) = match listing.standing {
                Standing::Held | Standing::Withdrawn(_) => return Vec::new(),
                Standing::Ended(_) => (ended(), ended()),
                _ => (Leads::Here(listing), Leads::Renamed(listing)),
            };
            let former = listing.former_names.iter().map(|name| Name { name, leads: former });
            [Name { name: &listing.name, leads: own }].into_iter().chain(former).collect()
        };
        by_text(all.iter().copied().flat_map(names).collect(), |one: &Name<'_>| fold(one.name))
    }
}

/// Where an entry stands: the first of its areas, the booklet's own before all;
/// then all of England; then what is not known. The areas stand as in the site.
fn rank(area: &Area, areas: &Areas, scope: Scope) -> usize {
    let own = scope.slug(areas);
    let order = |slug: &String| match areas.named.iter().position(|one| one.slug == *slug) {
        Some(_) if own == Some(slug.as_str()) => Some(0),
        place => place.map(|place| place + 1),
    };
    let last = areas.named.len() + 1;
    match area.is_national {
        true => last,
        false => area.places.iter().filter_map(order).min().unwrap_or(last + 1),
    }
}

fn places<'a>(listed: &[&'a Listing], areas: &Areas, scope: Scope) -> Vec<AtPlace<'a>> {
    let own = scope.slug(areas).and_then(|slug| areas.named(slug)).map(|area| area.label.clone());
    let label = |rank: usize| match rank {
        0 => own.clone().unwrap_or_default(),
        rank if rank == areas.named.len() + 1 => "All of England".to_owned(),
        rank => areas
            .named
            .get(rank - 1)
            .map_or_else(|| "Elsewhere, or not known where".to_owned(), |area| area.label.clone()),
    };
    let ranks = 0..=areas.named.len() + 2;
    let at = |wanted: usize| {
        let here: Vec<_> =
            listed.iter().copied().filter(|listing| rank(&listing.area, areas, scope) == wanted).collect();
        (!here.is_empty()).then(|| AtPlace { label: label(wanted), kinds: kinds(&here) })
    };
    ranks.filter_map(at).collect()
}

fn kinds<'a>(here: &[&'a Listing]) -> Vec<(Kind, Vec<&'a Listing>)> {
    let of = |kind: Kind| {
        let those = here.iter().copied().filter(|listing| listing.kind == kind).collect();
        // Those that cannot be reached stand after the rest.
        let (reached, others): (Vec<_>, Vec<_>) =
            by_text(those, |one: &&Listing| fold(&one.name)).into_iter().partition(|one| !one.contacts.is_empty());
        (kind, reached.into_iter().chain(others).collect::<Vec<_>>())
    };
    Kind::all().iter().copied().map(of).filter(|(_, those)| !those.is_empty()).collect()
}

fn by_need<'a>(listed: &[&'a Listing]) -> Vec<(Need, Vec<&'a Listing>)> {
    let needs = Need::for_families().chain([Need::General]);
    let of = |need| (need, listed.iter().copied().filter(|listing| listing.needs.contains(need)).collect::<Vec<_>>());
    needs.map(of).filter(|(_, those)| !those.is_empty()).collect()
}

fn by_age<'a>(listed: &[&'a Listing]) -> Vec<(Option<AgeChoice>, Vec<ForAge<'a>>)> {
    let at = |age: AgeChoice| {
        let one = |listing: &&'a Listing| match age_answer(listing, age.years()) {
            _ if listing.ages.is_none() => None,
            Answer::No => None,
            answer => Some(ForAge { listing, is_certain: answer == Answer::Yes }),
        };
        (Some(age), listed.iter().filter_map(one).collect::<Vec<_>>())
    };
    let unknown = listed.iter().copied().filter(|listing| listing.ages.is_none());
    let unknown = unknown.map(|listing| ForAge { listing, is_certain: false }).collect();
    AgeChoice::groups().map(at).chain([(None, unknown)]).filter(|(_, those)| !those.is_empty()).collect()
}

/// In the order of a text of each, those with the same as they stood.
fn by_text<T: Clone>(all: Vec<T>, text: impl Fn(&T) -> String) -> Vec<T> {
    let texts: Vec<String> = all.iter().map(text).collect();
    let rows = sorted::by_text((0..all.len() as u32).collect(), &|row| texts.get(row as usize).map_or("", |one| one));
    rows.into_iter().filter_map(|row| all.get(row as usize).cloned()).collect()
}

#[cfg(test)]
mod tests;
