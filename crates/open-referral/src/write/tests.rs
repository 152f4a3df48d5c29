use super::*;
use crate::lint::Lint;
use directory::finding::Findings;
use directory::json::Json;
use directory::record::{CrisisRecord, Fill, Place, Reading, RouteRecord, SiteRecord, fill};
use serde_json::json;

fn record(value: &Value) -> ListingRecord {
    let (text, mut findings) = (value.to_string(), Findings::default());
    let mut record = ListingRecord::default();
    let mut reading = Reading::new(&mut findings);
    assert!(fill(&mut record, &Json::parse(&text).unwrap(), &Place::Whole, &mut reading));
    assert!(reading.unknown.is_empty(), "{:?}", reading.unknown);
    assert!(findings.list().is_empty(), "{:?}", findings.list());
    record
}

/// An entry with everything in it.
fn whole() -> Value {
    serde_json::from_str(include_str!("../../tests/fixtures/whole.json")).unwrap()
}

fn site() -> Site {
    let text = json!({ "name": "Made up", "areas": [{ "slug": "anytown", "label": "Anytown", "choice": true,
        "next_step": "Ask." }], "terms": ["09-01"] })
    .to_string();
    let (mut site, mut findings) = (SiteRecord::default(), Findings::default());
    site.fill(&Json::parse(&text).unwrap(), &Place::Whole, &mut Reading::new(&mut findings));
    Site::read(site, &mut findings)
}

fn crisis() -> Crisis {
    let route = RouteRecord {
        id: "night-line".to_owned(),
        group: "everyone".to_owned(),
        says: "Call.".to_owned(),
        call: Some("01632 960999".to_owned()),
        ..RouteRecord::default()
    };
    Crisis::read(CrisisRecord { routes: vec![route], ..CrisisRecord::default() }, &mut Findings::default())
}

fn written(standard: Standard, value: &Value) -> Option<Value> {
    let (site, crisis, record) = (site(), crisis(), record(value));
    let setting = Setting { standard, site: &site, crisis: &crisis };
    setting.service(&Entry { record: &record, changed: Day::of(2026, 11, 20) })
}

fn with(changes: Value) -> Value {
    let mut value = whole();
    value.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    written(Standard::Oruk, &value).unwrap()
}

/// The values, or codes, of the attributes of one link type.
fn attributes<'a>(service: &'a Value, link_type: &str) -> Vec<&'a str> {
    let all = service["attributes"].as_array().unwrap().iter().filter(|one| one["link_type"] == link_type);
    all.map(|one| one["value"].as_str().or(one["taxonomy_term"]["code"].as_str()).unwrap()).collect()
}

#[test]
fn everything_that_an_entry_can_hold_is_sound_in_both_standards() {
    for standard in [Standard::Oruk, Standard::Hsds] {
        let service = written(standard, &whole()).unwrap();
        let faults = Lint::new(Day::of(2026, 11, 21).unwrap()).service(&service);
        assert!(faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn each_field_goes_where_the_standard_has_it() {
    let service = with(json!({}));
    for (pointer, value) in [
        ("/status", json!("temporarily closed")),
        ("/alert", json!("The page is old. It takes nobody for now.")),
        ("/minimum_age", json!(0)),
        ("/maximum_age", json!(19)),
        ("/eligibility_description", json!("Anyone. Up to 25: SEND.")),
        ("/assured_date", json!("2026-11-01")),
        ("/last_modified", json!("2026-11-20T00:00:00.000Z")),
        ("/url", json!("https://example.org/caf%C3%A9")),
        ("/email", json!("a@example.org")),
        ("/organization/name", json!("Made-up Trust")),
        ("/funding/0/source", json!("Made-up Council")),
        ("/contacts/0/phones/2/number", json!("85258")),
        ("/contacts/0/phones/2/description", json!("Text HELLO. nights")),
        ("/contacts/1/email", json!("b@example.org")),
        ("/schedules/0/byday", json!("MO,TU")),
        ("/schedules/0/closes_at", json!("23:59")),
        ("/schedules/0/description", json!("weekdays")),
        ("/schedules/2/dtstart", json!("2027-01-12")),
        ("/cost_options/1/amount", json!(45.5)),
        ("/languages/1/name", json!("Urdu")),
        ("/service_areas/0/name", json!("Anytown")),
    ] {
        assert_eq!(service.pointer(pointer), Some(&value), "{pointer}");
    }
    for (link_type, values) in [
        ("slug", vec!["made-up"]),
        ("need", vec!["sleep", "self-harm"]),
        ("access_route", vec!["parent", "gp"]),
        ("help_while_waiting", vec!["Rest"]),
        ("review_due", vec!["2028-09-01"]),
        ("course_time", vec!["2 to 3 days"]),
    ] {
        assert_eq!(attributes(&service, link_type), values, "{link_type}");
    }
}

#[test]
fn what_is_not_known_is_in_no_field() {
    let bare = json!({ "id": "bare", "name": "Bare", "kind": "service", "standing": "active", "summary": "A.",
        "needs": [], "audience": ["parent"], "area": { "places": ["national"] } });
    let service = written(Standard::Oruk, &bare).unwrap();
    let keys: Vec<_> = service.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "attributes",
            "description",
            "id",
            "last_modified",
            "name",
            "organization",
            "organization_id",
            "service_areas",
            "status"
        ]
    );
    assert_eq!(service["organization"]["name"], crate::terms::UNKNOWN_PROVIDER);
    assert!(attributes(&service, "thrive_group").is_empty());
    assert_eq!(attributes(&with(json!({ "thrive": [] })), "thrive_group"), [crate::terms::NO_GROUPING]);
}

#[test]
fn free_paid_and_not_known_are_three() {
    let cost = |cost: Value| with(json!({ "cost": cost, "training": null }))["cost_options"].clone();
    assert_eq!(cost(json!({ "kind": "free" }))[0]["amount"], 0);
    assert!(cost(json!({ "kind": "paid" }))[0].get("amount").is_none());
    assert!(cost(json!({ "kind": "donation" }))[0].get("amount").is_none());
    assert!(cost(Value::Null).is_null());
}

#[test]
fn what_has_ended_is_told_of_and_leads_nowhere() {
    let ended = with(json!({ "standing": "ended", "doubt": null, "successor": "none-known" }));
    assert_eq!((&ended["status"], &ended["alert"]), (&json!("defunct"), &json!("This has ended.")));
    let text = ended.to_string();
    for private in ["01632", "example.org", "85258", "weekdays", "minimum_age", "Call us"] {
        assert!(!text.contains(private), "{private} in {text}");
    }
    for stays in ["held", "withdrawn", ""] {
        assert!(written(Standard::Oruk, &json!({ "id": "a", "name": "A", "standing": stays })).is_none(), "{stays}");
    }
}

#[test]
fn a_crisis_line_has_the_numbers_of_its_route() {
    let line = with(json!({ "crisis": "night-line", "contacts": { "web": "https://example.org/" } }));
    assert_eq!(line["contacts"][0]["phones"][0]["number"], "01632 960999");
    assert_eq!(line["url"], "https://example.org/");
    assert_eq!(attributes(&line, "crisis_route"), ["night-line"]);
}

#[test]
fn on_whose_word_a_field_stands_goes_with_it() {
    let service = with(json!({}));
    let word = |field: &str| {
        let all = service["attributes"].as_array().unwrap().iter();
        let of = all.filter(|one| one["link_type"] == "basis" && one["label"] == field);
        of.map(|one| one["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((word("ages"), word("cost")), (vec!["stated".to_owned()], vec!["ours".to_owned()]));
    assert!(word("languages").is_empty());
}

#[test]
fn the_tables_hold_the_same_and_what_is_shared_once() {
    let mut rows: Vec<(Table, String)> = Vec::new();
    let mut package = Package::default();
    let service = written(Standard::Hsds, &whole()).unwrap();
    for _ in 0..2 {
        let done: Result<(), ()> = package.add(&service, &mut |table, row| {
            rows.push((table, row.to_owned()));
            Ok(())
        });
        assert!(done.is_ok());
    }
    let of = |table| rows.iter().filter(|(one, _)| *one == table).map(|(_, row)| row.as_str()).collect::<Vec<_>>();
    assert_eq!((of(Table::Services).len(), of(Table::Organizations).len(), of(Table::Phones).len()), (2, 1, 6));
    let contact = service["contacts"][0]["id"].as_str().unwrap();
    assert!(of(Table::Phones).iter().all(|row| row.contains(contact)));
    let term = service["attributes"][0]["taxonomy_term"]["id"].as_str().unwrap();
    assert!(of(Table::Attributes).iter().any(|row| row.contains(term)));
    assert_eq!(of(Table::TaxonomyTerms).iter().filter(|row| row.starts_with(term)).count(), 1);
    for (table, row) in &rows {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(row.as_bytes());
        let read = reader.records().next().unwrap().unwrap();
        assert_eq!(read.len(), table.columns().len(), "{table:?}: {row}");
    }
    let about = description("Made up", Table::ALL);
    assert_eq!(about["resources"].as_array().unwrap().len(), Table::ALL.len());
}

#[test]
fn a_report_counts_what_stays_what_is_lost_and_what_few_will_find() {
    let mut losses = Losses::of(Target::Oruk);
    losses.write(&record(&whole()));
    losses.leave_out(&record(&json!({ "id": "a", "name": "Hidden", "standing": "held" })), "held");
    let text = losses.text();
    assert!(text.starts_with("1 entry written for Open Referral UK 3.0."), "{text}");
    for part in ["1 entry: held (Hidden)", "sources: 1 entry (", "contacts.phones: 1 entry (", "needs: 1 entry ("] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for whole in ["  ages:", "  name:", "  area.places:"] {
        assert!(!text.contains(whole), "{whole}: {text}");
    }
}

#[test]
fn everything_that_an_entry_can_hold_comes_back() {
    let (value, options) = (
        whole(),
        crate::read::Options {
            today: Day::of(2026, 11, 21).unwrap(),
            areas: vec![("anytown".to_owned(), "Anytown".to_owned())],
            terms: std::collections::BTreeMap::new(),
        },
    );
    for standard in [Standard::Oruk, Standard::Hsds] {
        let mut page = Envelope::begin(Vec::new(), 1).unwrap();
        page.add(&written(standard, &value).unwrap()).unwrap();
        let (mut reader, mut came) = (crate::read::Reader::new(&options), Vec::new());
        let mut tell = |one: crate::read::Came, _: &mut crate::read::Report| {
            came.push(one.record);
            Ok(())
        };
        assert!(crate::read::json(page.end().unwrap().as_slice(), &mut reader, &mut tell).is_ok());
        let back = serde_json::to_value(&came[0]).unwrap();
        let mut before = serde_json::to_value(record(&value)).unwrap();
        // What no export carries, or no entry that came in has: a check is one by
        // whoever publishes it, and ids are given by nobody else. And a web address that machines must have spelt by
        // its bytes.
        before["contacts"]["web"] = json!("https://example.org/caf%C3%A9");
        for lost in ["sources", "last_source", "standing", "doubt", "id", "checked", "former_slugs"] {
            before.as_object_mut().unwrap().remove(lost);
        }
        let file = before["resource"]["files"][0].as_object_mut().unwrap();
        file.retain(|name, _| !["kilobytes", "pages"].contains(&name.as_str()));
        let of = |name: &String| (name.clone(), back.get(name).cloned().unwrap_or_default());
        let others: Vec<_> =
            before.as_object().unwrap().iter().filter(|(name, was)| back.get(*name) != Some(was)).collect();
        assert!(
            others.is_empty(),
            "{others:#?} became {:#?}",
            others.iter().map(|(name, _)| of(name)).collect::<Vec<_>>()
        );
    }
}
