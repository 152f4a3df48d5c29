//! Listings in a compact table, for school staff: referral facts side by side.

use super::facts::{Words, ages, area, capital, cost};
use super::fresh::checked;
use super::how::referrers;
use super::thrive::badges;
use directory::Directory;
use directory::address::Address;
use directory::listing::{AvailabilityState, Listing};
use directory::search::{Outcome, Reason};
use directory::vocabulary::Thrive;
use leptos::prelude::*;

/// The heads of the columns, in order.
const HEADS: [&str; 8] = ["Name", "THRIVE", "Who may refer", "How", "Ages", "Area", "Cost", "Wait"];

/// A row: the listing, how it fits, and why it only may.
pub type Row<'a> = (&'a Listing, Outcome, Vec<Reason>);

/// Listings side by side.
#[component]
pub fn ListingTable<'a>(
    /// The directory that they are of.
    directory: &'a Directory,
    /// What the table holds, with how many there are in all.
    caption: (&'static str, usize),
    /// Its rows.
    rows: Vec<Row<'a>>,
) -> impl IntoView + use<> {
    let head = |head| view! { <th class="table__head" role="columnheader" scope="col">{head}</th> };
    let rows = rows.into_iter().map(|row| view! { <TableRow directory row/> }).collect_view();
    view! {
        <table class="table" role="table">
            <caption class="table__caption">{caption.0}" "<span class="table__number">{caption.1}</span></caption>
            <thead class="table__heads" role="rowgroup"><tr role="row">{HEADS.map(head).into_iter().collect_view()}</tr></thead>
            <tbody class="table__body" role="rowgroup">{rows}</tbody>
        </table>
    }
}

#[component]
fn TableRow<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// The row.
    row: Row<'a>,
) -> impl IntoView + use<> {
    let (listing, outcome, reasons) = row;
    let areas = &directory.site.areas;
    let href = Address::StaffListing(listing.id.clone()).href(areas);
    let provider = listing.provider.as_ref().map_or(String::new(), |provider| provider.value.clone());
    let why: Vec<_> = reasons.iter().map(Reason::words).collect();
    let why = (!why.is_empty()).then(|| view! { <span class="table__why">"May fit: "{why.join(" ")}</span> });
    let no_contact = listing.contacts.is_empty().then_some(" We have no contact yet.");
    let route = listing.access.route.as_ref().map_or("Not known: ask".to_owned(), |route| route.value.clone());
    let thrive = badges(listing.thrive, Thrive::label);
    let thrive = if thrive.is_empty() {
        "None given".into_any()
    } else {
        view! { <span class="stack">{thrive}</span> }.into_any()
    };
    let plain = |words: Words| words.words.as_deref().map_or("Not known: ask".to_owned(), capital);
    view! {
        <tr class="table__row" role="row" data-id=listing.id.to_string() data-fit=outcome.word()>
            <th class="table__name" role="rowheader" scope="row">
                <a class="table__link" href=href>{listing.name.clone()}</a>
                <span class="table__by">{provider}</span>
                {why}
                <span class="table__by">{checked(listing, directory.freshness(listing))}"."{no_contact}</span>
            </th>
            {cell("THRIVE", thrive)}
            {cell("Who may refer", referrers(&listing.access).into_any())}
            {cell("How", route.into_any())}
            {cell("Ages", plain(ages(listing)).into_any())}
            {cell("Area", area(listing, areas).into_any())}
            {cell("Cost", plain(cost(listing)).into_any())}
            {cell("Wait", wait(listing).into_any())}
        </tr>
    }
}

fn cell(label: &'static str, content: AnyView) -> impl IntoView {
    view! { <td class="table__cell" role="cell" data-label=label><span>{content}</span></td> }
}

/// How things stand, with the date of the statement.
pub fn wait(listing: &Listing) -> String {
    let now = &listing.availability;
    let state = match now.state {
        None if now.wait.is_none() => return "Not known: ask".to_owned(),
        None => String::new(),
        Some(AvailabilityState::Open) => "Open. ".to_owned(),
        Some(AvailabilityState::LongWait) => "Long wait. ".to_owned(),
        Some(AvailabilityState::Paused) => "Paused: takes nobody for now. ".to_owned(),
    };
    let wait = now.wait.clone().unwrap_or_default();
    let said = now.said_on.map(|day| format!(" (said {})", day.words())).unwrap_or_default();
    format!("{state}{wait}{said}").trim().to_owned()
}
