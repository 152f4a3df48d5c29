//! Entries that may be one and the same. Two people write the same place down,
//! or an import brings what was there already; then one of the two grows stale.
//!
//! Names are compared without small words and in any order, and with one letter
//! wrong. Nothing is compared with everything: what may be alike stands side by
//! side after sorting, so that the time grows with the entries alone.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use directory::finding::Level;
use directory::record::{ContactsRecord, ListingRecord};
use directory::words::fold_apart;

use super::{Ledger, Whole};
use crate::numbers;

/// Words that tell no place from another.
const SMALL: [&str; 12] = ["a", "an", "and", "at", "by", "for", "in", "of", "the", "ltd", "limited", "cic"];
/// Names with fewer letters are too short for one to be wrong; with more they
/// are no names, and would take long.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=160;

/// What an entry is compared by.
struct Marks<'a> {
    path: &'a str,
    record: &'a ListingRecord,
    name: String,
    /// Numbers, mailboxes and pages that it says are its own.
    contacts: BTreeSet<String>,
}

/// How two entries are alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    Name,
    Letter,
    Words,
}

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let lasting = whole.entries.iter().filter(|entry| entry.file.record.standing != "ended");
    let all: Vec<Marks<'_>> = lasting.map(|entry| Marks::of(&entry.file.path, &entry.file.record)).collect();
    let mut told = BTreeSet::new();
    for (one, other, how) in same_name(&all).into_iter().chain(one_letter(&all)).chain(same_contact(&all)) {
        let (Some(first), Some(second)) = (all.get(one), all.get(other)) else { continue };
        // Whoever has to decide looks at the one that waits.
        let (kept, asked) = if first.is_held() && !second.is_held() { (second, first) } else { (first, second) };
        if told.insert(asked.path) {
            say(kept, asked, how, ledger);
        }
    }
}

fn say(kept: &Marks<'_>, asked: &Marks<'_>, how: Alike, ledger: &mut Ledger) {
    let shared = kept.contacts.intersection(&asked.contacts).next();
    let is_provider = kept.record.provider.is_some() && kept.record.provider == asked.record.provider;
    let level = if shared.is_some() || (is_provider && how == Alike::Name) { Level::Warning } else { Level::Advice };
    let also = shared.map(|contact| format!(", and {contact} too")).unwrap_or_default();
    let alike = match how {
        Alike::Name => "has the same name",
        Alike::Letter => "has almost the same name",
        Alike::Words => "has a like name",
    };
    let (other, name) = (kept.record.id.as_str(), kept.record.name.as_str());
    let write = format!(
        "Look if they are one: {other} ({name}) {alike}{also}. If so, keep one and end the other with \"successor\"; \
         if not, say in the names how they differ."
    );
    ledger.note(asked.path, |findings| findings.add(level, "name", &asked.record.name, write));
}

impl<'a> Marks<'a> {
    fn of(path: &'a str, record: &'a ListingRecord) -> Self {
        let folded = fold_apart(&record.name);
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty() && !SMALL.contains(word)).collect();
        words.sort_unstable();
        Self { path, record, name: words.join(" "), contacts: contacts(&record.contacts) }
    }

    fn is_held(&self) -> bool {
        self.record.standing == "held"
    }

    /// Whether half of the words of two names are the same, and both are for the
    /// same places and of one kind.
    fn is_like(&self, other: &Self) -> bool {
        let words = |one: &Self| one.name.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        let (one, two) = (words(self), words(other));
        let is_same_sort = self.record.kind == other.record.kind && self.record.area.places == other.record.area.places;
        is_same_sort && one.intersection(&two).count() * 2 > one.union(&two).count()
    }
}

/// What two places would hardly share: a number, a mailbox, a page below the
/// first of a site.
fn contacts(contacts: &ContactsRecord) -> BTreeSet<String> {
    let numbers = contacts.phones.iter().chain(&contacts.texts).map(|one| numbers::digits(&one.number));
    let mailboxes = contacts.emails.iter().map(|mailbox| mailbox.to_lowercase());
    let page = contacts.web.iter().filter_map(|web| {
        let rest = web.trim_end_matches('/').split("://").nth(1)?;
        rest.contains('/').then(|| rest.trim_start_matches("www.").to_lowercase())
    });
    numbers.chain(mailboxes).chain(page).filter(|contact| !contact.is_empty()).collect()
}

/// Entries whose names are one, each beside the first of them.
fn same_name(all: &[Marks<'_>]) -> Vec<(usize, usize, Alike)> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, one) in all.iter().enumerate().filter(|(_, one)| !one.name.is_empty()) {
        match first.get(one.name.as_str()) {
            Some(before) => found.push((*before, at, Alike::Name)),
            None => {
                first.insert(&one.name, at);
            }
        }
    }
    found
}

/// Entries in whose names one letter differs. Two such names have a form in
/// common if each may lose one letter, so only those forms are compared.
fn one_letter(all: &[Marks<'_>]) -> Vec<(usize, usize, Alike)> {
    let mut forms: Vec<(u64, usize)> = Vec::new();
    for (at, one) in all.iter().enumerate().filter(|(_, one)| LENGTHS.contains(&one.name.len())) {
        forms.push((hashed(&[&one.name]), at));
        for (start, letter) in one.name.char_indices() {
            let parts = one.name.split_at_checked(start).zip(one.name.get(start + letter.len_utf8()..));
            forms.extend(parts.map(|((before, _), after)| (hashed(&[before, after]), at)));
        }
    }
    forms.sort_unstable();
    let mut found = BTreeSet::new();
    for group in forms.chunk_by(|one, two| one.0 == two.0) {
        let Some(first) = group.first().and_then(|(_, at)| Some((*at, all.get(*at)?))) else { continue };
        for (other, two) in group.iter().skip(1).filter_map(|(_, at)| Some((*at, all.get(*at)?))) {
            if first.0 != other && is_one_letter_off(&first.1.name, &two.name) {
                found.insert((first.0, other));
            }
        }
    }
    found.into_iter().map(|(one, other)| (one, other, Alike::Letter)).collect()
}

fn hashed(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.iter().flat_map(|part| part.bytes()).for_each(|byte| byte.hash(&mut hasher));
    hasher.finish()
}

/// A number makes another name: "Stage 1" and "Stage 2" are two.
fn is_one_letter_off(one: &str, two: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    one != two && digits(one) == digits(two) && strsim::osa_distance(one, two) == 1
}

/// Entries with a contact in common and much of their names; of each contact
/// only neighbours by name are compared.
fn same_contact(all: &[Marks<'_>]) -> Vec<(usize, usize, Alike)> {
    let mut by_contact: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        one.contacts.iter().for_each(|contact| by_contact.entry(contact).or_default().push((&one.name, at)));
    }
    let mut found = BTreeSet::new();
    for mut sharing in by_contact.into_values().filter(|sharing| sharing.len() > 1) {
        sharing.sort_unstable();
        for two in sharing.windows(2) {
            let [(_, one), (_, other)] = two else { continue };
            let is_like = all.get(*one).zip(all.get(*other)).is_some_and(|(one, other)| one.is_like(other));
            if is_like {
                found.insert((*one.min(other), *one.max(other)));
            }
        }
    }
    found.into_iter().map(|(one, other)| (one, other, Alike::Words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_one_letter_wrong_are_found_and_numbered_ones_are_not() {
        for (one, two, is_off) in [
            ("sleep well", "sleeep well", true),
            ("sleep well", "slepe well", true),
            ("sleep well", "sleep bell", true),
            ("stage 1 help", "stage 2 help", false),
            ("sleep well", "sleep well", false),
            ("sleep well", "deep swell", false),
        ] {
            assert_eq!(is_one_letter_off(one, two), is_off, "{one}, {two}");
        }
    }

    #[test]
    fn a_whole_site_is_no_contact_that_only_one_place_has() {
        let web = |web: &str| ContactsRecord { web: Some(web.to_owned()), ..ContactsRecord::default() };
        assert!(contacts(&web("https://www.example.org/")).is_empty());
        assert!(contacts(&web("https://www.example.org/sleep/")).contains("example.org/sleep"));
    }
}
