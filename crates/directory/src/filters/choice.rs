//! The groups of filters, and what can be chosen in each.

use crate::age::AgeChoice;
use crate::area::{Areas, Place};
use crate::closed::Closed;
use crate::vocabulary::{Asker, CostKind, Format, Kind, Need, Thrive};

/// The groups of filters, in the order of the address.
pub const GROUPS: [Group; 8] =
    [Group::Age, Group::Need, Group::Thrive, Group::Area, Group::Access, Group::Format, Group::Cost, Group::Kind];

/// A group of filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// How old.
    Age,
    /// Which need.
    Need,
    /// Which THRIVE grouping.
    Thrive,
    /// Where.
    Area,
    /// Who can ask.
    Access,
    /// What it is like.
    Format,
    /// What it costs.
    Cost,
    /// Which kind of entry.
    Kind,
}

impl Group {
    /// Its key in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Need => "need",
            Self::Thrive => "thrive",
            Self::Area => "area",
            Self::Access => "access",
            Self::Format => "format",
            Self::Cost => "cost",
            Self::Kind => "kind",
        }
    }
}

/// One thing that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An age.
    Age(AgeChoice),
    /// A need.
    Need(Need),
    /// A THRIVE grouping.
    Thrive(Thrive),
    /// A place.
    Area(Place),
    /// Who asks.
    Access(Asker),
    /// A format.
    Format(Format),
    /// A cost.
    Cost(CostKind),
    /// A kind of entry.
    Kind(Kind),
}

impl Choice {
    /// The group that it belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::Age(_) => Group::Age,
            Self::Need(_) => Group::Need,
            Self::Thrive(_) => Group::Thrive,
            Self::Area(_) => Group::Area,
            Self::Access(_) => Group::Access,
            Self::Format(_) => Group::Format,
            Self::Cost(_) => Group::Cost,
            Self::Kind(_) => Group::Kind,
        }
    }

    /// Its place among the bits of [`Filters`](super::Filters).
    pub(super) fn bit(self) -> u32 {
        match self {
            Self::Age(one) => one.index() as u32,
            Self::Need(one) => one as u32,
            Self::Thrive(one) => one as u32,
            Self::Area(place) => place.bit(),
            Self::Access(one) => one as u32,
            Self::Format(one) => one as u32,
            Self::Cost(one) => one as u32,
            Self::Kind(one) => one as u32,
        }
    }

    /// Its word in the address.
    pub fn slug(self, areas: &Areas) -> &str {
        match self {
            Self::Age(one) => one.slug(),
            Self::Need(one) => one.slug(),
            Self::Thrive(one) => one.slug(),
            Self::Area(place) => areas.slug(place),
            Self::Access(one) => one.slug(),
            Self::Format(one) => one.slug(),
            Self::Cost(one) => one.slug(),
            Self::Kind(one) => one.slug(),
        }
    }
}

/// Every option of a group, in the order people see.
pub fn options(group: Group, areas: &Areas) -> impl Iterator<Item = Choice> + use<> {
    fn each<T: Closed>(choice: fn(T) -> Choice) -> Vec<Choice> {
        T::all().iter().copied().map(choice).collect()
    }
    let options = match group {
        Group::Age => each(Choice::Age),
        Group::Need => Need::for_staff().map(Choice::Need).collect(),
        Group::Thrive => each(Choice::Thrive),
        Group::Area => areas.choices().map(Choice::Area).collect(),
        Group::Access => each(Choice::Access),
        Group::Format => each(Choice::Format),
        Group::Cost => each(Choice::Cost),
        Group::Kind => each(Choice::Kind),
    };
    options.into_iter()
}
