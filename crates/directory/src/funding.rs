//! Money that a school may apply for: how much, who may, what for, and when.
//!
//! Both days count: what opens on the first is open on the first, and what
//! closes on the last is open on the last. Where a day is not known to the day,
//! or not at all, nobody says "open": it may be, ask. Amounts are words, and
//! are never summed.

mod choice;
mod offers;

pub use choice::FundingChoice;
pub use offers::{FundingCounts, Offer, Offers};

use crate::closed::closed_set;
use crate::day::Day;
use crate::id::ListingId;

/// What a source says of an offer of money. `None` and empty: not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funding {
    /// How much, in words.
    pub amount: Option<String>,
    /// Who may apply, in words.
    pub who: Option<String>,
    /// What for, in words.
    pub purpose: Option<String>,
    /// The first day on which one can apply.
    pub opens: Option<Day>,
    /// The last day on which one can apply.
    pub closes: Option<Day>,
    /// Whether it has no last day: one can apply at any time.
    pub is_rolling: bool,
    /// The courses that it pays for.
    pub pays_for: Vec<ListingId>,
}

closed_set! {
    /// How an offer stands on a day. The label is for a filter.
    Stage {
        Closing: "closing", "Closing in the same month";
        Open: "open", "Open for longer";
        Opening: "opening", "Opening later";
        NotKnown: "not-known", "Dates not known: ask";
        Closed: "closed", "Closed";
    }
}

impl Stage {
    /// Whether one can apply on that day, as far as anyone knows.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Closing | Self::Open)
    }

    /// How an offer stands on a day, in words that stay true.
    pub fn said(self, today: Day) -> String {
        let day = today.words();
        match self {
            Self::Closing => format!("Open on {day}, and closing in {}", today.month_words()),
            Self::Open => format!("Open on {day}, for longer"),
            Self::Opening => format!("Opening after {day}"),
            Self::NotKnown => "May be open: the dates are not all known, so ask".to_owned(),
            Self::Closed => format!("Closed before {day}"),
        }
    }
}

impl Funding {
    /// How it stands on a day.
    pub fn stage(&self, today: Day) -> Stage {
        if self.closes.is_some_and(|closes| closes.last_day() < today) {
            return Stage::Closed;
        }
        if self.opens.is_some_and(|opens| today < opens.first_day()) {
            return Stage::Opening;
        }
        let has_opened = self.opens.map(|opens| opens.last_day() <= today);
        match self.closes {
            None if self.is_rolling && has_opened.unwrap_or(true) => Stage::Open,
            Some(closes) if has_opened == Some(true) && today <= closes.first_day() => {
                let last = closes.last_day();
                if (last.year(), last.month()) == (today.year(), today.month()) { Stage::Closing } else { Stage::Open }
            }
            _ => Stage::NotKnown,
        }
    }
}

impl Funding {
    /// The first and the last day in words, each apart; a day that is not known
    /// says so.
    pub fn when(&self) -> Vec<String> {
        if self.opens.is_none() && self.closes.is_none() && !self.is_rolling {
            return vec!["Not known: ask".to_owned()];
        }
        let words = |lead: &str, day: Day| {
            let at = if day.first_day() == day.last_day() { "on " } else { "in " };
            [lead, at, &day.words()].concat()
        };
        let opens = self.opens.map(|day| words("Opens ", day));
        let closes = match self.closes {
            Some(day) => words("Closes ", day),
            None if self.is_rolling => "Takes requests at any time".to_owned(),
            None => "Closing day not known: ask".to_owned(),
        };
        let unknown = (!self.is_rolling).then(|| "Opening day not known: ask".to_owned());
        opens.or(unknown).into_iter().chain([closes]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(opens: &str, closes: &str, today: &str, expected: Stage) {
        let funding = Funding { opens: Day::read(opens), closes: Day::read(closes), ..Funding::default() };
        let stage = Day::read(today).map(|today| funding.stage(today));
        assert_eq!(stage, Some(expected), "{opens} to {closes} on {today}");
    }

    #[test]
    fn both_days_count() {
        check("2026-09-01", "2026-11-30", "2026-08-31", Stage::Opening);
        check("2026-09-01", "2026-11-30", "2026-09-01", Stage::Open);
        check("2026-09-01", "2026-11-30", "2026-10-31", Stage::Open);
        check("2026-09-01", "2026-11-30", "2026-11-01", Stage::Closing);
        check("2026-09-01", "2026-11-30", "2026-11-30", Stage::Closing);
        check("2026-09-01", "2026-11-30", "2026-12-01", Stage::Closed);
        check("2026-09-01", "2027-11-30", "2026-11-30", Stage::Open);
    }

    #[test]
    fn a_month_that_has_begun_is_neither_open_nor_closed() {
        check("2026-09", "2026-12-12", "2026-08-31", Stage::Opening);
        check("2026-09", "2026-12-12", "2026-09-15", Stage::NotKnown);
        check("2026-09", "2026-12-12", "2026-09-30", Stage::Open);
        check("2026-01-01", "2026-12", "2026-11-30", Stage::Open);
        check("2026-01-01", "2026-12", "2026-12-02", Stage::NotKnown);
        check("2026-01-01", "2026-12", "2027-01-01", Stage::Closed);
    }

    #[test]
    fn what_is_not_known_is_never_open_and_never_closed() {
        check("", "", "2026-11-21", Stage::NotKnown);
        check("", "2026-11-30", "2026-11-21", Stage::NotKnown);
        check("", "2026-11-30", "2026-12-01", Stage::Closed);
        check("2026-09-01", "", "2026-11-21", Stage::NotKnown);
        check("2026-12-01", "", "2026-11-21", Stage::Opening);
    }

    #[test]
    fn a_day_that_is_not_known_says_so() {
        let when = |opens: &str, closes: &str, is_rolling| {
            Funding { opens: Day::read(opens), closes: Day::read(closes), is_rolling, ..Funding::default() }
                .when()
                .join("; ")
        };
        assert_eq!(when("2026-09-01", "2026-12", false), "Opens on 1 September 2026; Closes in December 2026");
        assert_eq!(when("", "2026-12-12", false), "Opening day not known: ask; Closes on 12 December 2026");
        assert_eq!(when("2026-09", "", false), "Opens in September 2026; Closing day not known: ask");
        assert_eq!(when("", "", true), "Takes requests at any time");
        assert_eq!(when("", "", false), "Not known: ask");
    }

    #[test]
    fn what_takes_requests_at_any_time_is_open_once_it_has_opened() {
        let rolling = |opens: &str, today: &str| {
            let funding = Funding { opens: Day::read(opens), is_rolling: true, ..Funding::default() };
            Day::read(today).map(|today| funding.stage(today))
        };
        assert_eq!(rolling("", "2026-11-21"), Some(Stage::Open));
        assert_eq!(rolling("2026-11-21", "2026-11-21"), Some(Stage::Open));
        assert_eq!(rolling("2026-11-22", "2026-11-21"), Some(Stage::Opening));
    }
}
