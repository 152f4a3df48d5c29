//! Filters: everything that a reader has chosen, as one value.
//!
//! The default asks for everything. What is chosen stands in the address after
//! `#`, in one canonical form; reading it never fails, and what is not
//! understood is dropped and named, never read as "all". Of somebody's own
//! words an address says that there were some, and none of them.

mod choice;

pub use choice::{Choice, GROUPS, Group, options};

use crate::age::AgeChoice;
use crate::area::{Areas, Places};
use crate::closed::Choices;
use crate::fragment::{Lost, cut_at_a_comma, cut_at_a_part};
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
    /// Whether own words narrow it further. They are no part of it: they stay
    /// in memory, and whoever opens a link with this mark has lost them.
    pub has_words: bool,
}

/// The mark of own words: the last key of an address, and its only value.
const WORDS: (&str, &str) = ("words", "not-kept");

/// A part of an address that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The key, cut to 40 characters.
    pub key: String,
    /// The value, cut to 40 characters.
    pub value: String,
}

impl Filters {
    /// Whether nothing is chosen.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// These with one choice added if it was not there, taken away if it was.
    #[must_use]
    pub fn toggled(mut self, choice: Choice) -> Self {
        *self.bits(choice.group()) ^= 1 << choice.bit();
        self
    }

    /// Whether one thing is chosen.
    pub fn contains(mut self, choice: Choice) -> bool {
        *self.bits(choice.group()) >> choice.bit() & 1 == 1
    }

    /// These without anything in one group.
    #[must_use]
    pub fn lifted(mut self, group: Group) -> Self {
        *self.bits(group) = 0;
        self
    }

    /// All that is chosen in either.
    #[must_use]
    pub fn and(mut self, mut other: Self) -> Self {
        GROUPS.into_iter().for_each(|group| *self.bits(group) |= *other.bits(group));
        Self { has_words: self.has_words || other.has_words, ..self }
    }

    /// What is chosen here and not there.
    #[must_use]
    pub fn without(mut self, mut other: Self) -> Self {
        GROUPS.into_iter().for_each(|group| *self.bits(group) &= !*other.bits(group));
        Self { has_words: self.has_words && !other.has_words, ..self }
    }

    /// What is chosen in both.
    #[must_use]
    pub fn shared(self, other: Self) -> Self {
        self.without(self.without(other))
    }

    /// The same with own words beside it, or without.
    #[must_use]
    pub fn with_words(self, has_words: bool) -> Self {
        Self { has_words, ..self }
    }

    /// What is chosen in one group.
    fn bits(&mut self, group: Group) -> &mut u64 {
        match group {
            Group::Age => self.age.bits_mut(),
            Group::Need => self.need.bits_mut(),
            Group::Thrive => self.thrive.bits_mut(),
            Group::Area => self.area.bits_mut(),
            Group::Access => self.access.bits_mut(),
            Group::Format => self.format.bits_mut(),
            Group::Cost => self.cost.bits_mut(),
            Group::Kind => self.kind.bits_mut(),
        }
    }

    /// Everything that is chosen, in the order of the address.
    pub fn chosen(self, areas: &Areas) -> Vec<Choice> {
        let mut chosen = Vec::new();
        for group in GROUPS {
            chosen.extend(options(group, areas).filter(|choice| self.contains(*choice)));
        }
        chosen
    }

    /// Reads what stands after `#`, with what was dropped.
    pub fn read(fragment: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let mut filters = Self::default();
        let mut lost = Lost::default();
        let (fragment, rest) = cut_at_a_part(fragment);
        for part in fragment.split('&').filter(|part| !part.is_empty()) {
            let (key, values) = part.split_once('=').unwrap_or((part, ""));
            if (key, values) == WORDS {
                filters.has_words = true;
                continue;
            }
            let Some(group) = GROUPS.into_iter().find(|group| group.key() == key) else {
                lost.note(key, values);
                continue;
            };
            let mut rest = values;
            while !rest.is_empty() {
                let (value, after) = cut_at_a_comma(rest);
                rest = after;
                match options(group, areas).find(|choice| choice.slug(areas) == value) {
                    _ if value.is_empty() => {}
                    Some(choice) if !filters.contains(choice) => filters = filters.toggled(choice),
                    Some(_) => {}
                    None => lost.note(key, value),
                }
            }
        }
        if !rest.is_empty() {
            lost.note("", rest);
        }
        (filters, lost.0)
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
        if self.has_words {
            let and = if written.is_empty() { "" } else { "&" };
            written.extend([and, WORDS.0, "=", WORDS.1]);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::NamedArea;
    use crate::fragment::LONGEST;

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
    fn of_own_words_an_address_says_only_that_there_were_some() {
        check("words=not-kept", "words=not-kept", 0);
        check("words=not-kept&need=sleep&words=not-kept", "need=sleep&words=not-kept", 0);
        check("words=she%20cuts&need=sleep", "need=sleep", 1);
        check("words&words=", "", 2);
    }

    #[test]
    fn filters_are_put_together_and_taken_apart() {
        let read = |text: &str| Filters::read(text, &areas()).0;
        let (one, other) = (read("age=10&need=sleep&words=not-kept"), read("need=sleep,anxiety&area=southwark"));
        assert_eq!(one.and(other), read("age=10&need=anxiety,sleep&area=southwark&words=not-kept"));
        assert_eq!(one.without(other), read("age=10&words=not-kept"));
        assert_eq!(one.shared(other), read("need=sleep"));
    }

    #[test]
    fn a_hostile_address_is_cut_short() {
        let (filters, dropped) = Filters::read(&format!("need=sleep&x={}", "é".repeat(100_000)), &areas());
        assert_eq!(filters.write(&areas()), "need=sleep");
        assert!(dropped.iter().all(|one| one.value.chars().count() <= 41));
    }
    #[test]
    fn a_word_that_the_limit_cuts_is_dropped_and_never_read_as_another() {
        for short in 0..8 {
            let long = format!("need=sleep&x={}&age=10,11", "1".repeat(LONGEST - 18 - short));
            let (filters, dropped) = Filters::read(&long, &areas());
            let written = filters.write(&areas());
            assert!(written == "need=sleep" || written == "age=10,11&need=sleep", "{written}");
            assert!(!dropped.is_empty());
        }
    }
}
