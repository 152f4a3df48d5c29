//! No input panics, and one bad entry never hides the rest.

use crate::made_up::{bundle, filters, json, records, replace_somewhere, today};
use directory::search::{Query, View, judge};
use directory::{Directory, Filters};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

/// Reads a text and does with it all that a page does.
fn use_it(text: &str, filters: Filters) -> Option<usize> {
    let (directory, findings) = Directory::read(text, today()).ok()?;
    let question = directory.read_question("worried about sleep");
    for view in [View::Families, View::Staff] {
        let query = Query { filters, view, question: question.as_ref(), ..Query::default() };
        directory.search(query);
        directory.best_to_lift(Query { question: None, ..query });
    }
    for listing in directory.listings() {
        let (_, reasons) = judge(listing, filters, &directory.site.areas);
        reasons.iter().for_each(|reason| assert!(!reason.words().is_empty()));
        directory.similar(listing, View::Staff, 4);
        directory.find(&listing.id);
        directory.successor(listing);
        directory.freshness(listing);
        listing.area.words(&directory.site.areas);
        listing.contacts.phones.iter().for_each(|number| assert!(number.call_link().starts_with("tel:")));
        listing.contacts.texts.iter().for_each(|number| assert!(number.text_link().starts_with("sms:")));
        assert!(listing.contacts.web.as_ref().is_none_or(|web| web.starts_with("http")));
    }
    assert!(directory.site.leave_to.starts_with("https://"));
    directory.site.trial_words();
    directory.crisis.overdue(directory.site.crisis_clock, today(), &mut Default::default());
    assert!(findings.iter().all(|finding| finding.found.chars().count() <= 81));
    Some(directory.listings().len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_panic(bytes in vec(any::<u8>(), 0..400), filters in filters()) {
        use_it(&String::from_utf8_lossy(&bytes), filters);
    }

    #[test]
    fn no_json_panics(value in json(), filters in filters()) {
        use_it(&value.to_string(), filters);
    }

    #[test]
    fn no_json_in_the_place_of_a_part_panics(value in json(), part in 0..6_usize, filters in filters()) {
        let keys = ["format", "made", "site", "crisis", "words", "listings"];
        let mut whole: Value = serde_json::from_str(&bundle(&[])).unwrap();
        whole[keys[part]] = value;
        use_it(&whole.to_string(), filters);
    }

    #[test]
    fn a_bundle_with_flipped_bytes_does_not_panic(
        records in records(4),
        flips in vec((any::<Index>(), any::<u8>()), 1..8),
        filters in filters(),
    ) {
        let mut bytes = bundle(&records).into_bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        use_it(&String::from_utf8_lossy(&bytes), filters);
    }

    #[test]
    fn a_bundle_that_is_cut_short_is_none(records in records(4), end in any::<Index>(), filters in filters()) {
        let text = bundle(&records);
        let short = String::from_utf8_lossy(&text.as_bytes()[..end.index(text.len())]).into_owned();
        prop_assert_eq!(use_it(&short, filters), None);
    }

    #[test]
    fn any_value_anywhere_in_a_bundle_does_not_panic(
        records in records(4),
        path in vec(any::<Index>(), 1..7),
        new in json(),
        filters in filters(),
    ) {
        let mut value: Value = serde_json::from_str(&bundle(&records)).unwrap();
        replace_somewhere(&mut value, &path, new);
        use_it(&value.to_string(), filters);
    }

    #[test]
    fn one_bad_entry_never_hides_the_rest(
        records in records(6),
        bad in any::<Index>(),
        path in vec(any::<Index>(), 0..5),
        new in json(),
    ) {
        prop_assume!(!records.is_empty());
        let mut value: Value = serde_json::from_str(&bundle(&records)).unwrap();
        let bad = bad.index(records.len());
        replace_somewhere(&mut value["listings"][bad], &path, new);
        let (directory, _) = Directory::read(&value.to_string(), today()).unwrap();
        for record in records.iter().enumerate().filter(|(at, _)| *at != bad).map(|(_, record)| record) {
            prop_assert!(directory.listings().iter().any(|listing| listing.id.as_str() == record.id));
        }
    }

    #[test]
    fn a_field_of_any_shape_loses_an_entry_only_if_it_is_its_id_name_or_kind(
        records in records(1),
        field in any::<Index>(),
        new in json(),
    ) {
        prop_assume!(!records.is_empty());
        let mut value: Value = serde_json::from_str(&bundle(&records)).unwrap();
        let entry = value["listings"][0].as_object_mut().unwrap();
        let key = entry.keys().nth(field.index(entry.len())).unwrap().clone();
        entry[&key] = new;
        let (directory, _) = Directory::read(&value.to_string(), today()).unwrap();
        prop_assert!(directory.listings().len() == 1 || ["id", "name", "kind"].contains(&key.as_str()), "{}", key);
    }

    #[test]
    fn a_question_of_any_text_is_answered(
        records in records(8),
        part in prop_oneof![".{0,40}", "\\PC{0,40}", select(vec!["sleep ", "&", "-", "İ", "\u{1F469}\u{200d}", "' "])
            .prop_map(str::to_owned)],
        times in select(vec![1_usize, 7, 100_000]),
        filters in filters(),
    ) {
        let directory = crate::made_up::directory_of(&records);
        let typed: String = part.chars().cycle().take(if part.is_empty() { 0 } else { times }).collect();
        let question = directory.read_question(&typed);
        let query = Query { filters, question: question.as_ref(), ..Query::default() };
        let found = directory.search(query);
        prop_assert!(found.to_try() + found.may.len() <= records.len());
        prop_assert!(question.is_none_or(|question| question.understood.needs().len() <= 31));
    }
}

#[test]
fn a_question_of_a_hundred_thousand_letters_is_answered() {
    let (directory, _) = Directory::read(&bundle(&[]), today()).unwrap();
    let question = directory.read_question(&"cannot sleep & worried, ".repeat(5_000)).unwrap();
    assert!(question.understood.needs().len() <= 31);
    directory.search(Query { question: Some(&question), ..Query::default() });
}
