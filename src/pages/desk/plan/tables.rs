//! The two tables of a plan: who goes on what, and what a school books.

use super::form::role_words;
use crate::components::course::{course_name, dates};
use crate::components::grid::{grid, grid_cell, grid_row, plain_head, row_head, said};
use crate::components::markup::{Markup, el, link};
use crate::state::Desk;
use directory::Address;
use directory::listing::Listing;
use directory::training::grid::Said;
use directory::training::plan::{Booking, Pick, Plan, Row};
use directory::training::words;

/// Who goes on what: a row for each role.
pub fn who(plan: &Plan<'_>) -> Markup {
    let heads = ["Role", "People", "Courses", "Time for each"];
    grid("Who goes on what", None, &heads, plan.rows.iter().map(row).collect())
}

fn row(row: &Row<'_>) -> Markup {
    let none = || el("p", "plan__none").says("No course");
    let picks =
        if row.picks.is_empty() { none() } else { el("ul", "plan__picks").each(row.picks.iter().map(pick).collect()) };
    let hours = if row.picks.is_empty() { None } else { said(row.hours().words()) };
    let ask = (!row.ask.is_empty()).then(|| {
        let names: Vec<_> = row.ask.iter().map(|pick| pick.listing.name.as_str()).collect();
        el("p", "table__why").says(format!("Ask how long this takes: {}.", names.join("; ")))
    });
    let cells = vec![
        grid_cell("People", said(row.people.to_string())),
        grid_cell("Courses", Some(el("div", "").holds(picks).maybe(ask))),
        grid_cell("Time for each", hours),
    ];
    grid_row(plain_head(role_words(row.role)), cells).with("data-role", directory::closed::Closed::slug(row.role))
}

fn pick(pick: &Pick<'_>) -> Markup {
    let length = words::length(pick.listing).unwrap_or_else(|| "length not known: ask".to_owned());
    let who = match pick.said {
        Said::Recommended { is_exact: false, .. } => format!("{}, for all staff", pick.said.words()),
        Said::Suits { is_exact: false } => "The provider says suitable for all staff".to_owned(),
        Said::Suits { is_exact: true } => "The provider says suitable for this role".to_owned(),
        said => said.words(),
    };
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
            grid_cell("People", said(one.people.to_string())),
            grid_cell("Cost", said(words::cost(one.listing).unwrap_or_else(|| words::NOT_KNOWN.to_owned()))),
            grid_cell("Dates", Some(dates(one.listing, desk.directory.today))),
            grid_cell("Afterwards", words::follow_up(one.listing).and_then(|words| said(words.to_owned()))),
        ];
        grid_row(row_head().each(course_name(one.listing, &ask)), cells).with("data-id", one.listing.id.to_string())
    };
    let rows: Vec<_> = plan.bookings().iter().map(row).collect();
    (!rows.is_empty()).then(|| grid("What to book", None, &heads, rows))
}
