//! From a record to a listing: every string becomes a value, or a finding.
//!
//! What cannot be read is left out and becomes *not known*; the entry itself
//! is lost only if it has no id, no name or no kind.

mod bundle;
mod fields;
mod schools;
mod offers;
mod training;

pub use bundle::Bundle;
pub(super) use offers::dated_route;
pub use schools::register_in;
pub(crate) use schools::school_id;

use super::fill::{Place, Reading, fill};
use super::{HelpRecord, ListingAreaRecord, ListingRecord, WHOLE};
use crate::finding::Findings;
use crate::id::ListingId;
use crate::json::Json;
use crate::listing::{Cost, CourseOfHelp, Listing, Source};
use crate::vocabulary::Kind;
use fields::Reader;

/// The listing that a value spells, with what is wrong in it among `findings`.
/// A field that has another shape than the format asks for is left out, and
/// named.
pub fn listing_in(json: &Json<'_>, findings: &mut Findings) -> Option<Listing> {
    let mut record = ListingRecord::default();
    let before = findings.list().len();
    if !fill(&mut record, json, &Place::Whole, &mut Reading::new(findings)) {
        return None;
    }
    // What is left of an area without one of its limits would promise too much.
    if findings.list().iter().skip(before).any(|finding| finding.field.starts_with("area.")) {
        record.area = ListingAreaRecord::default();
    }
    listing(record, findings)
}

/// The listing that a record spells, with what is wrong in it among `findings`.
pub fn listing(record: ListingRecord, findings: &mut Findings) -> Option<Listing> {
    let mut reader = Reader { stated: &record.stated, findings };
    let Some(id) = ListingId::new(&record.id) else {
        reader.findings.error("id", &record.id, "Write an id of a-z, 0-9 and -, at most 80 letters.");
        return None;
    };
    if record.name.trim().is_empty() {
        reader.findings.error("name", "", "Write the name of the entry.");
        return None;
    }
    let kind: Kind = reader.one("kind", &record.kind)?;
    let ages = record.ages.and_then(|ages| reader.ages("ages", ages));
    let formats = record.formats.as_ref().and_then(|slugs| reader.some("formats", slugs));
    let funding = record.funding.filter(|_| WHOLE).map(|funding| reader.funding(funding));
    let audience = reader.many("audience", &record.audience);
    // What is shown nowhere may still wait for somebody to say so.
    let is_held = record.standing == "held";
    if audience.is_empty() && !is_held {
        reader.findings.error("audience", "", "Write whom it speaks to: parent, young-person, staff.");
    }
    Some(Listing {
        former_slugs: reader.ids("former_slugs", &record.former_slugs),
        provider: reader.fact("provider", record.provider),
        standing: reader.standing(&record.standing, record.doubt, record.successor, record.withdrawn),
        eligibility: reader.fact("eligibility", record.eligibility),
        ages: reader.fact("ages", ages),
        ages_extended: record
            .ages_extended
            .into_iter()
            .filter_map(|one| reader.extension(one.to, one.condition, ages))
            .collect(),
        user_ages: record.user_ages.and_then(|ages| reader.ages("user_ages", ages)),
        needs: reader.many("needs", &record.needs),
        thrive: record.thrive.as_ref().and_then(|slugs| reader.thrive(slugs)),
        audience,
        area: reader.area(record.area, is_held),
        access: {
            let access = reader.access(record.access);
            // Said where the offer is read; a bundle for lists has it in its words.
            match &funding {
                Some(funding) => reader.dated(access, funding),
                None => access,
            }
        },
        contacts: reader.contacts(record.contacts),
        hours: reader.fact("hours", record.hours),
        opening: record.opening.iter().filter_map(|one| reader.opening(one)).collect(),
        cost: {
            let cost =
                record.cost.and_then(|cost| Some(Cost { kind: reader.one("cost.kind", &cost.kind)?, note: cost.note }));
            reader.fact("cost", cost)
        },
        format: reader.fact("formats", formats),
        availability: reader.availability(record.availability),
        training: record.training.filter(|_| WHOLE).map(|training| reader.training(training)),
        funding,
        resource: record.resource.filter(|_| WHOLE).map(|resource| reader.resource(resource)),
        last_source: record.last_source.as_deref().and_then(|day| reader.day("last_source", day)),
        checked: record.checked.and_then(|check| reader.check(check)),
        imported: record.imported.filter(|_| WHOLE).and_then(|imported| reader.imported(imported)),
        course_of_help: help(record.help),
        sources: record
            .sources
            .into_iter()
            .filter(|_| WHOLE)
            .map(|s| Source { fields: s.fields, says: s.source, kind: s.kind })
            .collect(),
        id,
        kind,
        name: record.name,
        former_names: record.former_names,
        commissioner: record.commissioner,
        is_pilot: record.pilot,
        is_evaluated: record.evaluated,
        crisis_route: record.crisis,
        summary: record.summary,
        format_note: record.format_note,
        languages: record.languages,
        accessibility: record.accessibility,
    })
}

fn help(record: HelpRecord) -> CourseOfHelp {
    CourseOfHelp {
        next: record.next,
        if_not_right: record.if_not_right,
        while_waiting: record.while_waiting,
        after: record.after,
        at_18: record.at_18,
    }
}
