use super::*;
use crate::closed::Closed;
use crate::finding::Level;
use crate::search::{Query, View};
use crate::vocabulary::{Audience, Thrive};

const MINIMAL: &str = r#""name":"One","kind":"service","standing":"active","summary":"","needs":["sleep"],
    "audience":["parent"],"area":{"places":["national"]}"#;

fn read(listings: &str) -> (Directory, Vec<Finding>) {
    let text = format!(r#"{{"format":1,"made":"","site":{{}},"crisis":{{}},"words":{{}},"listings":[{listings}]}}"#);
    let today = Day::read("2026-11-21");
    match today.map(|today| Directory::read(&text, today)) {
        Some(Ok((directory, mut findings))) => {
            findings.retain(|finding| finding.file.starts_with("listings"));
            (directory, findings)
        }
        other => unreachable!("{other:?}"),
    }
}

fn fields(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.field.as_str()).collect()
}

#[test]
fn a_field_of_another_shape_is_lost_and_named_and_the_entry_stays() {
    let (directory, findings) = read(&format!(
        r#"{{"id":"one",{MINIMAL},"ages":"5 to 11","hours":9,"access":{{"youngest":300,"route":"Call."}}}}"#
    ));
    assert_eq!(fields(&findings), ["ages", "hours", "access.youngest"]);
    let listing = directory.listings().first();
    assert!(listing.is_some_and(|one| one.ages.is_none() && one.hours.is_none() && one.name == "One"));
    assert!(listing.is_some_and(|one| one.access.youngest_asker.is_none() && one.access.route.is_some()));
}

#[test]
fn half_an_age_range_is_not_known_and_what_is_left_of_an_area_promises_nothing() {
    let (directory, findings) = read(&format!(
        r#"{{"id":"one",{MINIMAL},"ages":{{"to":11}}}},{{"id":"two",{},"needs":[7]}}"#,
        MINIMAL.replace(r#"["national"]"#, r#"["national"],"coverage":5"#).replace(r#""needs":["sleep"],"#, "")
    ));
    assert_eq!(fields(&findings), ["ages", "area.coverage", "needs[0]", "area.places"]);
    assert!(directory.listings().iter().all(|one| one.ages.is_none()));
    assert_eq!(directory.search(Query::default()).may.len(), 1);
}

#[test]
fn a_field_that_stands_twice_is_found_and_the_entry_stays() {
    let (directory, findings) = read(&format!(r#"{{"id":"one",{MINIMAL},"hours":"Mondays","hours":"Fridays"}}"#));
    assert_eq!((directory.listings().len(), findings.len()), (1, 1));
}

#[test]
fn what_is_no_entry_hides_no_other() {
    let (directory, findings) =
        read(&format!(r#"5,null,[],"x",{{}},{{"id":"../x",{MINIMAL}}},{{"id":"two"}},{{"id":"one",{MINIMAL}}}"#));
    assert_eq!(directory.listings().len(), 1);
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    assert!(errors.map(|finding| finding.file.as_str()).eq((0..7).map(|at| format!("listings[{at}]"))));
}

#[test]
fn an_id_that_stands_twice_is_found_and_the_first_is_kept() {
    let (directory, findings) = read(&format!(
        r#"{{"id":"one",{MINIMAL}}},{{"id":"two",{MINIMAL}}},{{"id":"one","summary":"Again","kind":"service","name":"A",
        "standing":"active","audience":["parent"],"contacts":{{"web":"https://example.org/"}}}}"#
    ));
    assert_eq!(directory.listings().len(), 2);
    assert!(directory.listings().iter().all(|listing| listing.name == "One"));
    assert!(fields(&findings).contains(&"id"));
}

#[test]
fn an_hour_that_cannot_be_is_no_hour() {
    for time in ["65535:00", "99:99", "24:01", "+9:30", "9:30", "", ":", "é:é", "09:60"] {
        let opening = format!(r#""opening":[{{"days":["mon"],"from":"08:00","to":"{time}"}}]"#);
        let (directory, findings) = read(&format!(r#"{{"id":"one",{MINIMAL},{opening}}}"#));
        assert_eq!(fields(&findings), ["opening"], "{time}");
        assert!(directory.listings().iter().all(|listing| listing.opening.is_empty()), "{time}");
    }
}

#[test]
fn no_thrive_grouping_is_none_and_one_that_is_not_understood_is_not_known() {
    let thrive = |value: &str| {
        let (directory, _) = read(&format!(r#"{{"id":"one",{MINIMAL},"thrive":{value}}}"#));
        directory.listings().first().and_then(|listing| listing.thrive).map(|thrive| thrive.len())
    };
    assert_eq!(thrive("[]"), Some(0));
    assert_eq!(thrive(r#"["tier-3"]"#), None);
    assert_eq!(thrive(&format!(r#"["tier-3","{}"]"#, Thrive::Help.slug())), Some(1));
}

#[test]
fn an_entry_that_speaks_to_nobody_is_found_and_shown_to_all() {
    let (directory, findings) = read(&format!(r#"{{"id":"one",{}}}"#, MINIMAL.replace(r#"["parent"]"#, "[]")));
    assert_eq!(fields(&findings), ["audience"]);
    assert_eq!(directory.search(Query::default()).to_try(), 1);
    let staff_only = MINIMAL.replace("parent", Audience::Staff.slug());
    let (directory, _) = read(&format!(r#"{{"id":"one",{staff_only}}}"#));
    assert_eq!(directory.search(Query::default()).to_try(), 0);
    assert_eq!(directory.search(Query { view: View::Staff, ..Query::default() }).to_try(), 1);
}

#[test]
fn a_byte_order_mark_is_passed_over_and_another_version_is_named() {
    let today = Day::read("2026-11-21").into_iter().next();
    let read = |text: &str| today.map(|today| Directory::read(text, today).map(|_| ()));
    let bundle = r#"{"format":1,"made":"","site":{},"crisis":{},"words":{},"listings":[]}"#;
    assert_eq!(read(&format!("\u{feff}{bundle}")), Some(Ok(())));
    assert_eq!(read(&bundle.replace(":1,", ":2,")), Some(Err(LoadError::WrongVersion(2))));
    assert_eq!(read(r#"{"format":3,"listings":{}}"#), Some(Err(LoadError::WrongVersion(3))));
    for text in ["", "null", "{", "[1]", "<!doctype html>", r#"{"format":1}"#, &"[".repeat(100_000)] {
        assert!(matches!(read(text), Some(Err(LoadError::NotABundle(_)))), "{text:.20}");
    }
}

#[test]
fn a_directory_holds_each_id_once() {
    let (directory, _) = read(&format!(r#"{{"id":"one",{MINIMAL}}}"#));
    let twice = [directory.listings(), directory.listings()].concat();
    let twice = Directory::new(directory.site, directory.crisis, directory.words, twice, directory.today);
    assert_eq!(twice.listings().len(), 1);
}
