//! Ages, as services state them and as families ask for them.
//!
//! A service says "11 to 17"; a parent says "my child is 12", "Year 6" or
//! "primary school". All are whole years and both ends count. A service that
//! names no age is not known: it may fit, ask.

use crate::closed::{Choices, Closed};

/// The oldest whole year that can be written; nobody has been older than 122.
pub const OLDEST: u8 = 120;

/// The oldest year that families can choose.
pub const OLDEST_CHOICE: u8 = 25;

/// The ages a service takes, both ends included.
///
/// Invariant: `youngest <= oldest <= OLDEST`, held by [`AgeRange::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeRange {
    youngest: u8,
    oldest: u8,
}

impl AgeRange {
    /// The range from one whole year to another, if it can be.
    pub fn new(youngest: u64, oldest: u64) -> Option<Self> {
        let fits = youngest <= oldest && oldest <= u64::from(OLDEST);
        let (youngest, oldest) = (u8::try_from(youngest).ok()?, u8::try_from(oldest).ok()?);
        fits.then_some(Self { youngest, oldest })
    }

    /// The first year it takes.
    pub fn youngest(self) -> u8 {
        self.youngest
    }

    /// The last year it takes.
    pub fn oldest(self) -> u8 {
        self.oldest
    }

    /// The years of it that families can choose.
    pub fn years(self) -> Years {
        Years::between(self.youngest, self.oldest)
    }

    /// In words: "aged 5 to 11", "any age", "up to 25", "13 and over".
    pub fn words(self) -> String {
        match (self.youngest, self.oldest) {
            (0, OLDEST) => "any age".to_owned(),
            (0, oldest) => format!("up to age {oldest}"),
            (youngest, OLDEST) => format!("aged {youngest} and over"),
            (youngest, oldest) if youngest == oldest => format!("aged {youngest}"),
            (youngest, oldest) => format!("aged {youngest} to {oldest}"),
        }
    }
}

/// A set of whole years from 0 to 25.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Years(u32);

impl Years {
    /// Every year from one to another, both included; those over 25 are left out.
    pub fn between(first: u8, last: u8) -> Self {
        let last = last.min(OLDEST_CHOICE);
        if first > last { Self::default() } else { Self((u32::MAX >> (31 - last)) & (u32::MAX << first)) }
    }

    fn only(year: u8) -> Self {
        Self::between(year, year)
    }

    /// The years of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have a year in common.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Each year, youngest first.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..=OLDEST_CHOICE).filter(move |year| self.meets(Self::only(*year)))
    }
}

/// A way to say how old a child is.
///
/// Groups may share a year where children of that year are in both. A school
/// year stands for two ages and matches either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeChoice {
    place: u8,
}

/// Slug, short words, long words, first and last year of each choice that is
/// not an exact age. The groups come first.
type Named = (&'static str, &'static str, &'static str, u8, u8);
const NAMED: [Named; 19] = [
    ("early-years", "Under 5", "Under 5", 0, 4),
    ("primary", "5 to 11", "Primary school, about 5 to 11", 4, 10),
    ("secondary", "11 to 16", "Secondary school, about 11 to 16", 11, 16),
    ("post-16", "16 to 18", "16 to 18, sixth form or college", 16, 18),
    ("young-adult", "18 to 25", "18 to 25", 18, 25),
    ("reception", "Reception", "Reception", 4, 5),
    ("y1", "Year 1", "Year 1", 5, 6),
    ("y2", "Year 2", "Year 2", 6, 7),
    ("y3", "Year 3", "Year 3", 7, 8),
    ("y4", "Year 4", "Year 4", 8, 9),
    ("y5", "Year 5", "Year 5", 9, 10),
    ("y6", "Year 6", "Year 6", 10, 11),
    ("y7", "Year 7", "Year 7", 11, 12),
    ("y8", "Year 8", "Year 8", 12, 13),
    ("y9", "Year 9", "Year 9", 13, 14),
    ("y10", "Year 10", "Year 10", 14, 15),
    ("y11", "Year 11", "Year 11", 15, 16),
    ("y12", "Year 12", "Year 12", 16, 17),
    ("y13", "Year 13", "Year 13", 17, 18),
];
const GROUPS: u8 = 5;
const NUMBERS: [&str; 26] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
    "21", "22", "23", "24", "25",
];
const ALL: [AgeChoice; 45] = {
    let mut all = [AgeChoice { place: 0 }; 45];
    let mut place = 0;
    while place < 45 {
        all[place as usize] = AgeChoice { place };
        place += 1;
    }
    all
};

const SLUGS: [&str; 45] = {
    let mut slugs = [""; 45];
    let mut place = 0;
    while place < 45 {
        slugs[place] = if place < NAMED.len() { NAMED[place].0 } else { NUMBERS[place - NAMED.len()] };
        place += 1;
    }
    slugs
};

impl Closed for AgeChoice {
    fn all() -> &'static [Self] {
        &ALL
    }
    fn index(self) -> usize {
        usize::from(self.place)
    }
    fn slugs() -> &'static [&'static str] {
        &SLUGS
    }
}

impl AgeChoice {
    /// The five age groups, youngest first.
    pub fn groups() -> impl Iterator<Item = Self> {
        ALL.into_iter().take(usize::from(GROUPS))
    }

    /// Reception to Year 13.
    pub fn school_years() -> impl Iterator<Item = Self> {
        ALL.into_iter().take(NAMED.len()).skip(usize::from(GROUPS))
    }

    /// Each exact age from 0 to 25.
    pub fn exact_ages() -> impl Iterator<Item = Self> {
        ALL.into_iter().skip(NAMED.len())
    }

    /// Whether it is one of the five groups.
    pub fn is_group(self) -> bool {
        self.place < GROUPS
    }

    fn named(self) -> Option<Named> {
        NAMED.get(self.index()).copied()
    }

    fn exact_place(self) -> usize {
        self.index().saturating_sub(NAMED.len()).min(NUMBERS.len() - 1)
    }

    /// The whole years it stands for.
    pub fn years(self) -> Years {
        match self.named() {
            Some((_, _, _, first, last)) => Years::between(first, last),
            None => Years::only(self.exact_place() as u8),
        }
    }

    /// A few words, for a chip: "5 to 11", "Year 6", "aged 9".
    pub fn short(self) -> String {
        match self.named() {
            Some(named) => named.1.to_owned(),
            None if self.exact_place() == 0 => "under 1".to_owned(),
            None => format!("aged {}", self.slug()),
        }
    }

    /// The whole label: "Primary school, about 5 to 11".
    pub fn label(self) -> String {
        self.named().map_or_else(|| self.short(), |named| named.2.to_owned())
    }
}

/// The choices that have a year in common with these.
pub(crate) fn choices_with(years: Years) -> Choices<AgeChoice> {
    ALL.into_iter().filter(|choice| choice.years().meets(years)).collect()
}

/// The years of every choice together.
pub fn years_of(choices: Choices<AgeChoice>) -> Years {
    choices.iter().map(AgeChoice::years).fold(Years::default(), Years::and)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meets(service: (u64, u64), slug: &str) -> bool {
        let range = AgeRange::new(service.0, service.1).map(AgeRange::years);
        let choice = AgeChoice::from_slug(slug).map(AgeChoice::years);
        range.zip(choice).is_some_and(|(range, choice)| range.meets(choice))
    }

    #[test]
    fn both_ends_count() {
        assert!(meets((11, 17), "11") && meets((11, 17), "17"));
        assert!(!meets((11, 17), "10") && !meets((11, 17), "18"));
    }

    #[test]
    fn eleven_to_eighteen_is_never_primary() {
        assert!(!meets((11, 18), "primary"));
        assert!(meets((11, 18), "secondary") && meets((11, 18), "y6"));
    }

    #[test]
    fn a_sixteen_year_old_is_in_two_groups() {
        assert!(meets((16, 16), "secondary") && meets((16, 16), "post-16"));
    }

    #[test]
    fn a_range_that_cannot_be_is_none() {
        for (from, to) in [(12, 5), (0, 121), (400, 500), (u64::MAX, u64::MAX)] {
            assert_eq!(AgeRange::new(from, to), None);
        }
    }

    #[test]
    fn every_choice_leads_back_from_its_slug() {
        for choice in ALL {
            assert_eq!(AgeChoice::from_slug(choice.slug()), Some(choice));
            assert_ne!(choice.years(), Years::default());
        }
        assert_eq!(AgeChoice::from_slug("y6").map(|c| c.years().iter().collect()), Some(vec![10, 11]));
        assert_eq!(AgeChoice::from_slug("y14"), None);
        assert_eq!(AgeChoice::from_slug("26"), None);
    }

    #[test]
    fn words_never_use_a_dash() {
        for (from, to, words) in [
            (5, 11, "aged 5 to 11"),
            (0, 25, "up to age 25"),
            (13, 120, "aged 13 and over"),
            (0, 120, "any age"),
            (7, 7, "aged 7"),
        ] {
            assert_eq!(AgeRange::new(from, to).map(AgeRange::words).as_deref(), Some(words));
        }
    }
}
