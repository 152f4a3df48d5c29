//! What a school looks for among the courses, as one value.
//!
//! The default asks for everything. It stands in the address after `#` as the
//! filters of the directory do: reading never fails, writing is canonical.

use super::{Band, Mode};
use crate::area::{Areas, Places};
use crate::closed::{Choices, closed_set};
use crate::filters::Dropped;
use crate::fragment::{add_key, each_value, whole};
use crate::vocabulary::{CostKind, Need, Phase, Role};

closed_set! {
    /// When a date of a course is wanted.
    When {
        Month: "30-days", "Within 30 days";
        ThisTerm: "this-term", "Within the term";
        NextTerm: "next-term", "Within the term that follows";
        Dated: "any-date", "On any date that is known";
    }
}

/// The groups of choices, in the order of the address.
pub const GROUPS: [Group; 8] =
    [Group::Role, Group::Need, Group::Phase, Group::Length, Group::Mode, Group::Cost, Group::When, Group::Area];

/// A group of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Whose role it is for.
    Role,
    /// What it is about.
    Need,
    /// In which phase of education.
    Phase,
    /// How long it may be.
    Length,
    /// Where it is held.
    Mode,
    /// What it may cost.
    Cost,
    /// When there is a date.
    When,
    /// Where the school is.
    Area,
}

/// The keys of the groups, in their order, and that of how many rows stand open.
const KEYS: [&str; 9] = ["role", "need", "phase", "length", "mode", "cost", "when", "area", "show"];

/// How many rows stand open at first, and how many more each time.
pub const ROWS: u16 = 20;

/// The most rows that stand open.
const MOST_ROWS: u16 = 50 * ROWS;

impl Group {
    /// Its key in the address.
    pub fn key(self) -> &'static str {
        KEYS.get(self as usize).copied().unwrap_or_default()
    }
}

/// One thing that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The group that it belongs to.
    pub group: Group,
    /// Its place among the bits of its group.
    pub(super) bit: u32,
    /// Its word in the address.
    pub slug: &'a str,
    /// Its words for people.
    pub label: &'a str,
}

/// Every option of a group, in the order people see.
pub fn options(group: Group, areas: &Areas) -> Vec<Choice<'_>> {
    macro_rules! each {
        ($all:expr) => {
            $all.map(|one| Choice {
                group,
                bit: one as u32,
                slug: crate::closed::Closed::slug(one),
                label: one.label(),
            })
            .collect()
        };
    }
    match group {
        Group::Role => each!(Role::ALL.iter().copied()),
        Group::Need => each!(Need::for_staff()),
        Group::Phase => each!(Phase::ALL.iter().copied()),
        Group::Length => each!(Band::ALL.iter().copied()),
        Group::Mode => each!(Mode::ALL.iter().copied()),
        Group::Cost => each!(CostKind::ALL.iter().copied()),
        Group::When => each!(When::ALL.iter().copied()),
        Group::Area => areas
            .choices()
            .map(|place| Choice { group, bit: place.bit(), slug: areas.slug(place), label: areas.label(place) })
            .collect(),
    }
}

/// Everything that was chosen. OR inside a group, AND between groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Whose role it is for.
    pub role: Choices<Role>,
    /// What it is about.
    pub need: Choices<Need>,
    /// In which phase of education.
    pub phase: Choices<Phase>,
    /// How long it may be.
    pub length: Choices<Band>,
    /// Where it is held.
    pub mode: Choices<Mode>,
    /// What it may cost.
    pub cost: Choices<CostKind>,
    /// When there is a date.
    pub when: Choices<When>,
    /// Where the school is. Empty: not answered.
    pub area: Places,
    /// How many rows stand open; it chooses nothing.
    ///
    /// Invariant: some times [`ROWS`], held by [`Wanted::showing`].
    pub(in crate::training) rows: u16,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            role: Choices::default(),
            need: Choices::default(),
            phase: Choices::default(),
            length: Choices::default(),
            mode: Choices::default(),
            cost: Choices::default(),
            when: Choices::default(),
            area: Places::default(),
            rows: ROWS,
        }
    }
}

impl Wanted {
    /// How many rows stand open.
    pub fn rows(self) -> usize {
        self.rows.into()
    }

    /// The same with so many rows open, if that is some times [`ROWS`].
    #[must_use]
    pub fn showing(self, rows: u16) -> Self {
        let is_so = rows.is_multiple_of(ROWS) && (ROWS..=MOST_ROWS).contains(&rows);
        if is_so { Self { rows, ..self } } else { self }
    }

    /// The same with more rows open.
    #[must_use]
    pub fn showing_more(self) -> Self {
        self.showing(self.rows + ROWS)
    }

    /// These with one choice added if it was not there, taken away if it was.
    #[must_use]
    pub fn toggled(mut self, choice: Choice<'_>) -> Self {
        *self.bits_mut(choice.group) ^= 1 << choice.bit;
        self
    }

    /// Whether one thing is chosen.
    pub fn contains(self, choice: Choice<'_>) -> bool {
        self.bits(choice.group) >> choice.bit & 1 == 1
    }

    /// These without anything in one group.
    #[must_use]
    pub fn lifted(mut self, group: Group) -> Self {
        *self.bits_mut(group) = 0;
        self
    }

    /// What is chosen in one group.
    pub(super) fn bits(mut self, group: Group) -> u64 {
        *self.bits_mut(group)
    }

    fn bits_mut(&mut self, group: Group) -> &mut u64 {
        match group {
            Group::Role => self.role.bits_mut(),
            Group::Need => self.need.bits_mut(),
            Group::Phase => self.phase.bits_mut(),
            Group::Length => self.length.bits_mut(),
            Group::Mode => self.mode.bits_mut(),
            Group::Cost => self.cost.bits_mut(),
            Group::When => self.when.bits_mut(),
            Group::Area => self.area.bits_mut(),
        }
    }

    /// Everything that is chosen, in the order of the address.
    pub fn chosen(self, areas: &Areas) -> Vec<Choice<'_>> {
        GROUPS.into_iter().flat_map(|group| options(group, areas)).filter(|choice| self.contains(*choice)).collect()
    }

    /// Reads what stands after `#`, with what was dropped.
    pub fn read(fragment: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let mut wanted = Self::default();
        let dropped = each_value(fragment, &KEYS, &mut |at, value| {
            let Some(group) = GROUPS.get(at).copied() else {
                let rows = whole(value).filter(|rows| wanted.showing(*rows).rows == *rows && wanted.rows == ROWS);
                wanted = rows.map_or(wanted, |rows| wanted.showing(rows));
                return rows.is_some();
            };
            let choice = options(group, areas).into_iter().find(|one| one.slug == value);
            if let Some(choice) = choice.filter(|choice| !wanted.contains(*choice)) {
                wanted = wanted.toggled(choice);
            }
            choice.is_some()
        });
        (wanted, dropped)
    }

    /// Writes what stands after `#`: one set of choices, one text.
    pub fn write(self, areas: &Areas) -> String {
        let mut written = String::new();
        for group in GROUPS {
            let options = options(group, areas);
            let chosen = options.iter().filter(|choice| self.contains(**choice));
            add_key(&mut written, group.key(), chosen.map(|choice| choice.slug));
        }
        let more = (self.rows > ROWS).then(|| self.rows.to_string());
        add_key(&mut written, KEYS[GROUPS.len()], more.into_iter());
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, canonical: &str, dropped: usize) {
        let (wanted, lost) = Wanted::read(fragment, &Areas::default());
        assert_eq!(wanted.write(&Areas::default()), canonical, "{fragment}");
        assert_eq!(lost.len(), dropped, "{fragment}: {lost:?}");
    }

    #[test]
    fn what_is_not_understood_is_dropped_and_the_rest_is_kept() {
        check("role=senco,cook&when=yesterday,any-date&x=1", "role=senco&when=any-date", 3);
        check("need=general", "", 1);
        check("length=half-day&length=1-day%2Chalf-day", "length=half-day,1-day", 0);
    }

    #[test]
    fn as_many_rows_stand_open_as_were_asked_for() {
        check("show=40", "show=40", 0);
        check("show=20", "", 0);
        check("show=30&show=0&show=99999", "", 3);
        check("show=40,60", "show=40", 1);
        assert_eq!(Wanted::default().showing_more().rows(), 40);
        let most = (0..100).fold(Wanted::default(), |wanted, _| wanted.showing_more());
        assert_eq!(most.rows(), 1000);
    }
}
