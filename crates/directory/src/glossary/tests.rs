//! Reading, and finding words.

use super::*;
use std::collections::BTreeSet;

fn record(id: &str, links: &[&str], audience: &[&str]) -> TermRecord {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    TermRecord {
        id: id.to_owned(),
        term: id.to_owned(),
        says: "What it is.".to_owned(),
        audience: owned(audience),
        links: owned(links),
        ..TermRecord::default()
    }
}

fn glossary() -> Glossary {
    let mut findings = Findings::default();
    let all = ["parent", "staff"];
    let read = Glossary::read(
        vec![
            record("send", &["SEND"], &all),
            record("ep", &["EP", "educational psychologist"], &all),
            record("mhst", &["MHST", "mental health support team"], &all),
            record("senco", &["SENCO"], &all),
            record("send-tribunal", &["SEND Tribunal"], &all),
            record("whole-school", &["whole-school approach"], &["staff"]),
            record("care", &["children's social care"], &all),
        ],
        &mut findings,
    );
    assert!(findings.list().is_empty(), "{:?}", findings.list());
    read
}

fn check(text: &str, expected: &[&str]) {
    let (glossary, mut seen) = (glossary(), BTreeSet::new());
    let pieces = glossary.pieces(text, View::Staff, &mut seen);
    let found: Vec<_> = pieces
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Term(word, id) => Some(format!("{word}={id}")),
            Piece::Plain(_) => None,
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn short_forms_are_found_only_with_their_capitals() {
    check("Ask the SENCO, or send a letter", &["SENCO=senco"]);
    check("send Send SEND", &["SEND=send"]);
    check("step, ep, Ep and EP", &["EP=ep"]);
}

#[test]
fn a_word_is_found_whole_and_for_several() {
    check("SENDIASS, RESEND, SEND2", &[]);
    check("Two EPs and MHSTs", &["EPs=ep", "MHSTs=mhst"]);
    check("(SEND)", &["SEND=send"]);
    check("Ask an EP.", &["EP=ep"]);
    check("re-SEND, www.SEND.org, SEND@example.org, a.SEND", &[]);
    check("GP/EP", &["EP=ep"]);
}

#[test]
fn the_longest_spelling_wins_and_a_word_is_found_once() {
    check("The SEND Tribunal, SEND and the SEND Tribunal", &["SEND Tribunal=send-tribunal", "SEND=send"]);
    check("An Educational Psychologist; an EP", &["Educational Psychologist=ep"]);
}

#[test]
fn hyphens_and_apostrophes_are_as_people_write_them() {
    check("a Whole school approach", &["Whole school approach=whole-school"]);
    check("Children’s social care", &["Children’s social care=care"]);
}

#[test]
fn families_are_not_led_to_what_staff_alone_meet() {
    let (glossary, mut seen) = (glossary(), BTreeSet::new());
    let text = "A whole-school approach";
    assert_eq!(glossary.pieces(text, View::Families, &mut seen), [Piece::Plain(text)]);
    assert_eq!(glossary.pieces(text, View::Staff, &mut seen).len(), 2);
    assert_eq!(glossary.pieces(text, View::Staff, &mut seen), [Piece::Plain(text)]);
}

#[test]
fn what_looks_like_an_everyday_word_is_no_spelling() {
    for bad in ["send", "ep", "gp", "", "a", "A", "-SEND", "SEND.", "wait"] {
        assert_eq!(Spelling::new(bad), None, "{bad}");
    }
    for good in ["EP", "SLaM", "triage", "tier 2"] {
        assert!(Spelling::new(good).is_some(), "{good}");
    }
}

#[test]
fn a_word_that_cannot_be_read_is_named_and_hides_no_other() {
    let mut findings = Findings::default();
    let mut unsafe_source = record("source", &[], &["staff"]);
    unsafe_source.sources = vec![
        crate::record::TermSourceRecord { web: Some("javascript:alert(1)".to_owned()), says: String::new() },
        crate::record::TermSourceRecord { web: None, says: "A book".to_owned() },
    ];
    unsafe_source.dated = Some("soon".to_owned());
    let records = vec![
        record("A b", &[], &["staff"]),
        record("nobody", &[], &["dragon"]),
        TermRecord { says: " ".to_owned(), ..record("silent", &[], &["staff"]) },
        record("twice", &[], &["staff"]),
        record("twice", &[], &["parent"]),
        record("short", &["gp"], &["staff"]),
        unsafe_source,
    ];
    let glossary = Glossary::read(records, &mut findings);
    let fields: Vec<_> = findings.list().iter().map(|one| one.field.as_str()).collect();
    let expected = [
        "terms[0].id",
        "terms[1].audience",
        "terms[1].audience",
        "terms[2].says",
        "terms[4].id",
        "terms[5].links",
        "terms[6].dated",
        "terms[6].sources[0].web",
    ];
    assert_eq!(fields, expected);
    let ids: Vec<_> = glossary.terms().iter().map(|term| term.id.as_str()).collect();
    assert_eq!(ids, ["short", "source", "twice"]);
    let source = glossary.terms().iter().find(|term| term.id.as_str() == "source");
    assert!(source.is_some_and(|term| term.sources.len() == 1 && term.dated.is_none()));
}

#[test]
fn a_bundle_without_words_to_explain_has_none() {
    let read = |text: &str| Glossary::of_bundle(text).map(|(glossary, findings)| (glossary.0.len(), findings.len()));
    assert_eq!(read("{}").ok(), Some((0, 0)));
    assert_eq!(read(r#"{"glossary": 7}"#).ok(), Some((0, 1)));
    let one = r#"{"glossary": [{"id": "a", "term": "A", "says": "B.", "audience": ["staff"]}, 3]}"#;
    assert_eq!(read(one).ok(), Some((1, 1)));
    assert!(read("{").is_err());
}
