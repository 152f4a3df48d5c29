//! When a service answers, and when a course is held.

use super::contacts::machine_address;
use super::thing::{Ids, Thing};
use directory::record::{ListingRecord, OpeningRecord, SessionRecord};

/// The days as our files and as calendars name them.
pub(crate) const DAYS: [(&str, &str); 7] =
    [("mon", "MO"), ("tue", "TU"), ("wed", "WE"), ("thu", "TH"), ("fri", "FR"), ("sat", "SA"), ("sun", "SU")];

/// The end of a day: no calendar knows 24:00.
pub(crate) const MIDNIGHT: [&str; 2] = ["24:00", "23:59"];

/// Hours for the clock, each day of the week by itself, with the words of a
/// source beside the first; then each date of a course.
pub(super) fn schedules(ids: &mut Ids, record: &ListingRecord) -> Vec<Thing> {
    let mut words = record.hours.clone().or_else(|| is_always(&record.opening).then(|| "24 hours".to_owned()));
    let mut all: Vec<Thing> =
        record.opening.iter().map(|one| weekly(ids, one).text("description", words.take())).collect();
    if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
        all.push(ids.thing("schedule", "words").with("description", words));
    }
    all.extend(record.training.iter().flat_map(|training| &training.dates).map(|date| session(ids, date)));
    all
}

fn weekly(ids: &mut Ids, opening: &OpeningRecord) -> Thing {
    let days = DAYS.iter().filter(|(day, _)| opening.days.iter().any(|one| one == day)).map(|(_, code)| *code);
    let days = days.collect::<Vec<_>>().join(",");
    let to = if opening.to == MIDNIGHT[0] { MIDNIGHT[1] } else { &opening.to };
    ids.thing("schedule", &format!("{days}/{}/{}", opening.from, opening.to))
        .with("freq", "WEEKLY")
        .with("interval", 1)
        .text("byday", Some(days))
        .text("opens_at", Some(&opening.from))
        .text("closes_at", Some(to))
}

fn is_always(opening: &[OpeningRecord]) -> bool {
    matches!(opening, [one] if one.days.len() == DAYS.len() && one.from == "00:00" && one.to == MIDNIGHT[0])
}

fn session(ids: &mut Ids, date: &SessionRecord) -> Thing {
    let says = [Some(&date.on), date.from.as_ref(), date.place.as_ref()];
    let says = says.map(|part| part.map_or("", String::as_str)).join("/");
    ids.thing("schedule", &says)
        .text("dtstart", Some(&date.on))
        .text("valid_from", Some(&date.on))
        .text("valid_to", Some(date.until.as_ref().unwrap_or(&date.on)))
        .text("opens_at", date.from.as_ref())
        .text("closes_at", date.to.as_ref())
        .text("description", date.place.as_ref())
        .text("schedule_link", date.web.as_deref().map(machine_address))
}
