//! Every school is found by what people type of it, and none is told no in haste.

use crate::made_up::{bundle, today};
use directory::Directory;
use directory::fact::Answer;
use directory::finding::Findings;
use directory::record::{ConfirmedRecord, ListingAreaRecord, ListingRecord, RegisterRecord, SchoolRecord};
use directory::schools::{Choice, Register};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn name() -> impl Strategy<Value = String> {
    let word =
        select(vec!["St", "Saint", "Mary’s", "Hill-View", "Oak", "École", "School", "Primary", "The", "of", "10", "&"]);
    vec(word, 1..5).prop_map(|words| words.join(" "))
}

fn register(names: &[String]) -> Register {
    let school = |(at, name): (usize, &String)| SchoolRecord {
        id: at.to_string(),
        name: name.clone(),
        area: Some(if at % 2 == 0 { "havering" } else { "southwark" }.to_owned()),
        ..SchoolRecord::default()
    };
    let schools = names.iter().enumerate().map(school).collect();
    let record = RegisterRecord { format: 1, taken_on: "2026-11-01".to_owned(), schools, ..RegisterRecord::default() };
    Register::of(record, &mut Findings::default())
}

/// A directory of one service that covers what this area says.
fn directory(area: ListingAreaRecord) -> Directory {
    let listing = ListingRecord {
        id: "one".to_owned(),
        name: "One".to_owned(),
        kind: "service".to_owned(),
        standing: "active".to_owned(),
        audience: vec!["parent".to_owned()],
        area,
        ..ListingRecord::default()
    };
    Directory::read(&bundle(&[listing]), today()).unwrap().0
}

proptest! {
    #[test]
    fn nothing_that_is_typed_panics_or_offers_more_than_is_asked_for(
        names in vec(name(), 0..30), typed in "\\PC{0,40}", most in 0..9_usize,
    ) {
        let register = register(&names);
        prop_assert!(register.offered(&typed, most).len() <= most);
    }

    #[test]
    fn every_school_is_offered_for_its_whole_name_and_for_its_words_turned_round(names in vec(name(), 1..30)) {
        let register = register(&names);
        for school in register.schools() {
            let turned: Vec<&str> = school.name.split(' ').rev().collect();
            for typed in [school.name.clone(), turned.join(" ")] {
                let is_word = typed.chars().any(char::is_alphanumeric);
                let is_found = register.offered(&typed, names.len()).iter().any(|one| one.id == school.id);
                let is_small = |word: &str| matches!(word, "The" | "of" | "&" | "School");
                prop_assert!(is_found || !is_word || typed.split(' ').all(is_small), "{typed}");
            }
        }
    }

    #[test]
    fn what_is_typed_one_letter_at_a_time_never_loses_the_school(names in vec(name(), 1..20)) {
        let register = register(&names);
        for school in register.schools() {
            for (end, _) in school.name.char_indices().skip(1) {
                let typed = &school.name[..end];
                let is_found = register.offered(typed, names.len()).iter().any(|one| one.id == school.id);
                prop_assert!(is_found || !typed.chars().any(char::is_alphanumeric), "{typed} of {}", school.name);
            }
        }
    }

    #[test]
    fn a_school_is_told_no_only_by_a_confirmed_list_or_by_another_area(
        names in vec(name(), 1..8),
        says in select(vec![None, Some("all"), Some("listed"), Some("not-known")]),
        place in select(vec!["havering", "southwark", "london", "national"]),
        limit in any::<bool>(),
        by_name in any::<bool>(),
        listed in vec(0..8_usize, 0..4),
        on in select(vec![None, Some("2026-10-01"), Some("2026-05-01"), Some("2020-01-01")]),
    ) {
        let register = register(&names);
        let known = |at: &&usize| **at < names.len();
        let area = ListingAreaRecord {
            places: vec![place.to_owned()],
            schools: says.map(str::to_owned),
            coverage: limit.then(|| "only where the school pays".to_owned()),
            school_names: if by_name { listed.iter().filter(known).map(|at| names[*at].clone()).collect() } else { Vec::new() },
            school_ids: if by_name { Vec::new() } else { listed.iter().map(usize::to_string).collect() },
            coverage_confirmed: on.map(|on| ConfirmedRecord { on: on.to_owned(), by: "team manager".to_owned() }),
            ..ListingAreaRecord::default()
        };
        let directory = directory(area);
        let listing = &directory.listings()[0];
        for school in register.schools() {
            let answer = register.covers(listing, school, &directory).map(|coverage| coverage.answer);
            let is_near = place != "havering" && place != "southwark" || school.area.as_deref() == Some(place);
            match says {
                None => prop_assert_eq!(answer, None),
                Some("not-known") => prop_assert_eq!(answer, Some(Answer::NotKnown)),
                Some("all") if limit => prop_assert_eq!(answer, Some(Answer::NotKnown)),
                Some("all") => prop_assert_eq!(answer, Some(Answer::from(is_near))),
                _ => {
                    let is_on_it = listed.iter().any(|at| {
                        if by_name { names.get(*at) == Some(&school.name) } else { at.to_string() == school.id.as_str() }
                    });
                    let is_recent = matches!(on, Some("2026-10-01" | "2026-05-01"));
                    prop_assert!(answer != Some(Answer::No) || (is_recent && !is_on_it && !listed.is_empty()));
                    prop_assert!(answer != Some(Answer::Yes) || is_on_it || by_name);
                    prop_assert!(by_name || !is_on_it || answer == Some(Answer::Yes));
                }
            }
        }
    }

    #[test]
    fn reading_a_choice_never_fails_and_writing_it_is_canonical(fragment in "(school|service|x|=|&|[a-z0-9-]|%|é){0,20}") {
        let (choice, _) = Choice::read(&fragment);
        prop_assert_eq!(Choice::read(&choice.write()), (choice, Vec::new()));
    }
}
