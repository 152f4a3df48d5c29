//! An entry as a service.

use super::attributes::Attributes;
use super::contacts::{contacts, machine_address, reached};
use super::thing::{Ids, Thing};
use super::{Entry, Setting, areas, costs, has_ended, schedules};
use crate::terms::{UNKNOWN_PROVIDER, eligibility_words, id_of, id_of_entry};
use directory::day::Day;
use directory::record::ListingRecord;

/// A whole date has this many letters; a month or a year is no day.
const WHOLE_DATE: usize = "2026-09-21".len();

pub(super) fn service(setting: &Setting<'_>, entry: &Entry<'_>) -> Thing {
    let record = entry.record;
    let theirs = record.imported.as_ref().map(|imported| imported.id.as_str());
    let id = id_of_entry(&record.id, theirs);
    let mut ids = Ids::of(id);
    let organisation = organisation(record);
    let service = Thing::of(id)
        .with("organization_id", organisation_id(record).to_string())
        .with("name", record.name.trim())
        .text("alternate_name", Some(record.former_names.join(", ")))
        .text("description", Some(&record.summary))
        .with("status", status(record))
        .text("alert", alert(record))
        .maybe("last_modified", entry.changed.map(|day| format!("{}T00:00:00.000Z", day.iso())))
        .with("organization", organisation);
    let service = if has_ended(record) { service } else { whole(setting, &mut ids, record, service) };
    service.each("attributes", Attributes::new(setting, &mut ids).of(record))
}

/// The rest of what has not ended.
fn whole(setting: &Setting<'_>, ids: &mut Ids, record: &ListingRecord, service: Thing) -> Thing {
    let reached = reached(setting.crisis, record);
    let ages = record.ages.unwrap_or_default();
    let files = record.resource.iter().flat_map(|resource| &resource.files);
    let mut urls = Vec::new();
    for file in files {
        let url = machine_address(&file.web);
        urls.push(ids.thing("url", &url).text("label", Some(&file.kind)).with("url", url));
    }
    let mut languages = Vec::new();
    for language in record.languages.iter().flatten() {
        languages.push(ids.thing("language", language).text("name", Some(language)));
    }
    let funding = record.commissioner.iter().map(|who| ids.thing("funding", who).text("source", Some(who)));
    let funding = funding.collect();
    service
        .text("url", reached.web.as_deref().map(machine_address))
        .text("email", reached.emails.first())
        .maybe("minimum_age", ages.from)
        .maybe("maximum_age", ages.to)
        .text("eligibility_description", eligibility_words(record.eligibility.as_deref(), &record.ages_extended))
        .text("application_process", record.access.route.as_ref())
        .text("wait_time", record.availability.wait.as_ref())
        .text("fees_description", record.cost.as_ref().map(|cost| &cost.note))
        .maybe("assured_date", assured(record))
        .each("contacts", contacts(setting.standard, ids, record.name.trim(), &reached))
        .each("schedules", schedules::schedules(ids, record))
        .each("service_areas", areas::areas(setting, ids, &record.area))
        .each("languages", languages)
        .each("funding", funding)
        .each("cost_options", costs::costs(ids, record))
        .each("additional_urls", urls)
}

/// The day of a check by a person, and of nothing else.
fn assured(record: &ListingRecord) -> Option<&str> {
    let on = record.checked.as_ref().map(|check| check.on.as_str())?;
    (on.len() == WHOLE_DATE && Day::read(on).is_some()).then_some(on)
}

fn status(record: &ListingRecord) -> &'static str {
    match record.availability.state.as_deref() {
        _ if has_ended(record) => "defunct",
        Some("paused") => "temporarily closed",
        _ => "active",
    }
}

/// What a reader must know before all else.
fn alert(record: &ListingRecord) -> Option<String> {
    if has_ended(record) {
        return Some("This has ended.".to_owned());
    }
    let paused =
        (record.availability.state.as_deref() == Some("paused")).then(|| "It takes nobody for now.".to_owned());
    let words: Vec<String> = record.doubt.clone().into_iter().chain(paused).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn organisation_name(record: &ListingRecord) -> &str {
    record.provider.as_deref().map(str::trim).filter(|name| !name.is_empty()).unwrap_or(UNKNOWN_PROVIDER)
}

fn organisation_id(record: &ListingRecord) -> uuid::Uuid {
    id_of("organization", organisation_name(record))
}

/// Who provides it. It must have a description, and its name is all we know.
fn organisation(record: &ListingRecord) -> Thing {
    let name = organisation_name(record);
    Thing::of(organisation_id(record)).with("name", name).with("description", name)
}
