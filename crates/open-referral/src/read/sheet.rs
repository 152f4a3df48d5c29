//! Lists and spreadsheets: those that councils fill in for Outpost, and any other
//! by a mapping. One row is in the memory at a time.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use table::{Column, Doubt, Headings, MOST_ABOVE, Row};

use super::ages::in_prose;
use super::mapping::Mapping;
use super::report::Report;
use super::value::{Fields, push, set};
use super::{Reader, Refused, Tell, outpost};

/// Reads a list or a spreadsheet.
///
/// # Errors
///
/// If it cannot be read, or has no row of headings that are known.
pub fn sheet(
    bytes: &[u8],
    name: &str,
    mapping: Option<&Mapping>,
    reader: &mut Reader<'_>,
    tell: &mut Tell<'_>,
) -> Result<(), Refused> {
    let mut sheets = Sheets { mapping, reader, tell, kind: None, at: usize::MAX, service: None, found: false };
    let mut failed = None;
    table::each_row(bytes, name, |at, row| {
        if failed.is_none() {
            failed = sheets.row(at, &row).err();
        }
    })
    .map_err(|why| Refused::because(why.to_string()))?;
    failed.map_or(Ok(()), Err)?;
    sheets.end()?;
    match (sheets.found, mapping) {
        (true, _) => Ok(()),
        (false, Some(_)) => Err(Refused::because(format!(
            "No row of {name} has the headings of the mapping. Look at them in the file, and write them into the mapping as they stand there."
        ))),
        (false, None) => Err(Refused::because(format!(
            "{name} is a list of its own kind, so it needs a mapping. Add --suggest-mapping mapping.json for a first one, look it over, and then import with --mapping mapping.json."
        ))),
    }
}

/// How the rows of a sheet are read.
enum Kind {
    /// As Outpost has them.
    Outpost(Headings<usize>),
    /// By a mapping.
    Mapped(BTreeMap<Column, String>),
}

struct Sheets<'s, 'o, 't> {
    mapping: Option<&'s Mapping>,
    reader: &'s mut Reader<'o>,
    tell: &'s mut Tell<'t>,
    /// `None`: no headings yet on this sheet.
    kind: Option<Kind>,
    at: usize,
    /// A service to which rows below may still add.
    service: Option<Fields>,
    found: bool,
}

impl Sheets<'_, '_, '_> {
    fn row(&mut self, at: usize, row: &Row) -> Result<(), Refused> {
        if self.at != at {
            self.end()?;
            self.at = at;
            self.kind = None;
        }
        match &self.kind {
            None => {
                let is_near = usize::try_from(row.number).is_ok_and(|number| number <= MOST_ABOVE + 1);
                self.kind = if is_near { self.headings(row) } else { None };
                self.found |= self.kind.is_some();
                Ok(())
            }
            Some(Kind::Outpost(headings)) => {
                let fields = outpost::cells(row, headings);
                match outpost::reference(&fields) {
                    Some(id) => {
                        let is_above = self.service.as_ref().is_some_and(|above| outpost::is(above, &id));
                        match self.service.as_mut().filter(|_| is_above) {
                            Some(service) => outpost::add(service, &fields),
                            None => self.reader.report.left(
                                "rows",
                                "it continues a service that does not stand above it",
                                &id,
                            ),
                        }
                        Ok(())
                    }
                    None => {
                        self.end()?;
                        let mut service = outpost::begin(&fields);
                        outpost::add(&mut service, &fields);
                        self.service = Some(service);
                        Ok(())
                    }
                }
            }
            Some(Kind::Mapped(columns)) => {
                let service = mapped(row, columns, &mut self.reader.report);
                if service.is_empty() { Ok(()) } else { self.reader.take(&Value::Object(service), false, self.tell) }
            }
        }
    }

    fn headings(&mut self, row: &Row) -> Option<Kind> {
        if let Some(headings) = outpost::headings(row) {
            self.reader.is_format("spreadsheet of Outpost");
            return Some(Kind::Outpost(headings));
        }
        let mapping = self.mapping?;
        let named = row.cells.iter().filter_map(|cell| Some((cell.column, mapping.field(&cell.text)?.to_owned())));
        let columns: BTreeMap<Column, String> = named.collect();
        let is_it = columns.values().any(|field| field == "name");
        if is_it {
            self.reader.is_format("list with a mapping");
            let unread = row.cells.iter().filter(|cell| !columns.contains_key(&cell.column) && !cell.text.is_empty());
            unread
                .for_each(|cell| self.reader.report.left("columns", "the mapping does not say what it is", &cell.text));
        }
        is_it.then_some(Kind::Mapped(columns))
    }

    /// Nothing more belongs to the service so far.
    fn end(&mut self) -> Result<(), Refused> {
        let service = self.service.take();
        service.map_or(Ok(()), |service| self.reader.take(&Value::Object(service), false, self.tell))
    }
}

/// A row by a mapping, as the JSON of a feed has it.
fn mapped(row: &Row, columns: &BTreeMap<Column, String>, report: &mut Report) -> Fields {
    let mut service = Fields::new();
    let mut place = Fields::new();
    for cell in &row.cells {
        let Some(field) = columns.get(&cell.column).map(String::as_str) else { continue };
        let is_number = matches!(field, "phone" | "text");
        let is_ages = matches!(field, "ages" | "min_age" | "max_age");
        let spoils = |doubt: Doubt| {
            doubt.is_sure() || (is_number && doubt == Doubt::MayHaveLostZero) || (is_ages && doubt == Doubt::MayBeAges)
        };
        if let Some(doubt) = cell.doubt.filter(|doubt| spoils(*doubt)) {
            report.left(field, doubt.told(), &format!("{}{}: {}", cell.column, row.number, cell.text));
            continue;
        }
        let text = cell.text.as_str();
        match field {
            "organisation" => {
                set(&mut service, "organization", if text.is_empty() { Value::Null } else { json!({ "name": text }) })
            }
            "phone" if !text.is_empty() => push(&mut service, "phones", json!({ "number": text })),
            "text" if !text.is_empty() => push(&mut service, "phones", json!({ "number": text, "type": "sms" })),
            "contact_name" if !text.is_empty() => push(&mut service, "contacts", json!({ "name": text })),
            "web" => set(&mut service, "url", text),
            "address" => set(&mut place, "address_1", text),
            "address_2" => set(&mut place, "address_2", text),
            "town" => set(&mut place, "city", text),
            "postcode" => set(&mut place, "postal_code", text),
            "latitude" | "longitude" => set(&mut place, field, text),
            "area" => text.split([';', '\n']).filter(|name| !name.trim().is_empty()).for_each(|name| {
                push(&mut service, "service_areas", json!({ "name": name.trim() }));
            }),
            "cost" => set(&mut service, "fees", text),
            "access" => set(&mut service, "application_process", text),
            "have_ready" => set(&mut service, "required_documents", text),
            "wait" => set(&mut service, "wait_time", text),
            "last_checked" => set(&mut service, "assured_date", text),
            "ages" => ages(text, &mut service, report),
            "phone" | "text" | "contact_name" => {}
            same => set(&mut service, same, text),
        }
    }
    if !place.is_empty() {
        push(&mut service, "locations", Value::Object(place));
    }
    service
}

/// A column of ages says the ages, if its cell says nothing else.
fn ages(text: &str, service: &mut Fields, report: &mut Report) {
    if text.is_empty() {
        return;
    }
    match in_prose(&format!("aged {}", text.trim_start_matches("aged "))).as_slice() {
        [(_, from, to)] => {
            set(service, "min_age", *from);
            set(service, "max_age", *to);
        }
        _ => report.left("ages", "no ages that can be read: write them as 5 to 11", text),
    }
}
