//! Listings in a compact table, for school staff: referral facts side by side.

use super::facts::{Said, ages, area, capital, cost, our_reading};
use super::fresh::checked;
use super::how::referrers;
use super::markup::{Markup, Words, el, link};
use super::thrive::badges;
use directory::Directory;
use directory::address::Address;
use directory::listing::{AvailabilityState, Listing};
use directory::search::{Outcome, Reason, View};

/// The heads of the columns, in order.
const HEADS: [&str; 8] = ["Name", "THRIVE", "Who may refer", "How", "Ages", "Area", "Cost", "Wait"];

/// Listings side by side: what the table holds, how many there are in all, and
/// its rows.
pub fn listing_table(heading: &'static str, count: String, rows: Vec<Markup>) -> Markup {
    let head = |head| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(head);
    let number = el("span", "table__number").says(count);
    let heads = el("tr", "").with("role", "row").each(HEADS.map(head).into());
    el("table", "table")
        .with("role", "table")
        .holds(el("caption", "table__caption").says(heading).says(" ").holds(number))
        .holds(el("thead", "table__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows))
}

/// A row: the listing, how it fits, and why it only may.
pub fn table_row(directory: &Directory, listing: &Listing, outcome: Outcome, reasons: &[Reason]) -> Markup {
    let href = Address::StaffListing(listing.id.clone()).file();
    let why: Vec<_> = reasons.iter().map(Reason::words).collect();
    let why = (!why.is_empty()).then(|| el("span", "table__why").says(format!("May fit: {}", why.join(" "))));
    let no_contact = if listing.contacts.is_empty() { " We have no contact yet." } else { "" };
    let checked = format!("{}.{no_contact}", checked(listing, directory));
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let name = el("th", "table__name")
        .with("role", "rowheader")
        .with("scope", "row")
        .holds(link("table__link", href).says(&listing.name))
        .maybe(provider.map(|provider| el("span", "table__by").says(&provider.value)))
        .maybe(why)
        .holds(el("span", "table__by").says(checked))
        .maybe(our_reading(listing).map(|ours| el("span", "table__by").says(ours)));
    let route = listing.access.route.as_ref().map_or(NOT_KNOWN.into(), |route| Words::from(&route.value));
    let thrive = badges(&directory.site.groupings, listing.thrive, View::Staff);
    let thrive =
        if thrive.is_empty() { el("span", "").says("None given") } else { el("span", "table__badges").each(thrive) };
    let plain = |said: Said| said.words.as_deref().map_or(NOT_KNOWN.to_owned(), capital);
    el("tr", "table__row")
        .with("role", "row")
        .with("data-id", listing.id.to_string())
        .with("data-fit", outcome.word())
        .holds(name)
        .holds(cell("THRIVE", thrive))
        .holds(cell("Who may refer", el("span", "").says(referrers(&listing.access))))
        .holds(cell("How", el("span", "").says(route)))
        .holds(cell("Ages", el("span", "").says(plain(ages(listing)))))
        .holds(cell("Area", el("span", "").says(area(listing, &directory.site.areas))))
        .holds(cell("Cost", el("span", "").says(plain(cost(listing)))))
        .holds(cell("Wait", el("span", "").says(wait(listing).unwrap_or_else(|| NOT_KNOWN.to_owned()))))
}

/// What stands where a fact is not known.
const NOT_KNOWN: &str = "Not known: ask";

fn cell(label: &'static str, content: Markup) -> Markup {
    el("td", "table__cell").with("role", "cell").with("data-label", label).holds(content)
}

/// How things stand, with the date of the statement; `None` is not known.
pub fn wait(listing: &Listing) -> Option<String> {
    let now = &listing.availability;
    let state = match now.state {
        None if now.wait.is_none() => return None,
        None => "",
        Some(AvailabilityState::Open) => "Taking people",
        Some(AvailabilityState::LongWait) => "Long wait",
        Some(AvailabilityState::Paused) => "Paused: taking nobody",
    };
    let wait = now.wait.as_deref().unwrap_or_default();
    let between = if state.is_empty() || wait.is_empty() { "" } else { ". " };
    let said = now.said_on.map_or("no date given".to_owned(), |day| format!("said {}", day.words()));
    Some([state, between, wait, " (", &said, ")"].concat())
}
