//! Home, for parents and carers: one question after another, and how many
//! there are to try.

mod questions;

use crate::browser;
use crate::components::crisis;
use crate::components::markup::{Markup, el, link};
use crate::components::notice::not_understood;
use crate::state::{choice, use_catalogue, use_filters, use_here, use_words};
use directory::age::AgeChoice;
use directory::closed::Choices;
use directory::filters::{Choice, Group};
use directory::search::{Query, View};
use directory::vocabulary::Need;
use directory::{Address, Directory, Filters};
use leptos::prelude::*;

/// Home, for parents and carers.
#[component]
pub fn Home() -> impl IntoView {
    let here = use_here();
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Find support for your child’s mental health"</h1>
                <p class="hero__lead">
                    "Local and national help, in one place. No log-in, no cookies. We do not collect what you choose or type."
                </p>
            </div>
            {move || not_understood(here.dropped())}
            <Questions/>
            {without_app()}
            {doors()}
        </main>
    }
}

/// The filters after a change in the form: a worry is added or taken away, an
/// age or a place replaces the one before.
fn changed(filters: Filters, name: &str, value: &str) -> Option<Filters> {
    match (name, choice(name, value)) {
        ("need", Some(choice)) => Some(filters.toggled(choice)),
        ("age", Some(choice @ Choice::Age(_))) => Some(filters.lifted(Group::Age).toggled(choice)),
        ("age", None) if value.is_empty() => Some(filters.lifted(Group::Age)),
        ("area", Some(choice)) => Some(filters.lifted(Group::Area).toggled(choice)),
        ("area", None) => Some(filters.lifted(Group::Area)),
        _ => None,
    }
}

#[component]
fn Questions() -> impl IntoView {
    let here = use_here();
    let (filters, set_filters) = use_filters();
    let directory = use_catalogue().directory;
    let owner = Owner::current();
    let hear = move |event: leptos::ev::Event| {
        let next = browser::choice::changed(&event).and_then(|(name, value)| {
            let next = || changed(filters.get_untracked(), &name, &value);
            owner.as_ref().and_then(|owner| owner.with(next))
        });
        if let Some(next) = next {
            set_filters.run(next);
        }
    };
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        here.go(Address::Results(filters.get_untracked()));
    };
    let areas = directory.clone();
    let is_open = questions::has_more(filters.get_untracked());
    view! {
        <form class="ask needs-app" action="results.html" aria-label="Find support" on:submit=open on:change=hear>
            {move || questions::how_old(filters.get())}
            {move || questions::which_worry(filters.get(), is_open)}
            {move || questions::place(filters.get(), &areas.site.areas)}
            <OwnWords/>
            {move || pinned(&directory, filters.get())}
            <Show/>
        </form>
    }
}

/// The crisis block, as soon as a crisis-sensitive need is chosen or typed.
fn pinned(directory: &Directory, filters: Filters) -> Option<Markup> {
    let question = use_words().question();
    let said = question.map(|question| question.needs(directory)).unwrap_or_default();
    let needs = filters.need.iter().chain(said.iter()).collect();
    crisis::pinned(&directory.crisis, needs, Choices::default())
}

#[component]
fn OwnWords() -> impl IntoView {
    let words = use_words();
    let directory = use_catalogue().directory;
    let read = move || {
        let needs = words.question().map(|question| question.needs(&directory)).unwrap_or_default();
        let labels: Vec<_> = needs.iter().filter(|need| need.is_for_families()).map(Need::label).collect();
        (!labels.is_empty()).then(|| format!("We read this as: {}", labels.join(", ")))
    };
    view! {
        <div class="ask__question">
            <label class="ask__legend" for="words">"Or say it in your own words"</label>
            <p class="ask__hint" id="words-hint">"For example: panic attacks before school"</p>
            <input
                class="ask__words"
                id="words"
                type="search"
                autocomplete="off"
                aria-describedby="words-hint"
                prop:value=move || words.typed()
                on:input=move |event| words.write(&event_target_value(&event))
            />
            <p class="ask__read" role="status">{read}</p>
        </div>
    }
}

/// The way on, with how many there are.
#[component]
fn Show() -> impl IntoView {
    let (filters, _) = use_filters();
    let words = use_words();
    let directory = use_catalogue().directory;
    let act = move || {
        let (filters, question) = (filters.get(), words.question());
        let query = Query { filters, view: View::Families, question: question.as_ref(), ..Query::default() };
        let found = directory.search(query);
        let counted = super::results::counted(found.to_try(), found.may.len());
        let href = Address::Results(filters).href(&directory.site.areas);
        let clear = (!filters.is_empty()).then(|| link("link", "index.html").says("Clear all"));
        el("div", "ask__act").holds(link("button button--big", href).says(format!("Show {counted}"))).maybe(clear)
    };
    view! { {act} }
}

/// The way on where the app does not run: every need and age as a plain link.
/// Drawn at build only: where the app draws, it runs.
fn without_app() -> Option<Markup> {
    let item = |(href, words): (String, String)| el("li", "").holds(link("link", href).says(words));
    let list = |links: Vec<(String, String)>| el("ul", "").each(links.into_iter().map(item).collect());
    cfg!(not(target_arch = "wasm32")).then(|| {
        let needs = Need::for_families().map(|need| (Address::Need(need).file(), need.label().to_owned()));
        let ages = AgeChoice::groups().map(|age| (Address::Age(age).file(), age.label()));
        el("div", "without-app prose")
            .holds(el("h2", "").says("Find support by age"))
            .holds(list(ages.collect()))
            .holds(el("h2", "").says("Find support by worry"))
            .holds(list(needs.collect()))
    })
}

fn doors() -> Markup {
    let privacy = "Places that you can ask yourself. Most services keep what you say private unless they think \
                   someone is in danger. Ask them first.";
    let doors = [
        ("urgent.html", "Urgent help", "Who to call or text now, day and night."),
        ("kinds.html", "Kinds of support", "From everyday advice to specialist teams, in plain words."),
        ("a-z.html", "A to Z", "Every place we know of, by name."),
        ("results.html#access=young-person", "I am a young person", privacy),
    ];
    let door = |(href, title, text): (&'static str, &'static str, &'static str)| {
        let title = el("h2", "tile__title").holds(link("tile__link", href).says(title));
        el("li", "tile").holds(title).holds(el("p", "tile__text").says(text))
    };
    el("ul", "tile__row").each(doors.map(door).into())
}
