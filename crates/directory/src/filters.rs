//! Filters: everything that a reader has chosen, as one value.
//!
//! The default asks for everything. What is chosen stands in the address after
//! `#`, in one canonical form; reading it never fails, and what is not
//! understood is dropped and named, never read as "all".

use crate::age::AgeChoice;
use crate::area::{Areas, Place, Places};
use crate::closed::{Choices, Closed};
use crate::finding::cut;
use crate::vocabulary::{Asker, CostKind, Format, Kind, Need, Thrive};

/// Everything that a reader has chosen. OR inside a group, AND between groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// How old the child is.
    pub age: Choices<AgeChoice>,
    /// What they are worried about.
    pub need: Choices<Need>,
    /// What kind of help they look for.
    pub thrive: Choices<Thrive>,
    /// Where they live, go to school or have a GP. Empty: not answered.
    pub area: Places,
    /// Who is to ask.
    pub access: Choices<Asker>,
    /// What the help is to be like.
    pub format: Choices<Format>,
    /// What it may cost.
    pub cost: Choices<CostKind>,
    /// Which kind of entry.
    pub kind: Choices<Kind>,
}

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

/// A part of an address that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The key, cut to 40 characters.
    pub key: String,
    /// The value, cut to 40 characters.
    pub value: String,
}

/// The most dropped parts that are named.
const MOST_DROPPED: usize = 8;

/// The longest fragment that is looked at, in bytes; no address that this code
/// writes comes near it.
const LONGEST: usize = 4096;

impl Filters {
    /// Whether nothing is chosen.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// These with one choice added if it was not there, taken away if it was.
    #[must_use]
    pub fn toggled(mut self, choice: Choice) -> Self {
        match choice {
            Choice::Age(one) => self.age = self.age.toggled(one),
            Choice::Need(one) => self.need = self.need.toggled(one),
            Choice::Thrive(one) => self.thrive = self.thrive.toggled(one),
            Choice::Area(one) => self.area = self.area.toggled(one),
            Choice::Access(one) => self.access = self.access.toggled(one),
            Choice::Format(one) => self.format = self.format.toggled(one),
            Choice::Cost(one) => self.cost = self.cost.toggled(one),
            Choice::Kind(one) => self.kind = self.kind.toggled(one),
        }
        self
    }

    /// Whether one thing is chosen.
    pub fn contains(self, choice: Choice) -> bool {
        match choice {
            Choice::Age(one) => self.age.contains(one),
            Choice::Need(one) => self.need.contains(one),
            Choice::Thrive(one) => self.thrive.contains(one),
            Choice::Area(one) => self.area.contains(one),
            Choice::Access(one) => self.access.contains(one),
            Choice::Format(one) => self.format.contains(one),
            Choice::Cost(one) => self.cost.contains(one),
            Choice::Kind(one) => self.kind.contains(one),
        }
    }

    /// These without anything in one group.
    #[must_use]
    pub fn lifted(mut self, group: Group) -> Self {
        match group {
            Group::Age => self.age = Choices::default(),
            Group::Need => self.need = Choices::default(),
            Group::Thrive => self.thrive = Choices::default(),
            Group::Area => self.area = Places::default(),
            Group::Access => self.access = Choices::default(),
            Group::Format => self.format = Choices::default(),
            Group::Cost => self.cost = Choices::default(),
            Group::Kind => self.kind = Choices::default(),
        }
        self
    }

    /// Everything that is chosen, in the order of the address.
    pub fn chosen(self, areas: &Areas) -> Vec<Choice> {
        GROUPS.iter().flat_map(|group| options(*group, areas)).filter(|choice| self.contains(*choice)).collect()
    }

    /// Reads what stands after `#`, with what was dropped.
    pub fn read(fragment: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let mut filters = Self::default();
        let mut dropped = Vec::new();
        let mut drop = |key: &str, value: &str| {
            if dropped.len() < MOST_DROPPED {
                dropped.push(Dropped { key: cut(key, 40), value: cut(value, 40) });
            }
        };
        let end = (0..=LONGEST.min(fragment.len())).rev().find(|end| fragment.is_char_boundary(*end));
        let (fragment, rest) = fragment.split_at(end.unwrap_or(0));
        for part in fragment.split('&').filter(|part| !part.is_empty()) {
            let (key, values) = part.split_once('=').unwrap_or((part, ""));
            let Some(group) = GROUPS.into_iter().find(|group| group.key() == key) else {
                drop(key, values);
                continue;
            };
            for value in values.replace("%2C", ",").replace("%2c", ",").split(',').filter(|value| !value.is_empty()) {
                match options(group, areas).find(|choice| choice.slug(areas) == value) {
                    Some(choice) if !filters.contains(choice) => filters = filters.toggled(choice),
                    Some(_) => {}
                    None => drop(key, value),
                }
            }
        }
        if !rest.is_empty() {
            drop("", rest);
        }
        (filters, dropped)
    }

    /// Writes what stands after `#`: one set of filters, one text.
    pub fn write(self, areas: &Areas) -> String {
        let mut written = String::new();
        for group in GROUPS {
            let chosen = options(group, areas).filter(|choice| self.contains(*choice));
            for (at, choice) in chosen.enumerate() {
                match (at, written.is_empty()) {
                    (0, true) => written.extend([group.key(), "="]),
                    (0, false) => written.extend(["&", group.key(), "="]),
                    _ => written.push(','),
                }
                written.push_str(choice.slug(areas));
            }
        }
        written
    }
}

/// Every option of a group, in the order people see.
pub fn options(group: Group, areas: &Areas) -> Box<dyn Iterator<Item = Choice> + '_> {
    fn each<T: Closed>(choice: fn(T) -> Choice) -> Box<dyn Iterator<Item = Choice>> {
        Box::new(T::all().iter().copied().map(choice))
    }
    match group {
        Group::Age => each(Choice::Age),
        Group::Need => Box::new(Need::for_staff().map(Choice::Need)),
        Group::Thrive => each(Choice::Thrive),
        Group::Area => Box::new(areas.choices().map(Choice::Area)),
        Group::Access => each(Choice::Access),
        Group::Format => each(Choice::Format),
        Group::Cost => each(Choice::Cost),
        Group::Kind => each(Choice::Kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::NamedArea;

    fn areas() -> Areas {
        let area = |slug: &str, is_choice| NamedArea {
            slug: slug.to_owned(),
            label: slug.to_owned(),
            within: None,
            is_choice,
            next_step: "Ask.".to_owned(),
        };
        Areas { named: vec![area("havering", true), area("southwark", true), area("london", false)] }
    }

    fn check(fragment: &str, canonical: &str, dropped: usize) {
        let (filters, lost) = Filters::read(fragment, &areas());
        assert_eq!(filters.write(&areas()), canonical, "{fragment}");
        assert_eq!(lost.len(), dropped, "{fragment}: {lost:?}");
    }

    #[test]
    fn what_is_not_understood_is_dropped_and_the_rest_is_kept() {
        check("need=dragons&need=sleep&age=old&utm=1", "need=sleep", 3);
        check("area=london,southwark", "area=southwark", 1);
        check("need=general", "", 1);
    }

    #[test]
    fn there_is_one_address_for_one_set_of_filters() {
        check(
            "kind=service&need=sleep,anxiety&age=y6,10,primary",
            "age=primary,y6,10&need=anxiety,sleep&kind=service",
            0,
        );
        check("need=sleep&need=sleep&&", "need=sleep", 0);
        check("area=elsewhere,havering", "area=havering,elsewhere", 0);
        check("need=sleep%2Canxiety", "need=anxiety,sleep", 0);
    }

    #[test]
    fn a_hostile_address_is_cut_short() {
        let (filters, dropped) = Filters::read(&format!("need=sleep&x={}", "é".repeat(100_000)), &areas());
        assert_eq!(filters.write(&areas()), "need=sleep");
        assert!(dropped.iter().all(|one| one.value.chars().count() <= 41));
    }
}
