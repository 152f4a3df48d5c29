//! What can be said at once of each door, as of the directory's day: it names
//! the day, so that it stays true on paper.

use crate::components::facts::capital;
use directory::Directory;
use directory::funding::{FundingChoice, Stage};
use directory::history::{Since, What};
use directory::training::courses;

/// Of contacts: what is known of them stands in another file.
pub const CONTACTS: &str = "The named role for a school and for a service, and which schools are covered.";

/// How many courses there are.
pub fn training(directory: &Directory) -> String {
    match courses(directory).count() {
        0 => "We know of no course yet.".to_owned(),
        1 => "1 course, by role, need and length. Plan who goes on what.".to_owned(),
        count => format!("{count} courses, by role, need and length. Plan who goes on what."),
    }
}

/// What is open, and which closes first.
pub fn funding(directory: &Directory) -> String {
    let offers = directory.offers(FundingChoice::default());
    let today = directory.today.words();
    let mut said = match offers.open().count() {
        0 => format!("On {today} we know of none that is open."),
        count => format!("Open on {today}: {count}."),
    };
    let closes = offers.open().filter_map(|offer| offer.funding.closes).min();
    if let Some(closes) = closes {
        said.push_str(&format!(" The first closes on {}.", closes.words()));
    }
    let opening = offers.at(Stage::Opening).count();
    if opening > 0 {
        said.push_str(&format!(" Opening later: {opening}."));
    }
    let unknown = offers.at(Stage::NotKnown).count();
    if unknown > 0 {
        said.push_str(&format!(" Dates not known, ask: {unknown}."));
    }
    said
}

/// What changed since the school term began.
pub fn changed(directory: &Directory) -> String {
    let period = Since::default().period(&directory.site.terms, directory.today);
    let changes = directory.changes(period);
    let group = |(what, items): &(What, Vec<_>)| format!("{}: {}", what.label(), items.len());
    let groups: Vec<_> = changes.groups.iter().filter(|(_, items)| !items.is_empty()).map(group).collect();
    let since = capital(&period.words());
    match groups.is_empty() {
        true => format!("{since}: nothing is recorded."),
        false => format!("{since}. {}.", groups.join(", ")),
    }
}
