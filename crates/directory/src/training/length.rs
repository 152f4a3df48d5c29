//! How long a course takes: as its source says it, and in hours where that can
//! be worked out.
//!
//! A day has as many hours as the school counts for it. How long a "session"
//! or a "week" is nobody says, so their hours are not known.

use super::Mode;
use crate::closed::{Choices, closed_set};
use std::fmt::{self, Display};

closed_set! {
    /// What the length of a course is counted in.
    Unit {
        Minutes: "minutes", "minutes";
        HalfDays: "half-days", "half days";
        Days: "days", "days";
        Sessions: "sessions", "sessions";
        Weeks: "weeks", "weeks";
    }
}

closed_set! {
    /// The lengths among which a school chooses.
    Band {
        Short: "up-to-2-hours", "Up to 2 hours";
        HalfDay: "half-day", "About half a day";
        Day: "1-day", "About a day";
        Days: "2-days-or-more", "2 days or more";
        Spread: "over-weeks", "Several sessions, or over weeks";
    }
}

/// One way to take a course, and how long that is.
///
/// Invariant: `1 <= from <= to`, held by [`Time::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    unit: Unit,
    from: u16,
    to: u16,
    /// Where it is held if it is taken this way; `None` is not known.
    pub mode: Option<Mode>,
}

/// Whole minutes, from the least to the most that it may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub least: u32,
    /// The most.
    pub most: u32,
}

/// How long a school counts for a day, in half hours: a setting of its own.
///
/// Invariant: from half an hour to a whole day, held by [`DayLength::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLength(u8);

impl Default for DayLength {
    /// Six hours, about what is left of a school day without its breaks. It is
    /// a place to start from, shown beside the field where a school sets its own.
    fn default() -> Self {
        Self(12)
    }
}

impl DayLength {
    /// So many half hours, at most those of a whole day.
    pub fn new(half_hours: u16) -> Option<Self> {
        u8::try_from(half_hours).ok().filter(|half_hours| (1..=48).contains(half_hours)).map(Self)
    }

    /// In half hours.
    pub fn half_hours(self) -> u16 {
        self.0.into()
    }

    /// In minutes.
    pub fn minutes(self) -> u32 {
        u32::from(self.0) * 30
    }
}

impl Time {
    /// So many of a unit, or from so many to so many.
    pub fn new(unit: Unit, from: u16, to: Option<u16>, mode: Option<Mode>) -> Option<Self> {
        let to = to.unwrap_or(from);
        (1 <= from && from <= to).then_some(Self { unit, from, to, mode })
    }

    /// In minutes, if they can be worked out.
    pub fn span(&self, day: DayLength) -> Option<Span> {
        let of = |count: u16| match self.unit {
            Unit::Minutes => Some(u32::from(count)),
            Unit::HalfDays => Some(u32::from(count) * day.minutes() / 2),
            Unit::Days => Some(u32::from(count) * day.minutes()),
            Unit::Sessions | Unit::Weeks => None,
        };
        Some(Span { least: of(self.from)?, most: of(self.to)? })
    }

    /// The lengths that it may be; `None` is not known, as of one session.
    pub fn bands(&self) -> Option<Choices<Band>> {
        let of = |count: u16| match (self.unit, count) {
            (Unit::Sessions, 1) => None,
            (Unit::Sessions | Unit::Weeks, _) => Some(Band::Spread),
            (Unit::Minutes, ..=120) => Some(Band::Short),
            (Unit::Minutes, ..=240) | (Unit::HalfDays, 1) => Some(Band::HalfDay),
            (Unit::Minutes, ..=480) | (Unit::HalfDays, 2) | (Unit::Days, 1) => Some(Band::Day),
            (Unit::Minutes | Unit::HalfDays | Unit::Days, _) => Some(Band::Days),
        };
        let (first, last) = (of(self.from)?, of(self.to)?);
        Some(Band::ALL.iter().copied().filter(|band| (first..=last).contains(band)).collect())
    }

    /// In words: "90 minutes", "half a day", "5 to 6 days", "4 sessions online".
    pub fn words(&self) -> String {
        let unit = match (self.unit, self.to) {
            (Unit::HalfDays, 1) => return self.with_mode("half a day".to_owned()),
            (Unit::Minutes, 1) => "minute",
            (Unit::Days, 1) => "day",
            (Unit::Sessions, 1) => "session",
            (Unit::Weeks, 1) => "week",
            (unit, _) => unit.label(),
        };
        self.with_mode(match self.from == self.to {
            true => format!("{} {unit}", self.from),
            false => format!("{} to {} {unit}", self.from, self.to),
        })
    }

    fn with_mode(&self, words: String) -> String {
        match self.mode {
            Some(mode) => format!("{words} {}", mode.label().to_lowercase()),
            None => words,
        }
    }
}

impl Span {
    /// This and another one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.saturating_add(other.most) }
    }

    /// So many times this.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        Self { least: self.least.saturating_mul(count), most: self.most.saturating_mul(count) }
    }

    /// In words: "1 hour 30 minutes", "30 to 36 hours".
    pub fn words(self) -> String {
        match (self.least == self.most, self.least.is_multiple_of(60) && self.most.is_multiple_of(60)) {
            (true, _) => hours(self.most).to_string(),
            (false, true) => format!("{} to {}", self.least / 60, hours(self.most)),
            (false, false) => format!("{} to {}", hours(self.least), hours(self.most)),
        }
    }
}

/// Minutes as people say them.
pub fn hours(minutes: u32) -> impl Display {
    let named = |count: u32, one: &'static str| {
        fmt::from_fn(move |f| write!(f, "{count} {one}{}", if count == 1 { "" } else { "s" }))
    };
    fmt::from_fn(move |f| match (minutes / 60, minutes % 60) {
        (0, rest) => named(rest, "minute").fmt(f),
        (whole, 0) => named(whole, "hour").fmt(f),
        (whole, rest) => write!(f, "{} {}", named(whole, "hour"), named(rest, "minute")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(unit: Unit, from: u16, to: Option<u16>, words: &str, minutes: Option<(u32, u32)>, bands: &[Band]) {
        let time = Time::new(unit, from, to, None).expect("a length");
        assert_eq!(time.words(), words);
        let span = time.span(DayLength::default());
        assert_eq!(span.map(|span| (span.least, span.most)), minutes, "{words}");
        assert_eq!(time.bands().unwrap_or_default(), bands.iter().copied().collect(), "{words}");
    }

    #[test]
    fn a_length_is_counted_in_the_hours_of_the_schools_own_day() {
        check(Unit::Minutes, 90, None, "90 minutes", Some((90, 90)), &[Band::Short]);
        check(Unit::HalfDays, 1, None, "half a day", Some((180, 180)), &[Band::HalfDay]);
        check(Unit::Days, 1, None, "1 day", Some((360, 360)), &[Band::Day]);
        check(Unit::Days, 5, Some(6), "5 to 6 days", Some((1800, 2160)), &[Band::Days]);
        check(
            Unit::Minutes,
            60,
            Some(300),
            "60 to 300 minutes",
            Some((60, 300)),
            &[Band::Short, Band::HalfDay, Band::Day],
        );
        let five_hours = DayLength::new(10).expect("a day");
        let half = Time::new(Unit::HalfDays, 1, None, None).and_then(|time| time.span(five_hours));
        assert_eq!(half, Some(Span { least: 150, most: 150 }));
    }

    #[test]
    fn the_hours_of_sessions_and_weeks_are_not_known() {
        check(Unit::Sessions, 4, None, "4 sessions", None, &[Band::Spread]);
        check(Unit::Sessions, 1, None, "1 session", None, &[]);
        check(Unit::Weeks, 12, None, "12 weeks", None, &[Band::Spread]);
    }

    #[test]
    fn what_is_no_length_is_none() {
        assert_eq!(Time::new(Unit::Days, 0, None, None), None);
        assert_eq!(Time::new(Unit::Days, 3, Some(2), None), None);
        assert!(DayLength::new(0).is_none() && DayLength::new(49).is_none());
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        for (least, most, words) in [
            (90, 90, "1 hour 30 minutes"),
            (60, 60, "1 hour"),
            (1800, 2160, "30 to 36 hours"),
            (45, 90, "45 minutes to 1 hour 30 minutes"),
            (1, 1, "1 minute"),
        ] {
            assert_eq!(Span { least, most }.words(), words);
        }
    }
}
