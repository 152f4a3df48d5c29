//! A listing as a service, or as a course.
//!
//! The data does not say whether a provider is a council, a school, a charity
//! or the NHS, so a service is a `Service` and its provider an `Organization`:
//! nothing is guessed. Left out, because nobody states it or because it has
//! another meaning: our own sorting (needs, THRIVE groupings, audience), our
//! own reading of ages, cost, place and provider, a wait in words, a price
//! with a condition.

use super::node::Node;
use crate::age;
use crate::area::Areas;
use crate::contact::text_words;
use crate::day::Day;
use crate::fact::{Basis, Fact};
use crate::freshness::Freshness;
use crate::listing::{AvailabilityState, Contacts, Listing, Number, Opening, Standing};
use crate::site::Site;
use crate::vocabulary::{CostKind, Kind};

/// The days as schema.org names them, Monday the lowest bit.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What the page of a listing is about, as machines may know it; nothing, if
/// its own page warns of it: doubt, an end, a pause or a check of long ago
/// cannot be said there. Nor is a document, a grant or a list of contacts a
/// service.
pub fn about(listing: &Listing, site: &Site, today: Day) -> Option<Node> {
    let checked = listing.checked.as_ref().map(|check| check.on);
    let is_sure = listing.standing == Standing::Active
        && listing.availability.state != Some(AvailabilityState::Paused)
        && site.terms.freshness(checked, today) != Freshness::VeryLate;
    match listing.kind {
        _ if !is_sure => None,
        Kind::Helpline | Kind::Service | Kind::Digital => Some(service(listing, &site.areas)),
        Kind::Training => Some(course(listing)),
        Kind::Resource | Kind::Funding | Kind::Contact => None,
    }
}

fn service(listing: &Listing, areas: &Areas) -> Node {
    common(Node::of("Service"), listing)
        .each("areaServed", area(listing, areas))
        .maybe("audience", audience(listing))
        .each("availableChannel", channels(&listing.contacts))
        .each("hoursAvailable", hours(listing))
}

fn course(listing: &Listing) -> Node {
    let course = listing.training.as_ref();
    let suits = course.map(|course| course.suits.as_str()).filter(|suits| !suits.trim().is_empty());
    let audience = suits.map(|suits| Node::of("EducationalAudience").with("educationalRole", suits));
    common(Node::of("Course"), listing)
        .maybe("audience", audience)
        .maybe("educationalLevel", course.and_then(|course| course.level.clone()))
}

fn common(node: Node, listing: &Listing) -> Node {
    let provider = stated(&listing.provider).map(|name| Node::of("Organization").with("name", name.as_str()));
    node.with("name", listing.name.as_str())
        .each("alternateName", listing.former_names.iter().map(String::as_str))
        .with("description", listing.summary.as_str())
        .maybe("provider", provider)
        .maybe("offers", free(listing))
}

/// The value that some source states.
fn stated<T>(fact: &Option<Fact<T>>) -> Option<&T> {
    fact.as_ref().filter(|fact| fact.basis == Basis::Stated).map(|fact| &fact.value)
}

/// Free, if a source says so without a condition.
fn free(listing: &Listing) -> Option<Node> {
    let cost = stated(&listing.cost)?;
    let is_free = cost.kind == CostKind::Free && cost.note.trim().is_empty();
    is_free.then(|| Node::of("Offer").with("price", 0).with("priceCurrency", "GBP"))
}

/// Where it is for. A limit cannot be said, so with one nothing is.
fn area(listing: &Listing, areas: &Areas) -> Vec<Node> {
    let area = &listing.area;
    if area.basis != Basis::Stated || area.is_limited() {
        return Vec::new();
    }
    let place = |name: &str| Node::of("AdministrativeArea").with("name", name);
    if area.is_national {
        return vec![place("England")];
    }
    area.places.iter().filter_map(|slug| areas.named(slug)).map(|area| place(&area.label)).collect()
}

/// The ages of those whom it helps, as they stand on the page.
fn audience(listing: &Listing) -> Option<Node> {
    let ages = *stated(&listing.ages)?;
    let youngest = (ages.youngest() > 0).then(|| ages.youngest());
    let oldest = (ages.oldest() < age::OLDEST).then(|| ages.oldest());
    let more = listing.ages_extended.iter().map(|more| format!("Up to {} for some ({})", more.to, more.condition));
    let is_known = youngest.is_some() || oldest.is_some();
    is_known.then(|| {
        Node::of("PeopleAudience")
            .maybe("suggestedMinAge", youngest)
            .maybe("suggestedMaxAge", oldest)
            .each("description", more)
    })
}

/// Each way to get in touch that schema.org has a word for.
fn channels(contacts: &Contacts) -> Vec<Node> {
    let point = |number: &Number, note: Option<String>| {
        Node::of("ContactPoint").with("telephone", number.shown.as_str()).maybe("description", note)
    };
    let note = |number: &Number| (!number.note.is_empty()).then(|| number.note.clone());
    let word = |number: &Number| number.word.is_some().then(|| text_words(number));
    let channel = || Node::of("ServiceChannel");
    let calls = contacts.phones.iter().map(|number| channel().with("servicePhone", point(number, note(number))));
    let texts = contacts
        .texts
        .iter()
        .map(|number| channel().with("serviceSmsNumber", point(number, word(number).or_else(|| note(number)))));
    let web = contacts.web.iter().map(|web| channel().with("serviceUrl", web.as_str()));
    calls.chain(texts).chain(web).collect()
}

/// The hours that a source states.
fn hours(listing: &Listing) -> Vec<Node> {
    let is_stated = stated(&listing.hours).is_some();
    listing.opening.iter().filter(|_| is_stated).map(opening).collect()
}

fn opening(hours: &Opening) -> Node {
    let days = DAYS.iter().enumerate().filter(|(day, _)| hours.days >> day & 1 == 1).map(|(_, name)| *name);
    // The last minute of a day: at 24:00 schema.org's day is over.
    let to = hours.to.min(24 * 60 - 1);
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    Node::of("OpeningHoursSpecification")
        .each("dayOfWeek", days)
        .with("opens", time(hours.from))
        .with("closes", time(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::json;
    use serde_json::Value;

    const WHOLE: &str = r#"{ "id": "a", "name": "A", "kind": "service", "standing": "active", "summary": "S.",
        "former_names": ["B"], "provider": "P", "ages": { "from": 5, "to": 11 }, "needs": ["self-harm"],
        "thrive": ["getting-help"], "audience": ["parent"], "area": { "places": ["national"] },
        "contacts": { "phones": [{ "number": "01632 960001" }], "texts": [{ "number": "85258", "word": "HI" }],
        "web": "https://a.example" }, "hours": "all day", "opening": [{ "days": ["mon"], "from": "00:00",
        "to": "24:00" }], "cost": { "kind": "free" }, "stated": [STATED] }"#;
    const ALL: &str = r#""provider", "ages", "area", "hours", "cost""#;

    fn about_text(text: &str) -> Option<Value> {
        let mut findings = Findings::default();
        let parsed = json::Json::parse(text).unwrap();
        let listing = crate::record::listing_in(&parsed, &mut findings).unwrap();
        let today = Day::of(2026, 11, 21).unwrap();
        about(&listing, &Site::default(), today).map(Value::from)
    }

    fn with(stated: &str, from: &str, to: &str) -> Option<Value> {
        about_text(&WHOLE.replace("STATED", stated).replace(from, to))
    }

    #[test]
    fn what_some_source_states_is_said_as_it_is() {
        let said = with(ALL, "", "").unwrap();
        assert_eq!(said["@type"], "Service");
        assert_eq!(said["alternateName"], "B");
        assert_eq!(said["provider"], serde_json::json!({ "@type": "Organization", "name": "P" }));
        assert_eq!(said["audience"]["suggestedMinAge"], 5);
        assert_eq!(said["audience"]["suggestedMaxAge"], 11);
        assert_eq!(said["areaServed"]["name"], "England");
        assert_eq!(said["offers"]["price"], 0);
        assert_eq!(said["hoursAvailable"]["closes"], "23:59");
        assert_eq!(said["availableChannel"][0]["servicePhone"]["telephone"], "01632 960001");
        assert_eq!(said["availableChannel"][1]["serviceSmsNumber"]["description"], "Text HI to 85258");
        assert_eq!(said["availableChannel"][2]["serviceUrl"], "https://a.example");
    }

    #[test]
    fn our_own_reading_becomes_no_fact() {
        let said = with("", "", "").unwrap();
        for property in ["provider", "audience", "areaServed", "hoursAvailable", "offers"] {
            assert!(said.get(property).is_none(), "{property}: {said}");
        }
        let text = said.to_string();
        assert!(!text.contains("self-harm") && !text.contains("getting-help"), "{text}");
    }

    #[test]
    fn what_has_a_limit_or_a_condition_is_left_out() {
        let limited = with(ALL, r#""places": ["national"]"#, r#""places": ["national"], "coverage": "some""#);
        assert!(limited.unwrap().get("areaServed").is_none());
        let note = with(ALL, r#""kind": "free" }"#, r#""kind": "free", "note": "for 6 weeks" }"#);
        assert!(note.unwrap().get("offers").is_none());
        let any_age = with(ALL, r#""from": 5, "to": 11"#, r#""from": 0, "to": 120"#);
        assert!(any_age.unwrap().get("audience").is_none());
    }

    #[test]
    fn what_its_own_page_warns_of_is_no_service_for_machines() {
        let standing = r#""standing": "active""#;
        for other in [
            r#""standing": "doubtful", "doubt": "old""#,
            r#""standing": "ended", "successor": "none-known""#,
            r#""standing": "active", "availability": { "state": "paused" }"#,
            r#""standing": "active", "checked": { "on": "2024-01-01", "by": "A", "means": "called" }"#,
        ] {
            assert_eq!(with(ALL, standing, other), None, "{other}");
        }
        for kind in ["resource", "funding", "contact"] {
            assert_eq!(with(ALL, r#""kind": "service""#, &format!(r#""kind": "{kind}""#)), None);
        }
        let course = with(ALL, r#""kind": "service""#, r#""kind": "training""#);
        assert_eq!(course.unwrap()["@type"], "Course");
    }
}
