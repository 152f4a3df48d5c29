//! Words that are explained: a text stays as it is, whatever is found in it.

use crate::made_up::{json, replace_somewhere};
use directory::finding::Findings;
use directory::glossary::{Glossary, Piece, TermId};
use directory::record::TermRecord;
use directory::search::View;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;

fn glossary() -> Glossary {
    let spellings: [(&str, &[&str]); 6] = [
        ("send", &["SEND"]),
        ("ep", &["EP", "educational psychologist"]),
        ("triage", &["triage"]),
        ("tribunal", &["SEND Tribunal"]),
        ("care", &["children's social care"]),
        ("slam", &["SLaM"]),
    ];
    let record = |(id, links): (&str, &[&str])| TermRecord {
        id: id.to_owned(),
        term: id.to_owned(),
        says: "It is a word.".to_owned(),
        audience: vec!["parent".to_owned()],
        links: links.iter().map(|link| (*link).to_owned()).collect(),
        ..TermRecord::default()
    };
    let mut findings = Findings::default();
    let glossary = Glossary::read(spellings.map(record).to_vec(), &mut findings);
    assert_eq!(findings.list(), []);
    glossary
}

/// Texts in which the words stand, almost stand, and stand beside anything.
fn text() -> impl Strategy<Value = String> {
    let known = vec![
        "SEND",
        "send",
        "Send",
        "EP",
        "ep",
        "step",
        "triage",
        "Triage",
        "SEND Tribunal",
        "Children’s social care",
        "children's social care",
        "SLaM",
        "slam",
        "s",
        "’",
        "-",
        ".",
        " ",
        " ",
        "&amp;",
        "é",
        "educational psychologist",
    ];
    let part = prop_oneof![6 => select(known).prop_map(str::to_owned), 1 => ".{0,4}"];
    vec(part, 0..14).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn linking_never_changes_a_text_and_finds_each_word_once(text in text()) {
        let (glossary, mut seen) = (glossary(), BTreeSet::new());
        let pieces = glossary.pieces(&text, View::Families, &mut seen);
        let words = |piece: &Piece<'_>| match piece { Piece::Plain(words) | Piece::Term(words, _) => (*words).to_owned() };
        prop_assert_eq!(pieces.iter().map(words).collect::<String>(), text.clone());
        let found: Vec<TermId> =
            pieces.iter().filter_map(|piece| if let Piece::Term(_, id) = piece { Some((*id).clone()) } else { None }).collect();
        prop_assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>().len(), found.len());
        // What was found before is plain from then on.
        let again = glossary.pieces(&text, View::Families, &mut seen);
        prop_assert!(again.iter().all(|piece| matches!(piece, Piece::Plain(_))));
    }

    #[test]
    fn short_forms_are_never_found_in_small_letters(text in text()) {
        let (glossary, lower) = (glossary(), text.to_lowercase());
        let pieces = glossary.pieces(&lower, View::Staff, &mut BTreeSet::new());
        for piece in pieces {
            if let Piece::Term(words, id) = piece {
                prop_assert!(words.chars().count() >= 5, "{words} is taken for {id}");
            }
        }
    }

    #[test]
    fn no_bundle_however_broken_panics_and_a_broken_word_hides_no_other(
        path in vec(any::<Index>(), 1..5),
        new in json(),
    ) {
        let one = |id: &str| serde_json::json!({
            "id": id, "term": id, "says": "It is a word.", "audience": ["staff"], "links": ["SEND"],
            "sources": [{"web": "https://example.org", "says": "A page"}], "dated": "2026-09",
        });
        let mut bundle = serde_json::json!({"glossary": [one("first"), one("second")]});
        replace_somewhere(&mut bundle["glossary"][0], &path, new);
        let (glossary, _) = Glossary::of_bundle(&bundle.to_string()).unwrap();
        prop_assert!(glossary.terms().iter().any(|term| term.id.as_str() == "second"));
        let _ = Glossary::of_bundle(&bundle["glossary"].to_string());
    }
}
