//! The spreadsheet that councils fill in to load Outpost: a service has a row,
//! and rows below it that only add a contact, a place, a price, an hour, a link.

use directory::words::fold;
use serde_json::{Value, json};
use table::{Headings, Row};

use super::value::{Fields, push, set};

/// The headings that make a sheet one of these.
const SIGNS: [&str; 2] = ["import_id", "import_id_reference"];

/// Columns that are the service's own, and what feeds of JSON call them.
const OWN: [(&str, &str); 12] = [
    ("import_id", "id"),
    ("name", "name"),
    ("description", "description"),
    ("url", "url"),
    ("approved", "approved"),
    ("visible", "visible"),
    ("needs_referral", "needs_referral"),
    ("min_age", "min_age"),
    ("max_age", "max_age"),
    ("free", "free"),
    ("labels", "labels"),
    ("suitabilities", "suitabilities"),
];

/// Columns that are read with others.
const READ: [&str; 3] = ["import_id_reference", "organisation", "temporarily_closed"];

/// The headings of such a sheet. `None`: it is another one.
pub(super) fn headings(row: &Row) -> Option<Headings<usize>> {
    let is_one = SIGNS.iter().all(|sign| row.cells.iter().any(|cell| cell.text.trim().eq_ignore_ascii_case(sign)));
    // Every heading is known by its own place: the columns keep their names.
    is_one.then(|| Headings::of(row, |_| None))
}

/// The cells of a row by the names of their columns, as far as they say anything.
pub(super) fn cells(row: &Row, headings: &Headings<usize>) -> Fields {
    let mut fields = Fields::new();
    for heading in &headings.all {
        set(&mut fields, &heading.text.trim().to_ascii_lowercase(), row.text(heading.column));
    }
    fields
}

/// The service to which a row adds, if it is no service itself.
pub(super) fn reference(row: &Fields) -> Option<String> {
    row.get("import_id_reference").and_then(Value::as_str).map(str::to_owned)
}

/// Whether a service is the one with this id.
pub(super) fn is(service: &Fields, id: &str) -> bool {
    service.get("id").and_then(Value::as_str).is_some_and(|own| fold(own) == fold(id))
}

/// The service that a row begins.
pub(super) fn begin(row: &Fields) -> Fields {
    let mut service = Fields::new();
    for (column, name) in OWN {
        set(&mut service, name, row.get(column).cloned().unwrap_or_default());
    }
    if let Some(name) = row.get("organisation") {
        service.insert("organisation".to_owned(), json!({ "name": name }));
    }
    if row.get("temporarily_closed").and_then(Value::as_str).is_some_and(|closed| closed.eq_ignore_ascii_case("true")) {
        service.insert("status".to_owned(), "temporarily closed".into());
    }
    // What has no field of an entry is counted by its own name.
    let of_parts = || PARTS.iter().flat_map(|(_, columns)| columns.iter());
    let is_read = |name: &str| {
        let is_named = READ.contains(&name) || LATER.contains(&name);
        is_named || OWN.iter().chain(of_parts()).any(|(column, _)| *column == name)
    };
    for (name, value) in row.iter().filter(|(name, _)| !is_read(name)) {
        service.insert(name.clone(), value.clone());
    }
    service
}

/// Lists that any row may add to, with the names that feeds of JSON have.
const PARTS: [(&str, &[(&str, &str)]); 5] = [
    (
        "contacts",
        &[
            ("contact_name", "name"),
            ("contact_title", "title"),
            ("contact_visible", "visible"),
            ("contact_email", "email"),
            ("contact_phone", "phone"),
        ],
    ),
    (
        "locations",
        &[
            ("location_name", "name"),
            ("location_latitude", "latitude"),
            ("location_longitude", "longitude"),
            ("location_address_1", "address_1"),
            ("location_city", "city"),
            ("location_postcode", "postal_code"),
            ("location_visible", "visible"),
            ("mask_exact_address", "mask_exact_address"),
            ("location_accessibilities", "accessibilities"),
        ],
    ),
    ("cost_options", &[("cost_option", "option"), ("cost_amount", "amount"), ("cost_type", "cost_type")]),
    (
        "regular_schedules",
        &[("scheduled_weekday", "weekday"), ("schedules_opens_at", "opens_at"), ("schedules_closes_at", "closes_at")],
    ),
    ("links", &[("links_label", "label"), ("links_url", "url")]),
];

/// Columns that any row may add to, in lists of their own.
const LATER: [&str; 3] = ["service_taxonomies", "send_needs_support", "notes"];

/// Adds what a row says to a service.
pub(super) fn add(service: &mut Fields, row: &Fields) {
    for (list, columns) in PARTS {
        let mut part = Fields::new();
        for (column, name) in columns {
            set(&mut part, name, row.get(*column).cloned().unwrap_or_default());
        }
        if !part.is_empty() {
            push(service, list, Value::Object(part));
        }
    }
    if let Some(names) = row.get("service_taxonomies").and_then(Value::as_str) {
        names.split(';').for_each(|name| push(service, "taxonomies", json!({ "name": name })));
    }
    if let Some(needs) = row.get("send_needs_support") {
        push(service, "send_needs", needs.clone());
    }
    if let Some(notes) = row.get("notes") {
        push(service, "internal notes", notes.clone());
    }
}
