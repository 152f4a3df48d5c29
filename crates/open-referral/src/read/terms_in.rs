//! Their words for whom a service is for and what it helps with. One of ours is
//! taken where it plainly is one, or where a person has said which of ours it
//! means; any other is named, and kept for whoever looks. None is guessed.

use directory::words::fold;
use serde_json::Value;

use super::came::{MOST, Taking};
use super::ours;
use super::value::{as_text, items, said, text};
use super::words::line;
use crate::terms::{Choice, FIELDS, Note};

/// Where feeds keep their terms, each with a name or in a list of names.
const LISTS: [&str; 9] = [
    "taxonomies",
    "service_taxonomys",
    "service_taxonomies",
    "taxonomy_terms",
    "suitabilities",
    "labels",
    "keywords",
    "taxonomy_ids",
    "terms",
];

/// Whether a service is one that this software wrote.
pub(super) fn is_ours(service: &Value) -> bool {
    attributes(service).any(|(_, term)| text(term, &["taxonomy"]).is_some_and(|taxonomy| taxonomy == FIELDS))
}

fn attributes(service: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    items(service, &["attributes"]).into_iter().filter_map(|one| Some((one, said(one, "taxonomy_term")?)))
}

/// Takes the terms of a service.
pub(super) fn take(service: &Value, taking: &mut Taking<'_, '_>) {
    for (attribute, term) in attributes(service) {
        let of = |names: &[&str]| text(term, names).unwrap_or_default();
        let link = text(attribute, &["link_type"]).unwrap_or_default();
        let (taxonomy, code) = (of(&["taxonomy"]), of(&["code"]));
        let choice = Choice::from_link_type(&link).filter(|choice| choice.taxonomy() == taxonomy);
        let note = Note::from_link_type(&link).filter(|_| taxonomy == FIELDS);
        match (choice, note) {
            (Some(choice), _) => ours::choice(choice, &code, taking),
            (_, Some(note)) => ours::note(note, attribute, taking),
            _ => one(&of(&["name", "term", "code"]), taking),
        }
    }
    for list in LISTS {
        let terms = items(service, &[list]);
        if terms.len() > MOST {
            taking.left("terms", "more words than any service has", list);
        }
        for term in terms.into_iter().take(MOST) {
            match term {
                Value::String(names) => names.split([';', ',']).take(MOST).for_each(|name| one(name, taking)),
                other => {
                    let inner = said(other, "taxonomy").filter(|inner| inner.is_object()).unwrap_or(other);
                    one(&text(inner, &["name", "term", "label"]).unwrap_or_default(), taking);
                }
            }
        }
    }
    let needs = items(service, &["send_needs", "send_needs_support"]);
    if !needs.is_empty() {
        taking.count("services with SEND needs");
    }
    for need in needs {
        let words = as_text(need).or_else(|| text(need, &["name"])).unwrap_or_default();
        words.split(';').take(MOST).for_each(|name| mapped(name, taking));
    }
}

fn one(name: &str, taking: &mut Taking<'_, '_>) {
    let name = line(name);
    if !name.is_empty() {
        taking.count_new("terms", &name);
    }
    mapped(&name, taking);
}

/// A term that a person has said the meaning of, or one to be looked at.
fn mapped(name: &str, taking: &mut Taking<'_, '_>) {
    let name = line(name);
    if name.is_empty() {
        return;
    }
    let meant = taking.options.terms.get(&fold(&name)).cloned();
    match meant.as_deref().map(|meant| meant.split_once(':')) {
        Some(Some((group, slug))) => match group_of(group) {
            Some(choice) => ours::choice(choice, slug, taking),
            None => taking.left("terms", "the mapping names a group that is not known", &name),
        },
        // The mapping says that it means nothing here.
        Some(None) => {}
        None => {
            taking.report.unmapped(&name);
            taking.keep("terms", &name);
        }
    }
}

/// The groups of words that a mapping may name.
pub(super) fn group_of(group: &str) -> Option<Choice> {
    Some(match group {
        "need" => Choice::Need,
        "thrive" => Choice::Thrive,
        "audience" => Choice::Audience,
        "access" => Choice::Access,
        "format" => Choice::Format,
        "cost" => Choice::Cost,
        "kind" => Choice::Kind,
        "area" => Choice::Place,
        _ => return None,
    })
}
