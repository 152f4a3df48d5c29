//! The two tables of a plan: who goes on what, and what a school books.

use super::form::role_words;
use crate::components::course::{course_name, dates};
use crate::components::grid::{grid_row, plain_head, row_head, said_cell};
use crate::components::markup::{Markup, el, link};
use crate::components::staff_table::{NOT_KNOWN, staff_cell, staff_table};
use crate::state::Desk;
use directory::Address;
use directory::closed::Closed;
use directory::listing::Listing;
use directory::training::plan::{Booking, Pick, Plan, Row};
use directory::training::words;

/// Who goes on what: a row for each role.
pub fn who(plan: &Plan<'_>) -> Markup {
    let heads = ["Role", "People", "Courses", "Time for each"];
    staff_table("Who goes on what", String::new(), &heads, plan.rows.iter().map(row).collect())
}

fn row(row: &Row<'_>) -> Markup {
    let none = || el("p", "plan__none").says("No course");
    let picks =
        if row.picks.is_empty() { none() } else { el("ul", "plan__picks").each(row.picks.iter().map(pick).collect()) };
    let hours = if row.picks.is_empty() { String::new() } else { row.hours().words() };
    let ask = (!row.ask.is_empty()).then(|| {
        let names: Vec<_> = row.ask.iter().map(|pick| pick.listing.name.as_str()).collect();
        el("p", "table__why").says(format!("Ask how long this takes: {}.", names.join("; ")))
    });
    let cells = vec![
        said_cell("People", row.people.to_string()),
        staff_cell("Courses", el("div", "").holds(picks).maybe(ask)),
        said_cell("Time for each", hours),
    ];
    grid_row(plain_head(role_words(row.role)), cells).with("data-role", row.role.slug())
}

fn pick(pick: &Pick<'_>) -> Markup {
    let length = words::length(pick.listing).unwrap_or_else(|| "length not known: ask".to_owned());
    let who = pick.said.words();
    el("li", "")
        .with("data-id", pick.listing.id.to_string())
        .holds(to(pick.listing))
        .says(format!(". {length}. {who}."))
}

fn to(listing: &Listing) -> Markup {
    link("plan__course", Address::StaffListing(listing.id.clone()).file()).says(&listing.name)
}

/// What to book: a row for each course; nothing where there is none.
pub fn bookings(desk: &Desk, plan: &Plan<'_>) -> Option<Markup> {
    let heads = ["Course", "People", "Cost", "Dates", "Afterwards"];
    let row = |one: &Booking<'_>| {
        // The doubt stands beside the name already.
        let ask: Vec<String> =
            one.ask_first.iter().filter(|words| !words.starts_with("Ask if this")).cloned().collect();
        let cells = vec![
            said_cell("People", one.people.to_string()),
            said_cell("Cost", words::cost(one.listing).unwrap_or_else(|| NOT_KNOWN.to_owned())),
            staff_cell("Dates", dates(one.listing, desk.directory.today)),
            said_cell("Afterwards", words::follow_up(one.listing).unwrap_or_default().to_owned()),
        ];
        grid_row(row_head().each(course_name(one.listing, &ask)), cells).with("data-id", one.listing.id.to_string())
    };
    let rows: Vec<_> = plan.bookings().iter().map(row).collect();
    (!rows.is_empty()).then(|| staff_table("What to book", String::new(), &heads, rows))
}
