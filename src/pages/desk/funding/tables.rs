//! Offers of money in tables, one for each way in which they stand on the day.

use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::staff_table::{staff_cell, staff_row, staff_table, words_or_ask};
use crate::state::Desk;
use directory::Address;
use directory::fact::Basis;
use directory::funding::{Funding, FundingChoice, Offer, Offers, Stage};
use directory::id::ListingId;
use directory::search::Reason;

/// The heads of the columns.
const HEADS: [&str; 6] = ["Name", "How much", "Who may apply", "What for", "When", "Courses it pays for"];

/// How many rows beyond the first are drawn for readers without the app.
const DRAWN: usize = 200;

/// The tables, and what has ended.
pub fn tables(desk: &Desk, choice: FundingChoice, offers: &Offers<'_>) -> Vec<Markup> {
    let mut left = usize::from(choice.rows);
    let mut drawn: Vec<_> = Stage::ALL.iter().filter_map(|stage| table(desk, offers, *stage, &mut left)).collect();
    let hidden = offers.offers.len().saturating_sub(usize::from(choice.rows));
    drawn.extend((hidden > 0).then(|| {
        let more = choice.with_more();
        let shown = hidden.min(usize::from(more.rows - choice.rows));
        let more = link("button button--quiet", desk.href(&more.write(&desk.directory.site.areas)));
        el("p", "results__more needs-app").holds(more.says(format!("Show {shown} more")))
    }));
    drawn.extend((!offers.ended.is_empty()).then(|| ended(offers)));
    drawn
}

/// The offers at one stage; nothing if there are none. Rows are taken from
/// those that are left.
fn table(desk: &Desk, offers: &Offers<'_>, stage: Stage, left: &mut usize) -> Option<Markup> {
    let all: Vec<_> = offers.at(stage).collect();
    let open = all.len().min(*left);
    *left -= open;
    let mut rows: Vec<_> = all.iter().take(open).map(|offer| row(desk, offer, "table__row")).collect();
    let beyond = all.iter().skip(open).take(DRAWN);
    rows.extend(beyond.filter_map(|offer| drawn_only(|| row(desk, offer, "table__row without-app"))));
    (!rows.is_empty()).then(|| staff_table(stage.said(desk.directory.today), all.len().to_string(), &HEADS, rows))
}

fn row(desk: &Desk, offer: &Offer<'_>, class: &'static str) -> Markup {
    let (listing, funding) = (offer.listing, &offer.funding);
    let why: Vec<_> = offer.why.iter().map(Reason::words).collect();
    let who = match (&funding.who, &listing.eligibility) {
        (Some(who), _) => Some(who.clone()),
        (None, Some(fact)) if fact.basis == Basis::Stated => Some(fact.value.clone()),
        (None, Some(fact)) => Some([&fact.value, " (we believe, not checked)"].concat()),
        (None, None) => None,
    };
    staff_row(&desk.directory, listing, offer.outcome, &why, class)
        .holds(staff_cell("How much", words_or_ask(funding.amount.as_deref())))
        .holds(staff_cell("Who may apply", words_or_ask(who.as_deref())))
        .holds(staff_cell("What for", words_or_ask(funding.purpose.as_deref())))
        .holds(staff_cell("When", when(funding)))
        .holds(staff_cell("Courses it pays for", courses(desk, &funding.pays_for)))
}

/// Both days in words; what is not known says so.
fn when(funding: &Funding) -> Markup {
    let lines = funding.when();
    el("span", "").each(lines.into_iter().map(|line| el("span", "table__line").says(line)).collect())
}

fn courses(desk: &Desk, ids: &[ListingId]) -> Markup {
    let courses: Vec<_> = ids.iter().filter_map(|id| desk.directory.find(id).listing()).collect();
    if courses.is_empty() {
        return words_or_ask(None);
    }
    let course = |course: &&directory::Listing| {
        let href = Address::StaffListing(course.id.clone()).file();
        let ended = course.standing.beside_name().map(|words| el("span", "").says(words));
        el("li", "").holds(link("table__door", href).says(&course.name)).maybe(ended)
    };
    el("ul", "table__list").each(courses.iter().map(course).collect())
}

/// Schemes that are over: each has a page that says so, and leads on.
fn ended(offers: &Offers<'_>) -> Markup {
    let one = |offer: &Offer<'_>| {
        let href = Address::StaffListing(offer.listing.id.clone()).file();
        let closed = offer.funding.closes.map(|day| format!(": closed on {}", day.words())).unwrap_or_default();
        el("li", "").holds(link("link", href).says(&offer.listing.name)).says(closed)
    };
    el("section", "prose")
        .with("aria-labelledby", "ended")
        .holds(el("h2", "").with("id", "ended").says("Schemes that have ended"))
        .holds(el("p", "").says("Nobody can apply for these. Each page says what replaced it, if we know."))
        .holds(el("ul", "").each(offers.ended.iter().map(one).collect()))
}
