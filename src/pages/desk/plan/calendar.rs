//! The dates of a plan, for a calendar: an iCalendar file (RFC 5545).
//!
//! Hours are those of the clock on the wall, which is where a course is held.
//! A course of several days is an entry of whole days, with its hours in words,
//! because nobody says that it goes on through the night.

use super::form::role_words;
use crate::state::Desk;
use directory::day::Day;
use directory::training::plan::{Booking, Plan};
use directory::training::{Session, words};
use ics::components::{Parameters, Property};
use ics::properties::{Categories, Description, DtEnd, DtStart, Location, Summary, URL};
use ics::{Event, ICalendar, escape_text};
use std::collections::BTreeMap;

/// Whether any course of the plan has a date that can still be gone to.
pub fn has_dates(desk: &Desk, plan: &Plan<'_>) -> bool {
    plan.bookings().iter().any(|booking| !coming(booking, desk.directory.today).is_empty())
}

/// The file.
pub fn calendar(desk: &Desk, plan: &Plan<'_>) -> String {
    let today = desk.directory.today;
    let mut calendar = ICalendar::new("2.0", "-//Waymark//Training plan//EN");
    for booking in plan.bookings() {
        for (at, session) in coming(&booking, today).into_iter().enumerate() {
            calendar.add_event(event(&booking, session, at, today));
        }
    }
    calendar.to_string()
}

fn coming<'a>(booking: &Booking<'a>, today: Day) -> Vec<&'a Session> {
    booking.listing.training.as_ref().map(|training| training.coming(today)).unwrap_or_default()
}

fn event<'a>(booking: &Booking<'_>, session: &Session, at: usize, today: Day) -> Event<'a> {
    let listing = booking.listing;
    let id = format!("{}-{}-{}@waymark", listing.id, basic(session.on), at + 1);
    let mut event = Event::new(id, format!("{}T000000Z", basic(today)));
    event.push(Summary::new(escape_text(plain(&listing.name))));
    for time in times(session) {
        event.push(time);
    }
    if let Some(place) = session.place.as_ref().filter(|place| !place.trim().is_empty()) {
        event.push(Location::new(escape_text(plain(place))));
    }
    if let Some(web) = session.web.as_ref().or(listing.contacts.web.as_ref()) {
        event.push(URL::new(plain(web)));
    }
    event.push(Categories::new("Training"));
    event.push(Description::new(escape_text(plain(&description(booking, session)))));
    event
}

/// When it begins and ends. Without an hour, or over several days, whole days,
/// of which the end is the day after the last.
fn times<'a>(session: &Session) -> Vec<Property<'a>> {
    let timed = |day: Day, minute: u16| format!("{}T{:02}{:02}00", basic(day), minute / 60, minute % 60);
    match (session.from, session.to) {
        (Some(from), to) if session.last() == session.on => {
            let start = DtStart::new(timed(session.on, from)).into();
            [Some(start), to.map(|to| DtEnd::new(timed(session.on, to)).into())].into_iter().flatten().collect()
        }
        _ => {
            let whole = || Parameters::from(BTreeMap::from([("VALUE".into(), "DATE".into())]));
            let mut start = DtStart::new(basic(session.on));
            start.append(whole());
            let end = session.last().after(1).map(|day| {
                let mut end = DtEnd::new(basic(day));
                end.append(whole());
                end.into()
            });
            [Some(start.into()), end].into_iter().flatten().collect()
        }
    }
}

/// For whom, when, and what to ask first.
fn description(booking: &Booking<'_>, session: &Session) -> String {
    let roles: Vec<_> = booking.roles.iter().map(|role| role_words(*role)).collect();
    let length = words::length(booking.listing).unwrap_or_else(|| words::NOT_KNOWN.to_owned());
    let mut lines =
        vec![format!("When: {}", session.when()), format!("For: {}", roles.join(", ")), format!("Length: {length}")];
    if !booking.ask_first.is_empty() {
        lines.push(format!("Ask first: {}", booking.ask_first.join(" ")));
    }
    lines.join("\n")
}

/// A date as calendars write it: `20270112`.
fn basic(day: Day) -> String {
    day.iso().replace('-', "")
}

/// A text without what no calendar may hold.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
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
