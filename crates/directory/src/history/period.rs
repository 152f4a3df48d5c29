//! Since when somebody wants to know what changed; it stands after `#`.

use crate::day::Day;
use crate::filters::Dropped;
use crate::finding::cut;
use crate::freshness::Terms;

/// Since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// Since this school term began.
    #[default]
    ThisTerm,
    /// In the school term before this one.
    LastTerm,
    /// Since a day, which counts.
    Day(Day),
}

/// Some days, both ends included; without an end, until today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

/// What somebody wants to read on the page of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Since when.
    pub since: Since,
    /// Every row, where a page shows only the first.
    pub has_all_rows: bool,
}

/// The key of the period, and the one answer of the key of the rows.
const SINCE: &str = "since";
const ROWS: (&str, &str) = ("rows", "all");

/// What the key says of the terms.
const THIS_TERM: &str = "term";
const LAST_TERM: &str = "last-term";

/// The longest address that is looked at, in bytes; this code writes far less.
const LONGEST: usize = 256;

/// The most dropped parts that are named.
const MOST_DROPPED: usize = 8;

impl Wanted {
    /// Reads what stands after `#`, with what was dropped. Of several answers
    /// the first is taken.
    pub fn read(fragment: &str) -> (Self, Vec<Dropped>) {
        let mut since = None;
        let mut has_all_rows = false;
        let mut dropped = Vec::new();
        let mut drop = |key: &str, value: &str| {
            if dropped.len() < MOST_DROPPED {
                dropped.push(Dropped { key: cut(key, 40), value: cut(value, 40) });
            }
        };
        if fragment.len() > LONGEST {
            drop("", fragment);
            return (Self::default(), dropped);
        }
        for part in fragment.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            match Since::typed(value).filter(|_| key == SINCE) {
                Some(read) if since.is_none_or(|since| since == read) => since = Some(read),
                _ if (key, value) == ROWS => has_all_rows = true,
                _ => drop(key, value),
            }
        }
        (Self { since: since.unwrap_or_default(), has_all_rows }, dropped)
    }

    /// Writes what stands after `#`: one answer, one text. What a page shows
    /// anyway is not written.
    pub fn write(self) -> String {
        let value = self.since.value();
        let since = if self.since == Since::default() { "" } else { &value };
        let rows = if self.has_all_rows { ROWS.1 } else { "" };
        let parts = [(SINCE, since), (ROWS.0, rows)].into_iter().filter(|(_, value)| !value.is_empty());
        parts.map(|(key, value)| [key, "=", value].concat()).collect::<Vec<_>>().join("&")
    }
}

impl Since {
    /// What a value of the address says.
    pub fn typed(value: &str) -> Option<Self> {
        match value {
            THIS_TERM => Some(Self::ThisTerm),
            LAST_TERM => Some(Self::LastTerm),
            day => Day::read(day).filter(|day| day.iso().len() == "2026-09-21".len()).map(Self::Day),
        }
    }

    /// The value in the address.
    pub fn value(self) -> String {
        match self {
            Self::ThisTerm => THIS_TERM.to_owned(),
            Self::LastTerm => LAST_TERM.to_owned(),
            Self::Day(day) => day.iso(),
        }
    }

    /// The days that are meant, as of a day. Without a term that has begun it
    /// is that day alone.
    pub fn period(self, terms: &Terms, today: Day) -> Period {
        let this = terms.first_day(today).unwrap_or(today);
        match self {
            Self::ThisTerm => Period { from: this, to: None },
            Self::LastTerm => Period { from: terms.first_day_before(today).unwrap_or(this), to: this.day_before() },
            Self::Day(day) => Period { from: day, to: None },
        }
    }
}

impl Period {
    /// Whether a day lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// In words: "since 1 September 2026", "from 15 April 2026 to 31 August 2026".
    pub fn words(self) -> String {
        match self.to {
            None => format!("since {}", self.from.words()),
            Some(to) => format!("from {} to {}", self.from.words(), to.words()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, canonical: &str, dropped: usize) {
        let (wanted, lost) = Wanted::read(fragment);
        assert_eq!((wanted.write().as_str(), lost.len()), (canonical, dropped), "{fragment}: {lost:?}");
        assert_eq!(Wanted::read(canonical), (wanted, Vec::new()));
    }

    #[test]
    fn there_is_one_address_for_one_answer() {
        check("", "", 0);
        check("since=term", "", 0);
        check("since=last-term", "since=last-term", 0);
        check("since=2026-09-01", "since=2026-09-01", 0);
        check("since=term&since=term", "", 0);
        check("rows=all", "rows=all", 0);
        check("rows=all&since=last-term&rows=all", "since=last-term&rows=all", 0);
    }

    #[test]
    fn what_is_not_understood_is_dropped_and_named() {
        check("since=yesterday", "", 1);
        check("since=2026-13-01&since=2026-09-01&utm=1", "since=2026-09-01", 2);
        check("since=2026-09", "", 1);
        check("since=last-term&since=term", "since=last-term", 1);
        check("since", "", 1);
        check("rows=many&rows", "", 2);
        check(&format!("since=term&x={}", "é".repeat(5_000)), "", 1);
    }

    #[test]
    fn a_term_has_a_first_day_and_the_last_one_an_end() {
        let (terms, Some(today)) = (Terms::default(), Day::read("2026-11-21")) else { unreachable!() };
        let of = |since: Since| since.period(&terms, today);
        let on = |period: Period, day: &str| Day::read(day).is_some_and(|day| period.contains(day));
        assert!(on(of(Since::ThisTerm), "2026-09-01") && !on(of(Since::ThisTerm), "2026-08-31"));
        assert!(on(of(Since::LastTerm), "2026-04-15") && on(of(Since::LastTerm), "2026-08-31"));
        assert!(!on(of(Since::LastTerm), "2026-09-01") && !on(of(Since::LastTerm), "2026-04-14"));
        assert_eq!(of(Since::ThisTerm).words(), "since 1 September 2026");
        assert_eq!(of(Since::LastTerm).words(), "from 15 April 2026 to 31 August 2026");
    }
}
