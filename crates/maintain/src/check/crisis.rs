//! Crisis numbers stand in one file only, so that one change changes them all.
//!
//! `999` and `111` may be named in sentences everywhere ("In danger? Call
//! 999."), but are nobody's contact elsewhere.

use directory::day::Day;
use directory::finding::Level;
use directory::record::RouteRecord;
use directory::site::Site;
use serde_json::Value;

use super::{Entry, Ledger, Whole};
use crate::data::each_text;
use crate::numbers;

/// Numbers that everybody knows and any sentence may name.
const SETTLED: [&str; 2] = ["999", "111"];

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    routes(whole, ledger);
    for entry in &whole.entries {
        points_at_a_route(entry, whole, ledger);
    }
    let routes = whole.data.crisis.iter().flat_map(|file| &file.record.routes);
    let crisis: Vec<String> = routes.flat_map(numbers_of).map(numbers::digits).collect();
    let crisis_path = whole.data.crisis.as_ref().map(|file| file.path.as_str());
    for (path, value) in whole.data.public().filter(|(path, _)| Some(*path) != crisis_path) {
        stands_only_there(path, value, &crisis, ledger);
    }
}

pub(super) fn numbers_of(route: &RouteRecord) -> impl Iterator<Item = &str> {
    route.call.as_deref().into_iter().chain(route.text.as_ref().map(|text| text.number.as_str()))
}

fn routes(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(file) = &whole.data.crisis else { return };
    ledger.note(&file.path, |findings| {
        for route in &file.record.routes {
            if route.name.trim().is_empty() {
                findings.error("routes.name", &route.id, "Write what it is called.");
            }
            if route.checked.is_none() && whole.site.as_ref().is_some_and(|site| site.release.is_some()) {
                findings.error(
                    "routes.checked",
                    &route.id,
                    "Before a release two roles check it: write when (on), who (by) and how (means).",
                );
            }
            if let Some(days) = too_old_to_sign(route, whole.site.as_ref()) {
                let found = format!("{}: checked {days} days before the release was signed", route.id);
                findings.error("routes.checked", &found, "Check it again, by two roles, and then sign the release.");
            }
            if route.sources.is_empty() {
                findings.add(Level::Warning, "routes.sources", &route.id, "Write where it was found.");
            }
        }
    });
}

/// How old the check of a route was on the day of the release, if that was too
/// old. It asks the two dates and not the clock: a site that is published
/// can always be built again.
fn too_old_to_sign(route: &RouteRecord, site: Option<&Site>) -> Option<i32> {
    let site = site?;
    let signed = site.release.as_ref()?.on;
    let days = Day::read(&route.checked.as_ref()?.on)?.days_until(signed);
    (days >= site.crisis_clock.refuse).then_some(days)
}

/// A crisis entry has its numbers from its route, and none of its own.
fn points_at_a_route(entry: &Entry<'_>, whole: &Whole<'_>, ledger: &mut Ledger) {
    let record = &entry.file.record;
    let (Some(id), Some(crisis)) = (&record.crisis, &whole.crisis) else { return };
    ledger.note(&entry.file.path, |findings| {
        if crisis.route(id).is_none() {
            findings.error("crisis", id, "Write the id of a route in crisis.json.");
        }
        let own = record.contacts.phones.iter().chain(&record.contacts.texts).next();
        if let Some(number) = own {
            findings.error("contacts", &number.number, "Take its numbers out: they stand in crisis.json alone.");
        }
    });
}

/// A register numbers its schools as it likes, and nobody calls such a number.
fn is_number_of_a_school(place: &str) -> bool {
    let is_own = place.starts_with("schools[") && place.ends_with("].id");
    let is_named = place.starts_with("contacts[") && place.ends_with("].school");
    is_own || is_named || place.starts_with("area.school_ids[")
}

pub(super) fn stands_only_there(path: &str, value: &Value, crisis: &[String], ledger: &mut Ledger) {
    // No sentence may name these.
    let told: Vec<&str> = crisis.iter().map(String::as_str).filter(|number| !SETTLED.contains(number)).collect();
    ledger.note(path, |findings| {
        each_text(value, &mut |place, text| {
            if is_number_of_a_school(place) {
                return;
            }
            let is_there = if place.starts_with("contacts.") && place.ends_with(".number") {
                crisis.contains(&numbers::digits(text))
            } else {
                numbers::first_of(text, &told).is_some()
            };
            if is_there {
                findings.error(
                    place,
                    text,
                    "Take the number out: it stands in crisis.json alone. Name the line instead.",
                );
            }
        });
    });
}
