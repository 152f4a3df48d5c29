//! When something is to be checked again: a publisher's rules, as data.
//!
//! A publisher may look more often than the vocabulary asks, and never more
//! seldom: crisis help within 30, 45 and 60 days, entries within a year,
//! resources within one too.

use crate::finding::Findings;
use crate::record::{ReviewRecord, WHOLE};
use crate::resource::LIMIT;

/// The clock of crisis help, in days after a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrisisClock {
    /// When the next check is due.
    pub due: i32,
    /// When it is warned of.
    pub warn: i32,
    /// When no release is signed any more.
    pub refuse: i32,
}

impl Default for CrisisClock {
    fn default() -> Self {
        Self { due: 30, warn: 45, refuse: 60 }
    }
}

/// After how many terms an entry is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lateness {
    /// When it is late.
    pub late: u8,
    /// When it may be out of date.
    pub very_late: u8,
}

impl Default for Lateness {
    fn default() -> Self {
        Self { late: 2, very_late: 3 }
    }
}

/// The rules that a record spells, where a year has so many terms. A rule that
/// cannot be is as in the vocabulary, and named.
pub fn read(record: Option<&ReviewRecord>, terms: usize, findings: &mut Findings) -> (Lateness, CrisisClock) {
    let (usual, clock) = (Lateness::default(), CrisisClock::default());
    let Some(record) = record else { return (usual, clock) };
    let late = record.late.unwrap_or(usual.late);
    let very_late = record.very_late.unwrap_or(usual.very_late);
    let is_rule = late >= 1 && late < very_late && usize::from(very_late) <= terms.max(3);
    if !is_rule {
        let found = format_args!("{late}, {very_late}");
        findings.error(
            "review.late",
            found,
            "Write \"late\" from 1 on, and \"very_late\" above it, within a year of terms.",
        );
    }
    let lateness = if is_rule { Lateness { late, very_late } } else { usual };
    let Some(own) = &record.crisis else { return (lateness, clock) };
    let own = CrisisClock { due: own.due.into(), warn: own.warn.into(), refuse: own.refuse.into() };
    let grows = own.due >= 1 && own.due < own.warn && own.warn < own.refuse;
    if grows && own.due <= clock.due && own.warn <= clock.warn && own.refuse <= clock.refuse {
        return (lateness, own);
    }
    let found = format_args!("{}, {}, {}", own.due, own.warn, own.refuse);
    findings.error(
        "review.crisis",
        found,
        "Write \"due\", \"warn\" and \"refuse\", each later than the one before; at most 30, 45 and 60 days.",
    );
    (lateness, clock)
}

/// After how many months a resource is to be checked before use. A limit that
/// cannot be is as in the core, and named.
pub fn resource_months(record: Option<&ReviewRecord>, findings: &mut Findings) -> u8 {
    let own = record.filter(|_| WHOLE).and_then(|record| record.resources).unwrap_or(LIMIT);
    let is_rule = (1..=LIMIT).contains(&own);
    if !is_rule {
        findings.error("review.resources", own, format_args!("Write a number of months from 1 to {LIMIT}."));
    }
    if is_rule { own } else { LIMIT }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::CrisisReviewRecord;

    fn check(late: (u8, u8), crisis: (u8, u8, u8), wrong: &[&str]) {
        let (due, warn, refuse) = crisis;
        let crisis = Some(CrisisReviewRecord { due, warn, refuse });
        let record = ReviewRecord { late: Some(late.0), very_late: Some(late.1), crisis, ..ReviewRecord::default() };
        let mut findings = Findings::default();
        let (lateness, clock) = read(Some(&record), 3, &mut findings);
        let found: Vec<_> = findings.list().iter().map(|finding| finding.field.as_str()).collect();
        assert_eq!(found, wrong);
        assert_eq!(clock == CrisisClock::default(), wrong.contains(&"review.crisis") || clock.refuse == 60);
        assert!(lateness.late < lateness.very_late && clock.refuse <= 60);
    }

    #[test]
    fn a_publisher_may_look_more_often_and_never_more_seldom() {
        check((1, 2), (14, 21, 28), &[]);
        check((2, 3), (30, 45, 60), &[]);
        check((2, 3), (31, 45, 60), &["review.crisis"]);
        check((2, 3), (30, 45, 90), &["review.crisis"]);
        check((2, 3), (30, 30, 60), &["review.crisis"]);
        check((2, 3), (0, 45, 60), &["review.crisis"]);
        check((3, 4), (30, 45, 60), &["review.late"]);
        check((2, 2), (30, 45, 60), &["review.late"]);
        check((0, 1), (200, 1, 2), &["review.late", "review.crisis"]);
    }

    #[test]
    fn a_resource_may_be_looked_at_more_often_and_never_more_seldom() {
        for (months, expected, wrong) in
            [(None, LIMIT, 0), (Some(6), 6, 0), (Some(LIMIT), LIMIT, 0), (Some(0), LIMIT, 1), (Some(36), LIMIT, 1)]
        {
            let record = ReviewRecord { resources: months, ..ReviewRecord::default() };
            let mut findings = Findings::default();
            assert_eq!(resource_months(Some(&record), &mut findings), expected);
            assert_eq!(findings.list().len(), wrong, "{months:?}");
        }
        assert_eq!(resource_months(None, &mut Findings::default()), LIMIT);
    }
}
