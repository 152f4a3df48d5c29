//! Each shape that feeds come in, small and made up for tests.

use std::io::Cursor;

use open_referral::read::{Mapping, Source, Tables};
use serde_json::json;

use crate::taken::Taken;

fn service(id: &str) -> serde_json::Value {
    json!({ "id": id, "name": format!("Made-up {id}") })
}

#[test]
fn every_envelope_gives_its_services() {
    let two = json!([service("a"), service("b")]);
    for feed in [
        two.clone(),
        json!({ "total_items": 2, "page_number": 1, "contents": two }),
        json!({ "contents": two, "total_items": 2 }),
        json!({ "content": two, "totalElements": 2, "number": 1, "first": true }),
        json!({ "services": two }),
    ] {
        for mark in ["", "\u{feff}"] {
            let taken = Taken::json(format!("{mark}{feed}").as_bytes()).unwrap();
            taken.counts(&[("rows", 2), ("services", 2), ("duplicates", 0)]);
            assert!(taken.report.notes.is_empty(), "{feed}");
        }
    }
    let one = Taken::json(service("a").to_string().as_bytes()).unwrap();
    one.counts(&[("services", 1)]);
    let nothing = Taken::json(b" { \"contents\" : [ ] } ").unwrap();
    nothing.counts(&[("services", 0)]);
}

#[test]
fn the_services_of_an_organisation_are_its_own() {
    let whole = json!({ "id": "o", "name": "Made-up Trust", "services": [service("a")] });
    let taken = Taken::json(whole.to_string().as_bytes()).unwrap();
    assert_eq!(taken.came[0].record.provider.as_deref(), Some("Made-up Trust"));
}

#[test]
fn version_one_of_the_uk_is_understood_in_all_its_spellings() {
    for [ages, terms] in [["eligibilitys", "service_taxonomys"], ["eligibilities", "service_taxonomies"]] {
        let feed = json!([{
            "id": "a", "name": "Made-up", "status": "Active", "deliverable_type": "Training",
            "attending_access": "Professional referral", "attending_type": "Phone",
            ages: [
                { "eligibility": "Children", "minimum_age": 5, "maximum_age": 11 },
                { "eligibility": "Teenagers", "minimum_age": "12", "maximum_age": "17" },
            ],
            terms: [{ "taxonomy": { "id": "1", "name": "Worry", "vocabulary": "Theirs" } }],
            "regular_schedules": [{ "weekday": "Monday", "opens_at": "9am", "closes_at": "5.30 pm", "freq": "week" }],
            "service_areas": [{ "service_area": "Anytown" }, { "service_area": "MyCity" }],
        }]);
        let taken = Taken::json(feed.to_string().as_bytes()).unwrap();
        assert_eq!(taken.report.format, "Open Referral UK 1.0 JSON");
        let record = &taken.came[0].record;
        assert_eq!(record.kind, "training");
        assert_eq!(record.ages.map(|ages| (ages.from, ages.to)), Some((Some(5), Some(17))));
        assert_eq!(record.eligibility.as_deref(), Some("Children. Teenagers"));
        assert_eq!(record.access.route.as_deref(), Some("Professional referral"));
        assert_eq!(record.formats.as_deref(), Some(&["phone".to_owned()][..]));
        assert_eq!((record.opening[0].from.as_str(), record.opening[0].to.as_str()), ("09:00", "17:30"));
        assert_eq!(record.area.places, ["anytown"]);
        assert_eq!(taken.said("area"), ["MyCity"]);
        assert_eq!((taken.said("terms"), taken.report.unmapped["Worry"]), (vec!["Worry".to_owned()], 1));
        // No need is made of a word that nobody has said the meaning of.
        assert!(record.needs.is_empty());
    }
}

/// Tables of a package, in the memory.
struct Made(Vec<(&'static str, &'static [u8])>);

impl Tables for Made {
    fn open(&self, name: &str) -> std::io::Result<Option<Box<dyn Source>>> {
        let table = self.0.iter().find(|(one, _)| *one == name);
        Ok(table.map(|(_, bytes)| Box::new(Cursor::new(*bytes)) as Box<dyn Source>))
    }
}

#[test]
fn a_package_is_put_together_from_its_tables() {
    let tables = Made(vec![
        ("services", b"\xef\xbb\xbfid,organization_id,name,minimum_age,maximum_age,fees\r\n1,o,Caf\xe9 Talk,5,11,\r\n2,o,Other,,,'=1+1\r\n,,,,,\r\n"),
        ("organizations", b"id,name\no,Made-up Trust\n"),
        ("locations", b"id,name\nl,Made-up Hall\n"),
        ("services_at_location", b"id,service_id,location_id\ns,1,l\nx,1,gone\n"),
        ("physical_addresses", b"id,location_id,address_1,postal_code\n1,l,1 High Street,RM1 1AA\n"),
        ("phones", b"id,location_id,contact_id,number,type\n1,l,,020 7946 0000,voice\n2,,c,0161 496 0000,\n3,l,,020 7946 0009,fax\n"),
        ("contacts", b"id,service_id,name,title\nc,1,A Person,Duty team\n"),
        ("regular_schedules", b"id,service_id,weekday,opens_at,closes_at\n1,1,Monday,22:00,02:00\n"),
        ("taxonomy", b"id,name\nt,Worry\n"),
        ("services_taxonomy", b"id,service_id,taxonomy_id\n1,1,t\n"),
    ]);
    let taken = Taken::package(&tables).unwrap();
    taken.counts(&[
        ("services", 2),
        ("organisations", 1),
        ("locations", 1),
        ("phones", 3),
        ("phones, fax", 1),
        ("broken links between tables", 1),
    ]);
    let record = &taken.came[0].record;
    assert_eq!((record.name.as_str(), record.provider.as_deref()), ("Caf\u{e9} Talk", Some("Made-up Trust")));
    let numbers: Vec<_> = record.contacts.phones.iter().map(|one| (one.number.as_str(), one.note.as_str())).collect();
    assert_eq!(numbers, [("020 7946 0000", ""), ("0161 496 0000", "Duty team")]);
    assert_eq!(
        (taken.said("address"), taken.said("terms")),
        (vec!["Made-up Hall, 1 High Street, RM1 1AA".to_owned()], vec!["Worry".to_owned()])
    );
    // Past midnight is of the next day.
    let hours: Vec<_> =
        record.opening.iter().map(|one| (one.days.join(" "), one.from.as_str(), one.to.as_str())).collect();
    assert_eq!(hours, [("mon".to_owned(), "22:00", "24:00"), ("tue".to_owned(), "00:00", "02:00")]);
    // The sign that keeps a cell from being worked out is taken off again.
    let other = taken.came[1].record.imported.as_ref().unwrap();
    assert_eq!(other.said.get("cost").map(Vec::as_slice), Some(&["=1+1".to_owned()][..]));
    let why = Taken::package(&Made(Vec::new())).err().unwrap().to_string();
    assert!(why.contains("no services.csv"), "{why}");
}

#[test]
fn a_sheet_of_outpost_adds_rows_to_the_service_above_them() {
    let sheet = "import_id,import_id_reference,name,organisation,min_age,max_age,notes,contact_name,contact_visible,contact_phone,cost_option,cost_amount,cost_type,scheduled_weekday,schedules_opens_at,schedules_closes_at,custom_box\n\
        1,,Made-up One,Trust,0,11,secret,Reception,TRUE,020 7946 0000,Child,2.5,a session,monday,09:00:00,17:00:00,x\n\
        2,1,,,,,,A Person,FALSE,020 7946 0009,OAP,0,,tuesday,hh:mm:ss,hh:mm:ss,\n\
        3,9,,,,,,,,,,,,,,,\n\
        4,,Made-up Two,,,,,,,,,,,,,,\n";
    let taken = Taken::sheet(sheet.as_bytes(), None).unwrap();
    taken.counts(&[("services", 2), ("phones", 2), ("costs", 2), ("schedules", 2), ("ages, both", 1)]);
    let record = &taken.came[0].record;
    assert_eq!(record.ages.map(|ages| (ages.from, ages.to)), Some((Some(0), Some(11))));
    assert_eq!(record.contacts.phones.len(), 1);
    assert_eq!(
        record.cost.as_ref().map(|cost| (cost.kind.as_str(), cost.note.as_str())),
        Some(("paid", "£2.50 a session, Child. Free, OAP"))
    );
    assert_eq!(
        (taken.report.left_out("contacts"), taken.report.left_out("rows"), taken.report.left_out("custom_box")),
        (1, 1, 1)
    );
    let written = serde_json::to_string(record).unwrap();
    assert!(
        !written.contains("A Person") && !written.contains("7946 0009") && !written.contains("secret"),
        "{written}"
    );
}

#[test]
fn a_list_is_read_by_its_mapping() {
    let mapping = json!({ "format": 1, "columns": { "Service": "name", "Tel": "phone", "For ages": "ages", "Kind": "terms", "Where": "area", "Checked": "last_checked", "Free?": "free" },
        "terms": { "worry": "need:anxiety", "sport": "" } });
    let mapping = Mapping::read(&mapping.to_string()).unwrap();
    let list = "Our services in 2026;;;;;;;\nService;Tel;For ages;Kind;Where;Checked;Free?;Colour\n\
        Made-up One;020 7946 0000 / 0161 496 0000;5 to 11;Worry, sport, art;Anytown; 03/04/2026;yes;red\n\
        ;;;;;;;\nMade-up Two;7946000000;5, 7 and 9;;;31/02/2026;no idea;\n";
    let mut options = crate::taken::options();
    options.terms = mapping.folded_terms();
    let taken = Taken::with(&options, |reader, tell| {
        open_referral::read::sheet(list.as_bytes(), "list.csv", Some(&mapping), reader, tell)
    })
    .unwrap();
    taken.counts(&[("services", 2)]);
    let record = &taken.came[0].record;
    assert_eq!(
        record.contacts.phones.iter().map(|one| one.number.as_str()).collect::<Vec<_>>(),
        ["020 7946 0000", "0161 496 0000"]
    );
    assert_eq!(record.ages.map(|ages| (ages.from, ages.to)), Some((Some(5), Some(11))));
    assert_eq!(
        (record.needs.as_slice(), record.area.places.as_slice()),
        (&["anxiety".to_owned()][..], &["anytown".to_owned()][..])
    );
    assert_eq!(
        (record.last_source.as_deref(), record.cost.as_ref().map(|cost| cost.kind.as_str())),
        (Some("2026-04-03"), Some("free"))
    );
    assert_eq!(taken.report.unmapped.keys().collect::<Vec<_>>(), ["art"]);
    let two = &taken.came[1].record;
    assert!(two.ages.is_none() && two.last_source.is_none() && two.cost.is_none());
    assert_eq!(
        (taken.report.left_out("ages"), taken.report.left_out("assured_date"), taken.report.left_out("columns")),
        (1, 1, 1)
    );
}

#[test]
fn a_workbook_is_read_as_a_list_is() {
    let mapping = Mapping::read(r#"{ "format": 1, "columns": { "Service": "name", "Tel": "phone" } }"#).unwrap();
    let rows = [["Service", "Tel"], ["Made-up One", "020 7946 0000"], ["Made-up Two", ""]];
    let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    let book = table::xlsx(&[table::Plain { name: "Services".to_owned(), rows }]).unwrap();
    let taken = Taken::sheet(&book, Some(&mapping)).unwrap();
    taken.counts(&[("services", 2), ("phones", 1)]);
    let why = Taken::sheet(&book, None).err().unwrap().to_string();
    assert!(why.contains("--suggest-mapping"), "{why}");
    let other = Mapping::read(r#"{ "format": 1, "columns": { "Title": "name" } }"#).unwrap();
    let why = Taken::sheet(&book, Some(&other)).err().unwrap().to_string();
    assert!(why.contains("the headings of the mapping"), "{why}");
}
