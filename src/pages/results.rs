//! Results: what fits, what serves any worry, what may fit. Families read
//! cards, school staff a table; all else is the same.

mod nothing;
mod numbers;
mod part;

pub use numbers::numbered;
pub use part::{Look, PARTS};

#[cfg(not(target_arch = "wasm32"))]
pub use {numbers::page_of, part::PartOf};

use super::panel::panel;
use crate::components::crisis;
use crate::components::facts::capital;
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::{Tone, not_understood, notice, safeguarding};
use crate::components::tags::tags;
use crate::state::Reader;
use directory::Directory;
use directory::search::{Found, Question, Sort, View};

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
    let question = reader.question();
    let found = directory.search(reader.query(question.as_ref()));
    let is_empty = found.to_try() + found.may.len() == 0;
    let nothing = is_empty.then(|| nothing::nothing(directory, reader, question.as_ref()));
    let part = |at: usize| PARTS[at].section(look, directory, &found, reader, at);
    let parts = (0..PARTS.len()).filter_map(part).collect();
    let head = el("div", "results__head")
        .each(head(view))
        .holds(above(directory, reader, question.as_ref(), is_whole))
        .each(unfiltered())
        .holds(el("ul", "tags needs-app").each(chosen(directory, reader)))
        .holds(bar(&found, reader.sort));
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
        head.push(safeguarding());
    }
    head
}

/// What is missing, and what is pinned: the crisis block, where a
/// crisis-sensitive need or grouping is chosen, or named in their own words.
fn above(directory: &Directory, reader: &Reader, question: Option<&Question>, is_whole: bool) -> Markup {
    let filters = reader.address.filters();
    let broken = (!is_whole).then(|| {
        let words = "An entry may be missing or incomplete. In an emergency call 999.";
        notice(Tone::Warn, "Part of our list could not be read").holds(el("p", "").says(words))
    });
    let said = question.map(|question| question.needs(directory)).unwrap_or_default();
    let needs = filters.need.iter().chain(said.iter()).collect();
    el("div", "results__above").maybe(not_understood(&reader.dropped)).maybe(broken).maybe(crisis::pinned(
        &directory.crisis,
        needs,
        filters.thrive,
    ))
}

/// What is said of the list that was drawn at build, where the address has
/// filters: it does not know them.
fn unfiltered() -> Vec<Markup> {
    let say = |class: &'static str, words: &'static str| drawn_only(|| el("p", class).says(words));
    let loading = say("notice notice--filtered", "All places. Your filters are loading.");
    let failed = say("notice notice--unfiltered", "All places. Your filters could not be applied.");
    loading.into_iter().chain(failed).collect()
}

/// What is chosen, and their own words, each with a way to take it away.
fn chosen(directory: &Directory, reader: &Reader) -> Vec<Markup> {
    let mut all = tags(&reader.address, &directory.site, reader.view());
    if !reader.words.is_empty() {
        let forget = el("button", "tags__link").with("type", "button").with("data-do", "forget");
        let forget = forget.holds(el("span", "hidden").says("Remove your words: "));
        let forget = forget.says(format!("“{}”", reader.words)).holds(picture(Icon::Close));
        all.push(el("li", "tags__item").holds(forget));
    }
    all
}

/// How many there are, said once after each change, and in which order.
fn bar(found: &Found, sort: Sort) -> Markup {
    let order = |value: &'static str, is_so: bool, words: &'static str| {
        el("option", "").with("value", value).is("selected", is_so).says(words)
    };
    let select = el("select", "results__select")
        .with("id", "sort")
        .with("name", "sort")
        .holds(order("best", sort == Sort::Best, "Best match"))
        .holds(order("name", sort == Sort::Name, "Name, A to Z"));
    let status = capital(&counted(found.to_try(), found.may.len()));
    let sort =
        el("p", "results__sort needs-app").holds(el("label", "").with("for", "sort").says("Sort by")).holds(select);
    el("div", "results__bar").holds(el("p", "results__status").with("role", "status").says(status)).holds(sort)
}
