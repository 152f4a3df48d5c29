//! Each text of a JSON file with its place and its bytes, so that one text can
//! be mended and all else stay as somebody wrote it, layout and all.

use std::ops::Range;

/// A text that is a value, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// As findings spell it: `contacts.phones[0].number`.
    pub(super) place: String,
    /// Its bytes in the file, with the quotes.
    pub(super) bytes: Range<usize>,
    /// What it says.
    pub(super) text: String,
}

/// Where a value stands that is still open.
enum Open {
    Fields { place: String, key: Option<String> },
    List { place: String, at: usize },
}

/// Every text of a file that is JSON, in their order. Of what is none, nothing.
pub(super) fn strings(file: &str) -> Vec<Found> {
    if serde_json::from_str::<serde::de::IgnoredAny>(file).is_err() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while let Some(letter) = file.as_bytes().get(at) {
        match letter {
            b'{' => open.push(Open::Fields { place: place(&open), key: None }),
            b'[' => open.push(Open::List { place: place(&open), at: 0 }),
            b'}' | b']' => {
                open.pop();
            }
            b',' => match open.last_mut() {
                Some(Open::List { at, .. }) => *at += 1,
                Some(Open::Fields { key, .. }) => *key = None,
                None => {}
            },
            b'"' => {
                let bytes = at..end_of_string(file, at);
                let text: Option<String> = file.get(bytes.clone()).and_then(|text| serde_json::from_str(text).ok());
                at = bytes.end - 1;
                match (open.last_mut(), text) {
                    (Some(Open::Fields { key: key @ None, .. }), text) => *key = text,
                    (_, Some(text)) => found.push(Found { place: place(&open), bytes, text }),
                    (_, None) => {}
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The place just behind the quote that ends a string.
fn end_of_string(file: &str, start: usize) -> usize {
    let mut is_escaped = false;
    let rest = file.bytes().enumerate().skip(start + 1);
    for (at, letter) in rest {
        match letter {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    file.len()
}

/// Where the value stands that comes next.
fn place(open: &[Open]) -> String {
    match open.last() {
        None => String::new(),
        Some(Open::List { place, at }) => format!("{place}[{at}]"),
        Some(Open::Fields { place, key }) => {
            let key = key.as_deref().unwrap_or_default();
            if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::each_text;
    use proptest::prelude::*;
    use serde_json::Value;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "\\PC{0,8}|[\"\\\\/\n\u{200b}, :{}\\[\\]]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-z\"\\\\{:]{0,4}", inner, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_text_is_found_where_the_check_finds_it(value in any_json(), is_pretty: bool) {
            let file = if is_pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let file = file.unwrap_or_default();
            let mut expected = Vec::new();
            each_text(&value, &mut |place, text| expected.push((place.to_owned(), text.to_owned())));
            let found: Vec<_> = strings(&file).into_iter().map(|one| (one.place, one.text)).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn no_text_of_a_file_makes_it_panic(file in "\\PC*|[{}\\[\\]\",:\\\\a ]{0,24}") {
            strings(&file);
        }
    }
}
