//! Every web address of the data, with each place where it stands.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::data::{Data, each_text};

/// A web address that somebody may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// As it is written.
    pub(super) web: String,
    /// Where it stands.
    pub(super) places: Vec<Place>,
    /// Whether it leads to crisis help.
    pub(super) is_crisis: bool,
}

/// Where an address stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub(super) struct Place {
    /// The file.
    pub(super) file: String,
    /// The field, as findings spell it.
    pub(super) field: String,
    /// The id of the entry. `None`: it is none of an entry.
    #[serde(skip)]
    pub(super) id: Option<String>,
}

/// Every address of some data, once, in the order of its letters. People's words
/// and the history have none that anybody follows.
pub(super) fn all(data: &Data) -> Vec<Link> {
    let mut all: BTreeMap<String, Link> = BTreeMap::new();
    let mut add = |file: &str, id: Option<&str>, value: &Value, is_crisis: bool| {
        each_text(value, &mut |field, text| {
            for web in addresses(text) {
                let place = Place { file: file.to_owned(), field: field.to_owned(), id: id.map(str::to_owned) };
                let new = || Link { web: web.to_owned(), places: Vec::new(), is_crisis: false };
                let link = all.entry(web.to_owned()).or_insert_with(new);
                link.is_crisis |= is_crisis;
                link.places.push(place);
            }
        });
    };
    for file in &data.listings {
        add(&file.path, Some(&file.record.id), &file.value, file.record.crisis.is_some());
    }
    let apart = [
        data.site.as_ref().map(|file| (&file.path, &file.value)),
        data.glossary.as_ref().map(|file| (&file.path, &file.value)),
        data.self_help.as_ref().map(|file| (&file.path, &file.value)),
        data.leaflets.as_ref().map(|file| (&file.path, &file.value)),
    ];
    apart.into_iter().flatten().for_each(|(path, value)| add(path, None, value, false));
    data.crisis.iter().for_each(|file| add(&file.path, None, &file.value, true));
    all.into_values().collect()
}

/// The addresses in a text: one alone, or some in a sentence.
fn addresses(text: &str) -> Vec<&str> {
    let is_end = |sign: char| sign.is_whitespace() || "<>\"“”‘’`{}|\\^".contains(sign);
    let words = text.split(is_end);
    let address = |word: &'_ str| {
        let start = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min();
        start.and_then(|start| word.get(start..)).map(str::len)
    };
    words.filter_map(|word| word.get(word.len() - address(word)?..)).map(without_its_end).collect()
}

/// An address without the signs of the sentence around it.
fn without_its_end(address: &str) -> &str {
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '…']);
    match address.strip_suffix(')') {
        Some(short) if !short.contains('(') => without_its_end(short),
        _ => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_alone_and_in_a_sentence_without_its_signs() {
        for (text, expected) in [
            ("https://example.org/a?b=c#d", &["https://example.org/a?b=c#d"][..]),
            ("Its page (https://example.org/a), seen in 2026.", &["https://example.org/a"]),
            ("https://example.org/a_(b). “http://example.org”", &["https://example.org/a_(b)", "http://example.org"]),
            ("see:https://example.org/x;", &["https://example.org/x"]),
            ("www.example.org, ftp://example.org, https", &[]),
            ("é\u{a0}https://example.org/é", &["https://example.org/é"]),
        ] {
            assert_eq!(addresses(text), expected, "{text}");
        }
    }
}
