//! What the words mean: those that families and new staff meet, from A to Z,
//! each with its source.

use crate::components::markup::{Markup, el, link};
use crate::state::use_glossary;
use directory::Address;
use directory::glossary::{Glossary, Piece, Term, TermSource};
use directory::search::View;
use directory::vocabulary::Audience;
use directory::words::fold;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The words that young people meet: the id of their section and its heading.
pub const YOUNG: (&str, &str) = ("for-young-people", "Words that young people meet");
/// The same for those that school staff alone meet.
const STAFF: (&str, &str) = ("for-school-staff", "Words for school staff alone");

/// What the words mean.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let glossary = use_glossary();
    let (families, staff): (Vec<&Term>, Vec<&Term>) = glossary.terms().iter().partition(|term| term.is_for_families());
    let young: Vec<_> = families.iter().copied().filter(|term| term.audience.contains(Audience::YoungPerson)).collect();
    let hero = el("div", "hero").holds(el("h1", "hero__title").says("What the words mean")).holds(
        el("p", "hero__lead")
            .says("Words, teams and jobs that you may meet, in plain words. Each says where it is from."),
    );
    let letters: BTreeSet<char> = families.iter().map(|term| letter(term)).collect();
    let part = |one: &char| {
        let own = families.iter().copied().filter(|term| letter(term) == *one);
        let heading = el("h2", "atoz__letter").with("id", format!("letter-{one}")).says(one.to_uppercase().to_string());
        section(&format!("letter-{one}"), heading).holds(explained(&glossary, own, View::Families))
    };
    let has = [!young.is_empty(), !staff.is_empty()];
    let main = el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .maybe(families.is_empty().then(|| el("p", "").says("No words are explained here yet.")))
        .maybe((!families.is_empty()).then(|| ways_in(&letters, has)))
        .each(letters.iter().map(part).collect())
        .maybe(has[0].then(|| for_young_people(&young)))
        .maybe(has[1].then(|| titled(STAFF).holds(explained(&glossary, staff.iter().copied(), View::Staff))));
    main.into_any()
}

/// The letter under which a word stands.
fn letter(term: &Term) -> char {
    fold(&term.name).chars().next().unwrap_or('a')
}

fn here(id: &str) -> String {
    format!("{}#{id}", Address::Glossary.file())
}

fn section(id: &str, heading: Markup) -> Markup {
    el("section", "atoz__part").with("aria-labelledby", id.to_owned()).holds(heading.with("tabindex", "-1"))
}

fn titled((id, title): (&'static str, &'static str)) -> Markup {
    section(id, el("h2", "atoz__letter").with("id", id).says(title))
}

/// Links to each letter, and to the words for some readers alone.
fn ways_in(letters: &BTreeSet<char>, has: [bool; 2]) -> Markup {
    let jump = |one: &char| {
        let link = link("atoz__jump", here(&format!("letter-{one}"))).says(one.to_uppercase().to_string());
        el("li", "").holds(link)
    };
    let readers = [YOUNG, STAFF].into_iter().zip(has).filter(|(_, has)| *has);
    let reader =
        |((id, title), _): ((&'static str, &'static str), bool)| el("li", "").holds(link("link", here(id)).says(title));
    el("nav", "")
        .with("aria-label", "Words")
        .holds(el("ul", "atoz__letters").each(letters.iter().map(jump).collect()))
        .holds(el("ul", "ways").each(readers.map(reader).collect()))
}

/// The names alone: what they mean stands under their letters.
fn for_young_people(terms: &[&Term]) -> Markup {
    let item = |term: &&Term| el("li", "").holds(link("link", here(&term.id.anchor())).says(&term.name));
    let list = el("ul", "prose__columns").each(terms.iter().map(item).collect());
    titled(YOUNG).holds(el("div", "prose").holds(list))
}

fn explained<'a>(glossary: &'a Glossary, terms: impl Iterator<Item = &'a Term>, view: View) -> Markup {
    el("ul", "atoz__list").each(terms.map(|term| word(glossary, term, view)).collect())
}

/// One word: its names, what it means, on what that rests.
fn word(glossary: &Glossary, term: &Term, view: View) -> Markup {
    let other = |says: &str, names: &[String]| (!names.is_empty()).then(|| format!("{says}: {}. ", names.join(", ")));
    let names = [("Also", &term.also), ("It was called", &term.once), ("Often misspelt", &term.misspelt)];
    let names: String = names.into_iter().filter_map(|(says, names)| other(says, names)).collect();
    let names = (!names.is_empty()).then(|| el("span", "atoz__by").says(names.trim_end().to_owned()));
    let name = el("h3", "atoz__link").with("id", term.id.anchor()).with("tabindex", "-1").says(&term.name);
    let own: BTreeSet<_> = [term.id.clone()].into();
    el("li", "atoz__item").holds(name).holds(meaning(glossary, term, view, own)).maybe(names).holds(rests_on(term))
}

/// What a word means; other words in it lead to what those mean.
fn meaning(glossary: &Glossary, term: &Term, view: View, mut seen: BTreeSet<directory::glossary::TermId>) -> Markup {
    let pieces = glossary.pieces(&term.says, view, &mut seen);
    pieces.into_iter().fold(el("p", ""), |said, piece| match piece {
        Piece::Plain(words) => said.says(words.to_owned()),
        Piece::Term(word, id) => said.holds(link("", here(&id.anchor())).says(word.to_owned())),
    })
}

/// Its sources with their date, or that it has none; and what is ours.
fn rests_on(term: &Term) -> Markup {
    let mut said = el("span", "atoz__by");
    for (at, source) in term.sources.iter().enumerate() {
        said = said.says(if at == 0 { "From: " } else { "; " });
        said = named(said, source);
    }
    if !term.sources.is_empty() {
        said = said.says(match term.dated {
            Some(day) => format!(", {}.", day.words()),
            None => ", no date.".to_owned(),
        });
    }
    match &term.ours {
        None if term.sources.is_empty() => said.says("No source is known."),
        None => said,
        Some(ours) => {
            let before = if term.sources.is_empty() { "No source is known. " } else { " " };
            said.says(format!("{before}We believe, not checked: {ours}."))
        }
    }
}

fn named(said: Markup, source: &TermSource) -> Markup {
    let Some(web) = &source.web else { return said.says(&source.says) };
    let host = web.split('/').nth(2).unwrap_or(web).trim_start_matches("www.").to_owned();
    let said = said.holds(link("", web.clone()).with("rel", "noreferrer").says(host));
    if source.says.is_empty() { said } else { said.says(format!(" ({})", source.says)) }
}
