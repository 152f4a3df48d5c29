use super::*;
use serde_json::json;

const ID: &str = "a308ed04-089d-5a79-a38d-11e756fb2a49";
const OTHER: &str = "e07cfd44-f09f-580e-90ee-d7d0096f4746";

fn sound() -> Value {
    json!({
        "id": ID, "organization_id": OTHER, "name": "Made up for tests", "status": "active",
        "organization": { "id": OTHER, "name": "Made-up Trust", "description": "Made-up Trust" },
        "minimum_age": 0, "maximum_age": 17.5, "assured_date": "2026-11-01",
        "last_modified": "2026-11-02T09:00:00.000Z", "url": "https://example.org/a", "email": "a@example.org",
        "contacts": [{ "id": "fa0fa5e3-ed4d-56ed-9969-f1b040ff40aa", "service_id": ID, "phones": [
            { "id": "614fd3e7-9bd7-5894-a1df-81f0f057faa1", "contact_id": "fa0fa5e3-ed4d-56ed-9969-f1b040ff40aa",
              "number": "01632 960001" }] }],
        "schedules": [{ "id": "db72436b-dcaa-5b5f-a1b2-fd6004ff1a72", "service_id": ID, "freq": "WEEKLY",
            "byday": "MO,TU", "opens_at": "09:00", "closes_at": "16:30:00" }],
        "attributes": [
            { "id": "5a5989d1-6022-5658-87c2-f0a9feb1e2a9", "link_id": ID, "link_entity": "service", "taxonomy_term":
              { "id": "42e98c20-32c0-524c-91d0-056f78f7613b", "name": "A", "description": "A" } },
            { "id": "18406b6a-f0e7-5ab9-8c47-5551a25ad546", "link_id": ID, "link_entity": "service", "taxonomy_term":
              { "id": "42e98c20-32c0-524c-91d0-056f78f7613b", "name": "A", "description": "A" } },
        ],
    })
}

fn faults(service: &Value) -> Vec<String> {
    let mut lint = Lint::new(Day::of(2026, 11, 21).unwrap());
    lint.service(service).into_iter().map(|finding| finding.field).collect()
}

/// Sets one value of a sound service, or takes it out with `null` and a `-`.
fn check(pointer: &str, value: Value, field: &str) {
    let mut service = sound();
    let (above, key) = pointer.rsplit_once('/').unwrap();
    let above = service.pointer_mut(above).unwrap();
    match key.strip_prefix('-') {
        Some(key) => _ = above.as_object_mut().unwrap().remove(key),
        None => above[key] = value.clone(),
    }
    assert!(faults(&service).iter().any(|fault| fault == field), "{pointer} {value}: {:?}", faults(&service));
}

#[test]
fn a_sound_service_has_no_fault() {
    assert_eq!(faults(&sound()), Vec::<String>::new());
}

#[test]
fn what_a_schema_lets_pass_is_a_fault() {
    for (age, field) in [(json!(-1), "minimum_age"), (json!(18), "minimum_age"), (json!(131), "minimum_age")] {
        check("/minimum_age", age, field);
    }
    for day in ["yesterday", "2026-11-31", "2026-11", "2026-11-22", "21/11/2026"] {
        check("/assured_date", json!(day), "assured_date");
    }
    for moment in ["2026-11-02", "2026-11-02T09:00:00Z", "2026-11-02T09:00:00.000", "2026-11-02T25:00:00.000Z"] {
        check("/last_modified", json!(moment), "last_modified");
    }
    for (name, value) in [("opens_at", "9:00"), ("closes_at", "24:00"), ("byday", "2MO"), ("freq", "MONTHLY")] {
        let field = if name == "freq" { "byday" } else { name };
        check(&format!("/schedules/0/{name}"), json!(value), &format!("schedules[0].{field}"));
    }
}

#[test]
fn what_is_not_known_is_not_written() {
    check("/description", json!(null), "description");
    check("/description", json!(" "), "description");
    check("/languages", json!([]), "languages");
    check("/contacts/0/phones/0/description", json!(""), "contacts[0].phones[0].description");
    check("/-organization", json!(null), "organization");
    check("/organization/-description", json!(null), "organization.description");
    check("/contacts/0/phones/0/-number", json!(null), "contacts[0].phones[0].number");
}

#[test]
fn ids_are_given_once_and_point_at_what_is_there() {
    check("/id", json!("kooth"), "id");
    check("/id", json!(ID.to_uppercase()), "id");
    check("/organization_id", json!(ID), "organization_id");
    check("/contacts/0/id", json!(ID), "contacts[0].id");
    check("/contacts/0/-id", json!(null), "contacts[0].id");
    check("/contacts/0/service_id", json!(OTHER), "contacts[0].service_id");
    check("/contacts/0/phones/0/contact_id", json!(OTHER), "contacts[0].phones[0].contact_id");
    check("/attributes/0/link_id", json!(OTHER), "attributes[0].link_id");
    check("/attributes/1/taxonomy_term/name", json!("B"), "attributes[1].taxonomy_term.id");
    let mut lint = Lint::new(Day::of(2026, 11, 21).unwrap());
    assert!(lint.service(&sound()).is_empty());
    assert!(!lint.service(&sound()).is_empty(), "the same id twice in one export");
}

#[test]
fn what_could_mislead_a_program_or_a_person_is_a_fault() {
    for url in ["javascript:alert(1)", "https://", "https:///a", "//a.example", "https://a.example/b c", "ftp://a"] {
        check("/url", json!(url), "url");
    }
    for email in ["a", "@a.b", "a@b", "a@b@c.d", "a@b.c?d"] {
        check("/email", json!(email), "email");
    }
    check("/status", json!("Active"), "status");
    check("/description", json!("<p>Help</p>"), "description");
    check("/description", json!("a </b>"), "description");
    check("/description", json!("a\u{0}b"), "description");
    check("/assurer_email", json!("a@example.org"), "assurer_email");
}

#[test]
fn a_sign_for_less_is_no_html() {
    let mut service = sound();
    service["description"] = json!("for those aged < 5, and 5 <6");
    assert_eq!(faults(&service), Vec::<String>::new());
    assert!(!faults(&json!("a")).is_empty());
}
