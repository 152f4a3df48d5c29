//! A plan as a table for a spreadsheet.

use super::Plan;
use crate::csv::row;
use crate::day::Day;
use crate::listing::{Cost, Listing};
use crate::training::Price;

/// The heads of the columns.
const HEADS: [&str; 13] = [
    "Role",
    "People",
    "Course",
    "Provider",
    "Who says so",
    "Length",
    "Hours for one person",
    "Cost",
    "Dates",
    "Ask first",
    "Follow-up",
    "Web page",
    "What is missing",
];

/// The plan as comma-separated values: a line for each course of each role, and
/// one for each thing that is missing.
pub fn sheet(plan: &Plan<'_>, today: Day) -> String {
    // Spreadsheets read UTF-8 as such only with the mark at its beginning.
    let mut sheet = ["\u{feff}", &row(&HEADS)].concat();
    for one in &plan.rows {
        let (role, people) = (one.role.label(), one.people.to_string());
        for pick in &one.picks {
            let listing = pick.listing;
            let training = listing.training.as_ref();
            let dates = training.map(|training| training.coming(today)).unwrap_or_default();
            let dates: Vec<_> = dates.iter().map(|session| session.when()).collect();
            let web = listing.contacts.web.as_deref();
            sheet.push_str(&row(&[
                role,
                &people,
                &listing.name,
                listing.provider.as_ref().map_or("Not known: ask", |provider| &provider.value),
                &pick.said.words(),
                training.and_then(|training| training.length.as_deref()).unwrap_or("Not known: ask"),
                &pick.span.map_or("Not known: ask".to_owned(), |span| span.words()),
                &cost(listing),
                &if dates.is_empty() { "No date is known: ask".to_owned() } else { dates.join("; ") },
                &pick.ask_first.join(" "),
                training.and_then(|training| training.follow_up.as_deref()).unwrap_or(""),
                web.unwrap_or("Not known: ask"),
                "",
            ]));
        }
        for missing in &one.missing {
            let mut cells = [""; HEADS.len()];
            let words = missing.words();
            cells[0] = role;
            cells[1] = &people;
            cells[HEADS.len() - 1] = &words;
            sheet.push_str(&row(&cells));
        }
    }
    sheet
}

/// What a course costs, in a few words; what is not known says so.
pub fn cost(listing: &Listing) -> String {
    let price = listing.training.as_ref().and_then(|training| training.price).map(Price::words);
    let kind = listing.cost.as_ref().map(|cost| match &cost.value {
        Cost { kind, note } if note.is_empty() => kind.label().to_owned(),
        Cost { kind, note } => format!("{}. {note}", kind.label()),
    });
    price.or(kind).unwrap_or_else(|| "Not known: ask".to_owned())
}
