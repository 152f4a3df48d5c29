//! Home, for parents and carers: one question after another, and how many
//! there are to try.

use crate::components::chips::{AgeSelect, Chip, Chips};
use crate::components::crisis::{CrisisBlock, CrisisNotes};
use crate::components::facts::capital;
use crate::components::notice::NotUnderstood;
use crate::state::{use_catalogue, use_filters, use_here, use_words};
use directory::Address;
use directory::Filters;
use directory::age::AgeChoice;
use directory::area::Place;
use directory::closed::{Choices, Closed};
use directory::filters::{Choice, Group};
use directory::search::{Query, View};
use directory::vocabulary::Need;
use leptos::prelude::*;

/// The needs that most people ask for, shown before the others.
const FIRST: [Need; 10] = [
    Need::Anxiety,
    Need::SchoolAvoidance,
    Need::LowMood,
    Need::AngerBehaviour,
    Need::SelfHarm,
    Need::Friendships,
    Need::Sleep,
    Need::Eating,
    Need::Autism,
    Need::Adhd,
];

/// Home, for parents and carers.
#[component]
pub fn Home() -> impl IntoView {
    let here = use_here();
    let dropped = move || (!here.dropped().is_empty()).then(|| view! { <NotUnderstood dropped=here.dropped()/> });
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Find support for your child’s mental health"</h1>
                <p class="hero__lead">
                    "Local and national help, in one place. No log-in, no cookies. We do not collect what you choose or type."
                </p>
            </div>
            {dropped}
            <Questions/>
            <WithoutApp/>
            <Doors/>
        </main>
    }
}

#[component]
fn Questions() -> impl IntoView {
    let here = use_here();
    let (filters, _) = use_filters();
    let directory = use_catalogue().directory;
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        here.go(Address::Results(filters.get_untracked()));
    };
    view! {
        <form class="ask needs-app" action="results.html" aria-label="Find support" on:submit=open>
            <HowOld/>
            <WhichWorry/>
            <Where/>
            <OwnWords/>
            {move || pinned(&directory, filters.get())}
            <Show/>
        </form>
    }
}

/// The crisis block, as soon as a crisis-sensitive need is chosen or typed.
fn pinned(directory: &directory::Directory, filters: Filters) -> Option<impl IntoView + use<>> {
    let question = use_words().question();
    let said = question.map(|question| question.needs(directory)).unwrap_or_default();
    let needs: Choices<Need> = filters.need.iter().chain(said.iter()).collect();
    needs.meets(Need::crisis_sensitive()).then(|| {
        let notes = CrisisNotes { is_watched: needs.contains(Need::AbuseSafety), is_risk_support: false };
        view! { <CrisisBlock crisis=&directory.crisis notes/> }
    })
}

#[component]
fn HowOld() -> impl IntoView {
    let (filters, set_filters) = use_filters();
    let choose = move |age: Option<AgeChoice>| {
        let age = age.into_iter().collect();
        set_filters.run(Filters { age, ..filters.get_untracked() });
    };
    let chip =
        |age: AgeChoice| Chip { choice: Some(Choice::Age(age)), slug: age.slug().to_owned(), label: age.short() };
    let is_chosen = Callback::new(move |choice: Option<Choice>| choice.is_some_and(|one| filters.read().contains(one)));
    let on_choose = Callback::new(move |choice| {
        if let Some(Choice::Age(age)) = choice {
            choose(Some(age));
        }
    });
    view! {
        <fieldset class="ask__question">
            <legend class="ask__legend">"How old is your child?"</legend>
            <Chips name="age" is_single=true chips=AgeChoice::groups().map(chip).collect() is_chosen on_choose/>
            <p class="ask__or"><AgeSelect filters on_choose=Callback::new(choose)/></p>
        </fieldset>
    }
}

#[component]
fn WhichWorry() -> impl IntoView {
    let (filters, set_filters) = use_filters();
    let chip = |need: Need| Chip {
        choice: Some(Choice::Need(need)),
        slug: need.slug().to_owned(),
        label: need.label().to_owned(),
    };
    let is_chosen = Callback::new(move |choice: Option<Choice>| choice.is_some_and(|one| filters.read().contains(one)));
    let on_choose = Callback::new(move |choice: Option<Choice>| {
        if let Some(choice) = choice {
            set_filters.run(filters.get_untracked().toggled(choice));
        }
    });
    let more: Vec<_> = Need::for_families().filter(|need| !FIRST.contains(need)).collect();
    let is_open = more.iter().any(|need| filters.get_untracked().need.contains(*need));
    view! {
        <fieldset class="ask__question">
            <legend class="ask__legend">"What are you worried about?"</legend>
            <p class="ask__hint">"Choose one or more."</p>
            <Chips name="need" is_single=false chips=FIRST.map(chip).to_vec() is_chosen on_choose/>
            <details class="ask__more" open=is_open>
                <summary class="ask__summary">"More worries"</summary>
                <Chips name="need" is_single=false chips=more.into_iter().map(chip).collect() is_chosen on_choose/>
            </details>
        </fieldset>
    }
}

#[component]
fn Where() -> impl IntoView {
    let (filters, set_filters) = use_filters();
    let directory = use_catalogue().directory;
    let areas = &directory.site.areas;
    let chip = |place: Place| Chip {
        choice: Some(Choice::Area(place)),
        slug: areas.slug(place).to_owned(),
        label: areas.label(place).to_owned(),
    };
    let rather_not = Chip { choice: None, slug: "rather-not-say".to_owned(), label: "Rather not say".to_owned() };
    let chips = areas.choices().map(chip).chain([rather_not]).collect();
    let is_chosen = Callback::new(move |choice: Option<Choice>| match choice {
        Some(choice) => filters.read().contains(choice),
        None => filters.read().area.is_empty(),
    });
    let on_choose = Callback::new(move |choice: Option<Choice>| {
        let unanswered = filters.get_untracked().lifted(Group::Area);
        set_filters.run(choice.map_or(unanswered, |choice| unanswered.toggled(choice)));
    });
    view! {
        <fieldset class="ask__question">
            <legend class="ask__legend">"Where do you live, go to school or have your GP?"</legend>
            <p class="ask__hint">"This finds local help. One of the three is enough."</p>
            <Chips name="area" is_single=true chips is_chosen on_choose/>
        </fieldset>
    }
}

#[component]
fn OwnWords() -> impl IntoView {
    let words = use_words();
    let directory = use_catalogue().directory;
    let read = move || {
        let needs = words.question().map(|question| question.needs(&directory)).unwrap_or_default();
        let labels: Vec<_> = needs.iter().filter(|need| need.is_for_families()).map(Need::label).collect();
        (!labels.is_empty()).then(|| view! { "We read this as: "<b>{labels.join(", ")}</b> })
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
    let catalogue = use_catalogue();
    let directory = catalogue.directory.clone();
    let counted = Memo::new(move |_| {
        let question = words.question();
        let query =
            Query { filters: filters.get(), view: View::Families, question: question.as_ref(), ..Query::default() };
        let found = directory.search(query);
        super::results::counted(found.to_try(), found.may.len())
    });
    let areas = catalogue.directory;
    let href = move || Address::Results(filters.get()).href(&areas.site.areas);
    let clear =
        move || (!filters.read().is_empty()).then(|| view! { <a class="link" href="index.html">"Clear all"</a> });
    view! {
        <div class="ask__act">
            <a class="button button--big" href=href>{move || capital(&format!("Show {}", counted.get()))}</a>
            {clear}
        </div>
    }
}

/// The way on where the app does not run: every need and age as a plain link.
#[component]
fn WithoutApp() -> impl IntoView {
    let needs = Need::for_families().map(|need| (Address::Need(need).file(), need.label().to_owned()));
    let ages = AgeChoice::groups().map(|age| (Address::Age(age).file(), age.label()));
    let link = |(href, words): (String, String)| view! { <li><a class="link" href=href>{words}</a></li> };
    view! {
        <div class="without-app prose">
            <h2>"Find support by age"</h2>
            <ul>{ages.map(link).collect_view()}</ul>
            <h2>"Find support by worry"</h2>
            <ul>{needs.map(link).collect_view()}</ul>
        </div>
    }
}

#[component]
fn Doors() -> impl IntoView {
    let doors = [
        ("urgent.html", "Urgent help", "Who to call or text now, day and night."),
        ("kinds.html", "Kinds of support", "From everyday advice to specialist teams, in plain words."),
        ("a-z.html", "A to Z", "Every place we know of, by name."),
        (
            "results.html#access=young-person",
            "I am a young person",
            "Places that you can ask yourself. Most services keep what you say private unless they think someone is in danger. Ask them first.",
        ),
    ];
    let door = |(href, title, text)| {
        view! {
            <li class="tile">
                <h2 class="tile__title"><a class="tile__link" href=href>{title}</a></h2>
                <p class="tile__text">{text}</p>
            </li>
        }
    };
    view! { <ul class="tile__row">{doors.map(door).into_iter().collect_view()}</ul> }
}
