//! An entry that is taken out is as good as held wherever somebody looks for
//! help, and nothing of it is published but what its page needs.

use crate::made_up::{directory_of, filters, records, today};
use directory::Directory;
use directory::age::AgeChoice;
use directory::booklet::Scope;
use directory::closed::Closed;
use directory::filters::Filters;
use directory::gaps::GapChoices;
use directory::record::ListingRecord;
use directory::search::{Query, Row, View};
use directory::vocabulary::Need;
use directory::withdrawal::{restore, withdraw};
use proptest::prelude::*;
use proptest::sample::Index;

/// All that lists, search, counts, booklets, leaflets and the gap map say.
fn answers(directory: &Directory, filters: Filters) -> Vec<Vec<String>> {
    let id = |row: &Row| directory.at(*row).map(|listing| listing.id.to_string());
    let mut answers = Vec::new();
    for view in [View::Families, View::Staff] {
        for question in [None, directory.read_question("sleep help worry café")] {
            let question = question.as_ref();
            let found = directory.search(Query { filters, view, question, ..Query::default() });
            answers.extend([&found.fits, &found.any, &found.may].map(|rows| rows.iter().filter_map(id).collect()));
            answers.push(vec![format!("{:?}", found.counts)]);
        }
    }
    let map = directory.gaps(GapChoices::default());
    answers.push(Need::all().iter().map(|need| format!("{:?}", map.cell(0, *need, AgeChoice::all()[0]))).collect());
    for scope in Scope::all(&directory.site.areas) {
        let booklet = directory.booklet(scope);
        answers.push(booklet.by_name.iter().map(|one| one.name.to_owned()).collect());
    }
    let leaflet = |need: &Need| format!("{:?}", directory.to_ask_first(*need));
    answers.push(Need::all().iter().map(leaflet).collect());
    answers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whoever_looks_for_help_finds_what_is_taken_out_as_little_as_what_is_held(
        records in records(20), filters in filters(), which in any::<Index>(),
    ) {
        prop_assume!(!records.is_empty());
        let at = which.index(records.len());
        let as_it = |change: &dyn Fn(&ListingRecord) -> ListingRecord| {
            let mut changed = records.clone();
            changed[at] = change(&changed[at]).published();
            changed
        };
        let Ok(out) = withdraw(&records[at], "Its number may be wrong.", None, today()) else { return Ok(()) };
        let is_out = as_it(&|_| out.clone());
        let is_held = as_it(&|record| ListingRecord { standing: "held".to_owned(), ..record.clone() });
        prop_assert_eq!(answers(&directory_of(&is_out), filters), answers(&directory_of(&is_held), filters));
        let is_back = as_it(&|_| restore(&out, "It was called, and is right.", None).unwrap());
        prop_assert_eq!(answers(&directory_of(&is_back), filters), answers(&directory_of(&records), filters));
    }

    #[test]
    fn no_text_of_what_is_taken_out_is_published_but_its_name_and_the_reason(mut records in records(6)) {
        for record in &mut records {
            (record.summary, record.name) = ("Made up, and wrong.".to_owned(), "Made up".to_owned());
            record.hours = Some("Made up, and wrong.".to_owned());
            if let Ok(out) = withdraw(record, "Its number may be wrong.", Some("coordinator"), today()) {
                let text = serde_json::to_string(&out.published()).unwrap();
                for word in ["wrong.\"", "coordinator", "020", "https:", "ages", "cost", "formats", "checked", "provider"] {
                    let count = text.matches(word).count();
                    prop_assert_eq!(count, usize::from(word == "wrong.\""), "{} in {}", word, text);
                }
            }
        }
    }
}
