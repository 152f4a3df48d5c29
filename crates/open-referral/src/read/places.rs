//! Where a service is: addresses, coordinates, areas, and help for disabled
//! people. An entry of ours has no address, so that is kept for a person to see.

use directory::words::fold;
use serde_json::Value;

use super::came::{Taking, joined};
use super::value::{flag, items, number, said, text};
use super::words::line;
use crate::terms::ENGLAND;

/// The locations of a service, however its feed has them.
pub(super) fn locations(service: &Value) -> Vec<&Value> {
    let linked = items(service, &["service_at_locations", "service_at_location"]);
    let linked = linked.into_iter().filter_map(|one| said(one, "location"));
    linked.chain(items(service, &["locations", "location"])).filter(|one| one.is_object()).collect()
}

/// Takes where it is.
pub(super) fn take(service: &Value, taking: &mut Taking<'_, '_>) {
    let mut help = Vec::new();
    for location in locations(service) {
        one(location, &mut help, taking);
    }
    for words in items(service, &["accessibility", "accessibility_for_disabilities", "location_accessibilities"]) {
        accessibility(words, &mut help);
    }
    help.dedup();
    if !help.is_empty() {
        taking.record.accessibility = Some(joined(&help));
        taking.stated("accessibility");
        taking.took("accessibility");
    }
    areas(service, taking);
}

fn one(location: &Value, help: &mut Vec<String>, taking: &mut Taking<'_, '_>) {
    let addresses = items(location, &["addresses", "physical_addresses", "address"]);
    let addresses = if addresses.is_empty() { vec![location] } else { addresses };
    let spelt: Vec<String> = addresses.iter().map(|address| spelt(location, address)).collect();
    let name = text(location, &["id"]).unwrap_or_else(|| spelt.join("; "));
    if name.is_empty() {
        return;
    }
    let is_new = taking.count_new("locations", &name);
    if is_new && !taking.is_counted && text(location, &["location_type"]).is_some_and(|kind| kind == "virtual") {
        taking.count("locations, virtual");
    }
    coordinates(location, taking);
    for address in &addresses {
        postcode(address, taking);
    }
    let is_hidden = flag(location, "visible") == Some(false) || flag(location, "mask_exact_address") == Some(true);
    for address in spelt.iter().filter(|address| !address.is_empty()) {
        if is_hidden {
            taking.left("address", "its owner hides it", "");
        } else {
            taking.left("address", "an entry has no field for it; it is kept for whoever looks", address);
            taking.keep("address", address);
        }
    }
    for words in items(location, &["accessibility", "accessibilities", "accessibility_for_disabilities"]) {
        accessibility(words, help);
    }
}

fn accessibility(words: &Value, help: &mut Vec<String>) {
    let said = match words {
        Value::String(list) => list.split([';', ',']).map(line).collect(),
        other => vec![line(&text(other, &["description", "name", "accessibility"]).unwrap_or_default())],
    };
    help.extend(said.into_iter().filter(|one| !one.is_empty()));
}

fn spelt(location: &Value, address: &Value) -> String {
    let name = text(location, &["name"]);
    let parts = ["address_1", "address_2", "address", "city", "region", "state_province", "postal_code", "postcode"];
    let mut said: Vec<String> = name.into_iter().collect();
    for part in parts.iter().filter_map(|part| text(address, &[part])).map(|part| line(&part)) {
        if said.iter().all(|one| *one != part) {
            said.push(part);
        }
    }
    line(&said.join(", "))
}

fn coordinates(location: &Value, taking: &mut Taking<'_, '_>) {
    let point = said(location, "geometry").and_then(|geometry| geometry.get("coordinates"));
    let of_point = |at: usize| point.and_then(|point| point.get(at)).and_then(Value::as_f64);
    let latitude = number(location, &["latitude"]).or_else(|| of_point(1));
    let longitude = number(location, &["longitude"]).or_else(|| of_point(0));
    let Some((latitude, longitude)) = latitude.zip(longitude) else { return };
    let says = format!("{latitude}, {longitude}");
    if (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude) {
        taking.left("coordinates", "an entry has no field for them", "");
    } else {
        taking.left("coordinates", "out of range: there is no such place", &says);
    }
}

fn postcode(address: &Value, taking: &mut Taking<'_, '_>) {
    let Some(postcode) = text(address, &["postal_code", "postcode"]) else { return };
    taking.count("postcodes");
    let country = text(address, &["country"]).unwrap_or_default();
    let is_here = ["", "gb", "uk", "england"].contains(&country.to_ascii_lowercase().as_str());
    if is_here && !is_postcode(&postcode) {
        taking.count("postcodes, invalid");
        taking.note("A postcode that cannot be one", &postcode);
    }
}

/// Whether a text has the form of a postcode of this country: two letters at
/// most, a figure, a figure or a letter, a space, a figure, two letters.
fn is_postcode(text: &str) -> bool {
    let letters: Vec<char> = text.trim().to_ascii_uppercase().chars().collect();
    let (outward, inward) = match letters.iter().position(|letter| *letter == ' ') {
        Some(at) => (letters.get(..at).unwrap_or_default(), letters.get(at + 1..).unwrap_or_default()),
        None => letters.split_at(letters.len().saturating_sub(3)),
    };
    let shape = |letters: &[char]| -> String {
        let sign = |letter: &char| {
            if letter.is_ascii_digit() {
                '9'
            } else if letter.is_ascii_uppercase() {
                'A'
            } else {
                '?'
            }
        };
        letters.iter().map(sign).collect()
    };
    shape(inward) == "9AA" && ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(&shape(outward).as_str())
}

/// The areas that it serves: ours where one has exactly that name, else their
/// words, for a person to decide.
fn areas(service: &Value, taking: &mut Taking<'_, '_>) {
    for area in items(service, &["service_areas", "service_area"]) {
        let name = text(area, &["name", "service_area"]).or_else(|| super::value::as_text(area)).unwrap_or_default();
        let name = line(&name);
        let uri = text(area, &["uri"]).unwrap_or_default();
        if name.is_empty() && uri.is_empty() {
            continue;
        }
        if !taking.is_counted {
            taking.count("areas");
        }
        let folded = fold(&name);
        let ours = taking.options.areas.iter().find(|(slug, label)| fold(slug) == folded || fold(label) == folded);
        let slug = if uri == ENGLAND[1] { Some(ENGLAND[0].to_owned()) } else { ours.map(|(slug, _)| slug.clone()) };
        match slug {
            Some(slug) => {
                if taking.record.area.places.iter().all(|one| *one != slug) {
                    taking.record.area.places.push(slug);
                }
                taking.stated("area");
                taking.took("area");
            }
            None => {
                taking.left("area", "none of the site's areas has this name: choose one", &name);
                taking.keep("area", &name);
            }
        }
    }
    // All of England holds every other area.
    if taking.record.area.places.iter().any(|one| one == ENGLAND[0]) {
        taking.record.area.places = vec![ENGLAND[0].to_owned()];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_has_the_form_of_one() {
        for right in ["M4 4DE", "SW1A 1AA", "hp21 7jf", "EC1N8BA", "WA15 4HF"] {
            assert!(is_postcode(right), "{right}");
        }
        for wrong in ["WA154 1HF", "ABC 1234", "94063", "", "é", "M4  4DE"] {
            assert!(!is_postcode(wrong), "{wrong}");
        }
    }
}
