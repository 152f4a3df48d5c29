//! The core reads JSON as `serde_json` does, and writes what it read.

use crate::made_up::{bundle, filters, json, records, today};
use directory::Directory;
use directory::day::Day;
use directory::finding::Findings;
use directory::json::Json;
use directory::record::{
    CrisisRecord, Fields, FundingRecord, GlossaryRecord, ListingRecord, Place, Reading, ResourceRecord, SelfHelpRecord,
    SiteRecord, bundle_for_lists, fill,
};
use directory::search::{Column, Query, Sort, View};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The same value, as `serde_json` has it.
fn same(json: &Json<'_>) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(is_so) => Value::Bool(*is_so),
        Json::Number(spelt) => serde_json::from_str(spelt).unwrap(),
        Json::Text(text) => Value::String(text.to_string()),
        Json::List(items) => items.iter().map(same).collect(),
        Json::Fields(fields) => fields.iter().map(|(name, value)| (name.to_string(), same(value))).collect(),
    }
}

fn check(text: &str) {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(json), Ok(value)) => assert_eq!(same(&json), value, "{text}"),
        (Err(_), Err(_)) => {}
        // A number beyond all numbers is not looked at until it is asked for.
        (Ok(_), Err(why)) if why.to_string().contains("number out of range") => {}
        (json, value) => panic!("{text:?}: {json:?} {value:?}"),
    }
}

#[test]
fn what_is_json_and_what_is_not_is_as_serde_has_it() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "true",
        "[]",
        "[,]",
        "[1,]",
        "[1 2]",
        "{}",
        "{,}",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        "{a:1}",
        "-",
        "-0",
        "01",
        "1.",
        ".5",
        "1.5e",
        "1.5e-3",
        "1E+2",
        "--1",
        "+1",
        "1e999",
        "\"",
        "\"\\\"",
        r#""\u00e9\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ud83d\u0041""#,
        r#""\x""#,
        "\"\n\"",
        "\"\u{7f}\"",
        "\u{a0}1",
        "\u{feff}1",
        "[1] []",
        "\"a\\u00\"",
        r#"{"a":1,"a":2}"#,
        "[\"\\\\\"]",
    ] {
        check(text);
    }
    for depth in [1, 126, 127, 128, 129, 100_000] {
        check(&("[".repeat(depth) + &"]".repeat(depth)));
        check(&(r#"{"a":"#.repeat(depth) + "1" + &"}".repeat(depth)));
    }
}

proptest! {
    #[test]
    fn any_json_is_read_as_serde_reads_it(value in json()) {
        check(&value.to_string());
        check(&serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn any_text_is_refused_where_serde_refuses_it(
        text in "[\\[\\]{}\",:0-9eE+.\\\\nulltrue \\-]{0,24}",
        value in json(),
        flips in vec((any::<Index>(), any::<u8>()), 0..4),
    ) {
        check(&text);
        let mut bytes = value.to_string().into_bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn the_bundle_for_lists_finds_what_the_whole_one_finds(
        records in records(20),
        filters in filters(),
        is_asked in any::<bool>(),
        is_staff in any::<bool>(),
    ) {
        let whole = bundle(&records.into_iter().map(with_a_page).collect::<Vec<_>>());
        let lists = bundle_for_lists(&whole).unwrap();
        prop_assert!(!lists.contains("of its own page") && lists.len() <= whole.len());
        let read = |text: &str| Directory::read(text, today()).unwrap();
        let ((whole, found), (lists, found_in_lists)) = (read(&whole), read(&lists));
        prop_assert_eq!(found, found_in_lists);
        let question = whole.read_question("sleep worry school").filter(|_| is_asked);
        prop_assert_eq!(&question, &lists.read_question("sleep worry school").filter(|_| is_asked));
        let view = if is_staff { View::Staff } else { View::Families };
        for sort in [Sort::Best, Sort::Up(Column::Name), Sort::Down(Column::Referrers), Sort::Up(Column::Wait)] {
            let query = Query { filters, view, sort, question: question.as_ref() };
            prop_assert_eq!(whole.search(query), lists.search(query));
        }
        for (one, other) in whole.listings().iter().zip(lists.listings()) {
            prop_assert_eq!(&one.id, &other.id);
            let similar = |directory: &Directory, listing| -> Vec<_> {
                directory.similar(listing, view, 4).into_iter().map(|one| one.id.clone()).collect()
            };
            prop_assert_eq!(similar(&whole, one), similar(&lists, other));
        }
    }

    #[test]
    fn a_directory_moved_to_another_day_is_as_one_read_on_that_day(
        records in records(20),
        filters in filters(),
        days in -800_i64..800,
    ) {
        let text = bundle(&records);
        let later = time::Date::from_calendar_date(2026, time::Month::November, 21).unwrap() + time::Duration::days(days);
        let later = Day::read(&later.to_string()).unwrap();
        let (read, _) = Directory::read(&text, later).unwrap();
        let moved = Directory::read(&text, today()).unwrap().0.on(later);
        prop_assert_eq!((moved.today, moved.made), (read.today, read.made));
        let query = Query { filters, ..Query::default() };
        prop_assert_eq!(moved.search(query), read.search(query));
        for (one, other) in moved.listings().iter().zip(read.listings()) {
            prop_assert_eq!((&one.id, moved.freshness(one)), (&other.id, read.freshness(other)));
        }
    }
}

/// With texts that only its own page shows.
fn with_a_page(mut record: ListingRecord) -> ListingRecord {
    let text = || Some("of its own page".to_owned());
    record.eligibility = text();
    record.commissioner = text();
    record.format_note = text();
    record.accessibility = text();
    record.help.next = text();
    record.access.steps.extend(text());
    record.access.consent = text();
    record.access.phone_words.extend(text());
    record.languages = Some(text().into_iter().collect());
    record.funding = Some(FundingRecord { amount: text(), ..FundingRecord::default() });
    record.resource = Some(ResourceRecord { version: text(), ..ResourceRecord::default() });
    record.stated.push("eligibility".to_owned());
    record
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
}

/// What is read of a file is written as it stands there.
fn stays_as_it_is<T: Fields + Default + Serialize>(file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    let (mut record, mut findings) = (T::default(), Findings::default());
    let mut reading = Reading::new(&mut findings);
    assert!(fill(&mut record, &Json::parse(&text).unwrap(), &Place::Whole, &mut reading));
    assert_eq!(reading.unknown, []);
    assert_eq!(findings.list(), []);
    assert_eq!(serde_json::to_string_pretty(&record).unwrap() + "\n", text, "{}", file.display());
}

#[test]
fn every_file_of_the_directory_is_written_as_it_was_read() {
    // Before there is any data there is nothing to compare.
    for file in fs::read_dir(data("listings")).into_iter().flatten() {
        stays_as_it_is::<ListingRecord>(&file.unwrap().path());
    }
    if data("glossary.json").exists() {
        stays_as_it_is::<GlossaryRecord>(&data("glossary.json"));
    }
    if data("self-help.json").exists() {
        stays_as_it_is::<SelfHelpRecord>(&data("self-help.json"));
    }
    if data("site.json").exists() {
        stays_as_it_is::<SiteRecord>(&data("site.json"));
        stays_as_it_is::<CrisisRecord>(&data("crisis.json"));
    }
}
