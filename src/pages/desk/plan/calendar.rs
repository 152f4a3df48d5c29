//! The dates of a plan, for a calendar.

use super::form::role_words;
use crate::pages::calendar::{self, Happening, When, session_id};
use crate::state::Desk;
use directory::day::Day;
use directory::training::plan::{Booking, Plan};
use directory::training::{Session, words};

/// Whether any course of the plan has a date that can still be gone to.
pub fn has_dates(desk: &Desk, plan: &Plan<'_>) -> bool {
    plan.bookings().iter().any(|booking| !coming(booking, desk.directory.today).is_empty())
}

/// The file.
pub fn calendar(desk: &Desk, plan: &Plan<'_>) -> String {
    let today = desk.directory.today;
    let bookings = plan.bookings();
    let mut happenings = Vec::new();
    for booking in &bookings {
        for (at, session) in coming(booking, today).into_iter().enumerate() {
            happenings.push(happening(booking, session, at));
        }
    }
    calendar::calendar("Training plan", today, happenings)
}

fn coming<'a>(booking: &Booking<'a>, today: Day) -> Vec<&'a Session> {
    booking.listing.training.as_ref().map(|training| training.coming(today)).unwrap_or_default()
}

/// A date: for whom, when, and what to ask first.
fn happening<'a>(booking: &Booking<'_>, session: &'a Session, at: usize) -> Happening<'a> {
    let listing = booking.listing;
    let roles: Vec<_> = booking.roles.iter().map(|role| role_words(*role)).collect();
    let length = words::length(listing).unwrap_or_else(|| words::NOT_KNOWN.to_owned());
    let mut lines =
        vec![format!("When: {}", session.when()), format!("For: {}", roles.join(", ")), format!("Length: {length}")];
    if !booking.ask_first.is_empty() {
        lines.push(format!("Ask first: {}", booking.ask_first.join(" ")));
    }
    Happening {
        id: session_id(&listing.id, session, at),
        name: listing.name.clone(),
        when: When::Session(session),
        web: session.web.as_ref().or(listing.contacts.web.as_ref()).cloned(),
        category: "Training",
        lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::Directory;
    use directory::address::{Address, StaffPage};
    use directory::training::plan::Team;
    use icalendar::{CalendarComponent, Component, DatePerhapsTime, EventLike};
    use std::sync::Arc;

    const DATES: &str = r#"[
        {"on": "2026-11-20", "from": "09:30", "to": "16:00"},
        {"on": "2026-11-21", "from": "09:30", "to": "16:00", "place": "Old Hall; Room 2, first floor", "web": "https://example.org/book"},
        {"on": "2027-01-12", "until": "2027-01-13", "from": "09:30", "place": " "},
        {"on": "2027-02-01", "from": "13:00"},
        {"on": "2027-12-31"}
    ]"#;

    fn desk() -> Desk {
        let name =
            "A long and made-up name, so long that a calendar has to fold it; with all its “signs”: a\\\\b, and é";
        let course = format!(
            r#"{{"id": "talk", "name": "{name}", "kind": "training", "standing": "doubtful", "doubt": "Its page is old.",
            "summary": "A talk.", "needs": [], "audience": ["staff"], "area": {{"places": ["national"]}},
            "training": {{"roles": ["all-staff"], "suits": "all", "dates": {DATES}}}}}"#
        );
        let bundle = format!(
            r#"{{"format": 1, "made": "2026-11-21", "site": {{"format": 1, "name": "Made up", "strapline": "",
            "publisher": {{"name": "Made up"}}, "release": "none", "gathered": "2026-11-21", "leave_to": "https://example.org/",
            "advice": "talk", "areas": [], "terms": ["01-01"]}}, "crisis": {{"format": 1, "strip": [], "routes": []}},
            "words": {{}}, "listings": [{course}]}}"#
        );
        let (directory, _) = Directory::read(&bundle, Day::read("2026-11-21").unwrap()).unwrap();
        Desk::at(Arc::new(directory), Address::StaffPage(StaffPage::Plan))
    }

    /// The file as another hand reads it.
    fn read_back() -> Vec<icalendar::Event> {
        let desk = desk();
        let plan = Plan::of(&desk.directory, Team::default().with(directory::vocabulary::Role::Senco, 2));
        assert!(has_dates(&desk, &plan));
        let text = calendar(&desk, &plan);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert!(text.split('\n').filter(|line| !line.is_empty()).all(|line| line.ends_with('\r')));
        let read: icalendar::Calendar = text.parse().unwrap();
        let event = |component: &CalendarComponent| component.as_event().cloned();
        read.components.iter().filter_map(event).collect()
    }

    #[test]
    fn each_date_to_come_is_an_event_that_another_reader_understands() {
        let events = read_back();
        assert_eq!(events.len(), 4, "the one that is past is none");
        let first = &events[0];
        assert_eq!(first.get_uid(), Some("talk-20261121-1@waymark"));
        assert!(first.get_summary().unwrap().ends_with("signs”: a\\b, and é"), "{:?}", first.get_summary());
        assert_eq!(first.get_location(), Some("Old Hall; Room 2, first floor"));
        assert_eq!(first.get_url(), Some("https://example.org/book"));
        let description = first.get_description().unwrap();
        assert!(description.contains("When: 21 November 2026, 9:30 to 16:00\nFor: SENCO\n"), "{description}");
        assert!(description.contains("Ask first: Ask if this still runs."), "{description}");
        let ids: std::collections::BTreeSet<_> = events.iter().filter_map(|event| event.get_uid()).collect();
        assert_eq!(ids.len(), 4);
    }

    #[test]
    fn hours_are_those_of_the_place_and_several_days_are_whole_ones() {
        let times: Vec<_> = read_back().iter().map(|event| (event.get_start(), event.get_end())).collect();
        let shown = |time: &Option<DatePerhapsTime>| match time {
            Some(DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Floating(time))) => time.to_string(),
            Some(DatePerhapsTime::Date(day)) => day.to_string(),
            other => format!("{other:?}"),
        };
        let shown: Vec<_> = times.iter().map(|(start, end)| [shown(start), shown(end)]).collect();
        assert_eq!(shown[0], ["2026-11-21 09:30:00", "2026-11-21 16:00:00"]);
        assert_eq!(shown[1], ["2027-01-12", "2027-01-14"]);
        assert_eq!(shown[2], ["2027-02-01 13:00:00", "None"]);
        assert_eq!(shown[3], ["2027-12-31", "2028-01-01"]);
    }
}
