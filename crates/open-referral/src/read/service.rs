//! From a service as it came to an entry that waits: the rules of every field.

use std::collections::HashSet;

use directory::record::SourceRecord;
use serde_json::Value;

use super::came::{Came, Options, Seen, Taking, joined};
use super::days::day;
use super::hours::{Week, attending, opening, take as take_schedule};
use super::places::locations;
use super::report::Report;
use super::value::{Fields, as_text, flag, is_nothing, items, said, text};
use super::words::{first_sentence, line, paragraphs};
use super::{ages, cost, own, places, reach, terms_in};
use crate::terms::UNKNOWN_PROVIDER;

/// Fields of a service that are looked at here or beneath. Any other is counted
/// as left out, by its name.
const KNOWN: &str = "id import_id name alternate_name description summary intro url website web email status minimum_age \
    maximum_age min_age max_age eligibilitys eligibilities eligibility eligibility_description audience attributes \
    assured_date last_modified updated_at created_at organization organisation organization_id contacts contact phones \
    phone telephone service_at_locations service_at_location locations location schedules schedule regular_schedules \
    holiday_schedules service_areas service_area languages language cost_options cost_option fees fees_description free \
    taxonomies service_taxonomys service_taxonomies taxonomy_terms suitabilities labels keywords taxonomy_ids terms \
    send_needs send_needs_support accessibility accessibility_for_disabilities location_accessibilities application_process \
    attending_access attending_type needs_referral wait_time alert required_documents deliverable_type visible approved \
    funding additional_urls links hours postcode postal_code address";

/// Their words for a service that nobody uses.
const IN_USE: [&str; 2] = ["", "active"];

/// Takes one service in. `None`: it has no name, and is counted.
pub(super) fn take(
    service: &Value,
    is_counted: bool,
    (report, seen, options): (&mut Report, &mut Seen, &Options),
) -> Option<Came> {
    report.count("rows", 1);
    let name = text(service, &["name"]).map(|name| line(&name)).filter(|name| !name.is_empty());
    let id = text(service, &["id", "import_id"]);
    let (Some(name), true) = (name, service.is_object()) else {
        report.left("services", "it has no name", &id.unwrap_or_default());
        return None;
    };
    // Without an id of theirs its name has to do, and what tells two of one name
    // apart.
    let id = id.unwrap_or_else(|| format!("{name}, {}", apart(service)).trim_end_matches(", ").to_owned());
    let is_again = !seen.is_new("service", &id);
    report.count(if is_again { "duplicates" } else { "services" }, 1);
    let mut taking = Taking::new(&id, report, seen, options);
    taking.is_counted = is_counted;
    taking.record.name = name;
    taking.record.kind = "service".to_owned();
    "held".clone_into(&mut taking.record.standing);
    taking.took("name");
    taking.stated("name");
    taking.record.imported.get_or_insert_default().id.clone_from(&id);
    let is_ours = terms_in::is_ours(service);
    describe(service, is_ours, &mut taking);
    organisation(service, &mut taking);
    ages::take(service, &mut taking);
    reach::take(service, &mut taking);
    places::take(service, &mut taking);
    hours(service, is_ours, &mut taking);
    cost::take(service, &mut taking);
    access(service, &mut taking);
    dates(service, &mut taking);
    languages(service, &mut taking);
    terms_in::take(service, &mut taking);
    leftovers(service, &mut taking);
    let slug = if is_ours { own::settle(service, &mut taking) } else { None };
    taking.record.stated.sort();
    let fields = taking.record.stated.clone();
    taking.record.sources.push(SourceRecord { fields, ..SourceRecord::default() });
    Some(Came { id, slug, record: taking.record, offers: taking.offers, is_again })
}

/// What tells two services of one name apart where neither has an id.
fn apart(service: &Value) -> String {
    let place = locations(service).first().and_then(|place| {
        let address = items(place, &["addresses"]).first().copied().unwrap_or(place);
        text(address, &["postal_code", "postcode", "address_1", "address"])
    });
    place.or_else(|| text(service, &["postcode", "address", "phone", "telephone"])).unwrap_or_default()
}

fn describe(service: &Value, is_ours: bool, taking: &mut Taking<'_, '_>) {
    let description = paragraphs(&text(service, &["description"]).unwrap_or_default());
    let own = text(service, &["summary", "intro"]).map(|own| line(&own)).filter(|own| !own.is_empty());
    let first = if is_ours { Some(description.join(" ")) } else { first_sentence(&description) };
    let summary = own.or(first).unwrap_or_default();
    if !description.is_empty() {
        taking.took("description");
    }
    if description.join(" ") != summary {
        for paragraph in &description {
            taking.keep("description", paragraph);
        }
    }
    taking.record.summary = summary;
    let bands = items(service, &["eligibilitys", "eligibilities"]);
    let mut whom: Vec<String> = ["eligibility_description", "eligibility", "audience"]
        .iter()
        .filter_map(|name| text(service, &[name]))
        .map(|words| joined(&paragraphs(&words)))
        .collect();
    whom.extend(bands.into_iter().filter_map(|band| text(band, &["eligibility", "name"])).map(|words| line(&words)));
    whom.dedup();
    whom.retain(|words| !words.is_empty());
    if !whom.is_empty() {
        taking.record.eligibility = Some(joined(&whom));
        taking.stated("eligibility");
        taking.took("eligibility");
    }
    if let Some(other) = text(service, &["alternate_name"]).map(|name| line(&name)) {
        taking.keep("other name", &other);
    }
    if let Some(words) = text(service, &["alert"]).map(|words| joined(&paragraphs(&words))) {
        taking.note("A notice that may be out of date; it is kept for whoever looks", &words);
        taking.keep("alert", &words);
    }
    if text(service, &["deliverable_type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("training")) {
        "training".clone_into(&mut taking.record.kind);
    }
}

fn organisation(service: &Value, taking: &mut Taking<'_, '_>) {
    let Some(organisation) = said(service, "organization").or_else(|| said(service, "organisation")) else { return };
    let name = as_text(organisation).or_else(|| text(organisation, &["name"])).map(|name| line(&name));
    let Some(name) = name.filter(|name| !name.is_empty() && name != UNKNOWN_PROVIDER) else { return };
    let id = text(organisation, &["id"]).unwrap_or_else(|| name.clone());
    taking.count_new("organisations", &id);
    taking.record.provider = Some(name);
    taking.stated("provider");
    taking.took("organisation");
}

fn hours(service: &Value, is_ours: bool, taking: &mut Taking<'_, '_>) {
    const LISTS: [&str; 3] = ["schedules", "schedule", "regular_schedules"];
    let places = locations(service);
    let linked = items(service, &["service_at_locations", "service_at_location"]);
    let holders = [service].into_iter().chain(linked).chain(if places.len() == 1 { places } else { Vec::new() });
    let mut week = Week::new();
    let (mut dates, mut here) = (Vec::new(), HashSet::new());
    for schedule in holders.clone().flat_map(|holder| items(holder, &LISTS)) {
        let name = text(schedule, &["id"]).unwrap_or_else(|| format!("{}/{schedule}", taking.id));
        taking.count_new("schedules", &name);
        let is_session = is_ours && said(schedule, "freq").is_none() && said(schedule, "dtstart").is_some();
        // The same schedule may stand at a service and again at its place.
        match (here.insert(name), is_session) {
            (true, true) => dates.push(schedule),
            (true, false) => take_schedule(schedule, &mut week, taking),
            (false, _) => {}
        }
    }
    for holiday in holders.flat_map(|holder| items(holder, &["holiday_schedules"])) {
        let ends = ["start_date", "end_date"].map(|name| text(holiday, &[name]).unwrap_or_default());
        if ends.iter().any(|date| day(date).is_none()) {
            taking.left("holiday hours", "no day of the calendar", &ends.join(" to "));
        } else {
            taking.left(
                "holiday hours",
                "an entry has no field for them; they are kept for whoever looks",
                &ends.join(" to "),
            );
            taking.keep("holiday hours", &ends.join(" to "));
        }
    }
    own::sessions(&dates, taking);
    taking.record.opening = opening(week);
    if let Some(words) = text(service, &["hours"]) {
        taking.add_hours(&line(&words));
    }
    taking.record.hours = taking.hours();
    if taking.record.hours.is_some() || !taking.record.opening.is_empty() {
        taking.stated("hours");
    }
    if taking.record.hours.is_some() {
        taking.took("hours");
    }
}

fn access(service: &Value, taking: &mut Taking<'_, '_>) {
    attending(service, taking);
    let mut words: Vec<String> = ["application_process", "attending_access"]
        .iter()
        .filter_map(|name| text(service, &[name]))
        .map(|words| joined(&paragraphs(&words)))
        .collect();
    match flag(service, "needs_referral") {
        Some(true) => words.push("A referral is needed.".to_owned()),
        Some(false) => words.push("No referral is needed.".to_owned()),
        None => {}
    }
    if !words.is_empty() {
        taking.record.access.route = Some(joined(&words));
        taking.stated("access");
        taking.took("access");
    }
    for document in items(service, &["required_documents"]) {
        let words = as_text(document).or_else(|| text(document, &["document"]));
        if let Some(words) = words.map(|words| line(&words)).filter(|words| !words.is_empty()) {
            taking.record.access.have_ready.push(words);
            taking.stated("access");
        }
    }
    let status = text(service, &["status"]).unwrap_or_default().to_lowercase();
    let is_hidden = [flag(service, "visible"), flag(service, "approved")].contains(&Some(false));
    if status == "temporarily closed" {
        taking.record.availability.state = Some("paused".to_owned());
        taking.stated("availability");
    } else if !IN_USE.contains(&status.as_str()) || is_hidden {
        let says = if is_hidden { "not shown there" } else { &status };
        taking.note("Not in use there: look before you say yes", says);
        taking.record.imported.get_or_insert_default().status = Some(says.to_owned());
    }
    taking.count(match status.as_str() {
        "" => "status, not given",
        "active" => "status, active",
        "inactive" => "status, inactive",
        "defunct" => "status, defunct",
        "temporarily closed" => "status, temporarily closed",
        _ => "status, other",
    });
    if let Some(wait) = text(service, &["wait_time"]).map(|words| line(&words)) {
        taking.record.availability.wait = Some(wait);
        taking.stated("availability");
        taking.took("waiting time");
    }
}

fn dates(service: &Value, taking: &mut Taking<'_, '_>) {
    if let Some(written) = text(service, &["assured_date"]) {
        taking.count("with an assured date");
        match day(&written) {
            Some(date) if date.days_until(taking.today()) >= 0 => {
                taking.record.last_source = Some(date.iso());
                taking.took("assured_date");
            }
            Some(_) => taking.left("assured_date", "a day that has not come yet", &written),
            None => taking.left("assured_date", "no day of the calendar", &written),
        }
    }
    if let Some(date) = text(service, &["last_modified", "updated_at"]).and_then(|text| day(&text)) {
        taking.keep("last changed there", &date.iso());
    }
}

fn languages(service: &Value, taking: &mut Taking<'_, '_>) {
    let mut all: Vec<String> = Vec::new();
    for language in items(service, &["languages", "language"]) {
        let names = match language {
            Value::String(names) => names.split([',', ';']).map(line).collect(),
            other => vec![line(&text(other, &["name", "language"]).unwrap_or_default())],
        };
        all.extend(names.into_iter().filter(|name| !name.is_empty()));
    }
    all.dedup();
    if !all.is_empty() {
        taking.record.languages = Some(all);
        taking.stated("languages");
        taking.took("languages");
    }
}

/// What has no field of an entry is counted by its name; what a person may want
/// to read is kept.
fn leftovers(service: &Value, taking: &mut Taking<'_, '_>) {
    for link in items(service, &["additional_urls", "links"]) {
        let words = [text(link, &["label"]), text(link, &["url"])].into_iter().flatten().collect::<Vec<_>>().join(": ");
        taking.left("links", "an entry has one page; they are kept for whoever looks", &words);
        taking.keep("links", &line(&words));
    }
    for source in items(service, &["funding"]).into_iter().filter_map(|one| text(one, &["source"])) {
        taking.keep("funding", &line(&source));
    }
    let Some(fields) = service.as_object() else { return };
    let unknown =
        |(name, value): &(&String, &Value)| !is_nothing(value) && KNOWN.split(' ').all(|known| known != *name);
    for (name, value) in Fields::iter(fields).filter(unknown) {
        taking.left(name, "an entry has no field for it", &as_text(value).unwrap_or_default());
    }
}
