//! The filter panel: every option with how many fit beside it.

use crate::components::choices::{Box, TickBoxes};
use crate::components::icon::{Icon, Picture};
use crate::components::tags::choice_words;
use crate::state::{use_catalogue, use_filters};
use directory::Address;
use directory::Directory;
use directory::Filters;
use directory::age::AgeChoice;
use directory::filters::{Choice, Group, options};
use directory::search::{Found, View};
use directory::vocabulary::{Kind, Need, Thrive};
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
    /// Who is looking.
    view: View,
    /// Its classes.
    class: &'static str,
) -> impl IntoView {
    let directory = use_catalogue().directory;
    let is_open = RwSignal::new(false);
    let areas = directory.clone();
    let chosen = move || match address.get().filters().chosen(&areas.site.areas).len() {
        0 => "Filters".to_owned(),
        count => format!("Filters ({count})"),
    };
    let groups = LEGENDS.map(|legend| view! { <OptionGroup legend found view directory=directory.clone()/> });
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
        crate::browser::page::after_drawing(|| crate::browser::page::focus("main h1"));
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
                <span>{chosen}</span><Picture icon=Icon::Filter/>
            </button>
            <form class="filters__panel" id="filters-panel" aria-label="Filters" on:submit=|event| event.prevent_default()>
                <h2 class="filters__title">"Filters"</h2>
                {groups.into_iter().collect_view()}
                <div class="filters__done">
                    <button class="button filters__show" type="button" on:click=close>{show}</button>
                    <a class="link" href=clear>"Clear all"</a>
                </div>
            </form>
        </div>
    }
}

#[component]
fn OptionGroup(
    /// Which group, with its legends.
    legend: (Group, &'static str, &'static str),
    /// What was found.
    found: Memo<Arc<Found>>,
    /// Who is looking.
    view: View,
    /// The directory.
    directory: Arc<Directory>,
) -> impl IntoView {
    let (filters, set_filters) = use_filters();
    let on_toggle = Callback::new(move |choice| set_filters.run(filters.get_untracked().toggled(choice)));
    let count = Callback::new(move |choice| found.read().counts.of(choice));
    let is_chosen = Signal::from(filters);
    let (group, for_families, for_staff) = legend;
    let words = if view == View::Staff { for_staff } else { for_families };
    let mut first = boxes(group, view, &directory);
    let rest = if first.len() > FIRST + 2 { first.split_off(FIRST) } else { Vec::new() };
    let is_open = rest.iter().any(|one| filters.get_untracked().contains(one.choice));
    let rest = (!rest.is_empty()).then(|| {
        let all = format!("Show all {}", first.len() + rest.len());
        view! {
            <details open=is_open>
                <summary class="filters__summary">{all}</summary>
                <TickBoxes boxes=rest is_chosen count on_toggle/>
            </details>
        }
    });
    view! {
        <fieldset class="filters__group">
            <legend class="filters__legend">{words}</legend>
            <TickBoxes boxes=first is_chosen count on_toggle/>
            {rest}
        </fieldset>
    }
}

/// The options that a view offers in a group; an exact age is offered at home.
fn boxes(group: Group, view: View, directory: &Directory) -> Vec<Box> {
    let areas = &directory.site.areas;
    let naming = if view == View::Staff { Thrive::label } else { Thrive::plain };
    let is_offered = |choice: &Choice| match choice {
        Choice::Age(age) => AgeChoice::groups().any(|group| group == *age),
        Choice::Need(need) => view == View::Staff || need.is_for_families(),
        Choice::Kind(kind) => view == View::Staff || !matches!(kind, Kind::Training | Kind::Funding | Kind::Contact),
        _ => true,
    };
    let words = |choice: Choice| match choice {
        Choice::Area(_) | Choice::Need(Need::General) => choice_words(choice, areas, naming),
        Choice::Age(age) => age.label(),
        _ => choice_words(choice, areas, naming),
    };
    let one = |choice: Choice| Box { choice, slug: choice.slug(areas).to_owned(), label: words(choice) };
    options(group, areas).filter(is_offered).map(one).collect()
}
