//! The days of an entry that somebody may want in a calendar: when it takes
//! people again, when a course is held, when money opens and closes, until when
//! a version may be relied on.
//!
//! Only whole days that the data gives, and none that is past: a month is no
//! day, and nobody's calendar says more than the source does.

use crate::day::Day;
use crate::listing::{AvailabilityState, Listing};
use crate::resource::Limit;
use crate::training::Session;

/// What happens on such a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// The service says that it takes people again.
    OpensAgain(Day),
    /// A date of a course.
    Session(&'a Session),
    /// The first day on which one can apply.
    FundingOpens(Day),
    /// The last day on which one can apply.
    FundingCloses(Day),
    /// The last day on which a version may be relied on.
    LookForNewer(Day),
}

/// All of an entry that is to come on a day, with the publisher's limit for
/// resources in months. What is not listed has none.
pub fn coming(listing: &Listing, resource_months: u8, today: Day) -> Vec<Occasion<'_>> {
    if !listing.standing.is_listed() {
        return Vec::new();
    }
    let is_whole = |day: Day| day.first_day() == day.last_day();
    let to_come = |day: Option<Day>| day.filter(|day| is_whole(*day) && today.days_until(*day) >= 0);
    let is_paused = listing.availability.state == Some(AvailabilityState::Paused);
    let opens_again = to_come(listing.availability.opens_on.filter(|_| is_paused));
    let sessions = listing.training.iter().flat_map(|training| training.coming(today));
    let funding = listing.funding.as_ref();
    let dated = listing.resource.as_ref().filter(|resource| resource.dated.is_some_and(is_whole));
    let newer = dated.and_then(|resource| match resource.limit(resource_months, today) {
        Limit::Until(last) => Some(last),
        Limit::Past(_) | Limit::NotKnown => None,
    });
    (opens_again.map(Occasion::OpensAgain).into_iter())
        .chain(sessions.map(Occasion::Session))
        .chain(to_come(funding.and_then(|funding| funding.opens)).map(Occasion::FundingOpens))
        .chain(to_come(funding.and_then(|funding| funding.closes)).map(Occasion::FundingCloses))
        .chain(newer.map(Occasion::LookForNewer))
        .collect()
}

#[cfg(test)]
#[cfg(feature = "whole")]
mod tests {
    use super::*;
    use crate::Directory;

    /// What of an entry with these fields is to come on 21 November 2026, as a
    /// word and a day.
    fn check(fields: &str, expected: &[(&str, &str)]) {
        let bundle = format!(
            r#"{{"format": 1, "made": "2026-11-21", "site": {{"format": 1, "name": "Made up", "strapline": "",
            "publisher": {{"name": "Made up"}}, "release": "none", "gathered": "2026-11-21", "leave_to": "https://example.org/",
            "advice": "a", "areas": [], "terms": ["01-01"]}}, "crisis": {{"format": 1, "strip": [], "routes": []}}, "words": {{}},
            "listings": [{{"id": "a", "name": "A", "kind": "service", "summary": "", "area": {{"places": ["national"]}}, {fields}}}]}}"#
        );
        let day = Day::read("2026-11-21").unwrap();
        let (directory, _) = Directory::read(&bundle, day).unwrap();
        let listing = directory.listings().first().unwrap();
        let found: Vec<_> = coming(listing, 12, day)
            .into_iter()
            .map(|occasion| match occasion {
                Occasion::OpensAgain(day) => ("again", day.iso()),
                Occasion::Session(session) => ("session", session.on.iso()),
                Occasion::FundingOpens(day) => ("opens", day.iso()),
                Occasion::FundingCloses(day) => ("closes", day.iso()),
                Occasion::LookForNewer(day) => ("newer", day.iso()),
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(word, day)| (*word, day.as_str())).collect();
        assert_eq!(found, expected, "{fields}");
    }

    #[test]
    fn only_whole_days_to_come_stand_in_a_calendar() {
        let paused = |day: &str| {
            format!(
                r#""standing": "active", "availability": {{"state": "paused", "said_on": "2026-11-02", "opens_on": "{day}"}}"#
            )
        };
        check(&paused("2027-01-11"), &[("again", "2027-01-11")]);
        check(&paused("2026-11-21"), &[("again", "2026-11-21")]);
        check(&paused("2026-11-20"), &[]);
        check(&paused("2027-01"), &[]);
        let money = r#""standing": "active", "funding": {"opens": "2026-12-01", "closes": "2027-02"}"#;
        check(money, &[("opens", "2026-12-01")]);
        let money = r#""standing": "active", "funding": {"opens": "2026-11-01", "closes": "2027-02-28"}"#;
        check(money, &[("closes", "2027-02-28")]);
        let dates = r#""standing": "doubtful", "doubt": "old", "training": {"dates": [{"on": "2026-11-20"}, {"on": "2027-03-01"}]}"#;
        check(dates, &[("session", "2027-03-01")]);
        check(r#""standing": "active", "resource": {"dated": "2026-03-05"}"#, &[("newer", "2027-03-05")]);
        check(r#""standing": "active", "resource": {"dated": "2026-03"}"#, &[]);
        check(r#""standing": "active", "resource": {"dated": "2024-03-05"}"#, &[]);
    }

    #[test]
    fn what_takes_people_or_is_not_listed_opens_on_no_day() {
        let now = |standing: &str, state: &str| {
            format!(r#""standing": "{standing}", "availability": {{"state": "{state}", "opens_on": "2027-01-11"}}"#)
        };
        check(&now("active", "paused"), &[("again", "2027-01-11")]);
        check(&now("active", "open"), &[]);
        check(&now("held", "paused"), &[]);
    }
}
