//! What no schema of Open Referral sees: ages that cannot be, days that are
//! none, links to things that are not there. An export that has a fault is not
//! written.

mod dates;
mod ids;
mod values;

use std::collections::HashSet;
use std::fmt::Display;

use directory::day::Day;
use directory::finding::{Finding, Findings};
use serde_json::{Map, Value};

pub use ids::is_uuid;

/// Looks at each service of an export, one after another.
#[derive(Debug)]
pub struct Lint {
    today: Day,
    seen: HashSet<u128>,
}

/// A thing within a service: what it is called there, and what it lies in.
#[derive(Clone, Copy, Debug)]
struct Within<'a> {
    kind: &'a str,
    place: &'a str,
    fields: &'a Map<String, Value>,
    /// The ids of the things that it lies in, by their kinds.
    above: &'a [(&'a str, &'a str)],
}

impl Lint {
    /// Nothing seen yet, as of a day.
    pub fn new(today: Day) -> Self {
        Self { today, seen: HashSet::new() }
    }

    /// What is wrong with a service, by itself and beside those before it.
    pub fn service(&mut self, service: &Value) -> Vec<Finding> {
        let Value::Object(fields) = service else {
            let mut findings = Findings::default();
            findings.error("", service, "Write a service: fields in braces.");
            return findings.into_vec();
        };
        let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
        let mut findings = Findings::of_file(text("name"));
        for name in ["id", "organization_id", "name", "status", "organization"] {
            if !fields.contains_key(name) {
                findings.error(name, "", "Write it: every service has one.");
            }
        }
        let organisation = fields.get("organization").and_then(|one| one.get("id")).and_then(Value::as_str);
        if organisation.is_some_and(|id| id != text("organization_id")) {
            findings.error(
                "organization_id",
                text("organization_id"),
                "Write the id of the organisation that is given.",
            );
        }
        if ids::number(text("id")).is_some_and(|id| !self.seen.insert(id)) {
            findings.error("id", text("id"), "Another service has this id: give each its own.");
        }
        let mut ids = ids::Ids::default();
        let top = Within { kind: "service", place: "", fields, above: &[] };
        self.thing(top, &mut ids, &mut findings);
        findings.into_vec()
    }

    fn thing(&self, thing: Within<'_>, ids: &mut ids::Ids, findings: &mut Findings) {
        ids::check(thing, ids, findings);
        values::check(thing, findings);
        dates::check(thing, self.today, findings);
        let id = thing.fields.get("id").and_then(Value::as_str).unwrap_or_default();
        let above: Vec<_> = thing.above.iter().copied().chain([(thing.kind, id)]).collect();
        for (name, value) in thing.fields {
            let place = if thing.place.is_empty() { name.clone() } else { format!("{}.{name}", thing.place) };
            let kind = singular(name);
            let inner = |fields, place: &str, findings: &mut Findings, ids: &mut ids::Ids| {
                self.thing(Within { kind, place, fields, above: &above }, ids, findings);
            };
            match value {
                Value::Object(fields) => inner(fields, &place, findings, ids),
                Value::Array(all) if !all.is_empty() => {
                    for (at, one) in all.iter().enumerate() {
                        let place = format!("{place}[{at}]");
                        match one {
                            Value::Object(fields) => inner(fields, &place, findings, ids),
                            other => values::plain(&place, kind, other, findings),
                        }
                    }
                }
                other => values::plain(&place, name, other, findings),
            }
        }
    }
}

/// What each thing of a list is called, as the fields that point to it say.
fn singular(name: &str) -> &str {
    match name {
        "contacts" => "contact",
        "phones" => "phone",
        "schedules" => "schedule",
        "service_areas" => "service_area",
        "service_at_locations" => "service_at_location",
        "languages" => "language",
        "cost_options" => "cost_option",
        "additional_urls" => "url",
        "attributes" => "attribute",
        "addresses" => "address",
        "taxonomy_detail" => "taxonomy",
        other => other,
    }
}

impl Within<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(Value::as_str)
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.fields.get(name).and_then(Value::as_f64)
    }

    fn error(&self, findings: &mut Findings, field: &str, found: impl Display, write: &str) {
        let dot = if self.place.is_empty() { "" } else { "." };
        findings.error(&format!("{}{dot}{field}", self.place), found, write);
    }
}

#[cfg(test)]
mod tests;
