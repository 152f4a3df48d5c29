//! Resources in tables: what fits, what is for any need, what may fit.

use crate::components::facts::{capital, cost};
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::staff_table::{staff_cell, staff_row, staff_table, words_or_ask};
use crate::state::Desk;
use directory::listing::Listing;
use directory::resource::{Limit, Missing, OnShelf, Resource, ResourceChoice, ResourceFile, Shelf, Sort};
use directory::search::Outcome;
use directory::vocabulary::Phase;

/// The heads of the columns.
const HEADS: [&str; 6] = ["Name", "Kind", "Phase", "Version and date", "Files", "Cost"];

/// How many rows beyond the first are drawn for readers without the app.
const DRAWN: usize = 200;

/// The tables, and the way to more rows.
pub fn tables(desk: &Desk, choice: ResourceChoice, shelf: &Shelf<'_>) -> Vec<Markup> {
    let fits = if choice.is_empty() { "Resources" } else { "Fits what you chose" };
    let parts = [
        (fits, Outcome::Fits, &shelf.fits),
        ("For any need", Outcome::AnyWorry, &shelf.any),
        ("May fit: ask", Outcome::May, &shelf.may),
    ];
    let mut left = usize::from(choice.rows);
    let all: usize = parts.iter().map(|(.., rows)| rows.len()).sum();
    let mut drawn: Vec<_> = parts
        .into_iter()
        .filter_map(|(caption, outcome, rows)| {
            let open = rows.len().min(left);
            left -= open;
            let mut drawn: Vec<_> = rows.iter().take(open).map(|one| row(desk, one, outcome, "table__row")).collect();
            let beyond = rows.iter().skip(open).take(DRAWN);
            drawn.extend(beyond.filter_map(|one| drawn_only(|| row(desk, one, outcome, "table__row without-app"))));
            (!drawn.is_empty()).then(|| staff_table(caption, rows.len().to_string(), &HEADS, drawn))
        })
        .collect();
    let hidden = all.saturating_sub(usize::from(choice.rows));
    drawn.extend((hidden > 0).then(|| {
        let more = choice.with_more();
        let shown = hidden.min(usize::from(more.rows - choice.rows));
        let more = link("button button--quiet", desk.href(&more.write(&desk.directory.site.areas)));
        el("p", "results__more needs-app").holds(more.says(format!("Show {shown} more")))
    }));
    drawn
}

fn row(desk: &Desk, one: &OnShelf<'_>, outcome: Outcome, class: &'static str) -> Markup {
    let (listing, resource) = (one.listing, &one.resource);
    let why: Vec<_> = one.why.iter().map(Missing::words).collect();
    let sorts: Vec<_> = resource.sorts.iter().map(Sort::label).collect();
    let phases = resource.phases.map(|phases| phases.iter().map(Phase::label).collect::<Vec<_>>().join(", "));
    let price = cost(listing);
    let price = price.words.map(|words| {
        [capital(&words).as_str(), if price.is_ours { " (we believe, not checked)" } else { "" }].concat()
    });
    staff_row(&desk.directory, listing, outcome, &why, class)
        .holds(staff_cell("Kind", words_or_ask(Some(sorts.join(", ")).filter(|sorts| !sorts.is_empty()).as_deref())))
        .holds(staff_cell("Phase", words_or_ask(phases.as_deref())))
        .holds(staff_cell("Version and date", dated(resource, one.limit)))
        .holds(staff_cell("Files", files(listing, &resource.files)))
        .holds(staff_cell("Cost", words_or_ask(price.as_deref())))
}

/// Which version, from when, and until when one may rely on it.
fn dated(resource: &Resource, limit: Limit) -> Markup {
    let line = |words: String| el("span", "table__line").says(words);
    let is_past = matches!(limit, Limit::Past(_));
    let warning = is_past.then(|| el("span", "table__why").says("Check before you use it"));
    el("span", "").maybe(warning).maybe(resource.version.clone().map(line)).holds(line(resource.dated_words())).maybe(
        match limit {
            Limit::Until(day) => Some(line(["Check before you use it after ", &day.words()].concat())),
            Limit::Past(_) | Limit::NotKnown => None,
        },
    )
}

/// What can be downloaded, or else where it is.
fn files(listing: &Listing, files: &[ResourceFile]) -> Markup {
    let door = |href: &str, words: String| {
        let of = el("span", "hidden").says([" of ", &listing.name].concat());
        el("li", "").holds(link("table__door", href.to_owned()).with("rel", "noreferrer").says(words).holds(of))
    };
    let mut doors: Vec<_> = files.iter().map(|file| door(&file.web, file.words())).collect();
    if let (true, Some(web)) = (doors.is_empty(), &listing.contacts.web) {
        doors.push(door(web, "Website".to_owned()));
    }
    match doors.is_empty() {
        true => words_or_ask(None),
        false => el("ul", "table__list").each(doors),
    }
}
