//! Rules of the schools, of who answers for them, and of what a listing says of
//! the schools that it covers.

use std::collections::{BTreeMap, BTreeSet};

use directory::area::{Confirmed, Schools};
use directory::day::Day;
use directory::finding::{Findings, Level};
use directory::freshness::Freshness;
use directory::id::SchoolId;
use directory::listing::{Listing, Standing};
use directory::record::{RegisterRecord, RoleContactRecord, SchoolsRecord};
use directory::schools::Register;
use directory::site::Site;
use directory::words::fold;
use directory::{mailbox, person};

use super::{Entry, Ledger, Whole};
use crate::data::Data;

/// The register of the data: what is wrong with its schools is noted in their
/// file, what is wrong with who answers for them in the other.
pub(super) fn register(data: &Data, ledger: &mut Ledger) -> Option<Register> {
    let schools = data.schools.as_ref();
    let register = schools.map(|file| {
        let record = RegisterRecord::of(file.record.clone(), None);
        ledger.note(&file.path, |findings| Register::of(record, findings))
    });
    let contacts = data.contacts.as_ref().map(|file| {
        let record = SchoolsRecord { taken_on: "2000".to_owned(), ..SchoolsRecord::default() };
        let record = RegisterRecord::of(record, Some(file.record.contacts.clone()));
        ledger.note(&file.path, |findings| Register::of(record, findings)).contacts
    });
    register.map(|mut register| {
        register.contacts = contacts.flatten();
        register
    })
}

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    schools(whole, ledger);
    contacts(whole, ledger);
    for entry in &whole.entries {
        covered(entry, whole, ledger);
    }
}

fn schools(whole: &Whole<'_>, ledger: &mut Ledger) {
    let (Some(file), Some(register)) = (&whole.data.schools, &whole.register) else { return };
    ledger.note(&file.path, |findings| {
        if file.record.source.trim().is_empty() {
            findings.error("source", "", "Write which register the schools were taken from.");
        }
        let mut alike: BTreeMap<(String, Option<&String>), &str> = BTreeMap::new();
        for school in register.schools() {
            let is_known = |slug: &str| whole.site.as_ref().is_none_or(|site| site.areas.named(slug).is_some());
            if let Some(area) = school.area.as_ref().filter(|area| !is_known(area)) {
                findings.error("schools.area", area, areas(whole.site.as_ref()));
            }
            if let Some(other) = alike.insert((fold(&school.name), school.locality.as_ref()), school.id.as_str()) {
                let found = format!("{} ({} and {other})", school.name, school.id.as_str());
                findings.add(
                    Level::Warning,
                    "schools.locality",
                    &found,
                    "Write where each lies: nobody can tell them apart.",
                );
            }
        }
    });
}

fn areas(site: Option<&Site>) -> String {
    let known: Vec<_> = site.iter().flat_map(|site| &site.areas.named).map(|area| area.slug.as_str()).collect();
    format!("Write the slug of an area of the site: {}.", known.join(", "))
}

fn contacts(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(file) = &whole.data.contacts else { return };
    let is_on = whole.data.site.as_ref().is_some_and(|site| site.record.school_contacts == Some(true));
    ledger.note(&file.path, |findings| {
        if !is_on {
            let write = "They are not published. To publish them write \"school_contacts\": true in site.json.";
            findings.add(Level::Advice, "", "", write);
        }
        if whole.data.schools.is_none() {
            findings.add(Level::Warning, "", "", "Nobody can look them up: write schools.json, too.");
        }
        file.record.contacts.iter().enumerate().for_each(|(at, one)| contact(at, one, whole, findings));
    });
}

/// What is taken out for now comes back, and its contacts with it.
fn is_listed_or_out(listing: &Listing) -> bool {
    listing.standing.is_listed() || matches!(listing.standing, Standing::Withdrawn(_))
}

fn contact(at: usize, one: &RoleContactRecord, whole: &Whole<'_>, findings: &mut Findings) {
    let field = |name: &str| format!("contacts[{at}].{name}");
    let school = one.school.as_deref().and_then(SchoolId::new);
    let school = school.and_then(|id| whole.register.as_ref()?.find(&id));
    if let (Some(id), None, Some(_)) = (&one.school, school, &whole.register) {
        findings.error(&field("school"), id, "Write the id of a school in schools.json.");
    }
    let area = one.area.as_deref();
    let named = area.and_then(|slug| whole.site.as_ref()?.areas.named(slug));
    if let (Some(slug), None) = (area, named) {
        findings.error(&field("area"), slug, areas(whole.site.as_ref()));
    }
    let all = whole.entries.iter().filter_map(|entry| entry.listing.as_ref());
    let service = one.service.as_ref().map(|id| (id, all.into_iter().find(|listing| listing.id.as_str() == id)));
    if let Some((id, listing)) = &service
        && listing.is_none_or(|listing| !is_listed_or_out(listing))
    {
        findings.error(&field("service"), id.as_str(), "Write the id of an entry that is listed, or take it out.");
    }
    let listing = service.and_then(|(_, listing)| listing);
    let mut own: Vec<&str> =
        school.iter().flat_map(|school| [Some(school.name.as_str()), school.locality.as_deref()]).flatten().collect();
    own.extend(school.and_then(|school| school.area.as_deref()));
    own.extend(named.iter().flat_map(|area| [area.slug.as_str(), area.label.as_str()]));
    own.extend(listing.iter().flat_map(|listing| names(listing)));
    let mut no_person = |name: &str, mailbox: Option<&String>| {
        // What is plainly a person's is refused in any text.
        let mailbox = mailbox.filter(|mailbox| mailbox::of_a_person(mailbox).is_none());
        if let Some((mailbox, why)) = mailbox.and_then(|one| Some((one, mailbox::no_role(one, &own)?))) {
            findings.error(
                &field(name),
                mailbox,
                format!("Write the mailbox of a role, such as senco@ or office@: {why}."),
            );
        }
    };
    no_person("mailbox", one.mailbox.as_ref());
    no_person("cover.mailbox", one.cover.as_ref().and_then(|cover| cover.mailbox.as_ref()));
    let mut a_role = |name: &str, text: Option<&str>| {
        if let Some((text, why)) = text.and_then(|text| Some((text, person::no_role(text, &own)?))) {
            findings.error(&field(name), text, format!("Write a role and not a person: {why}."));
        }
    };
    a_role("confirmed.by", one.confirmed.as_ref().map(|one| one.by.as_str()));
    a_role("cover.says", one.cover.as_ref().map(|one| one.says.as_str()));
}

/// The names that belong to a service.
fn names(listing: &Listing) -> impl Iterator<Item = &str> {
    let provider = listing.provider.as_ref().map(|provider| provider.value.as_str());
    [Some(listing.name.as_str()), provider].into_iter().flatten()
}

/// What a listing says of the schools that it covers.
fn covered(entry: &Entry<'_>, whole: &Whole<'_>, ledger: &mut Ledger) {
    let (Some(listing), record) = (&entry.listing, &entry.file.record.area) else { return };
    ledger.note(&entry.file.path, |findings| {
        if record.schools.as_deref() != Some("listed")
            && !(record.school_ids.is_empty() && record.school_names.is_empty())
        {
            findings.error(
                "area.schools",
                record.schools.as_deref().unwrap_or(""),
                "Write listed, or take the schools out.",
            );
        }
        if record.coverage_confirmed.is_some() && !matches!(record.schools.as_deref(), Some("all" | "listed")) {
            findings.error("area.coverage_confirmed", "", "Write schools: all or listed; otherwise take it out.");
        }
        let own: Vec<&str> = names(listing).collect();
        let by = record.coverage_confirmed.as_ref().map(|one| one.by.as_str());
        if let Some((by, why)) = by.and_then(|by| Some((by, person::no_role(by, &own)?))) {
            findings.error("area.coverage_confirmed.by", by, format!("Write a role of the service: {why}."));
        }
        if let Some(name) = record_by(entry).and_then(|by| person::named_in(by, &own)) {
            findings.error("checked.by", name, "Write a role and not a person.");
        }
        let Schools::Listed(list) = &listing.area.schools else { return };
        let mut seen = BTreeSet::new();
        for id in &list.ids {
            if whole.register.as_ref().is_none_or(|register| register.find(id).is_none()) {
                findings.error("area.school_ids", id.as_str(), "Write the id of a school in schools.json.");
            }
            if !seen.insert(id) {
                findings.error("area.school_ids", id.as_str(), "Write each school once.");
            }
        }
        let unknown = |name: &&String| whole.register.as_ref().is_some_and(|register| !register.has_one_named(name));
        for name in list.names.iter().filter(unknown) {
            let write = "Write its id in school_ids: no school of schools.json, or more than one, has this name.";
            findings.add(Level::Warning, "area.school_names", name, write);
        }
    });
}

fn record_by<'a>(entry: &'a Entry<'_>) -> Option<&'a str> {
    entry.file.record.checked.as_ref().map(|check| check.by.as_str())
}

/// What was confirmed long ago, or not yet.
pub(super) fn check_dates(whole: &Whole<'_>, today: Day, ledger: &mut Ledger) {
    let Some(site) = &whole.site else { return };
    if let (Some(file), Some(register)) = (&whole.data.schools, &whole.register) {
        ledger.note(&file.path, |findings| super::dates::not_yet(register.taken_on, "taken_on", today, findings));
    }
    if let (Some(file), Some(register)) = (&whole.data.contacts, &whole.register) {
        ledger.note(&file.path, |findings| {
            for one in register.contacts.iter().flatten() {
                confirmed(one.confirmed.as_ref(), "contacts.confirmed", site, today, findings);
            }
        });
    }
    for entry in &whole.entries {
        let Some(listing) = entry.listing.as_ref().filter(|listing| listing.standing.is_listed()) else { continue };
        ledger.note(&entry.file.path, |findings| {
            confirmed(listing.area.coverage_confirmed.as_ref(), "area.coverage_confirmed", site, today, findings);
        });
    }
}

fn confirmed(confirmed: Option<&Confirmed>, field: &str, site: &Site, today: Day, findings: &mut Findings) {
    let Some(on) = confirmed.map(|one| one.on) else { return };
    super::dates::not_yet(Some(on), field, today, findings);
    if site.terms.freshness(Some(on), today) == Freshness::VeryLate {
        findings.add(Level::Warning, field, on.iso(), "Ask if it is still right, and write the new date.");
    }
}
