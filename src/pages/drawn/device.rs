//! What of an entry goes onto a device: a contact card, and its dates for a
//! calendar. Both are files beside its page, made at build; each says on which
//! day it was made, because it stays there when the page has changed.

mod card;
mod dates;

use crate::components::contact::text_words;
use crate::components::fresh::checked;
use directory::Directory;
use directory::listing::{Listing, Number, Standing};
use leptos::prelude::*;

/// A file that goes onto a device: its path from the folder of the site, and
/// what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// The files of an entry: none where it has nothing to keep.
pub fn files(directory: &Directory, listing: &Listing) -> Vec<File> {
    let file = |end: &str, text: String| File { path: format!("service/{}.{end}", listing.id), text };
    let card = card::card(directory, listing).map(|text| file("vcf", text));
    let dates = dates::dates(directory, listing).map(|text| file("ics", text));
    card.into_iter().chain(dates).collect()
}

/// The links to the files of an entry, and who may see what they put there.
#[component]
pub fn OnDevice<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let files = files(directory, listing);
    let is_there = !files.is_empty();
    let link = |file: File| {
        let (words, kind) = match file.path.ends_with(".vcf") {
            true => ("Save to your contacts", "contact card"),
            false => ("Put its dates in your calendar", "calendar file"),
        };
        let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
        let size = format!(" ({kind}, {} KB)", file.text.len().div_ceil(1024));
        view! { <span><a class="link" href=file.path.clone() download=name>{words}</a>{size}</span> }
    };
    let links = files.into_iter().map(link).collect_view();
    is_there.then(|| {
        view! {
            <div class="keep__act">
                {links}
                <span>"It stays on this device. Whoever uses it, or shares its contacts or calendar, can see it."</span>
            </div>
        }
    })
}

/// Every number, with what to do and what it is for.
fn numbers(listing: &Listing) -> Vec<String> {
    let with = |words: String, number: &Number| match number.note.as_str() {
        "" => words,
        note => format!("{words} ({note})"),
    };
    let contacts = &listing.contacts;
    let calls = contacts.phones.iter().map(|number| with(format!("Call {}", number.shown), number));
    calls.chain(contacts.texts.iter().map(|number| with(text_words(number), number))).collect()
}

/// From when this is, on whose word, and why to look again.
fn origin(directory: &Directory, listing: &Listing) -> Vec<String> {
    let doubt = match &listing.standing {
        Standing::Doubtful(why) => Some(format!("Ask if this still runs: {why}")),
        _ => None,
    };
    let site = &directory.site;
    let page = site.public_folder().map(|folder| format!(" Its page: {folder}service/{}.html", listing.id));
    let look = "This changes. Look at its page before you count on it.";
    let made =
        format!("Saved from {}, made on {}. {look}{}", site.name, directory.today.words(), page.unwrap_or_default());
    let checked = format!("{}.", checked(listing, directory));
    doubt.into_iter().chain([checked, made]).chain(site.trial_words()).collect()
}

/// Help that cannot wait, as the top of every page says it.
fn urgent(directory: &Directory) -> impl Iterator<Item = String> {
    directory.crisis.strip.iter().map(|line| [line.lead.as_str(), " ", &line.link, line.gap(), &line.tail].concat())
}

#[cfg(test)]
mod made_up {
    use directory::Directory;
    use directory::day::Day;
    use serde_json::{Value, json};

    /// An entry with everything that goes onto a device.
    pub(super) fn clinic() -> Value {
        json!({
            "id": "clinic", "name": "A made-up clinic; for \"worries\", a\\b and é, with a name so long that its line is folded",
            "provider": "Trust, North; South", "kind": "service", "standing": "active",
            "summary": "A clinic.\nTEL:999", "needs": [], "audience": ["parent"], "area": { "places": ["national"] },
            "access": { "who": ["parent"] },
            "contacts": {
                "phones": [{ "number": "01632 960401" }, { "number": "01632 960402", "note": "evenings" }],
                "texts": [{ "number": "07700 900401", "word": "WORRY", "note": "any time" }],
                "emails": ["clinic@example.org"], "web": "https://example.org/clinic?a=1,2;b",
            },
            "hours": "Monday, 9am; Friday, 5pm",
            "availability": { "state": "paused", "said_on": "2026-11-02", "opens_on": "2027-01-11" },
            "checked": { "on": "2026-11-03", "by": "coordinator", "means": "called" },
            "stated": ["provider", "access", "availability"],
        })
    }

    /// A directory with this entry alone, as of 21 November 2026.
    pub(super) fn directory(entry: &Value, is_released: bool) -> Directory {
        let signed = json!({ "by": "lead", "on": "2026-11-20", "clinical_safety": "clinician" });
        let release = if is_released { signed } else { json!("none") };
        let bundle = json!({
            "format": 1, "made": "2026-11-21",
            "site": {
                "format": 1, "name": "Made up", "strapline": "", "release": release, "gathered": "2026-11-01",
                "publisher": { "name": "Made up", "address": "https://example.org/help/" },
                "leave_to": "https://example.org/", "advice": "clinic", "areas": [], "terms": ["01-01"],
            },
            "crisis": {
                "format": 1,
                "strip": [{ "lead": "Life at risk?", "route": "now", "link": "Call 01632 960999", "tail": "or go to A&E." }],
                "routes": [{ "id": "now", "name": "Now", "group": "everyone", "says": "Call.", "call": "01632 960999" }],
            },
            "words": {}, "listings": [entry],
        });
        Directory::read(&bundle.to_string(), Day::read("2026-11-21").unwrap()).unwrap().0
    }
}
