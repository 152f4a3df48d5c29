//! Rules of ids and of what points at them: every link leads somewhere.

use std::collections::BTreeMap;

use directory::finding::Level;
use directory::listing::{Listing, Standing, Successor};
use directory::record::ListingRecord;
use directory::shortlist::Code;
use directory::words::fold;

use super::{Entry, Ledger, Whole};

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let all: BTreeMap<&str, &Listing> =
        whole.entries.iter().filter_map(|entry| entry.listing.as_ref()).map(|one| (one.id.as_str(), one)).collect();
    ids(whole, ledger);
    codes(whole, ledger);
    let listed = all.values().filter(|listing| listing.standing.is_listed());
    let once: BTreeMap<String, &str> =
        listed.flat_map(|one| one.former_names.iter().map(|name| (fold(name), one.id.as_str()))).collect();
    for entry in &whole.entries {
        places(entry, whole, ledger);
        successor(entry, &all, &once, ledger);
    }
    advice(whole, &all, ledger);
}

/// An id is its file's name, and belongs to one entry for ever.
fn ids(whole: &Whole<'_>, ledger: &mut Ledger) {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in &whole.entries {
        let (file, record) = (entry.file, &entry.file.record);
        if record.id != file.stem {
            ledger.note(&file.path, |findings| {
                findings.error("id", &record.id, format!("Write {}, the name of the file.", file.stem));
            });
        }
        owners.insert(&record.id, &file.path);
    }
    for entry in &whole.entries {
        for slug in &entry.file.record.former_slugs {
            let Some(owner) = owners.insert(slug, &entry.file.path) else { continue };
            ledger.note(&entry.file.path, |findings| {
                findings.error("former_slugs", slug, format!("Take it out: it belongs to {owner}."));
            });
        }
    }
}

/// Two ids never have one code: a link that somebody has sent would lead to
/// another service. Ids of before and of what has ended count, too; and no id is
/// spelt like the code of another.
fn codes(whole: &Whole<'_>, ledger: &mut Ledger) {
    let ids = |record: &ListingRecord| [vec![record.id.clone()], record.former_slugs.clone()].concat();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for id in whole.entries.iter().flat_map(|entry| ids(&entry.file.record)) {
        owners.entry(Code::of(&id).to_string()).or_insert(id);
    }
    for entry in &whole.entries {
        let record = &entry.file.record;
        for id in ids(record) {
            let field = if id == record.id { "id" } else { "former_slugs" };
            let spelt = owners.get(&id).filter(|owner| **owner != id);
            let shared = owners.get(Code::of(&id).as_str()).filter(|owner| **owner != id);
            if let Some(other) = spelt.or(shared) {
                ledger.note(&entry.file.path, |findings| {
                    let write = format!("Write another id: in links that people send it cannot be told from {other}.");
                    findings.error(field, &id, write);
                });
            }
        }
    }
}

fn places(entry: &Entry<'_>, whole: &Whole<'_>, ledger: &mut Ledger) {
    let (Some(listing), Some(site)) = (&entry.listing, &whole.site) else { return };
    ledger.note(&entry.file.path, |findings| {
        for slug in listing.area.places.iter().filter(|slug| site.areas.named(slug).is_none()) {
            let known: Vec<_> = site.areas.named.iter().map(|area| area.slug.as_str()).collect();
            findings.error("area.places", slug, format!("Write national alone, or some of: {}.", known.join(", ")));
        }
    });
}

/// What replaced an ended entry is there to be opened.
fn successor(entry: &Entry<'_>, all: &BTreeMap<&str, &Listing>, once: &BTreeMap<String, &str>, ledger: &mut Ledger) {
    let Some(listing) = &entry.listing else { return };
    if let Standing::Ended(Successor::NoneKnown) = &listing.standing {
        return once_called(listing, once, ledger, &entry.file.path);
    }
    let Standing::Ended(Successor::Listing(next)) = &listing.standing else { return };
    let why = match all.get(next.as_str()).map(|next| &next.standing) {
        // It comes back; meanwhile its page says so, and leads on.
        Some(Standing::Withdrawn(_)) => return,
        Some(Standing::Active | Standing::Doubtful(_)) => return,
        Some(Standing::Held) => "that one is held, and shown nowhere",
        Some(Standing::Ended(_)) => "that one has ended, too",
        None => "there is no such entry",
    };
    ledger.note(&entry.file.path, |findings| {
        findings.error("successor", next.as_str(), format!("Write the id of a listed entry, or none-known: {why}."));
    });
}

/// Whoever was once called what an ended entry is called has taken its place.
fn once_called(ended: &Listing, names: &BTreeMap<String, &str>, ledger: &mut Ledger, path: &str) {
    if let Some(next) = names.get(&fold(&ended.name)) {
        let write = format!("Write {next}, if it took its place: it was once called this.");
        ledger.note(path, |findings| findings.add(Level::Warning, "successor", "none-known", write));
    }
}

/// Each advice line is there, is listed, and can be called; the one that
/// everybody is shown is not for staff alone.
fn advice(whole: &Whole<'_>, all: &BTreeMap<&str, &Listing>, ledger: &mut Ledger) {
    let (Some(file), Some(site)) = (&whole.data.site, &whole.site) else { return };
    for (field, id) in [("advice", &site.advice), ("referrers_advice", &site.referrers_advice)] {
        let Some(id) = id else { continue };
        let why = match all.get(id.as_str()) {
            None => "There is no such entry",
            Some(listing) if matches!(listing.standing, Standing::Withdrawn(_)) => {
                ledger.note(&file.path, |findings| {
                    const WRITE: &str = "It is taken out for now, so pages name nobody: write the id of another entry that can be called.";
                    findings.add(Level::Warning, field, id.as_str(), WRITE);
                });
                continue;
            }
            Some(listing) if !listing.standing.is_listed() => "It is not listed",
            Some(listing) if listing.contacts.phones.is_empty() => "It has no number to call",
            Some(listing) if field == "advice" && !listing.is_for_families() => "It is for school staff alone",
            Some(_) => continue,
        };
        ledger.note(&file.path, |findings| {
            findings.error(field, id.as_str(), format!("{why}: write the id of a listed entry that can be called."));
        });
    }
}
