//! Entries that may be the same as a new one: by name, number or page.

use super::Index;
use crate::record::{ListingRecord, NumberRecord};
use crate::words::fold;

/// So many are named.
const MOST: usize = 3;

/// What to ask where a new entry looks like others.
pub(super) fn question(record: &ListingRecord, index: &Index<'_>) -> Option<String> {
    let name = fold(&record.name);
    let digits = |numbers: &[NumberRecord]| -> Vec<String> {
        let digits = |one: &NumberRecord| one.number.chars().filter(char::is_ascii_digit).collect();
        numbers.iter().map(digits).collect()
    };
    let numbers = digits(&record.contacts.phones);
    let page = record.contacts.web.as_deref().map(bare);
    let is_near = |other: &&&ListingRecord| {
        let has_name = fold(&other.name) == name || other.former_names.iter().any(|former| fold(former) == name);
        let has_number = digits(&other.contacts.phones).iter().any(|one| numbers.contains(one));
        has_name || has_number || page.is_some() && other.contacts.web.as_deref().map(bare) == page
    };
    let near: Vec<String> =
        index.records.iter().filter(is_near).take(MOST).map(|one| format!("{} ({})", one.name, one.id)).collect();
    (!near.is_empty()).then(|| format!("It may be the same as {}. Look before you say yes to it.", near.join(", ")))
}

/// An address as it is compared.
fn bare(web: &str) -> String {
    let bare = web.split_once("://").map_or(web, |(_, rest)| rest);
    bare.trim_start_matches("www.").trim_end_matches('/').to_ascii_lowercase()
}
