//! The CSV package of HSDS: one list for each kind of thing, joined by ids. The
//! names of 1.x and 2.x are understood, and any table but that of the services
//! may be missing.

mod tables;

pub use tables::{Source, Tables};

use std::collections::BTreeMap;

use serde_json::Value;

use super::value::{Fields, push, text};
use super::{Reader, Refused, Tell};
use tables::Table;

/// Each kind of table, by the names that it has had.
const NAMES: [(&str, &[&str]); 18] = [
    ("organisations", &["organizations"]),
    ("locations", &["locations"]),
    ("links", &["service_at_location", "services_at_location", "service_at_locations"]),
    ("addresses", &["addresses", "physical_addresses", "address"]),
    ("phones", &["phones"]),
    ("contacts", &["contacts"]),
    ("schedules", &["schedules", "regular_schedules", "schedule"]),
    ("holiday schedules", &["holiday_schedules"]),
    ("areas", &["service_areas"]),
    ("languages", &["languages"]),
    ("costs", &["cost_options"]),
    ("accessibility", &["accessibility", "accessibility_for_disabilities"]),
    ("attributes", &["attributes", "attribute"]),
    ("terms", &["taxonomy_terms", "taxonomy"]),
    ("taxonomies", &["taxonomies"]),
    ("terms of services", &["services_taxonomy", "service_taxonomy"]),
    ("programs", &["programs"]),
    ("more of services", &["eligibility", "eligibilities"]),
];

/// Tables that hang on a service alone, and under which name it has them.
const OF_SERVICES: [(&str, &str); 3] =
    [("required_documents", "required_documents"), ("funding", "funding"), ("url", "additional_urls")];

/// The columns of ids.
const KEYS: [&str; 10] = [
    "id",
    "service_id",
    "organization_id",
    "location_id",
    "contact_id",
    "service_at_location_id",
    "link_id",
    "taxonomy_term_id",
    "taxonomy_id",
    "program_id",
];

/// To which table a column of ids points.
const POINTS_TO: [(&str, &str); 6] = [
    ("organization_id", "organisations"),
    ("location_id", "locations"),
    ("contact_id", "contacts"),
    ("service_at_location_id", "links"),
    ("taxonomy_term_id", "terms"),
    ("program_id", "programs"),
];

/// Reads a package.
///
/// # Errors
///
/// If it has no table of services, or one cannot be read.
pub fn package(tables: &dyn Tables, reader: &mut Reader<'_>, tell: &mut Tell<'_>) -> Result<(), Refused> {
    reader.is_format("HSDS package of tables (CSV)");
    let mut package = Package::open(tables, reader)?;
    let Some(mut services) = Table::open(tables, &["services"])? else {
        return Err(Refused::because(
            "There is no services.csv here. Name the folder that holds it, or the list itself with --mapping.",
        ));
    };
    package.broken(tables, reader)?;
    while let Some(row) = services.read()? {
        let service = package.service(row)?;
        reader.take(&service, true, tell)?;
    }
    Ok(())
}

struct Package {
    tables: BTreeMap<&'static str, Table>,
    /// How many rows may still be looked up for one service.
    left: usize,
}

/// The most rows that belong to one service: each of its places may have
/// contacts, and each of those numbers.
const MOST_ROWS: usize = 5_000;

impl Package {
    /// Opens every table, counts its rows, and notes where they lie.
    fn open(tables: &dyn Tables, reader: &mut Reader<'_>) -> Result<Self, Refused> {
        let more = OF_SERVICES.iter().map(|(name, _)| (*name, std::slice::from_ref(name)));
        let mut all = BTreeMap::new();
        for (kind, names) in NAMES.into_iter().chain(more) {
            let Some(mut table) = Table::open(tables, names)? else { continue };
            let (report, seen) = (&mut reader.report, &mut reader.seen);
            table.index(&KEYS, |row| {
                let of = |names: &[&str]| names.iter().find_map(|name| row.get(*name)).and_then(Value::as_str);
                if kind == "phones" && of(&["number"]).is_none() {
                    return;
                }
                report.count(kind, 1);
                if let Some(number) = of(&["number"]) {
                    let sort = of(&["type", "number_type"]).unwrap_or("not said").to_ascii_lowercase();
                    report.count(&format!("phones, {sort}"), 1);
                    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                    if seen.is_new("number", &digits) {
                        report.count("phones, different numbers", 1);
                    }
                }
                if of(&["virtual"]) == Some("true") || of(&["location_type"]) == Some("virtual") {
                    report.count("locations, virtual", 1);
                }
            })?;
            all.insert(kind, table);
        }
        Ok(Self { tables: all, left: MOST_ROWS })
    }

    /// Notes each row that points to one that is not there.
    fn broken(&mut self, tables: &dyn Tables, reader: &mut Reader<'_>) -> Result<(), Refused> {
        let mut services = Table::open(tables, &["services"])?;
        if let Some(services) = &mut services {
            services.index(&KEYS, |_| {})?;
        }
        let all: Vec<&Table> = self.tables.values().chain(&services).collect();
        let terms = self.tables.get("terms").filter(|terms| terms.has("id")).map(|_| ("taxonomy_id", "taxonomies"));
        for table in all {
            let of_service = services.as_ref().map(|services| ("service_id", services));
            let others =
                POINTS_TO.into_iter().chain(terms).filter_map(|(column, to)| Some((column, self.tables.get(to)?)));
            for (column, to) in others.chain(of_service).filter(|(_, to)| to.name != table.name) {
                for _ in table.ids(column).iter().filter(|(digest, _)| !to.has_id("id", *digest)) {
                    let says = format!("{}, {column}", table.name);
                    reader.report.count("broken links between tables", 1);
                    reader.report.note("A row points to one that is not in the package", &says);
                }
            }
        }
        Ok(())
    }

    fn rows(&mut self, kind: &str, column: &str, id: Option<&str>) -> Result<Vec<Fields>, Refused> {
        let left = self.left;
        let (Some(table), Some(id)) = (self.tables.get_mut(kind), id) else { return Ok(Vec::new()) };
        let found = table.rows(column, id, left)?;
        self.left = left.saturating_sub(found.len());
        Ok(found)
    }

    fn one(&mut self, kind: &str, id: Option<&str>) -> Result<Option<Fields>, Refused> {
        Ok(self.rows(kind, "id", id)?.into_iter().next())
    }

    /// A service with all that belongs to it, as the JSON of a feed has it.
    fn service(&mut self, mut service: Fields) -> Result<Value, Refused> {
        self.left = MOST_ROWS;
        let id = id_in(&service, "id");
        let id = id.as_deref();
        self.hang(&mut service, "service_id", id)?;
        for link in self.rows("links", "service_id", id)? {
            let linked = self.link(link)?;
            push(&mut service, "service_at_locations", linked);
        }
        let at = id_in(&service, "location_id");
        let place = self.one("locations", at.as_deref())?;
        let mut organisation = id_in(&service, "organization_id");
        if let Some(place) = place {
            organisation = organisation.or_else(|| id_in(&place, "organization_id"));
            let place = self.place(place)?;
            push(&mut service, "locations", place);
        }
        if let Some(mut whose) = self.one("organisations", organisation.as_deref())? {
            self.hang(&mut whose, "organization_id", organisation.as_deref())?;
            service.insert("organization".to_owned(), Value::Object(whose));
        }
        for kind in [
            ("areas", "service_areas"),
            ("languages", "languages"),
            ("costs", "cost_options"),
            ("more of services", "eligibilities"),
        ] {
            self.add(&mut service, kind, "service_id", id)?;
        }
        for kind in OF_SERVICES {
            self.add(&mut service, kind, "service_id", id)?;
        }
        self.terms(&mut service, id)?;
        Ok(Value::Object(service))
    }

    fn add(
        &mut self,
        to: &mut Fields,
        (kind, name): (&str, &str),
        column: &str,
        id: Option<&str>,
    ) -> Result<(), Refused> {
        for row in self.rows(kind, column, id)? {
            push(to, name, Value::Object(row));
        }
        Ok(())
    }

    /// What may hang on anything: phones, contacts with theirs, hours.
    fn hang(&mut self, to: &mut Fields, column: &'static str, id: Option<&str>) -> Result<(), Refused> {
        for kind in [("phones", "phones"), ("schedules", "schedules"), ("holiday schedules", "holiday_schedules")] {
            self.add(to, kind, column, id)?;
        }
        for mut contact in self.rows("contacts", column, id)? {
            let whose = id_in(&contact, "id");
            self.add(&mut contact, ("phones", "phones"), "contact_id", whose.as_deref())?;
            push(to, "contacts", Value::Object(contact));
        }
        Ok(())
    }

    fn link(&mut self, mut link: Fields) -> Result<Value, Refused> {
        let id = id_in(&link, "id");
        self.hang(&mut link, "service_at_location_id", id.as_deref())?;
        let at = id_in(&link, "location_id");
        if let Some(place) = self.one("locations", at.as_deref())? {
            let place = self.place(place)?;
            link.insert("location".to_owned(), place);
        }
        Ok(Value::Object(link))
    }

    fn place(&mut self, mut place: Fields) -> Result<Value, Refused> {
        let id = id_in(&place, "id");
        self.hang(&mut place, "location_id", id.as_deref())?;
        self.add(&mut place, ("addresses", "addresses"), "location_id", id.as_deref())?;
        self.add(&mut place, ("accessibility", "accessibility"), "location_id", id.as_deref())?;
        Ok(Value::Object(place))
    }

    /// Terms, by attributes, by a table of both ids, or by a list of ids.
    fn terms(&mut self, service: &mut Fields, id: Option<&str>) -> Result<(), Refused> {
        let mut attributes = self.rows("attributes", "link_id", id)?;
        attributes.extend(self.rows("attributes", "service_id", id)?);
        for mut attribute in attributes {
            let term = id_in(&attribute, "taxonomy_term_id");
            if let Some(term) = self.one("terms", term.as_deref())? {
                attribute.insert("taxonomy_term".to_owned(), Value::Object(term));
            }
            push(service, "attributes", Value::Object(attribute));
        }
        let listed = service.remove("taxonomy_ids").and_then(|ids| ids.as_str().map(str::to_owned)).unwrap_or_default();
        let mut ids: Vec<String> =
            listed.split([',', ';']).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
        ids.extend(
            self.rows("terms of services", "service_id", id)?.iter().filter_map(|row| id_in(row, "taxonomy_id")),
        );
        for id in ids {
            let found = self.rows("terms", "taxonomy_id", Some(&id))?.into_iter().next();
            let found = if found.is_some() { found } else { self.one("terms", Some(&id))? };
            let name = found.and_then(|term| text(&Value::Object(term), &["name"])).unwrap_or(id);
            push(service, "taxonomies", serde_json::json!({ "name": name }));
        }
        Ok(())
    }
}

fn id_in(row: &Fields, column: &str) -> Option<String> {
    row.get(column).and_then(Value::as_str).map(str::to_owned)
}
