//! How fresh an entry is, counted in school terms.
//!
//! Unless a publisher's rules say otherwise, checked this term or last is
//! current; one term older is late; two or more is very late, "may be out of
//! date, call first". Never checked is a state of its own, ranked between late
//! and very late. Nothing here reads a clock.

use crate::day::Day;
use crate::review::Lateness;
use crate::sorted;

/// How long ago a publisher checked an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Checked not long ago.
    Current,
    /// To be checked again.
    Late,
    /// No publisher has checked it yet.
    NeverChecked,
    /// Not checked for so long that it may be out of date.
    VeryLate,
}

/// The terms of a year, and after how many of them a check is late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The first day of each, as month and day: 415 is 15 April.
    ///
    /// Invariant: in the order of the year, at least one; held by [`Terms::new`].
    starts: Vec<u32>,
    lateness: Lateness,
}

impl Terms {
    /// The terms that start on these days, each as `MM-DD`.
    pub fn new<'a>(starts: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let read = |start: &str| {
            // A leap year, so that 29 February is a day.
            let day = Day::read(&format!("2024-{start}"))?;
            (start.len() == 5).then(|| in_year(day))
        };
        let starts = starts.into_iter().map(read).collect::<Option<Vec<u32>>>()?;
        let mut starts = sorted::by_key(starts, &|start| start);
        starts.dedup();
        (!starts.is_empty()).then(|| Self { starts, lateness: Lateness::default() })
    }

    /// How many there are in a year.
    pub fn in_a_year(&self) -> usize {
        self.starts.len()
    }

    /// The same, with a check late after so many of them.
    #[must_use]
    pub fn late_after(self, lateness: Lateness) -> Self {
        Self { lateness, ..self }
    }

    /// How many terms have started since the year nought.
    fn count(&self, day: Day) -> i64 {
        let before = self.starts.iter().filter(|start| **start <= in_year(day)).count();
        i64::from(day.year()) * self.starts.len() as i64 + before as i64
    }

    /// The first day of the term that a day lies in.
    pub fn first_day(&self, day: Day) -> Option<Day> {
        self.starts_until(day).last()
    }

    /// The first day of the term before that one.
    pub fn first_day_before(&self, day: Day) -> Option<Day> {
        let this = self.first_day(day)?;
        self.starts_until(day).filter(|first| *first < this).last()
    }

    /// The first days of the terms that have started by a day, in their order:
    /// those of its year and of two before, in which at least two lie.
    fn starts_until(&self, day: Day) -> impl Iterator<Item = Day> {
        let years = day.year().saturating_sub(2)..=day.year();
        years
            .flat_map(|year| self.starts.iter().filter_map(move |first| start(year, *first)))
            .filter(move |f| *f <= day)
    }

    /// How many terms start after one day, up to another.
    pub fn between(&self, one: Day, other: Day) -> i64 {
        self.count(other) - self.count(one)
    }

    /// Whether no term starts between two days.
    pub fn is_one_term(&self, one: Day, other: Day) -> bool {
        self.count(one) == self.count(other)
    }

    /// How fresh an entry is on a day, given when it was last checked.
    pub fn freshness(&self, checked: Option<Day>, today: Day) -> Freshness {
        match checked.map(|checked| self.count(today) - self.count(checked)) {
            None => Freshness::NeverChecked,
            Some(terms) if terms < self.lateness.late.into() => Freshness::Current,
            Some(terms) if terms < self.lateness.very_late.into() => Freshness::Late,
            Some(_) => Freshness::VeryLate,
        }
    }

    /// The first day of each term that starts after a day, for some years.
    fn starts_after(&self, day: Day, years: u16) -> impl Iterator<Item = Day> {
        let start = |year, first: u32| Day::of(year, (first / 100) as u8, (first % 100) as u8);
        let years = day.year()..=day.year().saturating_add(years.into());
        let starts = years.flat_map(move |year| self.starts.iter().filter_map(move |first| start(year, *first)));
        starts.filter(move |first| *first > day)
    }

    /// The first days of the two terms that start after a day.
    pub fn coming(&self, day: Day) -> Option<[Day; 2]> {
        // A year has one term at least; one that starts on 29 February starts
        // every fourth year, or once in eight.
        let mut starts = self.starts_after(day, 16);
        Some([starts.next()?, starts.next()?])
    }

    /// The day from which a check of that day is late: as a rule the first of
    /// the second term after it.
    pub fn due(&self, checked: Day) -> Option<Day> {
        // A year has one term at least, so that this many years have enough.
        let mut starts = self.starts_after(checked, 1 + u16::from(self.lateness.late));
        starts.nth(usize::from(self.lateness.late.saturating_sub(1)))
    }
}

impl Default for Terms {
    /// 1 January, 15 April and 1 September.
    fn default() -> Self {
        Self { starts: vec![101, 415, 901], lateness: Lateness::default() }
    }
}

/// The day of a year on which a term starts; in most years there is no 29 February.
fn start(year: i32, first: u32) -> Option<Day> {
    Day::of(year, (first / 100) as u8, (first % 100) as u8)
}

/// Month and day as one number that grows with the year.
fn in_year(day: Day) -> u32 {
    u32::from(day.month()) * 100 + u32::from(day.day_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(checked: &str, today: &str, expected: Freshness) {
        let (Some(checked), Some(today)) = (Day::read(checked), Day::read(today)) else { unreachable!() };
        assert_eq!(Terms::default().freshness(Some(checked), today), expected, "{checked:?} {today:?}");
    }

    #[test]
    fn terms_decide_and_not_days() {
        check("2026-09-01", "2026-11-21", Freshness::Current);
        check("2026-08-31", "2026-11-21", Freshness::Current);
        check("2026-04-15", "2026-12-31", Freshness::Current);
        check("2026-04-14", "2026-09-01", Freshness::Late);
        check("2026-04-14", "2026-08-31", Freshness::Current);
        check("2025-12-31", "2026-09-01", Freshness::VeryLate);
        check("2027-01-01", "2026-09-01", Freshness::Current);
    }

    #[test]
    fn a_check_is_due_when_it_becomes_late() {
        for checked in ["2026-09-01", "2026-11-21", "2026-12-31", "2027-01-01", "2024-02-29"] {
            let Some(checked) = Day::read(checked) else { unreachable!() };
            let due = Terms::default().due(checked);
            assert_eq!(due.map(|due| Terms::default().freshness(Some(checked), due)), Some(Freshness::Late));
        }
        let due = Day::read("2026-11-21").and_then(|day| Terms::default().due(day));
        assert_eq!(due.map(Day::iso).as_deref(), Some("2027-04-15"));
    }

    #[test]
    fn a_publisher_who_looks_every_term_hears_of_it_a_term_earlier() {
        let terms = Terms::default().late_after(Lateness { late: 1, very_late: 2 });
        let on = |today: &str| Day::read(today).map(|today| terms.freshness(Day::read("2026-09-01"), today));
        assert_eq!(on("2026-12-31"), Some(Freshness::Current));
        assert_eq!(on("2027-01-01"), Some(Freshness::Late));
        assert_eq!(on("2027-04-15"), Some(Freshness::VeryLate));
        let due = Day::read("2026-09-01").and_then(|day| terms.due(day));
        assert_eq!(due.map(Day::iso).as_deref(), Some("2027-01-01"));
    }

    #[test]
    fn a_term_lasts_until_the_day_before_the_next() {
        for (today, this, last) in [
            ("2026-11-21", "2026-09-01", "2026-04-15"),
            ("2026-09-01", "2026-09-01", "2026-04-15"),
            ("2026-08-31", "2026-04-15", "2026-01-01"),
            ("2027-01-01", "2027-01-01", "2026-09-01"),
        ] {
            let (terms, Some(day)) = (Terms::default(), Day::read(today)) else { unreachable!() };
            assert_eq!(terms.first_day(day), Day::read(this), "{today}");
            assert_eq!(terms.first_day_before(day), Day::read(last), "{today}");
        }
        let yearly = Terms::new(["09-01"]).zip(Day::read("2026-03-01"));
        let first = yearly.map(|(terms, day)| (terms.first_day(day), terms.first_day_before(day)));
        assert_eq!(first, Some((Day::read("2025-09-01"), Day::read("2024-09-01"))));
    }

    #[test]
    fn never_checked_stands_between_late_and_very_late() {
        assert!(Freshness::Late < Freshness::NeverChecked && Freshness::NeverChecked < Freshness::VeryLate);
    }
}
