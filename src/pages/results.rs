//! Results: what fits, what serves any worry, what may fit. Families read
//! cards, school staff a table; all else is the same.

mod above;
mod nothing;
mod part;

pub use part::{Look, PARTS, ROWS, without_more};

use super::panel::Panel;
use crate::components::facts::capital;
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el, link};
use crate::components::notice::safeguarding;
use crate::state::{use_catalogue, use_filters, use_words};
use above::Above;
use directory::search::{Found, Query, Sort, View};
use directory::{Address, Filters};
use leptos::prelude::*;
use nothing::Nothing;
use part::Part;
use std::sync::Arc;

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
#[component]
pub fn Results(
    /// Who is looking.
    view: View,
) -> impl IntoView {
    let look = Look::of(view);
    let (filters, _) = use_filters();
    let words = use_words();
    let directory = use_catalogue().directory;
    let sort = RwSignal::new(Sort::Best);
    let searched = directory.clone();
    let found = Memo::new(move |_| {
        let question = words.question();
        let query = Query { filters: filters.get(), view, question: question.as_ref(), sort: sort.get() };
        Arc::new(searched.search(query))
    });
    let address = Signal::derive(move || address(view, filters.get()));
    let is_empty = Memo::new(move |_| found.with(|found| found.to_try() + found.may.len() == 0));
    let nothing = move || is_empty.get().then(|| view! { <Nothing address/> });
    let parts = PARTS.map(|part| view! { <Part part look found directory=directory.clone()/> }.into_any());
    view! {
        <main id="main" class="wrap" tabindex="-1">
            <div class=look.class>
                <div class="results__head">
                    {head(view)}
                    <Above address/>
                    <Bar found sort/>
                </div>
                <div class="results__filters"><Panel address found/></div>
                <div class="results__main">{nothing}{Vec::from(parts)}{without_more()}</div>
            </div>
        </main>
    }
}

fn address(view: View, filters: Filters) -> Address {
    match view {
        View::Families => Address::Results(filters),
        View::Staff => Address::StaffResults(filters),
    }
}

/// The way back, the heading, and for staff the line above everything.
fn head(view: View) -> Vec<Markup> {
    let (href, back, title) = match view {
        View::Families => ("index.html", "Start again", "Places to try"),
        View::Staff => ("staff.html", "For school staff", "Support for pupils"),
    };
    let back = link("link", href).holds(picture(Icon::ArrowLeft)).says(back);
    let head = [el("p", "hero__back").holds(back), el("h1", "results__title").says(title)];
    head.into_iter().chain((view == View::Staff).then(safeguarding)).collect()
}

/// How many there are, said once after each change, and in which order.
#[component]
fn Bar(
    /// What was found.
    found: Memo<Arc<Found>>,
    /// In which order.
    sort: RwSignal<Sort>,
) -> impl IntoView {
    let status = Memo::new(move |_| found.with(|found| capital(&counted(found.to_try(), found.may.len()))));
    let choose = move |event| sort.set(if event_target_value(&event) == "name" { Sort::Name } else { Sort::Best });
    view! {
        <div class="results__bar">
            <p class="results__status" role="status">{status}</p>
            <p class="results__sort needs-app">
                <label for="sort">"Sort by"</label>
                <select class="results__select" id="sort" on:change=choose>
                    <option value="best">"Best match"</option>
                    <option value="name">"Name, A to Z"</option>
                </select>
            </p>
        </div>
    }
}
