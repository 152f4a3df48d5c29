//! Rules of the words that are explained: each name leads to one word, each
//! meaning says where it comes from, and a sentence is short.

use std::collections::BTreeMap;

use directory::finding::Level;
use directory::glossary::{Glossary, Term};
use directory::words::fold;

use super::{Ledger, Whole, plain};

/// The most sentences of a meaning.
const MOST: usize = 3;

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(file) = &whole.data.glossary else { return };
    ledger.note(&file.path, |findings| {
        let glossary = Glossary::read(file.record.terms.clone(), findings);
        let terms = glossary.terms();
        for (name, first, second) in shared_names(terms) {
            let write = format!("Give each word a name of its own: {name} leads to {first}, too.");
            findings.error(&place(second), name, write);
        }
        for (at, one) in terms.iter().enumerate() {
            for spelling in &one.links {
                let owner = terms.iter().take(at).find(|other| other.links.iter().any(|link| link.meets(spelling)));
                if let Some(owner) = owner {
                    let write = format!("Take it out: it leads to {} already.", owner.id);
                    findings.error(&place(one.id.as_str()), spelling.shown(), write);
                }
            }
            for (level, found, write) in advice(one) {
                findings.add(level, &place(one.id.as_str()), found, write);
            }
        }
    });
}

/// Where a word stands, by its id, since its place in the file tells nobody.
fn place(id: &str) -> String {
    format!("terms.{id}")
}

/// Each name that stands with two words, and which they are.
fn shared_names(terms: &[Term]) -> Vec<(&str, &str, &str)> {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let mut shared = Vec::new();
    for term in terms {
        for name in term.names() {
            let owner = *owners.entry(fold(name)).or_insert(term.id.as_str());
            if owner != term.id.as_str() {
                shared.push((name, owner, term.id.as_str()));
            }
        }
    }
    shared
}

/// What would make a meaning plainer, or say on what it rests.
fn advice(term: &Term) -> Vec<(Level, String, String)> {
    let mut all = Vec::new();
    for (count, sentence) in plain::long_sentences(&term.says) {
        all.push((Level::Advice, sentence.to_owned(), plain::shorter(count)));
    }
    if plain::sentences(&term.says) > MOST {
        all.push((Level::Advice, term.says.clone(), format!("Say it in {MOST} sentences at most.")));
    }
    if !term.says.ends_with(['.', '!', '?']) {
        all.push((Level::Advice, term.says.clone(), "End it with a full stop.".to_owned()));
    }
    if term.sources.is_empty() && term.ours.is_none() {
        let write = "Write where it was found, or in \"ours\" what of it no source states.";
        all.push((Level::Warning, term.says.clone(), write.to_owned()));
    }
    all
}
