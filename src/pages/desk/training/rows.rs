//! The grid: a row for each course, a column for each role.

use crate::components::course::{course_facts, course_name};
use crate::components::grid::{grid_row, row_head, said_cell};
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::staff_table::{NOT_KNOWN, staff_cell, staff_table};
use crate::state::Desk;
use directory::Address;
use directory::listing::Listing;
use directory::training::grid::{Said, columns, said};
use directory::training::search::{Found, reasons};
use directory::training::wanted::Wanted;
use directory::training::words;
use directory::vocabulary::Role;

/// What fits, what is for any worry, and what may fit, each as a grid.
pub fn parts(desk: &Desk, wanted: Wanted, found: &Found<'_>) -> Vec<Markup> {
    let mut left = wanted.rows();
    let mut parts = Vec::new();
    for (title, note, courses) in [
        ("These fit", "", &found.fits),
        ("These are for any worry", "They fit all else that you chose.", &found.any),
        ("These may fit: ask", "Something that you chose is not known of them.", &found.may),
    ] {
        let open = courses.len().min(left);
        left -= open;
        if let (Some(first), true) = (courses.get(..open), open > 0) {
            parts.push(part(desk, wanted, title, note, first, courses.len()));
        }
    }
    let all: Vec<_> = found.all().collect();
    if let Some(rest) = all.get(wanted.rows()..).filter(|rest| !rest.is_empty()) {
        parts.push(more(desk, wanted, rest));
    }
    parts
}

fn part(
    desk: &Desk,
    wanted: Wanted,
    title: &'static str,
    note: &'static str,
    courses: &[&Listing],
    all: usize,
) -> Markup {
    let roles: Vec<Role> = columns().filter(|role| wanted.role.is_empty() || wanted.role.contains(*role)).collect();
    let heads: Vec<_> = ["Course", "Length"].into_iter().chain(roles.iter().map(|role| short(*role))).collect();
    let number = match (all, courses.len()) {
        (1, _) => "(1 course)".to_owned(),
        (all, shown) if all == shown => format!("({all} courses)"),
        (all, shown) => format!("({shown} of {all} courses)"),
    };
    let note = el("p", "grid__note")
        .says(note)
        .says(if note.is_empty() { "" } else { " " })
        .holds(mark_of("grid__mark grid__mark--recommended"))
        .says("A named body recommends it. ")
        .holds(mark_of("grid__mark"))
        .says("The provider says it suits this role.");
    let rows = courses.iter().map(|listing| row(desk, wanted, listing, &roles)).collect();
    el("div", "grid__wide").holds(note).holds(staff_table(title, number, &heads, rows))
}

/// The head of a column, where nine stand side by side.
fn short(role: Role) -> &'static str {
    match role {
        Role::TeachingAssistant => "TA or ELSA",
        Role::Dsl => "DSL",
        Role::MentalHealthLead => "Mental health lead",
        Role::SeniorLeader => "Head or senior leader",
        role => role.label(),
    }
}

/// A course: its facts, then a cell for each role. What is said to all of them
/// alike is said once.
fn row(desk: &Desk, wanted: Wanted, listing: &Listing, roles: &[Role]) -> Markup {
    let ask = reasons(&desk.directory, listing, wanted);
    let name = row_head().each(course_name(listing, &ask)).holds(course_facts(&desk.directory, listing));
    let length = words::length(listing).unwrap_or_else(|| NOT_KNOWN.to_owned());
    let mut cells = vec![said_cell("Length", length)];
    let each: Vec<_> = roles.iter().map(|role| said(listing, *role)).collect();
    match each.first() {
        Some(first) if each.len() > 1 && each.iter().all(|one| one == first) && *first != Said::Nothing => {
            let cell = staff_cell("For these roles", mark(*first)).with("colspan", roles.len().to_string());
            cells.push(cell);
        }
        _ => cells.extend(roles.iter().zip(each).map(|(role, said)| staff_cell(role.label(), mark(said)))),
    }
    grid_row(name, cells).with("data-id", listing.id.to_string())
}

/// What is said of a course for a role: a full mark where somebody recommends
/// it, an empty one where it is said to suit. The words stand beside each mark;
/// where nine columns are side by side, those that the line above the table says
/// are read out alone.
fn mark(said: Said<'_>) -> Markup {
    let (class, words) = match said {
        Said::Nothing => return el("span", ""),
        Said::Recommended { .. } => (Some("grid__mark grid__mark--recommended"), "grid__words"),
        Said::Suits { .. } => (Some("grid__mark"), "grid__words grid__words--suits"),
        Said::NotKnown => (None, "grid__words"),
    };
    el("span", "grid__said").maybe(class.map(mark_of)).holds(el("span", words).says(said.words()))
}

fn mark_of(class: &'static str) -> Markup {
    el("span", class).with("aria-hidden", "true")
}

/// The courses below those that stand open: by name without the app, at a press
/// with it.
fn more(desk: &Desk, wanted: Wanted, rest: &[&Listing]) -> Markup {
    let href = desk.href(&wanted.showing_more().write(&desk.directory.site.areas));
    let more = link("button button--quiet needs-app", href).says("Show more courses");
    let name = |listing: &&Listing| {
        let href = Address::StaffListing(listing.id.clone()).file();
        el("li", "").holds(link("link", href).says(&listing.name))
    };
    let names = drawn_only(|| {
        let names = el("ul", "prose__columns").each(rest.iter().map(name).collect());
        el("div", "without-app").holds(el("h2", "").says("More courses")).holds(names)
    });
    el("div", "grid__rest").holds(more).maybe(names)
}
