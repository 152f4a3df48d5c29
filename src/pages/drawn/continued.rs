//! The list goes on: twenty rows of all that there is, with nothing chosen, for
//! whoever has no app.

use crate::components::icon::{Icon, picture};
use crate::components::markup::el;
use crate::components::notice::safeguarding;
use crate::pages::results::{Look, PARTS, numbered, page_of};
use crate::state::{ROWS, use_directory};
use directory::address::PageNumber;
use directory::search::{Found, Query, View};
use directory::{Directory, Filters};
use leptos::prelude::*;

/// All that a view lists, with nothing chosen.
pub fn whole(directory: &Directory, view: View) -> Found {
    directory.search(Query { view, ..Query::default() })
}

/// How many pages the whole list of a view has.
pub fn last_page(directory: &Directory, view: View) -> usize {
    let found = whole(directory, view);
    (found.to_try() + found.may.len()).div_ceil(ROWS)
}

/// The heading of such a page, which is also its title.
pub fn heading(directory: &Directory, view: View, number: PageNumber) -> String {
    let list = if view == View::Staff { "Support for pupils" } else { "Places to try" };
    format!("{list}, page {number} of {}", last_page(directory, view))
}

/// A page of the whole list.
#[component]
pub fn Continued(
    /// Who is looking.
    view_of: View,
    /// Which page.
    number: PageNumber,
) -> impl IntoView {
    let directory = use_directory();
    let found = whole(&directory, view_of);
    let look = Look::of(view_of);
    let count = found.to_try() + found.may.len();
    let first = (number.get() - 1) * ROWS;
    let last = count.min(first + ROWS);
    let mut before = 0;
    let mut parts = Vec::new();
    for part in PARTS.map(|part| part.unchosen()) {
        // Where this part begins and ends in the whole list.
        let (from, to) = (before, before + part.rows(&found).len());
        before = to;
        let rows = first.clamp(from, to) - from..last.clamp(from, to) - from;
        let drawn = part.draw(look, &directory, &found, Filters::default(), rows, None);
        parts.extend(drawn.map(|rows| el("div", "results__part").holds(rows)));
    }
    let (back, words) = match view_of {
        View::Families => ("index.html", "Start again"),
        View::Staff => ("staff.html", "For school staff"),
    };
    let is_staff = view_of == View::Staff;
    let lead = format!("{} to {last} of {count}. Nothing is chosen: this is the whole list.", first + 1);
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <p class="hero__back"><a class="link" href=back>{picture(Icon::ArrowLeft)}{words}</a></p>
                <h1 class="hero__title">{heading(&directory, view_of, number)}</h1>
                <p class="hero__lead">{lead}</p>
            </div>
            {is_staff.then(safeguarding)}
            <p class="needs-app"><a class="button" href=page_of(view_of, 0).file()>"Choose filters"</a></p>
            {parts}
            {numbered(view_of, &found, number.get())}
        </main>
    }
}
