//! Rules of courses: a recommendation is somebody's and has a source, and what
//! is said of a course does not say two things.

use directory::finding::{Findings, Level};
use directory::record::{ListingRecord, TrainingRecord};
use directory::vocabulary::{CostKind, Kind};

use super::{Ledger, Whole};

/// First words that would make a recommendation our own.
const OURS: [&str; 4] = ["we", "us", "our", "ours"];

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let name = whole.site.as_ref().map(|site| site.name.as_str()).unwrap_or_default();
    for entry in &whole.entries {
        let record = &entry.file.record;
        let Some(training) = &record.training else { continue };
        ledger.note(&entry.file.path, |findings| {
            recommended(record, training, name, findings);
            cost(record, training, findings);
            modes(training, findings);
        });
        let is_course = entry.listing.as_ref().is_none_or(|listing| listing.kind == Kind::Training);
        if !is_course {
            ledger.note(&entry.file.path, |findings| {
                let write = "Write \"kind\": \"training\", or take it out: it is shown for courses only.";
                findings.add(Level::Warning, "training", &record.kind, write);
            });
        }
    }
}

/// A recommendation names its body, which is not the directory, and its source.
fn recommended(record: &ListingRecord, training: &TrainingRecord, site: &str, findings: &mut Findings) {
    for one in &training.recommended {
        let by = one.by.trim().to_lowercase();
        let is_ours = by.split_whitespace().next().is_some_and(|word| OURS.contains(&word));
        if is_ours || (!by.is_empty() && by == site.trim().to_lowercase()) {
            let write = "Write the body that recommends it. The directory itself recommends no course.";
            findings.error("training.recommended.by", &one.by, write);
        }
    }
    let is_named = |fields: &[String]| fields.iter().any(|field| field == "training");
    let has_source = is_named(&record.stated) && record.sources.iter().any(|source| is_named(&source.fields));
    if !training.recommended.is_empty() && !has_source {
        let write = "Write who says so: a source with training among its fields, and training among those stated.";
        findings.error("training.recommended", "", write);
    }
}

/// A price is for something that is paid.
fn cost(record: &ListingRecord, training: &TrainingRecord, findings: &mut Findings) {
    if training.price.is_none() {
        return;
    }
    let kind = record.cost.as_ref().map(|cost| cost.kind.as_str());
    let is = |kinds: &[CostKind]| {
        kind.is_some_and(|kind| kinds.iter().any(|one| directory::closed::Closed::slug(*one) == kind))
    };
    if is(&[CostKind::Free, CostKind::FreeToSchools, CostKind::Donation]) {
        let write = "Write \"kind\": \"paid\" under cost, or take the price out: it has a price and is free.";
        findings.error("training.price", kind.unwrap_or_default(), write);
    } else if kind.is_none() {
        let write = "Write \"kind\": \"paid\" under cost too, or a filter by cost does not find it.";
        findings.add(Level::Warning, "cost", "", write);
    }
}

/// A way to take a course is one of the ways in which it is held.
fn modes(training: &TrainingRecord, findings: &mut Findings) {
    let stray = |mode: &&String| !training.modes.contains(mode);
    for mode in training.time.iter().filter_map(|time| time.mode.as_ref()).filter(stray) {
        findings.error("training.time.mode", mode, "Write it among modes, too.");
    }
}
