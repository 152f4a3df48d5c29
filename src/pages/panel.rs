//! The filter panel: every option with how many fit beside it.

use crate::browser;
use crate::components::choices::{Tick, tick_boxes};
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el, link};
use crate::components::tags::choice_words;
use crate::state::{choice, use_catalogue, use_filters};
use directory::age::AgeChoice;
use directory::filters::{Choice, Group, options};
use directory::search::{Found, View};
use directory::vocabulary::{Kind, Thrive};
use directory::{Address, Directory, Filters};
use leptos::prelude::*;
use std::sync::Arc;

/// How many options of a long group stand open.
const FIRST: usize = 8;

/// The groups in the order of the panel, with their legends for families and
/// for staff.
const LEGENDS: [(Group, &str, &str); 8] = [
    (Group::Age, "Age", "Age"),
    (Group::Need, "Worry", "Need"),
    (Group::Area, "Where you live, go to school or have your GP", "Area"),
    (Group::Access, "Who can ask", "Who may refer"),
    (Group::Thrive, "Kind of support", "THRIVE grouping"),
    (Group::Format, "What it is like", "Format"),
    (Group::Cost, "Cost", "Cost"),
    (Group::Kind, "Kind of place", "Kind of entry"),
];

/// The filter panel: closed on a phone, with its effect on show.
#[component]
pub fn Panel(
    /// The page, with what is chosen on it.
    address: Signal<Address>,
    /// What was found.
    found: Memo<Arc<Found>>,
) -> impl IntoView {
    let (view, class) = match address.get_untracked().is_staff() {
        true => (View::Staff, "filters filters--across needs-app"),
        false => (View::Families, "filters needs-app"),
    };
    let (filters, set_filters) = use_filters();
    let directory = use_catalogue().directory;
    let is_open = RwSignal::new(false);
    let owner = Owner::current();
    let hear = move |event: leptos::ev::Event| {
        let chosen = browser::choice::changed(&event);
        let chosen = chosen.and_then(|(name, value)| owner.as_ref()?.with(|| choice(&name, &value)));
        if let Some(choice) = chosen {
            set_filters.run(filters.get_untracked().toggled(choice));
        }
    };
    let before = filters.get_untracked();
    let areas = directory.clone();
    let groups = move || {
        let (filters, found) = (filters.get(), found.get());
        LEGENDS.map(|legend| group(legend, view, &directory, filters, before, &found)).to_vec()
    };
    let words = move || match filters.get().chosen(&areas.site.areas).len() {
        0 => "Filters".to_owned(),
        count => format!("Filters ({count})"),
    };
    let show = move || {
        let found = found.get();
        match found.to_try() + found.may.len() {
            1 => "Show 1 result".to_owned(),
            count => format!("Show {count} results"),
        }
    };
    let clear = address.get_untracked().with_filters(Filters::default()).file();
    let close = move |_| {
        is_open.set(false);
        browser::page::after_drawing(|| browser::page::focus("main h1"));
    };
    view! {
        <div class=class class:filters--open=is_open>
            <button
                class="button button--quiet filters__toggle"
                type="button"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="filters-panel"
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                <span>{words}</span>
                {picture(Icon::Filter)}
            </button>
            <form class="filters__panel" id="filters-panel" aria-label="Filters" on:change=hear>
                <h2 class="filters__title">"Filters"</h2>
                {groups}
                <div class="filters__done">
                    <button class="button filters__show" type="button" on:click=close>{show}</button>
                    {link("link", clear).says("Clear all")}
                </div>
            </form>
        </div>
    }
}

/// One group, with how many fit beside each option. What was chosen before the
/// panel was drawn decides whether a long group stands open.
fn group(
    legend: (Group, &'static str, &'static str),
    view: View,
    directory: &Directory,
    filters: Filters,
    before: Filters,
    found: &Found,
) -> Markup {
    let (group, for_families, for_staff) = legend;
    let words = if view == View::Staff { for_staff } else { for_families };
    let areas = &directory.site.areas;
    let tick = |choice: Choice| {
        let label = words_of(choice, view, directory);
        let tick = Tick { slug: choice.slug(areas).to_owned(), label, is_chosen: filters.contains(choice) };
        (tick, found.counts.of(choice))
    };
    let offered: Vec<_> = options(group, areas).filter(|choice| is_offered(*choice, view)).collect();
    let first = if offered.len() > FIRST + 2 { FIRST } else { offered.len() };
    let (first, rest) = offered.split_at(first);
    let more = (!rest.is_empty()).then(|| {
        let all = format!("Show all {}", offered.len());
        el("details", "")
            .is("open", rest.iter().any(|choice| before.contains(*choice)))
            .holds(el("summary", "filters__summary").says(all))
            .holds(tick_boxes(group.key(), rest.iter().copied().map(tick).collect()))
    });
    el("fieldset", "filters__group")
        .holds(el("legend", "filters__legend").says(words))
        .holds(tick_boxes(group.key(), first.iter().copied().map(tick).collect()))
        .maybe(more)
}

/// Whether a view offers an option; an exact age is offered at home.
fn is_offered(choice: Choice, view: View) -> bool {
    match choice {
        Choice::Age(age) => age.is_group(),
        Choice::Need(need) => view == View::Staff || need.is_for_families(),
        Choice::Kind(kind) => view == View::Staff || !matches!(kind, Kind::Training | Kind::Funding | Kind::Contact),
        _ => true,
    }
}

fn words_of(choice: Choice, view: View, directory: &Directory) -> String {
    match choice {
        Choice::Age(age) => AgeChoice::label(age),
        _ => {
            let naming = if view == View::Staff { Thrive::label } else { Thrive::plain };
            choice_words(choice, &directory.site.areas, naming)
        }
    }
}
