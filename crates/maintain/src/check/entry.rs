//! Rules of one entry by itself.

use directory::day::Day;
use directory::finding::{Findings, Level};
use directory::listing::{AvailabilityState, Listing};
use directory::person;
use directory::record::ListingRecord;
use directory::withdrawal::{WITHDRAWN, plain_reason};

use super::{Entry, ages};

/// What `stated` may name: fields whose statement can be told from our reading.
const STATEABLE: &str = "name provider commissioner pilot evaluated kind standing summary eligibility ages \
    ages_extended user_ages needs thrive audience area access phone text email web hours cost formats format_note \
    languages accessibility availability help training funding resource";

pub(super) fn check(entry: &Entry<'_>, findings: &mut Findings) {
    let record = &entry.file.record;
    stated(record, findings);
    standing(record, findings);
    withdrawn(record, findings);
    if record.sources.is_empty() || record.sources.iter().any(|source| source.source.trim().is_empty()) {
        findings.error("sources", "", "Write at least one source, each with where it was found.");
    }
    if let Some(listing) = &entry.listing {
        lists(listing, findings);
        extended(listing, findings);
        ages::check(listing, record.eligibility.as_deref(), findings);
        opens_again(record, listing, findings);
    }
}

fn stated(record: &ListingRecord, findings: &mut Findings) {
    for field in record.stated.iter().filter(|field| STATEABLE.split(' ').all(|name| name != *field)) {
        findings.add(
            Level::Warning,
            "stated",
            field,
            "No field of the format has this name: write the one that is meant, or take it out.",
        );
    }
}

/// A reason and a successor stand only where they are read.
fn standing(record: &ListingRecord, findings: &mut Findings) {
    let before = record.withdrawn.as_ref().and_then(|withdrawn| withdrawn.before.as_deref());
    // What is taken out keeps how it stood, to be put back as it was.
    let is = |standing| record.standing == standing || record.standing == WITHDRAWN && before == Some(standing);
    if record.doubt.as_ref().is_some_and(|doubt| !is("doubtful") || doubt.trim().is_empty()) {
        findings.error("doubt", &record.standing, "Say why, and write \"standing\": \"doubtful\"; or take it out.");
    }
    if let Some(successor) = record.successor.as_ref().filter(|_| !is("ended")) {
        findings.error("successor", successor, "Take it out, or write \"standing\": \"ended\".");
    }
}

/// What is taken out says since when, why and how it stood, and no more than
/// readers may know.
fn withdrawn(record: &ListingRecord, findings: &mut Findings) {
    let Some(withdrawn) = &record.withdrawn else {
        if record.standing == WITHDRAWN {
            findings.error("withdrawn", "", "Write since when, why, and how it stood before: on, reason, before.");
        }
        return;
    };
    if record.standing != WITHDRAWN {
        findings.error("withdrawn", &record.standing, "Take it out, or write \"standing\": \"withdrawn\".");
    }
    let own = person::names_of(record);
    if let Err(why) = plain_reason(&withdrawn.reason, &own) {
        findings.error("withdrawn.reason", &withdrawn.reason, why);
    }
    if let Some((by, why)) = withdrawn.by.as_ref().and_then(|by| Some((by, person::no_role(by, &own)?))) {
        findings.error("withdrawn.by", by, format!("Write a role, such as coordinator: {why}."));
    }
    let before = withdrawn.before.as_deref().unwrap_or_default();
    if !["active", "doubtful"].contains(&before) {
        findings.error("withdrawn.before", before, "Write how it stood before: active or doubtful.");
    }
}

/// What families search by is there, unless nobody sees the entry.
fn lists(listing: &Listing, findings: &mut Findings) {
    let mut wants = |is_missing: bool, field: &str, write: &str| {
        if listing.standing.is_listed() && is_missing {
            findings.add(Level::Warning, field, "", write);
        }
    };
    wants(listing.needs.is_empty(), "needs", "Write what it helps with, or general for any worry.");
    wants(listing.summary.trim().is_empty(), "summary", "Say in a plain sentence what it is.");
}

fn extended(listing: &Listing, findings: &mut Findings) {
    for more in &listing.ages_extended {
        let oldest = listing.ages.as_ref().map(|ages| ages.value.oldest());
        if oldest.is_none_or(|oldest| more.to <= oldest) {
            findings.error("ages_extended", more.to.to_string(), "Write a year beyond ages.to, or take it out.");
        }
    }
}

/// When it takes people again is a promise: the service's own, with its date.
fn opens_again(record: &ListingRecord, listing: &Listing, findings: &mut Findings) {
    let (now, field) = (&listing.availability, "availability.opens_on");
    let Some(opens_on) = now.opens_on else { return };
    if now.state != Some(AvailabilityState::Paused) {
        findings.error(field, opens_on.iso(), "Write \"state\": \"paused\" as well, or take it out.");
    }
    let is_before = |said: Day| said.days_until(opens_on.last_day()) < 0;
    match now.said_on {
        None => findings.add(Level::Warning, "availability.said_on", "", "Write on which day the service said so."),
        Some(said) if is_before(said) => {
            findings.error(field, opens_on.iso(), "Write a day after availability.said_on.")
        }
        Some(_) => {}
    }
    if !record.stated.iter().any(|one| one == "availability") {
        let write = "Write it only if the service says so, and then availability in stated.";
        findings.add(Level::Warning, field, opens_on.iso(), write);
    }
}
