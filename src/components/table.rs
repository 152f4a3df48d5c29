//! Listings in a compact table, for school staff: referral facts side by side.

use super::facts::{NOT_KNOWN, Said, ages, area, capital, cost, our_reading};
use super::fresh::checked;
use super::how::referrers;
use super::markup::{Markup, drawn_only, el, link};
use super::save::save_button;
use super::thrive::badges;
use directory::Directory;
use directory::address::Address;
use directory::closed::Closed;
use directory::listing::{AvailabilityState, Listing};
use directory::search::{Column, Outcome, Reason, Sort, View};

/// The heads of the columns, in order, and by which of them the rows can be
/// put in order.
const HEADS: [Result<Column, &str>; 9] = [
    Ok(Column::Name),
    Err("THRIVE"),
    Ok(Column::Referrers),
    Err("Threshold"),
    Ok(Column::Ages),
    Err("Area"),
    Ok(Column::Cost),
    Ok(Column::Wait),
    Ok(Column::Checked),
];

/// Listings side by side: what the table holds, how many there are in all, its
/// rows, and their order where the reader can choose another.
pub fn listing_table(heading: &'static str, count: String, rows: Vec<Markup>, sort: Option<Sort>) -> Markup {
    let number = el("span", "table__number").says(count);
    let heads = el("tr", "").with("role", "row").each(HEADS.map(|head| self::head(head, sort)).into());
    el("table", "table")
        .with("role", "table")
        .holds(el("caption", "table__caption").says(heading).says(" ").holds(number))
        .holds(el("thead", "table__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows))
}

/// The head of a column. Where the rows can be put in order by it, it is a
/// button for whom the app runs, and says if they are.
fn head(head: Result<Column, &'static str>, sort: Option<Sort>) -> Markup {
    let words = head.map_or_else(|words| words, Column::label);
    // On a phone the button is gone, and the head keeps its name.
    let cell = el("th", "table__head").with("role", "columnheader").with("scope", "col").with("aria-label", words);
    let (Ok(column), Some(sort)) = (head, sort) else { return cell.says(words) };
    let button = el("button", "table__sort needs-app")
        .with("type", "button")
        .with("data-do", ["sort-", column.slug()].concat())
        .says(words);
    let plain = drawn_only(|| el("span", "without-app").says(words));
    let cell = cell.holds(button).maybe(plain);
    match sort.column() {
        Some((by, direction)) if by == column => cell.with("aria-sort", direction),
        _ => cell,
    }
}

/// A row: the listing, how it fits, and why it only may.
pub fn table_row(directory: &Directory, listing: &Listing, outcome: Outcome, reasons: &[Reason]) -> Markup {
    let href = Address::StaffListing(listing.id.clone()).file();
    let why: Vec<_> = reasons.iter().map(Reason::words).collect();
    let why = (!why.is_empty()).then(|| el("span", "table__why").says(format!("May fit: {}", why.join(" "))));
    let by = |words: String| el("span", "table__by").says(words);
    let no_contact = listing.contacts.is_empty().then(|| by("We have no contact yet.".to_owned()));
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let name = el("th", "table__name")
        .with("role", "rowheader")
        .with("scope", "row")
        .holds(link("table__link", href).says(&listing.name))
        .maybe(provider.map(|provider| by(provider.value.clone())))
        .maybe(why)
        .maybe(no_contact)
        .maybe(our_reading(listing).map(by))
        .holds(save_button(listing));
    let access = &listing.access;
    let route = access.route.as_ref().map_or("How: not known", |route| &route.value);
    let who = el("span", "").says(referrers(access)).holds(by(route.to_owned()));
    let threshold = access.threshold.as_ref().map_or(NOT_KNOWN, |threshold| &threshold.value);
    let not_taken = (!access.exclusions.is_empty()).then(|| by(access.exclusions.join(". ")));
    let threshold = el("span", "").says(threshold.to_owned()).maybe(not_taken);
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
        .holds(cell("Who may refer", who))
        .holds(cell("Threshold", threshold))
        .holds(cell("Ages", el("span", "").says(plain(ages(listing)))))
        .holds(cell("Area", el("span", "").says(area(listing, &directory.site.areas))))
        .holds(cell("Cost", el("span", "").says(plain(cost(listing)))))
        .holds(cell("Wait", el("span", "").says(wait(listing).unwrap_or_else(|| NOT_KNOWN.to_owned()))))
        .holds(cell("Last checked", el("span", "").says(checked(listing, directory))))
}

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
