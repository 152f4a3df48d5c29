//! Results: what fits, what serves any worry, what may fit. Families read
//! cards, school staff a table; all else is the same.

mod nothing;
mod numbers;
mod part;
mod said;

pub use numbers::numbered;
pub use part::{Look, PARTS};

#[cfg(not(target_arch = "wasm32"))]
pub use {numbers::page_of, part::PartOf};

use super::panel::panel;
use crate::components::crisis::{Place, help_now};
use crate::components::facts::capital;
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::{Tone, not_understood, notice, safeguarding};
use crate::components::search::search_field;
use crate::components::staff_nav::staff_nav;
use crate::components::tags::tags;
use crate::state::Reader;
use directory::closed::Closed;
use directory::question::Urgency;
use directory::search::{Column, Found, Sort, View};
use directory::{Address, Directory, Filters};

/// "14 to try, and 6 to ask".
pub fn counted(to_try: usize, to_ask: usize) -> String {
    match (to_try, to_ask) {
        (0, 0) => "nothing that fits all of that".to_owned(),
        (0, ask) => format!("{ask} to ask"),
        (one, 0) => format!("{one} to try"),
        (one, ask) => format!("{one} to try, and {ask} to ask"),
    }
}

/// Results for one view.
pub fn page(directory: &Directory, reader: &Reader, is_whole: bool) -> Markup {
    let view = reader.view();
    let look = Look::of(view);
    let found = directory.search(reader.query());
    let is_lost = nothing::is_lost(directory, reader);
    let is_empty = found.to_try() + found.may.len() == 0 || is_lost;
    let nothing = is_empty.then(|| nothing::nothing(directory, reader, is_lost));
    let part = |at: usize| PARTS[at].section(look, directory, &found, reader, at);
    let parts = (0..PARTS.len()).filter_map(part).collect();
    // What cannot wait stands above everything.
    let is_emergency = reader.urgency() == Some(Urgency::Emergency);
    let pinned = el("div", "results__above").each(help(directory, reader));
    let (first, below) = if is_emergency { (Some(pinned), None) } else { (None, Some(pinned)) };
    let head = el("div", "results__head")
        .maybe(first)
        .each(head(view))
        .holds(search_field("Search in your own words", &reader.own.draft))
        .maybe(below)
        .holds(missing(reader, is_whole))
        .each(unfiltered())
        .each(said::said(directory, reader, is_lost))
        .holds(el("ul", "tags needs-app").each(tags(&reader.address, &directory.site, view, reader.own.rest())))
        .holds(bar(&found, reader.sort, view));
    let results = el("div", look.class)
        .holds(head)
        .holds(el("div", "results__filters").holds(panel(directory, reader, &found)))
        .holds(el("div", "results__main").maybe(nothing).each(parts).maybe(without_app(view, &found)));
    el("main", "wrap").with("id", "main").with("tabindex", "-1").holds(results)
}

/// Where the rest of the list is when the app does not run.
fn without_app(view: View, found: &Found) -> Option<Markup> {
    drawn_only(|| {
        let words = "Each part shows its first 20. All of them stand in the pages of this list, one after another.";
        el("div", "without-app").holds(el("p", "").says(words)).holds(numbered(view, found, 1))
    })
}

/// The way back, the heading, and for staff the line above everything.
fn head(view: View) -> Vec<Markup> {
    let (href, back, title) = match view {
        View::Families => ("index.html", "Start again", "Places to try"),
        View::Staff => ("staff.html", "For school staff", "Support for pupils"),
    };
    let back = link("link", href).holds(picture(Icon::ArrowLeft)).says(back);
    let mut head = vec![el("p", "hero__back").holds(back), el("h1", "results__title").says(title)];
    if view == View::Staff {
        head.push(staff_nav(&Address::StaffResults(Filters::default())));
        head.push(safeguarding());
        let first = link("link", "staff.html#first-steps").says("What school does first, before it refers");
        head.push(el("p", "").holds(first));
    }
    head
}

/// Help now, where a crisis-sensitive need or grouping is chosen, or their own
/// words sound urgent.
fn help(directory: &Directory, reader: &Reader) -> Vec<Markup> {
    let filters = reader.address.filters();
    let asked = reader.question().map(|question| question.understood.needs()).unwrap_or_default();
    let needs = filters.need.iter().chain(asked.iter()).collect();
    help_now(&directory.crisis, Place::OnPage, reader.urgency(), needs, filters.thrive)
}

/// What of a link or of the list is missing.
fn missing(reader: &Reader, is_whole: bool) -> Markup {
    let broken = (!is_whole).then(|| {
        let words = "An entry may be missing or incomplete. In an emergency call 999.";
        notice(Tone::Warn, "Part of our list could not be read").holds(el("p", "").says(words))
    });
    el("div", "results__above").maybe(not_understood(&reader.dropped)).maybe(broken)
}

/// What is said of the list that was drawn at build, where the address has
/// filters: it does not know them.
fn unfiltered() -> Vec<Markup> {
    let say = |class: &'static str, words: &'static str| drawn_only(|| el("p", class).says(words));
    let loading = say("notice notice--filtered", "All places. Your filters are loading.");
    let failed = say("notice notice--unfiltered", "All places. Your filters could not be applied.");
    loading.into_iter().chain(failed).collect()
}

/// How many there are, said once after each change, and in which order.
fn bar(found: &Found, sort: Sort, view: View) -> Markup {
    let by = sort.column().map(|(column, _)| column);
    let order = |column: Option<Column>| {
        let (value, words) = match column {
            None => ("best", "Best match"),
            Some(Column::Name) => ("name", "Name, A to Z"),
            Some(column) => (column.slug(), column.label()),
        };
        el("option", "").with("value", value).is("selected", by == column).says(words)
    };
    // Families choose by what fits, or look for a name.
    let columns = if view == View::Staff { Column::ALL } else { &[Column::Name] };
    let columns = columns.iter().map(|column| order(Some(*column))).collect();
    let select =
        el("select", "results__select").with("id", "sort").with("name", "sort").holds(order(None)).each(columns);
    let status = capital(&counted(found.to_try(), found.may.len()));
    let sort =
        el("p", "results__sort needs-app").holds(el("label", "").with("for", "sort").says("Sort by")).holds(select);
    el("div", "results__bar").holds(el("p", "results__status").with("role", "status").says(status)).holds(sort)
}
