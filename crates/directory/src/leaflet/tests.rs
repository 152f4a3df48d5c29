use super::*;
use crate::record::ApprovalRecord;

const TODAY: &str = "2026-11-21";

fn record(need: &str, approved: Option<(&str, &str)>) -> LeafletRecord {
    let approved = approved.map(|(role, on)| ApprovalRecord { role: role.to_owned(), on: on.to_owned() });
    LeafletRecord {
        need: need.to_owned(),
        what_it_is: vec!["Made-up words.".to_owned()],
        what_helps: Vec::new(),
        source: "A made-up source".to_owned(),
        approved,
    }
}

fn check(record: &LeafletRecord, is_shown: bool, fields: &[&str]) {
    let mut findings = Findings::default();
    let today = Day::read(TODAY).unwrap();
    let texts = LeafletTexts::read(std::slice::from_ref(record), today, &mut findings);
    let found: Vec<_> = findings.list().iter().map(|finding| finding.field.as_str()).collect();
    assert_eq!((texts.texts().len(), found.as_slice()), (usize::from(is_shown), fields), "{record:?}");
    assert_eq!(is_published(record, today), is_shown);
}

const ROLE: &str = "Consultant clinical psychologist";

#[test]
fn words_are_shown_from_the_day_on_which_a_clinical_role_approved_them() {
    check(&record("sleep", Some((ROLE, "2026-11-20"))), true, &[]);
    check(&record("sleep", Some((ROLE, TODAY))), true, &[]);
    check(&record("sleep", Some((ROLE, "2026-11-22"))), false, &[]);
    check(&record("sleep", None), false, &[]);
}

#[test]
fn only_a_clinical_role_on_a_whole_day_approves() {
    for role in ["School nurse", "GP", "Consultant psychiatrist", "Speech and language therapist"] {
        check(&record("sleep", Some((role, TODAY))), true, &[]);
    }
    for role in ["Headteacher", "Coordinator", "", "Psychology fan", "Nursery lead"] {
        check(&record("sleep", Some((role, TODAY))), false, &["leaflets[0].approved.role"]);
    }
    for on in ["2026-11", "2026", "", "soon"] {
        check(&record("sleep", Some((ROLE, on))), false, &["leaflets[0].approved.on"]);
    }
}

#[test]
fn on_some_needs_there_are_no_words_of_ours_whoever_approves() {
    for need in Need::ALL {
        let is_told = !matches!(
            need.slug(),
            "suicide"
                | "self-harm"
                | "psychosis"
                | "eating"
                | "abuse-safety"
                | "general"
                | "whole-school"
                | "staff-wellbeing"
        );
        let wrong: &[&str] = if is_told { &[] } else { &["leaflets[0].need"] };
        check(&record(need.slug(), Some((ROLE, TODAY))), is_told, wrong);
        assert_eq!(may_be_told(*need), is_told);
    }
    check(&record("dragons", Some((ROLE, TODAY))), false, &["leaflets[0].need"]);
}

#[test]
fn words_without_a_source_or_without_words_are_left_out_and_named() {
    let approved = Some((ROLE, TODAY));
    let sourceless = LeafletRecord { source: " ".to_owned(), ..record("sleep", approved) };
    check(&sourceless, false, &["leaflets[0].source"]);
    let wordless = LeafletRecord { what_it_is: Vec::new(), ..record("sleep", approved) };
    check(&wordless, false, &["leaflets[0].what_it_is"]);
    let blank = LeafletRecord { what_helps: vec![String::new()], ..record("sleep", approved) };
    check(&blank, false, &["leaflets[0].what_helps"]);
}

#[test]
fn a_need_has_words_once() {
    let approved = record("sleep", Some((ROLE, TODAY)));
    let mut findings = Findings::default();
    let twice = [approved.clone(), LeafletRecord { source: "Another".to_owned(), ..approved }];
    let texts = LeafletTexts::read(&twice, Day::read(TODAY).unwrap(), &mut findings);
    assert_eq!(texts.on(Need::Sleep).map(|text| text.source.as_str()), Some("A made-up source"));
    assert_eq!(findings.list().len(), 1);
    assert_eq!(texts.on(Need::Anxiety), None);
}
