//! What stands after `#`: keys and values, taken apart in one place.
//!
//! Reading never fails. What is too long is cut between its parts, because half
//! a word may mean another thing; what is not understood is named.

pub(crate) mod groups;
pub(crate) mod tally;

use crate::filters::Dropped;
use crate::finding::cut;

/// The most dropped parts that are named.
const MOST_DROPPED: usize = 8;

/// The longest fragment that is looked at, in bytes: more than this code writes
/// even if everything is chosen in a site with as many areas as may be.
pub(crate) const LONGEST: usize = 8192;

/// What was not understood, as far as it is named.
#[derive(Default)]
pub(crate) struct Lost(pub(crate) Vec<Dropped>);

impl Lost {
    /// Notes one part, if there is room for it.
    pub(crate) fn note(&mut self, key: &str, value: &str) {
        if self.0.len() < MOST_DROPPED {
            self.0.push(Dropped { key: cut(key, 40), value: cut(value, 40) });
        }
    }
}

/// Offers each value of each key, as the place of its key among those that are
/// known; whoever takes it says whether it was understood.
pub(crate) fn each_value(fragment: &str, keys: &[&str], take: &mut dyn FnMut(usize, &str) -> bool) -> Vec<Dropped> {
    let mut lost = Lost::default();
    let (fragment, rest) = cut_at_a_part(fragment);
    for part in fragment.split('&').filter(|part| !part.is_empty()) {
        let (key, mut values) = part.split_once('=').unwrap_or((part, ""));
        let Some(at) = keys.iter().position(|known| *known == key) else {
            lost.note(key, values);
            continue;
        };
        while !values.is_empty() {
            let (value, after) = cut_at_a_comma(values);
            values = after;
            if !value.is_empty() && !take(at, value) {
                lost.note(key, value);
            }
        }
    }
    if !rest.is_empty() {
        lost.note("", rest);
    }
    lost.0
}

/// Adds a key with its values, if it has any: `&key=value,value`.
pub(crate) fn add_key(written: &mut String, key: &str, values: impl Iterator<Item = impl AsRef<str>>) {
    for (at, value) in values.enumerate() {
        match (at, written.is_empty()) {
            (0, true) => written.extend([key, "="]),
            (0, false) => written.extend(["&", key, "="]),
            _ => written.push(','),
        }
        written.push_str(value.as_ref());
    }
}

/// A whole number in digits alone, at most four of them.
pub(crate) fn whole(text: &str) -> Option<u16> {
    let is_plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

/// As much as is looked at, in whole parts.
pub(crate) fn cut_at_a_part(fragment: &str) -> (&str, &str) {
    if fragment.len() <= LONGEST {
        return (fragment, "");
    }
    let end = fragment.bytes().take(LONGEST).rposition(|b| b == b'&').unwrap_or(0);
    fragment.split_at_checked(end).unwrap_or(("", fragment))
}

/// What stands before the first comma, and what after it. Some programs write
/// a comma as `%2C`.
pub(crate) fn cut_at_a_comma(values: &str) -> (&str, &str) {
    let bytes = values.as_bytes();
    let comma = |at: usize| match bytes.get(at..) {
        Some([b',', ..]) => Some((at, at + 1)),
        Some([b'%', b'2', b'C' | b'c', ..]) => Some((at, at + 3)),
        _ => None,
    };
    let (end, next) = (0..bytes.len()).find_map(comma).unwrap_or((bytes.len(), bytes.len()));
    (values.get(..end).unwrap_or_default(), values.get(next..).unwrap_or_default())
}
