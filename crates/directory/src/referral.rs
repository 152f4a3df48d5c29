//! Which entries a school refers a pupil to with a sheet, and why the others
//! have none.

use crate::listing::Listing;
use crate::vocabulary::{Asker, Need};

/// Whether a pupil is referred to an entry with a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referral {
    /// With a sheet.
    Sheet,
    /// It is a crisis line: one calls, and fills in nothing.
    Crisis,
    /// It is where a child in danger is reported: that goes to the DSL now.
    Safeguarding,
    /// It is help for the staff themselves.
    OwnHelp,
    /// It is a course, a document or a grant, or it has ended.
    None,
}

impl Listing {
    /// Whether a pupil is referred to it with a sheet.
    ///
    /// What helps with abuse and carries no THRIVE grouping on purpose is a
    /// safeguarding hub or a way to report: the vocabulary keeps `[]` for those
    /// and for crisis lines. A grouping that is not known says nothing.
    pub fn referral(&self) -> Referral {
        let has_no_grouping = self.thrive.is_some_and(|groupings| groupings.is_empty());
        match () {
            () if !self.kind.is_help() || !self.standing.is_listed() => Referral::None,
            () if self.crisis_route.is_some() => Referral::Crisis,
            () if has_no_grouping && self.needs.contains(Need::AbuseSafety) => Referral::Safeguarding,
            () if !self.is_for_families() && self.needs.contains(Need::StaffWellbeing) => Referral::OwnHelp,
            () => Referral::Sheet,
        }
    }

    /// Whether school is the one way in that we know of, to help that is there
    /// for families.
    pub fn is_asked_by_school_alone(&self) -> bool {
        let askers = self.access.askers.as_ref().map(|fact| fact.value);
        let is_alone = askers.is_some_and(|askers| askers.len() == 1 && askers.contains(Asker::School));
        is_alone && self.kind.is_help() && self.standing.is_listed() && self.is_for_families()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::record::{AccessRecord, ListingAreaRecord, ListingRecord, listing};

    fn made(kind: &str, needs: &[&str], audience: &[&str], thrive: Option<&[&str]>) -> ListingRecord {
        let all = |slugs: &[&str]| slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>();
        ListingRecord {
            id: "one".to_owned(),
            name: "One".to_owned(),
            kind: kind.to_owned(),
            standing: "active".to_owned(),
            needs: all(needs),
            audience: all(audience),
            thrive: thrive.map(all),
            area: ListingAreaRecord { places: all(&["national"]), ..ListingAreaRecord::default() },
            ..ListingRecord::default()
        }
    }

    fn read(record: ListingRecord) -> Listing {
        listing(record, &mut Findings::default()).unwrap()
    }

    #[test]
    fn only_help_for_a_pupil_that_is_no_way_to_report_danger_has_a_sheet() {
        let check = |record, expected| assert_eq!(read(record).referral(), expected);
        let all = ["parent", "staff"];
        check(made("service", &["sleep"], &all, None), Referral::Sheet);
        check(made("helpline", &["abuse-safety"], &all, Some(&["getting-help"])), Referral::Sheet);
        check(made("helpline", &["abuse-safety"], &all, None), Referral::Sheet);
        check(made("service", &["abuse-safety", "family"], &all, Some(&[])), Referral::Safeguarding);
        check(made("service", &["sleep"], &all, Some(&[])), Referral::Sheet);
        check(made("helpline", &["staff-wellbeing"], &["staff"], None), Referral::OwnHelp);
        for kind in ["training", "resource", "funding"] {
            check(made(kind, &["sleep"], &all, None), Referral::None);
        }
        let line = ListingRecord { crisis: Some("line".to_owned()), ..made("helpline", &["sleep"], &all, Some(&[])) };
        check(line, Referral::Crisis);
        for standing in ["held", "ended"] {
            let standing = standing.to_owned();
            check(ListingRecord { standing, ..made("service", &["sleep"], &all, None) }, Referral::None);
        }
    }

    #[test]
    fn school_is_the_one_way_in_only_where_nobody_else_is_named() {
        let check = |who: Option<&[&str]>, audience: &[&str], expected: bool| {
            let who = who.map(|who| who.iter().map(|slug| (*slug).to_owned()).collect());
            let access = AccessRecord { who, ..AccessRecord::default() };
            let record = ListingRecord { access, ..made("service", &["sleep"], audience, None) };
            assert_eq!(read(record).is_asked_by_school_alone(), expected);
        };
        check(Some(&["school"]), &["parent"], true);
        check(Some(&["school", "parent"]), &["parent"], false);
        check(Some(&["gp"]), &["parent"], false);
        check(None, &["parent"], false);
        check(Some(&["school"]), &["staff"], false);
    }
}
