//! Services as the tables of an HSDS data package, row by row, and the file
//! that describes them.

mod columns;

use std::collections::HashSet;

use directory::csv;
use serde_json::{Map, Value, json};

pub use columns::Table;

/// A package as it grows. It remembers the ids of what several services share,
/// so that each organisation and each term has one row.
#[derive(Debug, Default)]
pub struct Package {
    shared: HashSet<(Table, String)>,
}

/// Where a list or a thing within another one goes.
const WITHIN: [(&str, Table); 12] = [
    ("organization", Table::Organizations),
    ("contacts", Table::Contacts),
    ("phones", Table::Phones),
    ("schedules", Table::Schedules),
    ("service_areas", Table::ServiceAreas),
    ("languages", Table::Languages),
    ("funding", Table::Funding),
    ("cost_options", Table::CostOptions),
    ("additional_urls", Table::Urls),
    ("attributes", Table::Attributes),
    ("taxonomy_term", Table::TaxonomyTerms),
    ("taxonomy_detail", Table::Taxonomies),
];

impl Package {
    /// Gives the rows of one service, each with its table, to whoever writes
    /// them.
    pub fn add<E>(&mut self, service: &Value, tell: &mut impl FnMut(Table, &str) -> Result<(), E>) -> Result<(), E> {
        self.thing(Table::Services, service, None, tell)
    }

    fn thing<E>(
        &mut self,
        table: Table,
        thing: &Value,
        above: Option<(Table, &str)>,
        tell: &mut impl FnMut(Table, &str) -> Result<(), E>,
    ) -> Result<(), E> {
        let Value::Object(fields) = thing else { return Ok(()) };
        let id = fields.get("id").and_then(Value::as_str).unwrap_or_default();
        if table.is_shared() && !self.shared.insert((table, id.to_owned())) {
            return Ok(());
        }
        let cells: Vec<String> = table.columns().iter().map(|column| guarded(cell(fields, column, above))).collect();
        tell(table, &csv::row(&cells))?;
        for (name, within) in WITHIN {
            match fields.get(name) {
                Some(Value::Array(things)) => {
                    things.iter().try_for_each(|one| self.thing(within, one, Some((table, id)), tell))?;
                }
                Some(one) => self.thing(within, one, Some((table, id)), tell)?,
                None => {}
            }
        }
        Ok(())
    }
}

/// One cell: what the thing says, or the id of what it is joined to.
fn cell(fields: &Map<String, Value>, column: &str, above: Option<(Table, &str)>) -> String {
    match fields.get(column) {
        Some(Value::String(text)) => return text.clone(),
        Some(other) if !other.is_object() && !other.is_array() => return other.to_string(),
        _ => {}
    }
    let within = column.strip_suffix("_id").and_then(|name| fields.get(name)).and_then(|thing| thing.get("id"));
    let above = above.filter(|(table, _)| column == "contact_id" && *table == Table::Contacts).map(|(_, id)| id);
    within.and_then(Value::as_str).or(above).unwrap_or_default().to_owned()
}

/// A text that begins as one does that was kept from being a formula gets one
/// more apostrophe, so that the one that is taken off again is ours.
fn guarded(cell: String) -> String {
    let rest = cell.trim_start_matches('\'');
    let looks_guarded = rest.len() < cell.len() && rest.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if looks_guarded { format!("'{cell}") } else { cell }
}

/// `datapackage.json`: which tables there are, and what stands in them.
pub fn description(title: &str, tables: impl IntoIterator<Item = Table>) -> Value {
    let tables: Vec<_> = tables.into_iter().collect();
    let resource = |table: &Table| {
        let fields: Vec<_> = table.columns().iter().map(|column| field(column)).collect();
        let keys = table.columns().iter().filter_map(|column| Some((*column, table.joined(column)?)));
        let keys = keys.filter(|(_, other)| tables.contains(other));
        let keys: Vec<_> = keys
            .map(|(column, other)| json!({ "fields": column, "reference": { "resource": other.name(), "fields": "id" } }))
            .collect();
        json!({
            "name": table.name(), "path": table.file(), "profile": "tabular-data-resource", "encoding": "utf-8",
            "format": "csv", "mediatype": "text/csv",
            "schema": { "fields": fields, "primaryKey": "id", "foreignKeys": keys, "missingValues": [""] },
        })
    };
    let resources: Vec<_> = tables.iter().map(resource).collect();
    json!({ "profile": "tabular-data-package", "name": "human-services-data", "title": title, "resources": resources })
}

fn field(column: &str) -> Value {
    match column {
        "minimum_age" | "maximum_age" | "interval" | "amount" => json!({ "name": column, "type": "number" }),
        "assured_date" | "valid_from" | "valid_to" | "dtstart" => json!({ "name": column, "type": "date" }),
        "last_modified" => json!({ "name": column, "type": "datetime" }),
        id if id == "id" || id.ends_with("_id") => json!({ "name": column, "type": "string", "format": "uuid" }),
        _ => json!({ "name": column, "type": "string" }),
    }
}
