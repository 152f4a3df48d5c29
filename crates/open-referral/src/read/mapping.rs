//! Which column of a list is which field: written once by a person, with a first
//! guess by the headings.

use std::collections::BTreeMap;

use directory::words::fold;
use serde::{Deserialize, Serialize};

use super::Refused;
use super::terms_in::group_of;

/// A mapping, as its file has it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The version of the file.
    #[serde(default)]
    pub format: u32,
    /// Whose data it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Under which licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// For each heading the field that stands below it; an empty text leaves the
    /// column out.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// For each of their words what it means with us: `need:anxiety`; an empty
    /// text says that it means nothing.
    #[serde(default)]
    pub terms: BTreeMap<String, String>,
}

/// The version of mappings that this reads.
const FORMAT: u32 = 1;

/// Each field that a column may be, and headings that people write over it.
pub(super) const FIELDS: [(&str, &[&str]); 32] = [
    ("id", &["ref", "reference", "service id", "unique id", "record id"]),
    ("name", &["service name", "service", "title", "name of service", "activity"]),
    ("organisation", &["organization", "provider", "organisation name", "provider name", "delivered by"]),
    ("description", &["about", "details", "service description", "what we do"]),
    ("summary", &["short description", "intro", "overview"]),
    ("eligibility", &["who is it for", "criteria", "eligibility criteria", "target group", "who for"]),
    ("ages", &["age", "age range", "age group", "ages supported"]),
    ("min_age", &["minimum age", "age from", "lower age"]),
    ("max_age", &["maximum age", "age to", "upper age"]),
    ("phone", &["telephone", "tel", "phone number", "telephone number", "contact number", "contact phone"]),
    ("text", &["sms", "text number"]),
    ("email", &["e-mail", "email address", "contact email"]),
    ("web", &["website", "url", "web address", "link", "webpage", "web page"]),
    ("contact_name", &["contact", "contact person", "named contact"]),
    ("address", &["address 1", "address line 1", "street", "venue", "location", "location address"]),
    ("address_2", &["address line 2", "address 2"]),
    ("town", &["city", "town city"]),
    ("postcode", &["post code", "postal code"]),
    ("latitude", &["lat", "y"]),
    ("longitude", &["lon", "lng", "long", "x"]),
    ("area", &["borough", "areas covered", "area covered", "district", "coverage"]),
    ("hours", &["opening hours", "opening times", "times", "when", "availability"]),
    ("cost", &["fee", "fees", "price", "charges", "costs"]),
    ("free", &["is it free", "free of charge"]),
    ("access", &["referral", "how to refer", "referral route", "how to access", "referral method", "access route"]),
    ("have_ready", &["documents needed", "what to bring"]),
    ("languages", &["language", "languages spoken"]),
    ("accessibility", &["access needs", "disabled access", "wheelchair access"]),
    ("wait", &["waiting time", "wait time", "waiting list"]),
    ("status", &["state", "active"]),
    ("last_checked", &["last updated", "date checked", "last verified", "assured date", "date updated"]),
    ("terms", &["category", "categories", "type", "keywords", "tags", "needs", "service type"]),
];

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    ///
    /// If it is none, or names a field or a group that is not known.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let mapping: Self = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|why| {
            Refused::because(format!(
                "The mapping cannot be read: {why}. Let --suggest-mapping write one, and change that."
            ))
        })?;
        if mapping.format != FORMAT {
            return Err(Refused::because(format!("Write \"format\": {FORMAT} in the mapping.")));
        }
        for (heading, field) in mapping.columns.iter().filter(|(_, field)| !field.is_empty()) {
            if FIELDS.iter().all(|(known, _)| known != field) {
                let known: Vec<_> = FIELDS.iter().map(|(known, _)| *known).collect();
                return Err(Refused::because(format!(
                    "The mapping says that the column {heading:?} is {field:?}, which is no field. Write one of: {}; or an empty text, to leave the column out.",
                    known.join(", ")
                )));
            }
        }
        if mapping.columns.values().all(|field| field != "name") && !mapping.columns.is_empty() {
            return Err(Refused::because("No column of the mapping is the name. Say which one is: \"name\"."));
        }
        for (term, meant) in mapping.terms.iter().filter(|(_, meant)| !meant.is_empty()) {
            if meant.split_once(':').is_none_or(|(group, slug)| group_of(group).is_none() || slug.is_empty()) {
                return Err(Refused::because(format!(
                    "The mapping says that {term:?} means {meant:?}. Write a group and a word of it, such as need:anxiety; the groups are need, thrive, audience, access, format, cost, kind and area."
                )));
            }
        }
        Ok(mapping)
    }

    /// The field of a column, by its heading. `None`: the mapping does not speak
    /// of it, or leaves it out.
    pub(super) fn field(&self, heading: &str) -> Option<&str> {
        let folded = fold(heading);
        let named = self.columns.iter().find(|(one, _)| fold(one) == folded);
        named.map(|(_, field)| field.as_str()).filter(|field| !field.is_empty())
    }

    /// Their words and what they mean, as [`Options`](super::Options) has them.
    #[must_use]
    pub fn folded_terms(&self) -> BTreeMap<String, String> {
        self.terms.iter().map(|(term, meant)| (fold(term), meant.clone())).collect()
    }
}

/// The field that a heading most likely stands over.
pub(super) fn guess(heading: &str) -> Option<&'static str> {
    let folded = fold(&heading.replace('_', " "));
    let is_it = |(field, others): &&(&str, &[&str])| {
        fold(&field.replace('_', " ")) == folded || others.iter().any(|other| fold(other) == folded)
    };
    FIELDS.iter().find(is_it).map(|(field, _)| *field)
}

/// A first mapping for a list, to be looked over by a person.
///
/// # Errors
///
/// If the list cannot be read, or no row of it looks like headings.
pub fn suggest(bytes: &[u8], name: &str) -> Result<String, Refused> {
    let book = table::read(bytes, name).map_err(|why| Refused::because(why.to_string()))?;
    let found = book.sheets.iter().find_map(|sheet| sheet.headings(guess));
    let Some(headings) = found else {
        return Err(Refused::because(format!(
            "No row of {name} looks like headings: at least two must be words such as name, description, phone, postcode. Write such a row at the top."
        )));
    };
    let mut mapping =
        Mapping { format: FORMAT, source: Some(String::new()), licence: Some(String::new()), ..Mapping::default() };
    let mut used = Vec::new();
    for heading in &headings.all {
        let field = heading.meaning.filter(|field| !used.contains(field)).unwrap_or_default();
        used.push(field);
        mapping.columns.insert(heading.text.clone(), field.to_owned());
    }
    serde_json::to_string_pretty(&mapping)
        .map(|text| text + "\n")
        .map_err(|why| Refused::because(format!("The mapping cannot be written: {why}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_mapping_is_guessed_and_can_be_read_back() {
        let list = b"Service name,Telephone,Post Code,Colour\nA,020 7946 0000,M4 4DE,red\n";
        let text = suggest(list, "list.csv").unwrap();
        let mapping = Mapping::read(&text).unwrap();
        assert_eq!(mapping.field("service NAME"), Some("name"));
        assert_eq!((mapping.field("Post Code"), mapping.field("Colour")), (Some("postcode"), None));
    }

    #[test]
    fn what_is_no_mapping_is_refused_with_what_to_write() {
        for (text, says) in [
            ("", "cannot be read"),
            (r#"{"format": 2}"#, "\"format\": 1"),
            (r#"{"format": 1, "columns": {"A": "colour"}}"#, "no field"),
            (r#"{"format": 1, "columns": {"A": "phone"}}"#, "No column of the mapping is the name"),
            (r#"{"format": 1, "columns": {"A": "name"}, "terms": {"Worry": "anxiety"}}"#, "need:anxiety"),
        ] {
            let why = Mapping::read(text).err().map(|why| why.to_string()).unwrap_or_default();
            assert!(why.contains(says), "{text}: {why}");
        }
    }
}
