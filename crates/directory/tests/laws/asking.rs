//! Questions in people's own words: whatever is typed is answered, with a
//! bounded amount of work, and always the same.

use crate::made_up::talk::{talk, typed, words};
use crate::made_up::{bundle_saying, filters, records, today};
use directory::area::Places;
use directory::filters::GROUPS;
use directory::question::{Answer, LONGEST, Question, Urgency};
use directory::record::{ListingRecord, bundle_for_lists};
use directory::search::{Outcome, View};
use directory::vocabulary::Need;
use directory::words::fold_apart;
use directory::{Directory, Filters};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

fn directory_of(records: &[ListingRecord]) -> Directory {
    Directory::read(&bundle_saying(records, words()), today()).unwrap().0
}

fn asked(directory: &Directory, question: &Question, also: Filters) -> Vec<(String, Outcome, u32)> {
    let id = |answer: &Answer| directory.at(answer.row).unwrap().id.to_string();
    let answers = directory.answers(question, also, View::Staff);
    answers.iter().map(|answer| (id(answer), answer.outcome, answer.score)).collect()
}

fn ids(answers: Vec<(String, Outcome, u32)>) -> BTreeSet<String> {
    answers.into_iter().map(|(id, ..)| id).collect()
}

/// What every question holds to, whatever was typed.
fn check(directory: &Directory, typed: &str) {
    // Only the beginning of a long text is looked at: that bounds the work.
    let beginning: String = typed.trim_start().chars().take(LONGEST).collect();
    assert_eq!(directory.read_question(typed), directory.read_question(&beginning));
    let Some(question) = directory.read_question(typed) else {
        assert!(fold_apart(&beginning).is_empty(), "{beginning:?}");
        return;
    };
    assert!(question.typed.chars().count() <= LONGEST && question.rest.len() <= LONGEST);
    let understood = &question.understood;
    let written = understood.filters.write(&directory.site.areas);
    assert_eq!(Filters::read(&written, &directory.site.areas), (understood.filters, Vec::new()), "{written}");
    assert!(!understood.filters.need.contains(Need::General));
    let needs: Vec<_> = understood.needs().iter().collect();
    assert_eq!(needs.contains(&Need::General), understood.is_general);
    for view in [View::Families, View::Staff] {
        let answers = directory.answers(&question, Filters::default(), view);
        let rows: BTreeSet<_> = answers.iter().map(|answer| answer.row).collect();
        assert_eq!(rows.len(), answers.len(), "an answer stands twice");
        assert!(answers.is_sorted_by(|one, next| one.score > next.score));
        for answer in &answers {
            let listing = directory.at(answer.row).unwrap();
            assert!(listing.standing.is_listed() && answer.outcome != Outcome::No);
            assert!(view == View::Staff || listing.is_for_families());
        }
        directory.suggest(&question, view, 6);
    }
}

#[test]
fn a_paste_of_a_hundred_thousand_letters_is_read_to_its_limit_and_no_further() {
    let record = ListingRecord {
        id: "sleep".to_owned(),
        name: "Sleep School".to_owned(),
        kind: "service".to_owned(),
        standing: "active".to_owned(),
        summary: "Helps.".to_owned(),
        ..ListingRecord::default()
    };
    let directory = directory_of(&[record]);
    for piece in [
        "tired ",
        "tired",
        "never sleeps ",
        "took took took ",
        "a ",
        " ",
        "\0",
        "9 ",
        "9",
        "y6 ",
        "-",
        "'",
        "e\u{301}",
        "疲れた ",
        "😴",
        "ʼn ",
        "\u{202e}",
        "son wont ",
        "@parent ",
        "... ",
        "^ $ ",
        "self-",
        "½",
        "\u{feff}",
        "scool ",
        "a lot ",
        "hitsss",
    ] {
        check(&directory, &piece.repeat(100_000 / piece.len()));
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered(records in records(8), typed in typed(), times in select(vec![1, 1, 1, 3, 200])) {
        check(&directory_of(&records), &typed.repeat(times));
    }

    #[test]
    fn a_filter_beside_a_question_only_takes_answers_away(
        records in records(12),
        typed in talk(),
        also in filters(),
        group in 0..GROUPS.len(),
    ) {
        let directory = directory_of(&records);
        let Some(question) = directory.read_question(&typed) else { return Ok(()) };
        let (all, some) = (asked(&directory, &question, Filters::default()), asked(&directory, &question, also));
        let fewer = asked(&directory, &question, also.lifted(GROUPS[group]));
        let (all, fewer, some) = (ids(all), ids(fewer), ids(some));
        prop_assert!(some.is_subset(&fewer) && fewer.is_subset(&all), "{:?} {:?} {:?}", some, fewer, all);
    }

    #[test]
    fn answers_do_not_depend_on_the_order_of_the_file(records in records(12), typed in talk(), middle in 0..12_usize) {
        let mut turned = records.clone();
        turned.rotate_left(middle.min(records.len()));
        turned.reverse();
        let (one, two) = (directory_of(&records), directory_of(&turned));
        match (one.read_question(&typed), two.read_question(&typed)) {
            (Some(first), Some(second)) => {
                prop_assert_eq!(&first.understood, &second.understood);
                prop_assert_eq!(&first.rest, &second.rest);
                let none = Filters::default();
                prop_assert_eq!(asked(&one, &first, none), asked(&two, &second, none));
            }
            (first, second) => prop_assert_eq!(first.is_none(), second.is_none()),
        }
    }

    #[test]
    fn the_shorter_bundle_answers_as_the_whole_one(records in records(12), typed in talk(), also in filters()) {
        let whole = bundle_saying(&records, words());
        let short = bundle_for_lists(&whole).unwrap();
        let read = |text: &str| Directory::read(text, today()).unwrap().0;
        let (whole, short) = (read(&whole), read(&short));
        if let (Some(first), Some(second)) = (whole.read_question(&typed), short.read_question(&typed)) {
            prop_assert_eq!(&first.understood, &second.understood);
            prop_assert_eq!(asked(&whole, &first, also), asked(&short, &second, also));
        }
    }

    #[test]
    fn capitals_hyphens_accents_and_signs_change_nothing_that_is_understood(records in records(3), typed in typed()) {
        let directory = directory_of(&records);
        // Signs beside a digit may say that it is no age: "24/7".
        let has_digit = |letter: &char| fold_apart(&letter.to_string()).bytes().any(|byte| byte.is_ascii_digit());
        let typed: String = typed.chars().filter(|letter| !has_digit(letter)).collect();
        // With a space at the end, so that its last word is whole.
        let (raw, folded) = (format!("{typed} "), format!("{} ", fold_apart(&typed)));
        prop_assume!(raw.chars().count().max(folded.chars().count()) <= LONGEST);
        let read = |text: &str| directory.read_question(text).map(|question| question.understood);
        match (read(&raw), read(&folded)) {
            (Some(one), Some(two)) => {
                let what = |one: &directory::question::Understood| (one.filters, one.is_general, one.urgency, one.asker);
                prop_assert_eq!(what(&one), what(&two));
            }
            (one, two) => prop_assert_eq!(one.is_none(), two.is_none()),
        }
    }

    #[test]
    fn a_place_that_was_named_is_not_asked_for_again(
        records in records(12),
        place in select(vec!["romford", "Kent", "leeds"]),
        typed in talk(),
    ) {
        let directory = directory_of(&records);
        let question = directory.read_question(&[place, typed.as_str()].join(" ")).unwrap();
        let area = question.understood.filters.area;
        prop_assert!(area != Places::default());
        let again = Filters { area, ..Filters::default() };
        prop_assert_eq!(asked(&directory, &question, again), asked(&directory, &question, Filters::default()));
    }

    #[test]
    fn danger_is_heard_whatever_is_said_before_and_after_it(before in talk(), after in talk()) {
        let directory = directory_of(&[]);
        // "Cutting the grass" is another thing.
        let after = after.replace("grass", "class");
        for (danger, least) in [
            ("not breathing", Urgency::Emergency),
            ("took some tablets", Urgency::Emergency),
            ("ran away", Urgency::Crisis),
            ("mum hits me", Urgency::Crisis),
            ("cutting", Urgency::Crisis),
            ("cant cope", Urgency::May),
        ] {
            let typed = format!("{before} {danger} {after}");
            let urgency = directory.read_question(&typed).unwrap().understood.urgency;
            prop_assert!(urgency >= Some(least), "{}: {:?}", typed, urgency);
        }
    }
}
