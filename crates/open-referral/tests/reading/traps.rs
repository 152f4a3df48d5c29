//! The traps of real feeds, each in a service made up for tests.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::taken::Taken;

fn one(fields: Value) -> Taken {
    let mut service = json!({ "id": "a", "name": "Made-up" });
    if let (Some(into), Value::Object(more)) = (service.as_object_mut(), fields) {
        into.extend(more);
    }
    Taken::json(service.to_string().as_bytes()).unwrap()
}

#[test]
fn an_age_that_is_not_stated_is_none_and_zero_is_an_age() {
    let ages = |fields: Value| one(fields).came[0].record.ages.map(|ages| (ages.from, ages.to));
    for nothing in [
        json!({}),
        json!({ "minimum_age": -1, "maximum_age": -1 }),
        json!({ "minimum_age": "", "maximum_age": null }),
        json!({ "minimum_age": 0, "maximum_age": 0 }),
        json!({ "minimum_age": 25, "maximum_age": 5 }),
        json!({ "minimum_age": 5, "maximum_age": 17.5 }),
        json!({ "minimum_age": 5, "maximum_age": 1e300 }),
        json!({ "minimum_age": 5, "maximum_age": "1e4000" }),
        json!({ "minimum_age": 5 }),
        json!({ "description": "For children aged 5 to 11." }),
    ] {
        assert_eq!(ages(nothing.clone()), None, "{nothing}");
    }
    assert_eq!(ages(json!({ "minimum_age": 0, "maximum_age": 18 })), Some((Some(0), Some(18))));
    let stated = one(json!({ "minimum_age": 0, "maximum_age": 18 })).came[0].record.stated.clone();
    assert!(stated.contains(&"ages".to_owned()), "{stated:?}");
    assert_eq!(ages(json!({ "minimum_age": "13", "maximum_age": 25.0 })), Some((Some(13), Some(25))));
    let open = one(json!({ "minimum_age": 16, "maximum_age": 99 }));
    assert!(open.report.notes.keys().any(|note| note.contains("99 or more")));
    let offered = one(json!({ "minimum_age": 5 }));
    assert_eq!((offered.came[0].offers[0].from, offered.came[0].offers[0].to), (5, 120));
}

#[test]
fn a_cost_that_is_not_stated_is_never_free() {
    let cost = |fields: Value| one(fields).came[0].record.cost.clone().map(|cost| (cost.kind, cost.note));
    for nothing in
        [json!({ "free": null }), json!({ "fees": "" }), json!({ "cost_options": [] }), json!({ "fees": "Varies" })]
    {
        assert_eq!(cost(nothing.clone()), None, "{nothing}");
    }
    let free = Some(("free".to_owned(), String::new()));
    assert_eq!(cost(json!({ "free": true })), free);
    assert_eq!(cost(json!({ "fees": "Free of charge." })), free);
    assert_eq!(cost(json!({ "cost_options": [{ "option": "Free", "amount": 0 }] })), free);
    let paid = json!({ "cost_options": [{ "amount": 3.5, "amount_description": "a session" }, { "amount": 0, "option": "Under 5" }] });
    assert_eq!(cost(paid), Some(("paid".to_owned(), "£3.50 a session. Free, Under 5".to_owned())));
    let ended = json!({ "cost_options": [{ "amount": 3, "valid_to": "2020-01-01" }] });
    assert_eq!(cost(ended), None);
}

#[test]
fn a_date_that_cannot_be_is_refused_and_none_is_put_in_its_place() {
    for wrong in ["yesterday", "January 01, 0001", "0001-01-01", "2027-01-01", "31/02/2026"] {
        let taken = one(json!({ "assured_date": wrong }));
        assert_eq!(
            (taken.came[0].record.last_source.clone(), taken.report.left_out("assured_date")),
            (None, 1),
            "{wrong}"
        );
    }
    assert_eq!(one(json!({ "assured_date": "03/04/2026" })).came[0].record.last_source.as_deref(), Some("2026-04-03"));
    let record = &one(json!({ "assured_date": "" })).came[0].record;
    assert!(record.last_source.is_none() && record.checked.is_none());
}

#[test]
fn what_is_private_stays_out() {
    let taken = one(json!({
        "contacts": [
            { "name": "A Person", "visible": false, "email": "hidden@example.org", "phone": "020 7946 0000" },
            { "name": "B Person", "contact_visible": "FALSE", "phones": [{ "number": "020 7946 0001" }] },
            { "name": "C Person", "title": "Duty team", "phones": [{ "number": "020 7946 0002" }] },
        ],
        "locations": [{ "name": "Refuge", "address_1": "1 Quiet Road", "mask_exact_address": true }],
        "assurer_email": "assurer@example.org",
    }));
    let written = serde_json::to_string(&taken.came[0].record).unwrap();
    for private in ["Person", "hidden@", "0000", "0001", "Quiet Road", "assurer"] {
        assert!(!written.contains(private), "{private}: {written}");
    }
    assert!(written.contains("020 7946 0002") && written.contains("Duty team"));
    assert_eq!((taken.report.left_out("contacts"), taken.report.left_out("address")), (2, 1));
}

#[test]
fn markup_becomes_plain_words_and_nothing_that_runs() {
    let description = "<div onclick=\"x()\"><p>First &amp;amp; <b>last</b>.</p>\r\n<p>See <a href=\"https://example.org/a\">here</a> \
        or <a href=\"javascript:alert(1)\">there</a>.</p><script>alert(1)</script><img src=x onerror=alert(2)></div>";
    let taken = one(json!({ "name": "R&amp;D <i>group</i>", "description": description }));
    assert_eq!(taken.came[0].record.name, "R&D group");
    assert_eq!(
        taken.came[0].record.summary,
        "First &amp; last. See here (https://example.org/a) or there.".split(" See").next().unwrap()
    );
    assert_eq!(taken.said("description"), ["First &amp; last.", "See here (https://example.org/a) or there."]);
}

#[test]
fn only_what_can_be_followed_is_an_address() {
    for wrong in ["example", "javascript:alert(1)", "https://", "ftp://example.org", "https://a b.example"] {
        let taken = one(json!({ "url": wrong }));
        assert_eq!((taken.came[0].record.contacts.web.clone(), taken.report.left_out("url")), (None, 1), "{wrong}");
    }
    assert_eq!(
        one(json!({ "url": "www.example.org" })).came[0].record.contacts.web.as_deref(),
        Some("http://www.example.org")
    );
    for wrong in ["nobody", "a@b", "a b@example.org", "a@b@example.org"] {
        assert_eq!(one(json!({ "email": wrong })).report.left_out("email"), 1, "{wrong}");
    }
}

#[test]
fn hours_that_hold_no_longer_are_words_and_not_for_the_clock() {
    let schedule = |more: Value| {
        let mut schedule = json!({ "byday": "MO", "opens_at": "09:00", "closes_at": "17:00", "freq": "WEEKLY" });
        if let (Some(into), Value::Object(more)) = (schedule.as_object_mut(), more) {
            into.extend(more);
        }
        one(json!({ "schedules": [schedule] }))
    };
    assert_eq!(schedule(json!({})).came[0].record.opening.len(), 1);
    for not in [
        json!({ "valid_to": "2020-01-01" }),
        json!({ "valid_from": "2030-01-01" }),
        json!({ "freq": "MONTHLY" }),
        json!({ "interval": 2 }),
        json!({ "byday": "2MO" }),
        json!({ "opens_at": "hh:mm:ss" }),
        json!({ "closes_at": "09:00" }),
    ] {
        let taken = schedule(not.clone());
        assert!(taken.came[0].record.opening.is_empty() && taken.report.left_out("opening") == 1, "{not}");
        assert!(!taken.said("hours").is_empty());
    }
}

#[test]
fn what_is_not_in_use_there_is_said_and_what_is_closed_for_now_is_paused() {
    for status in ["inactive", "DEFUNCT"] {
        let taken = one(json!({ "status": status }));
        let imported = taken.came[0].record.imported.clone().unwrap();
        assert_eq!(imported.status, Some(status.to_lowercase()));
    }
    let closed = one(json!({ "status": "Temporarily Closed" }));
    assert_eq!(closed.came[0].record.availability.state.as_deref(), Some("paused"));
    assert_eq!(one(json!({ "status": "" })).came[0].record.imported.clone().unwrap().status, None);
}

#[test]
fn rows_of_one_id_are_one_service_and_rows_of_one_name_are_two() {
    let feed = json!([
        { "id": "a", "name": "Being There" }, { "id": "b", "name": "Being There" }, { "id": "a", "name": "Being There" },
        { "name": "Without an id", "locations": [{ "postal_code": "RM1 1AA" }] }, { "name": "Without an id", "locations": [{ "postal_code": "RM1 1AB" }] },
    ]);
    let taken = Taken::json(feed.to_string().as_bytes()).unwrap();
    taken.counts(&[("rows", 5), ("services", 4), ("duplicates", 1)]);
}

#[test]
fn what_no_field_can_hold_is_counted_by_its_name() {
    let taken =
        one(json!({ "accreditations": "x", "licenses": "y", "program": { "id": "p" }, "nothing": null, "empty": "" }));
    for field in ["accreditations", "licenses", "program"] {
        assert_eq!(taken.report.left_out(field), 1, "{field}");
    }
    assert!(!taken.report.fields.contains_key("nothing") && !taken.report.fields.contains_key("empty"));
}

#[test]
fn hostile_json_is_refused_with_what_to_do() {
    let deep = format!("{}{}", "{\"contents\":[".repeat(100_000), "]}".repeat(100_000));
    let long = format!("[{{\"id\":\"a\",\"name\":\"{}\"}}]", "x".repeat(6 * 1024 * 1024));
    for (bytes, says) in [
        (deep.as_bytes(), "nested deeper"),
        (long.as_bytes(), "longer than 4 MB"),
        (b"[{\"id\": \"a\", \"name\": \"\xff\xfe\"}]".as_slice(), "UTF-8"),
        (b"\xff\xfe[\0", ""),
        (b"[{\"id\": 1", "no whole JSON"),
        (b"[] []", "no whole JSON"),
        (b"7", "no services"),
        (b"", "no whole JSON"),
        (b"{\"id\": \"a\", \"name\": \"b\"} x", "no whole JSON"),
    ] {
        let why = Taken::json(bytes).err().map(|why| why.to_string());
        assert!(why.as_ref().is_some_and(|why| why.contains(says)), "{says}: {why:?}");
    }
}

/// Any JSON, with the names that feeds have.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[ -~é\u{200b}<>&\n]{0,30}".prop_map(Value::from),
        prop_oneof![
            "MO,TU",
            "WEEKLY",
            "09:00",
            "25:61",
            "2026-02-30",
            "free",
            "TRUE",
            "020 7946 0000 ext 5",
            "5 to 11"
        ]
        .prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("id"),
        Just("name"),
        Just("description"),
        Just("contacts"),
        Just("phones"),
        Just("number"),
        Just("locations"),
        Just("schedules"),
        Just("byday"),
        Just("opens_at"),
        Just("closes_at"),
        Just("minimum_age"),
        Just("maximum_age"),
        Just("cost_options"),
        Just("amount"),
        Just("attributes"),
        Just("taxonomy_term"),
        Just("taxonomy"),
        Just("link_type"),
        Just("value"),
        Just("organization"),
        Just("service_areas"),
        Just("contents"),
        Just("assured_date"),
        Just("eligibilitys"),
    ];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_panics_and_whatever_comes_in_waits_and_invents_nothing(feed in any_json()) {
        if let Ok(taken) = Taken::json(feed.to_string().as_bytes()) {
            for came in &taken.came {
                prop_assert_eq!(came.record.standing.as_str(), "held");
                prop_assert!(came.record.checked.is_none());
                prop_assert!(!came.record.name.is_empty());
            }
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Taken::json(&bytes);
        let _ = Taken::sheet(&bytes, None);
    }
}
