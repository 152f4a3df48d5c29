//! Days, months and years, as sources date themselves.
//!
//! A source says "2024", "2026-09" or "2026-09-21"; what it does not say is
//! not filled in. The calendar itself is the `time` crate's.

pub mod typed;

use time::{Date, Month};

/// A day, or the month or year of it where no more is known.
///
/// Invariant: it exists in the calendar, held by [`Day::read`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    first: Date,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Year,
    Month,
    Day,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// Reads `2026`, `2026-09` or `2026-09-21`; years from 1900 to 2199.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() || !(1900..2200).contains(&year) {
            return None;
        }
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (_, None) => Precision::Month,
            _ => Precision::Day,
        };
        let month = Month::try_from(u8::try_from(month.unwrap_or(Some(1))?).ok()?).ok()?;
        let day = u8::try_from(day.unwrap_or(Some(1))?).ok()?;
        let first = Date::from_calendar_date(i32::from(year), month, day).ok()?;
        Some(Self { first, precision })
    }

    /// A day of the calendar.
    pub fn of(year: i32, month: u8, day: u8) -> Option<Self> {
        let first = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        Some(Self { first, precision: Precision::Day })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// The month, 1 to 12; the first where only the year is known.
    pub fn month(self) -> u8 {
        self.first.month().into()
    }

    /// The day of the month; the first where no more is known.
    pub fn day_of_month(self) -> u8 {
        self.first.day()
    }

    /// Days from this one to another; negative if the other is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.first.to_julian_day().saturating_sub(self.first.to_julian_day())
    }

    /// So many days later, if the calendar goes so far.
    pub fn after(self, days: u16) -> Option<Self> {
        let first = self.first.checked_add(time::Duration::days(days.into()))?;
        (first.year() < 2200).then_some(Self { first, precision: Precision::Day })
    }

    /// The day before; of a month or a year, the one before its first.
    pub fn day_before(self) -> Option<Self> {
        self.first.previous_day().map(|first| Self { first, precision: Precision::Day })
    }

    /// The first day that it may be.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { precision: Precision::Day, ..self }
    }

    /// The last day that it may be.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = if self.precision == Precision::Year { Month::December } else { self.first.month() };
        let last = match self.precision {
            Precision::Day => None,
            _ => Date::from_calendar_date(self.year(), month, month.length(self.year())).ok(),
        };
        Self { first: last.unwrap_or(self.first), precision: Precision::Day }
    }

    /// The first day that it may be, so many months later; the last of a month
    /// that is too short for it.
    #[must_use]
    pub fn after_months(self, months: u8) -> Self {
        let after = i32::from(self.month()) - 1 + i32::from(months);
        let (year, month) = (self.year() + after / 12, Month::January.nth_next((after % 12) as u8));
        let day = self.day_of_month().min(month.length(year));
        let first = Date::from_calendar_date(year, month, day).unwrap_or(self.first);
        Self { first, precision: Precision::Day }
    }

    /// Its month in words: "September 2026".
    pub fn month_words(self) -> String {
        Self { precision: Precision::Month, ..self }.words()
    }

    /// In words: "21 September 2026", "September 2026", "2026".
    pub fn words(self) -> String {
        let month = MONTHS.get(usize::from(self.month()).saturating_sub(1)).copied().unwrap_or("");
        match self.precision {
            Precision::Year => self.year().to_string(),
            Precision::Month => format!("{month} {}", self.year()),
            Precision::Day => format!("{} {month} {}", self.day_of_month(), self.year()),
        }
    }

    /// As files write it: `2026-09-21`, `2026-09`, `2026`.
    pub fn iso(self) -> String {
        let (year, month, day) = (self.year(), self.month(), self.day_of_month());
        match self.precision {
            Precision::Year => format!("{year:04}"),
            Precision::Month => format!("{year:04}-{month:02}"),
            Precision::Day => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let is_plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_date_says_no_more_than_its_source() {
        for (iso, words) in [
            ("2026-09-21", "21 September 2026"),
            ("2026-09", "September 2026"),
            ("2024", "2024"),
            ("2024-02-29", "29 February 2024"),
        ] {
            let day = Day::read(iso);
            assert_eq!(day.map(Day::words).as_deref(), Some(words));
            assert_eq!(day.map(Day::iso).as_deref(), Some(iso));
        }
    }

    #[test]
    fn a_day_comes_after_another() {
        let before = |iso: &str| Day::read(iso).and_then(Day::day_before).map(Day::iso);
        assert_eq!(before("2024-03-01").as_deref(), Some("2024-02-29"));
        assert_eq!(before("2026-01-01").as_deref(), Some("2025-12-31"));
        assert_eq!(before("2026-09").as_deref(), Some("2026-08-31"));
    }

    #[test]
    fn a_month_or_a_year_may_be_any_day_of_it() {
        for (iso, first, last) in [
            ("2026-09-21", "2026-09-21", "2026-09-21"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026", "2026-01-01", "2026-12-31"),
        ] {
            let day = Day::read(iso);
            assert_eq!(day.map(|day| day.first_day().iso()).as_deref(), Some(first));
            assert_eq!(day.map(|day| day.last_day().iso()).as_deref(), Some(last));
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        for (iso, months, later) in [
            ("2024-01-31", 1, "2024-02-29"),
            ("2026-09-21", 24, "2028-09-21"),
            ("2026-12", 1, "2027-01-01"),
            ("2020-02-29", 12, "2021-02-28"),
            ("2026-05-05", 0, "2026-05-05"),
        ] {
            assert_eq!(Day::read(iso).map(|day| day.after_months(months).iso()).as_deref(), Some(later), "{iso}");
        }
    }

    #[test]
    fn what_is_in_no_calendar_is_not_read() {
        for bad in ["", "2026-13", "2026-02-30", "26-01-01", "2026-1-1", "2026-01-01-01", "+026", "2026-", "9999"] {
            assert_eq!(Day::read(bad), None, "{bad}");
        }
    }
}
