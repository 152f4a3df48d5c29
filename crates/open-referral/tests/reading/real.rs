//! Real feeds: each gives exactly what is in it.

use crate::feeds::folder;
use crate::taken::{Folder, Taken};
use open_referral::read::{Mapping, suggest};

#[test]
fn one_service_of_the_uk_profile_gives_what_is_in_it() {
    let Some(feeds) = folder("one_service_of_the_uk_profile_gives_what_is_in_it") else { return };
    let taken =
        Taken::json_file(&feeds.join("1-oruk-official/mhclg-oruk/specifications/3.0/examples/service_full.json"));
    taken.counts(&[
        ("services", 1),
        ("organisations", 1),
        ("locations", 1),
        ("phones", 0),
        ("ages, both", 1),
        ("contacts", 1),
        ("schedules", 1),
        ("costs", 1),
        ("areas", 1),
    ]);
    let record = &taken.came[0].record;
    assert_eq!(record.name, "Community Counselling");
    assert_eq!(record.ages.map(|ages| (ages.from, ages.to)), Some((Some(12), Some(100))));
    assert_eq!(record.last_source.as_deref(), Some("2005-01-01"));
    assert_eq!(record.standing, "held");
    assert_eq!(
        taken.said("hours"),
        ["Thu, Fri, 10:00 to 18:00, days of the month 2,3,4, from 2005-01-01, until 2005-01-01"]
    );
    assert_eq!(taken.said("cost"), ["£35 per 1 hour session, Under 18s and Over 60s", "fees_description"]);
    assert!(taken.said("alert")[0].starts_with("Following COVID-19"));
    let out_of_range = &taken.report.fields["coordinates"].left_out["out of range: there is no such place"];
    assert_eq!(out_of_range.examples, ["Community Counselling: 100, 101"]);
}

#[test]
fn a_page_whose_rows_are_one_service_gives_one_and_reports_the_rest() {
    let Some(feeds) = folder("a_page_whose_rows_are_one_service_gives_one_and_reports_the_rest") else { return };
    let mocks = feeds.join("1-oruk-official/oruk-validator-mocks");
    let taken = Taken::json_file(&mocks.join("V3.0-UK-Test/service_list.json"));
    taken.counts(&[
        ("rows", 128),
        ("services", 1),
        ("duplicates", 127),
        ("organisations", 1),
        ("locations", 0),
        ("phones", 0),
        ("ages, both", 73),
        ("ages, first only", 14),
        ("ages, last only", 15),
        ("ages, none", 26),
        ("with an assured date", 85),
    ]);
    assert!(taken.report.notes.keys().any(|note| note.contains("another number of services")));
}

#[test]
fn what_a_validator_refuses_is_taken_as_far_as_it_goes() {
    let Some(feeds) = folder("what_a_validator_refuses_is_taken_as_far_as_it_goes") else { return };
    let mocks = feeds.join("1-oruk-official/oruk-validator-mocks/V3.0-UK-Fail");
    let taken = Taken::json_file(&mocks.join("service_full.json"));
    taken.counts(&[("services", 1)]);
    assert_eq!((taken.report.left_out("url"), taken.report.left_out("email")), (1, 1));
    let taken = Taken::json_file(&mocks.join("service_list.json"));
    taken.counts(&[("rows", 4), ("services", 0)]);
    assert_eq!(taken.report.left_out("services"), 4);
}

#[test]
fn one_service_of_hsds_gives_what_is_in_it() {
    let Some(feeds) = folder("one_service_of_hsds_gives_what_is_in_it") else { return };
    let taken = Taken::json_file(&feeds.join("2-hsds-official/examples-3.2.3/service_full.json"));
    taken.counts(&[
        ("services", 1),
        ("organisations", 1),
        ("locations", 1),
        ("phones", 1),
        ("phones, different numbers", 1),
        ("ages, both", 1),
        ("contacts", 1),
        ("schedules", 1),
    ]);
    let record = &taken.came[0].record;
    assert_eq!(record.contacts.phones.len(), 1);
    assert_eq!(record.contacts.phones[0].number, "01234 234567");
    assert_eq!(record.languages.as_deref(), Some(&["Urdu".to_owned()][..]));
}

#[test]
fn a_page_of_outpost_gives_what_is_in_it() {
    let Some(feeds) = folder("a_page_of_outpost_gives_what_is_in_it") else { return };
    let taken = Taken::json_file(&feeds.join("4-buckinghamshire-outpost/scout-x/services.json"));
    taken.counts(&[
        ("services", 20),
        ("organisations", 10),
        ("locations", 18),
        ("phones", 9),
        ("ages, both", 8),
        ("ages, first only", 5),
        ("ages, last only", 0),
        ("ages, none", 7),
        ("terms", 19),
        ("services with SEND needs", 6),
        ("schedules", 1),
    ]);
    let by_id = |id: &str| taken.came.iter().find(|one| one.id == id).unwrap();
    assert!(
        by_id("7").offers.iter().any(|offer| offer.from == 0)
            || by_id("7").record.ages.is_some_and(|ages| ages.from == Some(0))
    );
    let pages = taken.came.iter().filter(|one| one.record.contacts.web.is_some()).count();
    assert_eq!(pages, 16);
    assert!(taken.came.iter().all(|one| one.record.cost.is_none()));
    let notes = taken.came.iter().flat_map(|one| &one.record.contacts.phones);
    assert!(
        notes.clone().any(|phone| phone.number == "0203 289 6420" && phone.note.contains("extension 303")),
        "{:?}",
        notes.collect::<Vec<_>>()
    );
    let openings: Vec<_> = taken.came.iter().flat_map(|one| &one.record.opening).collect();
    assert_eq!(openings.len(), 1);
    assert_eq!(
        (openings[0].days.as_slice(), openings[0].from.as_str(), openings[0].to.as_str()),
        (&["mon".to_owned()][..], "10:00", "17:00")
    );
}

#[test]
fn a_package_of_hsds_gives_what_is_in_it() {
    let Some(feeds) = folder("a_package_of_hsds_gives_what_is_in_it") else { return };
    let taken = Taken::package(&Folder(&feeds.join("2-hsds-official/examples-3.2.3/csv"))).unwrap();
    taken.counts(&[
        ("services", 1),
        ("organisations", 1),
        ("locations", 1),
        ("phones", 1),
        ("ages, both", 1),
        ("broken links between tables", 4),
    ]);
    let record = &taken.came[0].record;
    assert_eq!(record.ages.map(|ages| (ages.from, ages.to)), Some((Some(12), Some(100))));
    assert_eq!(record.contacts.phones[0].number, "01234 234567");
    let taken = Taken::package(&Folder(&feeds.join("1-oruk-official/uk-profile/examples/csv"))).unwrap();
    taken.counts(&[("services", 1), ("organisations", 1), ("phones", 1)]);
}

#[test]
fn tables_of_an_older_kind_give_what_is_in_them() {
    let Some(feeds) = folder("tables_of_an_older_kind_give_what_is_in_them") else { return };
    let taken = Taken::package(&Folder(&feeds.join("5-ohana-sample-csv/data/sample-csv"))).unwrap();
    taken.counts(&[
        ("services", 23),
        ("status, active", 21),
        ("status, defunct", 1),
        ("status, inactive", 1),
        ("organisations", 8),
        ("locations", 22),
        ("locations, virtual", 1),
        ("phones", 54),
        ("phones, voice", 26),
        ("phones, fax", 24),
        ("phones, sms", 2),
        ("phones, hotline", 1),
        ("phones, tty", 1),
        ("contacts", 31),
        ("addresses", 21),
        ("schedules", 11),
        ("holiday schedules", 4),
        ("terms", 290),
        ("ages, both", 0),
        ("ages, first only", 0),
        ("ages, last only", 0),
    ]);
    assert_eq!(taken.came.iter().filter(|one| one.record.eligibility.is_some()).count(), 21);
    let with_terms: Vec<_> = taken
        .came
        .iter()
        .filter(|one| {
            one.record
                .imported
                .as_ref()
                .is_some_and(|imported| imported.said.get("terms").is_some_and(|terms| terms.len() >= 6))
        })
        .map(|one| one.id.as_str())
        .collect();
    assert!(with_terms.contains(&"22"), "{with_terms:?}");
    assert!(taken.report.left_out("holiday hours") >= 4);
    assert!(
        taken.report.fields["holiday hours"].left_out["no day of the calendar"]
            .examples
            .iter()
            .any(|one| one.contains("January 01, 0001"))
    );
}

#[test]
fn a_plain_list_gives_what_is_in_it_and_no_age() {
    let Some(feeds) = folder("a_plain_list_gives_what_is_in_it_and_no_age") else { return };
    let bytes = std::fs::read(feeds.join("3-trafford-mental-health/trafford_mental_health_services.csv")).unwrap();
    let mapping = Mapping::read(&suggest(&bytes, "list.csv").unwrap()).unwrap();
    let taken = Taken::sheet(&bytes, Some(&mapping)).unwrap();
    taken.counts(&[
        ("services", 60),
        ("duplicates", 0),
        ("organisations", 0),
        ("postcodes", 60),
        ("postcodes, invalid", 1),
        ("phones", 60),
        ("phones, different numbers", 52),
        ("ages, none", 60),
    ]);
    assert_eq!(taken.report.notes["A postcode that cannot be one"].examples.len(), 1);
    assert!(taken.came.iter().all(|one| one.record.ages.is_none()));
    assert!(taken.came.iter().all(|one| one.record.cost.is_none() && one.record.hours.is_none()));
    let offers: Vec<_> = taken
        .came
        .iter()
        .flat_map(|one| &one.offers)
        .map(|offer| (offer.says.as_str(), offer.from, offer.to))
        .collect();
    for offer in [
        ("aged 13 to 25 years", 13, 25),
        ("aged 16 and over", 16, 120),
        ("birth to 18 years", 0, 18),
        ("over 50s", 50, 120),
        ("between 13 and 19 years", 13, 19),
    ] {
        assert!(
            offers.iter().any(|(says, from, to)| says.contains(offer.0) && (*from, *to) == (offer.1, offer.2)),
            "{offer:?}: {offers:?}"
        );
    }
    for twice in ["Being There", "Dance System CIC"] {
        assert_eq!(taken.came.iter().filter(|one| one.record.name == twice).count(), 2, "{twice}");
    }
    let pounds = taken.came.iter().filter(|one| serde_json::to_string(&one.record).unwrap().contains('£')).count();
    assert_eq!(pounds, 2);
}

#[test]
fn the_spreadsheet_of_outpost_gives_what_is_in_it() {
    let Some(feeds) = folder("the_spreadsheet_of_outpost_gives_what_is_in_it") else { return };
    let bytes = std::fs::read(feeds.join("4-buckinghamshire-outpost/outpost/services--with-sample-data.csv")).unwrap();
    let taken = Taken::sheet(&bytes, None).unwrap();
    taken.counts(&[
        ("services", 2),
        ("organisations", 2),
        ("locations", 3),
        ("phones", 3),
        ("ages, both", 1),
        ("ages, none", 1),
        ("costs", 2),
        ("schedules", 2),
    ]);
    let written = serde_json::to_string(&taken.came[0].record).unwrap();
    assert!(!written.contains("234234") && !written.contains("email2@email.com"), "{written}");
    assert_eq!(taken.report.left_out("contacts"), 1);
    assert_eq!(taken.report.fields["opening"].left_out["its hours are no times"].count, 1);
    assert!(
        taken.said("cost").is_empty()
            && taken.came[0].record.cost.as_ref().is_some_and(|cost| cost.note.contains("OAP"))
    );
    assert_eq!(taken.said("links").len(), 2);
}
