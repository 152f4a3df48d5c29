//! What a school does first for a pupil, before it refers: the publisher's own
//! sentences, for each THRIVE grouping, each with who says so and when.
//!
//! Nothing of it is ours: where nobody has written anything, the page says that.

use crate::closed::Closed;
use crate::day::Day;
use crate::finding::{Findings, listed};
use crate::record::FirstStepRecord;
use crate::vocabulary::Thrive;

/// A step that a school takes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstStep {
    /// At which grouping.
    pub thrive: Thrive,
    /// What to do, in a plain sentence.
    pub says: String,
    /// Who says so, and where.
    pub source: String,
    /// The date of that source.
    pub on: Day,
}

impl FirstStep {
    /// The steps that records spell, in their order. One without its grouping,
    /// words, source or date is left out: a reader could not tell whose it is.
    pub fn all(records: &[FirstStepRecord], findings: &mut Findings) -> Vec<Self> {
        records.iter().filter_map(|record| one(record, findings)).collect()
    }
}

fn one(record: &FirstStepRecord, findings: &mut Findings) -> Option<FirstStep> {
    let thrive = Thrive::from_slug(&record.thrive);
    if thrive.is_none() {
        let write = format_args!("Write one of: {}.", listed(Thrive::slugs()));
        findings.error("first_steps.thrive", &record.thrive, write);
    }
    let on = Day::read(&record.on);
    if on.is_none() {
        findings.error("first_steps.on", &record.on, "Write the date of the source as 2026-09-21, 2026-09 or 2026.");
    }
    let mut is_said = true;
    for (field, text) in [("first_steps.says", &record.says), ("first_steps.source", &record.source)] {
        if text.trim().is_empty() {
            findings.error(field, "", "Write what a school does first, and who says so.");
            is_said = false;
        }
    }
    let (thrive, on) = thrive.zip(on).filter(|_| is_said)?;
    Some(FirstStep { thrive, says: record.says.clone(), source: record.source.clone(), on })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(thrive: &str, says: &str, source: &str, on: &str) -> FirstStepRecord {
        let [thrive, says, source, on] = [thrive, says, source, on].map(str::to_owned);
        FirstStepRecord { thrive, says, source, on }
    }

    #[test]
    fn a_step_that_nobody_signs_or_that_stands_at_no_grouping_is_left_out_and_named() {
        let check = |thrive, says, source, on, fields: &[&str]| {
            let mut findings = Findings::default();
            let steps = FirstStep::all(&[record(thrive, says, source, on)], &mut findings);
            let found: Vec<_> = findings.list().iter().map(|finding| finding.field.as_str()).collect();
            assert_eq!((steps.len(), found.as_slice()), (usize::from(fields.is_empty()), fields));
        };
        let (says, source) = ("Talk with the pupil.", "A made-up page");
        check("getting-help", says, source, "2026-09", &[]);
        check("tier-3", says, source, "2026-09", &["first_steps.thrive"]);
        check("getting-help", " ", source, "2026-09", &["first_steps.says"]);
        check("getting-help", says, "", "2026-09", &["first_steps.source"]);
        check("", "", "", "soon", &["first_steps.thrive", "first_steps.on", "first_steps.says", "first_steps.source"]);
    }
}
