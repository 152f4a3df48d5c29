//! Days and hours: real ones, and schedules that say when.

use directory::day::Day;
use directory::finding::Findings;

use super::Within;

/// The days as calendars name them.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

pub(super) fn check(thing: Within<'_>, today: Day, findings: &mut Findings) {
    for name in ["assured_date", "valid_from", "valid_to", "dtstart", "until"] {
        let Some(text) = thing.text(name) else { continue };
        match whole_day(text) {
            None => thing.error(findings, name, text, "Write a real day as 2026-09-21."),
            Some(day) if name == "assured_date" && day > today => {
                thing.error(findings, name, text, "Write the day on which it was checked: this one has not come.");
            }
            Some(_) => {}
        }
    }
    if thing.text("valid_from").zip(thing.text("valid_to")).is_some_and(|(from, to)| from > to) {
        thing.error(findings, "valid_to", thing.text("valid_to").unwrap_or_default(), "Write the earlier day first.");
    }
    if let Some(text) = thing.text("last_modified").filter(|text| !is_moment(text)) {
        thing.error(findings, "last_modified", text, "Write it as 2026-09-21T09:00:00.000Z.");
    }
    for name in ["opens_at", "closes_at"] {
        if let Some(text) = thing.text(name).filter(|text| !is_time(text)) {
            thing.error(findings, name, text, "Write a time as 09:30.");
        }
    }
    if thing.kind == "schedule" {
        recurs(thing, findings);
    }
}

/// How often: weekly on plain days, monthly on the second Monday or on a day of
/// the month.
fn recurs(thing: Within<'_>, findings: &mut Findings) {
    let days = thing.text("byday");
    let is_week = |day: &str| DAYS.contains(&day);
    let is_month = |day: &str| {
        let (count, day) = day.split_at_checked(day.len().saturating_sub(2)).unwrap_or(("", day));
        is_week(day) && count.parse().is_ok_and(|count: i8| (-5..=5).contains(&count) && count != 0)
    };
    let fits = match (thing.text("freq"), days) {
        (Some("WEEKLY"), Some(days)) => days.split(',').all(is_week),
        (Some("MONTHLY"), Some(days)) => days.split(',').all(is_month),
        (Some("MONTHLY"), None) => thing.text("bymonthday").is_some(),
        (None, None) => true,
        _ => false,
    };
    if !fits {
        thing.error(
            findings,
            "byday",
            days.unwrap_or_default(),
            "Write the days that go with how often: MO,TU or 2MO.",
        );
    }
}

fn whole_day(text: &str) -> Option<Day> {
    (text.len() == "2026-09-21".len()).then(|| Day::read(text)).flatten()
}

fn is_time(text: &str) -> bool {
    let parts: Vec<_> = text.split(':').collect();
    let is_below = |part: &str, most: u8| part.len() == 2 && part.parse().is_ok_and(|number: u8| number < most);
    match parts.as_slice() {
        [hours, minutes] => is_below(hours, 24) && is_below(minutes, 60),
        [hours, minutes, seconds] => is_below(hours, 24) && is_below(minutes, 60) && is_below(seconds, 60),
        _ => false,
    }
}

/// A day, a time to the thousandth of a second, and how far it is from UTC.
fn is_moment(text: &str) -> bool {
    let Some((day, rest)) = text.split_once('T') else { return false };
    let (clock, zone) = rest.split_at(rest.find(['Z', '+', '-']).unwrap_or(rest.len()));
    let is_zone = zone == "Z" || zone.get(1..).is_some_and(|hours| hours.len() == 5 && is_time(hours));
    let is_clock = clock.split_once('.').is_some_and(|(time, thousandths)| {
        time.len() == 8
            && is_time(time)
            && thousandths.len() == 3
            && thousandths.bytes().all(|byte| byte.is_ascii_digit())
    });
    whole_day(day).is_some() && is_clock && is_zone
}
