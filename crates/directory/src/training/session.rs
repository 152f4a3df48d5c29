//! A date on which a course is held.
//!
//! It can be gone to until its last day is over: it vanishes the day after.

use crate::day::Day;

/// One date of a course, of one day or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its first day.
    pub on: Day,
    /// Its last day, if there are several.
    pub until: Option<Day>,
    /// When it begins each day, in minutes after midnight, UK time.
    pub from: Option<u16>,
    /// When it ends each day.
    pub to: Option<u16>,
    /// Where, in words.
    pub place: Option<String>,
    /// The page to book it on.
    pub web: Option<String>,
}

impl Session {
    /// Its last day.
    pub fn last(&self) -> Day {
        self.until.unwrap_or(self.on)
    }

    /// Whether it can still be gone to: its last day is today or later.
    pub fn is_coming(&self, today: Day) -> bool {
        today.days_until(self.last()) >= 0
    }

    /// When it begins, to sort by; one without an hour comes first on its day.
    pub fn begins(&self) -> (Day, Option<u16>) {
        (self.on, self.from)
    }

    /// When, in words: "12 January 2027, 9:30 to 16:00".
    pub fn when(&self) -> String {
        let day = match self.until.filter(|until| *until != self.on) {
            Some(until) => format!("{} to {}", self.on.words(), until.words()),
            None => self.on.words(),
        };
        match (self.from, self.to) {
            (Some(from), Some(to)) => format!("{day}, {} to {}", hour(from), hour(to)),
            (Some(from), None) => format!("{day}, from {}", hour(from)),
            _ => day,
        }
    }
}

fn hour(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).expect("a day")
    }

    fn session(on: &str, until: Option<&str>) -> Session {
        Session { on: day(on), until: until.map(day), from: Some(570), to: Some(960), place: None, web: None }
    }

    #[test]
    fn a_date_vanishes_the_day_after_its_last() {
        let one = session("2027-01-12", None);
        let two = session("2027-01-12", Some("2027-01-19"));
        for (today, is_one, is_two) in [
            ("2026-11-21", true, true),
            ("2027-01-12", true, true),
            ("2027-01-13", false, true),
            ("2027-01-19", false, true),
            ("2027-01-20", false, false),
        ] {
            assert_eq!((one.is_coming(day(today)), two.is_coming(day(today))), (is_one, is_two), "{today}");
        }
    }

    #[test]
    fn a_date_says_its_days_and_its_hours() {
        assert_eq!(session("2027-01-12", None).when(), "12 January 2027, 9:30 to 16:00");
        let two = Session { to: None, ..session("2027-01-12", Some("2027-01-19")) };
        assert_eq!(two.when(), "12 January 2027 to 19 January 2027, from 9:30");
    }
}
