//! Calendar files (RFC 5545), whoever makes them: a plan in the browser, or the
//! page of an entry at build.
//!
//! Hours are those of the clock on the wall, which is where a course is held.
//! A course of several days is an entry of whole days, with its hours in words,
//! because nobody says that it goes on through the night.

use directory::day::Day;
use directory::training::Session;
use ics::components::{Parameters, Property};
use ics::properties::{Categories, Description, DtEnd, DtStart, Location, Summary, URL};
use ics::{Event, ICalendar, escape_text};
use std::collections::BTreeMap;

/// An entry of a calendar.
#[derive(Clone, Debug)]
pub struct Happening<'a> {
    /// What it is known by, so that a newer file takes its place: an entry's id,
    /// and which of its days.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When.
    pub when: When<'a>,
    /// Its page, if it has one.
    pub web: Option<String>,
    /// What kind of thing it is, in one word.
    pub category: &'static str,
    /// What else there is to know, line by line.
    pub lines: Vec<String>,
}

/// When something happens.
#[derive(Clone, Copy, Debug)]
pub enum When<'a> {
    /// A date of a course, with its hours and its place.
    Session(&'a Session),
    /// A whole day.
    Day(Day),
}

/// The name by which a date of a course is known.
pub fn session_id(listing: &impl std::fmt::Display, session: &Session, at: usize) -> String {
    format!("{listing}-{}-{}", basic(session.on), at + 1)
}

/// A file with these, made on a day.
pub fn calendar<'a>(what: &str, made: Day, happenings: impl IntoIterator<Item = Happening<'a>>) -> String {
    let mut calendar = ICalendar::new("2.0", format!("-//Waymark//{what}//EN"));
    for happening in happenings {
        calendar.add_event(event(happening, made));
    }
    calendar.to_string()
}

fn event<'e>(happening: Happening<'_>, made: Day) -> Event<'e> {
    let mut event = Event::new(format!("{}@waymark", happening.id), format!("{}T000000Z", basic(made)));
    event.push(Summary::new(escape_text(plain(&happening.name))));
    for time in times(happening.when) {
        event.push(time);
    }
    let place = match happening.when {
        When::Session(session) => session.place.as_ref().filter(|place| !place.trim().is_empty()),
        When::Day(_) => None,
    };
    if let Some(place) = place {
        event.push(Location::new(escape_text(plain(place))));
    }
    if let Some(web) = happening.web {
        event.push(URL::new(plain(&web)));
    }
    event.push(Categories::new(happening.category));
    event.push(Description::new(escape_text(plain(&happening.lines.join("\n")))));
    event
}

/// When it begins and ends. Without an hour, or over several days, whole days,
/// of which the end is the day after the last.
fn times<'e>(when: When<'_>) -> Vec<Property<'e>> {
    let timed = |day: Day, minute: u16| format!("{}T{:02}{:02}00", basic(day), minute / 60, minute % 60);
    match when {
        When::Session(session) => match (session.from, session.to) {
            (Some(from), to) if session.last() == session.on => {
                let start = DtStart::new(timed(session.on, from)).into();
                [Some(start), to.map(|to| DtEnd::new(timed(session.on, to)).into())].into_iter().flatten().collect()
            }
            _ => whole(session.on, session.last()),
        },
        When::Day(day) => whole(day, day),
    }
}

fn whole<'e>(first: Day, last: Day) -> Vec<Property<'e>> {
    let date = || Parameters::from(BTreeMap::from([("VALUE".into(), "DATE".into())]));
    let mut start = DtStart::new(basic(first));
    start.append(date());
    let end = last.after(1).map(|day| {
        let mut end = DtEnd::new(basic(day));
        end.append(date());
        end.into()
    });
    [Some(start.into()), end].into_iter().flatten().collect()
}

/// A date as calendars write it: `20270112`.
fn basic(day: Day) -> String {
    day.iso().replace('-', "")
}

/// A text without what no calendar and no contact card may hold.
pub fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}
