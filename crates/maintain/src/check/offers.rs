//! Rules of money to apply for, and of things to read or use.

use std::collections::BTreeMap;

use directory::finding::{Findings, Level};
use directory::listing::{Listing, Standing};
use directory::record::{FundingRecord, ListingRecord, ResourceRecord};
use directory::vocabulary::Kind;

use super::{Entry, Ledger, Whole};

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let listings = whole.entries.iter().filter_map(|entry| entry.listing.as_ref());
    let all: BTreeMap<&str, &Listing> = listings.map(|one| (one.id.as_str(), one)).collect();
    for entry in &whole.entries {
        ledger.note(&entry.file.path, |findings| {
            belongs(entry, findings);
            sourced(&entry.file.record, findings);
            pays_for(entry, &all, findings);
        });
    }
}

/// Facts stand where a page shows them.
fn belongs(entry: &Entry<'_>, findings: &mut Findings) {
    let (record, Some(listing)) = (&entry.file.record, &entry.listing) else { return };
    let mut only_for = |is_there: bool, field: &str, kind: Kind, word: &str| {
        if is_there && listing.kind != kind {
            findings.error(field, &record.kind, format!("Take it out, or write \"kind\": \"{word}\"."));
        }
    };
    only_for(record.funding.is_some(), "funding", Kind::Funding, "funding");
    only_for(record.resource.is_some(), "resource", Kind::Resource, "resource");
}

/// What a school would act on is stated by somebody; only the sorting is ours.
fn sourced(record: &ListingRecord, findings: &mut Findings) {
    let says_something = |funding: &FundingRecord| {
        let words = [&funding.amount, &funding.who, &funding.purpose, &funding.opens, &funding.closes];
        words.iter().any(|words| words.is_some()) || funding.rolling.is_some() || !funding.pays_for.is_empty()
    };
    let has_version = |resource: &ResourceRecord| {
        let is_known = resource.version.is_some() || resource.dated.is_some() || resource.check_after.is_some();
        is_known || resource.phases.is_some() || !resource.files.is_empty()
    };
    let mut wants = |is_there: bool, field: &str| {
        let is_named = record.sources.iter().any(|source| source.fields.iter().any(|one| one == field));
        if is_there && !is_named {
            let write = format!("Say which source states it: write {field} among the fields of that source.");
            findings.add(Level::Warning, "sources", field, write);
        }
    };
    wants(record.funding.as_ref().is_some_and(says_something), "funding");
    wants(record.resource.as_ref().is_some_and(has_version), "resource");
}

/// What an offer pays for is a course that is there to be opened.
fn pays_for(entry: &Entry<'_>, all: &BTreeMap<&str, &Listing>, findings: &mut Findings) {
    let Some(funding) = entry.listing.as_ref().and_then(|listing| listing.funding.as_ref()) else { return };
    for course in &funding.pays_for {
        let why = match all.get(course.as_str()) {
            None => "there is no such entry",
            Some(listing) if listing.kind != Kind::Training => "that one is no course",
            Some(listing) if listing.standing == Standing::Held => "that one is held, and shown nowhere",
            Some(_) => continue,
        };
        findings.error("funding.pays_for", course.as_str(), format!("Write the ids of courses: {why}."));
    }
}
