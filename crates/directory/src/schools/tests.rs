use super::*;
use crate::Directory;
use crate::fact::Answer;
use crate::id::ListingId;
use crate::search::View;

const SCHOOLS: &str = r#"{"format":1,"source":"A made-up register","taken_on":"2026-10-01","schools":[
    {"id":"1","name":"St Mary's Primary School","phases":["primary"],"area":"anytown","locality":"Old Town"},
    {"id":"2","name":"Saint Mary’s Primary School","area":"elsetown"},
    {"id":"3","name":"Hill View Academy","phases":["secondary","post-16"],"area":"anytown"},
    {"id":"4","name":"École Zoë","area":"anytown"},
    {"id":"5","name":"The Larch School"},
    {"id":"6","name":"hill-view academy","area":"elsetown"},
    {"id":"7","name":"10 Acre Infants","area":"anytown"}],
    "contacts":[
    {"role":"mhst","area":"shire","mailbox":"mhst@example.org"},
    {"role":"mhst","school":"1","mailbox":"old.town.mhst@example.org","confirmed":{"on":"2026-09-10","by":"team manager"}},
    {"role":"senco","school":"3"}]}"#;

fn register() -> Register {
    match Register::read(SCHOOLS) {
        Ok((Some(register), findings)) => {
            assert_eq!(findings, []);
            register
        }
        other => unreachable!("{other:?}"),
    }
}

/// A directory of one service for each `area`.
fn directory(areas: &[&str]) -> Directory {
    let listing = |(at, area): (usize, &&str)| {
        format!(
            r#"{{"id":"s{at}","name":"S{at}","kind":"service","standing":"active","summary":"","needs":["sleep"],
            "audience":["parent"],"area":{area}}}"#
        )
    };
    let listings: Vec<String> = areas.iter().enumerate().map(listing).collect();
    let area = |slug: &str, within: &str| {
        format!(r#"{{"slug":"{slug}","label":"{slug}","within":"{within}","choice":true,"next_step":"Ask."}}"#)
    };
    let text = format!(
        r#"{{"format":1,"made":"","site":{{"terms":["01-01","04-15","09-01"],"areas":[{},{},{}]}},"crisis":{{}},"words":{{}},
        "listings":[{}]}}"#,
        area("anytown", "shire"),
        area("elsetown", "county"),
        area("shire", ""),
        listings.join(",")
    );
    match Day::read("2026-11-21").map(|today| Directory::read(&text, today)) {
        Some(Ok((directory, _))) => directory,
        other => unreachable!("{other:?}"),
    }
}

fn check(area: &str, school: &str, expected: Why) {
    let (register, directory) = (register(), directory(&[area]));
    let school = SchoolId::new(school).and_then(|id| register.find(&id).cloned());
    let listing = directory.listings().first();
    let coverage = listing.zip(school).and_then(|(listing, school)| register.covers(listing, &school, &directory));
    assert_eq!(coverage.map(|coverage| coverage.why), Some(expected), "{area}");
}

#[test]
fn all_schools_of_an_area_are_those_that_lie_in_it() {
    check(r#"{"places":["anytown"],"schools":"all"}"#, "1", Why::WholeArea);
    check(r#"{"places":["shire"],"schools":"all"}"#, "1", Why::WholeArea);
    check(r#"{"places":["national"],"schools":"all"}"#, "5", Why::WholeArea);
    check(r#"{"places":["anytown"],"schools":"all"}"#, "2", Why::OtherArea);
    check(r#"{"places":["anytown"],"schools":"all"}"#, "5", Why::AreaNotKnown);
    check(r#"{"places":["anytown"],"schools":"all","coverage":"only where the school pays"}"#, "1", Why::Limited);
}

#[test]
fn a_school_on_the_list_is_covered_and_a_name_that_two_have_is_asked() {
    check(r#"{"places":["anytown"],"schools":"listed","school_ids":["3"]}"#, "3", Why::OnList);
    check(r#"{"places":["anytown"],"schools":"listed","school_names":["The Larch School"]}"#, "5", Why::OnList);
    check(r#"{"places":["anytown"],"schools":"listed","school_names":["HILL-VIEW Academy"]}"#, "6", Why::OnList);
}

#[test]
fn only_a_confirmed_and_recent_list_of_known_schools_says_no() {
    let on = |day: &str| {
        format!(
            r#"{{"places":["anytown"],"schools":"listed","school_ids":["3"],
            "coverage_confirmed":{{"on":"{day}","by":"team manager"}}}}"#
        )
    };
    check(&on("2026-09-10"), "1", Why::NotOnList);
    check(&on("2025-09-10"), "1", Why::ListOld);
    check(&on("soon"), "1", Why::ListNotConfirmed);
    check(r#"{"places":["anytown"],"schools":"listed","school_ids":["3"]}"#, "1", Why::ListNotConfirmed);
    check(&on("2026-09-10").replace(r#"["3"]"#, r#"["3"],"school_names":["Nowhere High"]"#), "1", Why::ListUnclear);
    check(&on("2026-09-10").replace(r#"["3"]"#, "[]"), "1", Why::NoList);
    check(r#"{"places":["anytown"],"schools":"not-known"}"#, "1", Why::NoList);
}

#[test]
fn what_does_not_depend_on_the_school_is_no_answer_about_one() {
    let (register, directory) = (register(), directory(&[r#"{"places":["anytown"]}"#]));
    let answers = directory.listings().iter().map(|one| register.covers(one, &register.schools()[0], &directory));
    assert!(answers.eq([None]));
}

#[test]
fn what_covers_a_school_comes_first_and_what_does_not_comes_last() {
    let directory = directory(&[
        r#"{"places":["elsetown"],"schools":"all"}"#,
        r#"{"places":["anytown"],"schools":"not-known"}"#,
        r#"{"places":["anytown"],"schools":"all"}"#,
        r#"{"places":["anytown"]}"#,
    ]);
    let register = register();
    let school = register.schools().iter().find(|school| school.id.as_str() == "1");
    let services = school.map(|school| register.services(&directory, school, View::Families)).unwrap_or_default();
    let ids: Vec<_> = services.iter().map(|one| (one.listing.id.as_str(), one.coverage.answer)).collect();
    assert_eq!(ids, [("s2", Answer::Yes), ("s1", Answer::NotKnown), ("s0", Answer::No)]);
}

fn offered(typed: &str) -> Vec<String> {
    register().offered(typed, MOST_OFFERED).into_iter().map(|school| school.id.as_str().to_owned()).collect()
}

#[test]
fn a_school_is_found_however_its_name_is_written() {
    for typed in
        ["st marys", "St Mary's", "saint mary’s", "stmarys", "marys st", "st. mary", "st mary", "primary st mary"]
    {
        let mut found = offered(typed);
        found.sort();
        assert_eq!(found, ["1", "2"], "{typed}");
    }
    assert_eq!(offered("marys old town"), ["1"]);
    assert_eq!(offered("ecole zoe"), ["4"]);
    assert_eq!(offered("hillview"), ["3", "6"]);
    assert_eq!(offered("larch school"), ["5"]);
    assert_eq!(offered("hill view school"), ["3", "6"]);
    assert!(offered("hil vew").is_empty());
    assert_eq!(offered("lrach"), ["5"]);
    assert_eq!(offered("acadmy hill"), ["3", "6"]);
}

#[test]
fn what_is_no_word_offers_no_school() {
    for typed in ["", "  ", "—", "of", "xyzzy", "st marys xyzzy", &"a".repeat(100_000)] {
        assert!(offered(typed).is_empty(), "{typed:.20}");
    }
    assert_eq!(offered("the"), ["5"]);
}

#[test]
fn the_name_that_begins_with_what_is_typed_comes_first() {
    assert_eq!(offered("hill").first().map(String::as_str), Some("3"));
    assert_eq!(offered("anytown").len(), 4);
    assert_eq!(register().offered("a", 2).len(), 2);
}

#[test]
fn what_is_said_of_a_school_goes_before_what_is_said_of_its_area() {
    let (register, directory) = (register(), directory(&[]));
    let areas = &directory.site.areas;
    let mailboxes = |id: &str, role| -> Vec<Option<String>> {
        let school = SchoolId::new(id).and_then(|id| register.find(&id));
        school
            .map(|school| register.contacts(role, school, areas))
            .unwrap_or_default()
            .iter()
            .map(|one| one.mailbox.clone())
            .collect()
    };
    assert_eq!(mailboxes("1", ContactRole::Mhst), [Some("old.town.mhst@example.org".to_owned())]);
    assert_eq!(mailboxes("3", ContactRole::Mhst), [Some("mhst@example.org".to_owned())]);
    assert_eq!(mailboxes("2", ContactRole::Mhst), []);
    assert_eq!(mailboxes("5", ContactRole::Mhst), []);
    assert_eq!(mailboxes("3", ContactRole::Senco), [None]);
}

#[test]
fn schools_stand_by_name_and_by_letter() {
    let register = register();
    let letters: Vec<_> =
        register.letters().into_iter().map(|one| (one.capital, one.slug, one.from, one.count)).collect();
    let of = |capital: &str, slug: &str, from, count| (capital.to_owned(), slug.to_owned(), from, count);
    assert_eq!(
        letters,
        [
            of("0–9", "letter-other", 0, 1),
            of("E", "letter-e", 1, 1),
            of("H", "letter-h", 2, 2),
            of("S", "letter-s", 4, 2),
            of("T", "letter-t", 6, 1),
        ]
    );
}

#[test]
fn one_bad_school_or_contact_hides_no_other() {
    let text = r#"{"format":1,"source":"","taken_on":"soon","schools":[{"id":"a/b","name":"X"},{"id":"1"},5,
        {"id":"2","name":"Y","phases":["nursery"]},{"id":"2","name":"Z"}],"contacts":[{"role":"head","school":"2"},
        {"role":"senco","area":"anytown"},{"role":"mhst"},{"role":"mhst","school":"2","area":"x"},
        {"role":"mhst","school":"2","mailbox":"x","service":"A","confirmed":{"on":"x","by":""},"cover":{"says":" "}}]}"#;
    let Ok((Some(register), findings)) = Register::read(text) else { unreachable!() };
    assert_eq!(register.schools().iter().map(|school| school.name.as_str()).collect::<Vec<_>>(), ["Y"]);
    assert_eq!(register.contacts.iter().flatten().count(), 1);
    let fields: Vec<_> = findings.iter().map(|finding| finding.field.as_str()).collect();
    let expected = [
        "schools[2]",
        "taken_on",
        "schools.id",
        "schools.name",
        "schools.phases",
        "schools.id",
        "contacts.role",
        "contacts.area",
        "contacts.school",
        "contacts.school",
        "contacts.service",
        "contacts.mailbox",
        "contacts.confirmed",
        "contacts.cover",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn a_bundle_without_schools_has_no_register_and_what_is_none_is_said() {
    let bundle = r#"{"format":1,"made":"","site":{},"crisis":{},"words":{},"listings":[]}"#;
    assert!(matches!(Register::read(bundle), Ok((None, _))));
    let with = bundle.replace(r#""listings":[]"#, &format!(r#""listings":[],"schools":{SCHOOLS}"#));
    assert!(matches!(Register::read(&with), Ok((Some(register), _)) if register.schools().len() == 7));
    assert_eq!(
        Register::read(&SCHOOLS.replace("\"format\":1", "\"format\":2")).err(),
        Some(LoadError::WrongVersion(2))
    );
    for text in ["", "{", "[]", "{}", "5", r#"{"schools":5}"#] {
        assert!(matches!(Register::read(text), Err(LoadError::NotABundle(_))), "{text}");
    }
}

#[test]
fn a_choice_is_read_back_and_what_is_no_choice_is_named() {
    let check = |fragment: &str, written: &str, dropped: usize| {
        let (choice, left) = Choice::read(fragment);
        assert_eq!((choice.write().as_str(), left.len()), (written, dropped), "{fragment}");
        assert_eq!(Choice::read(written), (choice, Vec::new()));
    };
    check("service=hest&school=100", "school=100&service=hest", 0);
    check("school=..%2F&service=A&x=y&&school", "", 4);
    check("school=1&school=2", "school=1", 1);
    check("letter-a", "", 0);
    assert_eq!(Choice::read("").0.at(SchoolId::new("9")).service, ListingId::new(""));
}
