//! A plan as a table for a spreadsheet.

use super::Plan;
use crate::csv::row;
use crate::day::Day;
use crate::training::words;

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
                listing.provider.as_ref().map_or(words::NOT_KNOWN, |provider| &provider.value),
                &pick.said.words(),
                &words::length(listing).unwrap_or_else(unknown),
                &pick.span.map_or_else(unknown, |span| span.words()),
                &words::cost(listing).unwrap_or_else(unknown),
                &if dates.is_empty() { "No date is known: ask".to_owned() } else { dates.join("; ") },
                &pick.ask_first.join(" "),
                words::follow_up(listing).unwrap_or_default(),
                web.unwrap_or(words::NOT_KNOWN),
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

fn unknown() -> String {
    words::NOT_KNOWN.to_owned()
}
