//! A service that this software wrote, put back together: what stands in two
//! places for the sake of other readers is taken once.

use directory::record::{ResourceFileRecord, ResourceRecord, SessionRecord, TrainingRecord};
use serde_json::Value;

use super::came::Taking;
use super::days::{day, time};
use super::value::{items, text};
use crate::terms::{Choice, Note, STATED, eligibility_alone};

/// The dates of a course.
pub(super) fn sessions(dates: &[&Value], taking: &mut Taking<'_, '_>) {
    for date in dates {
        let of = |name: &str| text(date, &[name]);
        let Some(on) = of("dtstart").and_then(|text| day(&text)) else { continue };
        let until = of("valid_to").and_then(|text| day(&text)).filter(|until| *until != on);
        let session = SessionRecord {
            on: on.iso(),
            until: until.map(|until| until.iso()),
            from: of("opens_at").and_then(|text| time(&text)),
            to: of("closes_at").and_then(|text| time(&text)),
            place: of("description"),
            web: of("schedule_link"),
        };
        taking.record.training.get_or_insert_with(TrainingRecord::default).dates.push(session);
    }
}

/// Takes back what the general rules made of its parts, and gives the id that it
/// had with whoever wrote it.
pub(super) fn settle(service: &Value, taking: &mut Taking<'_, '_>) -> Option<String> {
    let attributes = items(service, &["attributes"]);
    let notes = |note: Note| {
        let is_it = move |one: &&&Value| text(one, &["link_type"]).is_some_and(|kind| kind == note.link_type());
        attributes.iter().filter(is_it).filter_map(|one| Some((text(one, &["value"])?, text(one, &["label"]))))
    };
    let is_chosen = |choice: Choice| {
        attributes.iter().any(|one| text(one, &["link_type"]).is_some_and(|kind| kind == choice.link_type()))
    };
    let record = &mut taking.record;
    record.stated = notes(Note::Basis).filter(|(says, _)| says == STATED).filter_map(|(_, field)| field).collect();
    record.eligibility = record.eligibility.take().and_then(|words| eligibility_alone(&words, &record.ages_extended));
    match record.cost.as_mut().filter(|_| is_chosen(Choice::Cost)) {
        Some(cost) => cost.note = notes(Note::CostNote).next().map(|(says, _)| says).unwrap_or_default(),
        None => record.cost = None,
    }
    record.accessibility = notes(Note::Accessibility).next().map(|(says, _)| says);
    record.commissioner = items(service, &["funding"]).into_iter().find_map(|one| text(one, &["source"]));
    if !notes(Note::Basis).any(|(_, field)| field.as_deref() == Some("hours")) {
        record.hours = None;
    }
    if record.crisis.is_some() {
        // The numbers of a crisis line stand in one file, and in no entry.
        record.contacts.phones.clear();
        record.contacts.texts.clear();
        record.contacts.emails.clear();
    }
    for file in items(service, &["additional_urls"]) {
        let Some((kind, web)) = text(file, &["label"]).zip(text(file, &["url"])) else { continue };
        let files = &mut record.resource.get_or_insert_with(ResourceRecord::default).files;
        files.push(ResourceFileRecord { kind, web, ..ResourceFileRecord::default() });
    }
    if let Some(imported) = &mut record.imported {
        imported.said.0.retain(|(name, _)| !["links", "funding", "other name", "alert"].contains(&name.as_str()));
    }
    notes(Note::Slug).next().map(|(says, _)| says)
}
