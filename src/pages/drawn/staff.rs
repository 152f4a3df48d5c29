//! The entry page for school staff: safeguarding first, then what they came
//! for.

use crate::components::notice::safeguarding;
use crate::state::use_directory;
use directory::Address;
use directory::Filters;
use directory::filters::Choice;
use directory::vocabulary::{Kind, Need, Thrive};
use leptos::prelude::*;

/// The entry page for school staff.
#[component]
pub fn Staff() -> impl IntoView {
    let directory = use_directory();
    let areas = directory.site.areas.clone();
    let href = |choice: Option<Choice>| {
        let filters = choice.map_or(Filters::default(), |choice| Filters::default().toggled(choice));
        Address::StaffResults(filters).href(&areas)
    };
    let doors = [
        (None, "Support for pupils", "Who may refer, how, for which ages, and what it costs: one table."),
        (
            Some(Choice::Need(Need::WholeSchool)),
            "Whole school",
            "Leading mental health, policy, curriculum and toolkits.",
        ),
        (Some(Choice::Need(Need::StaffWellbeing)), "Looking after staff", "Help for you and your colleagues."),
        (Some(Choice::Kind(Kind::Training)), "Training", "Courses, with what their providers say of length and level."),
        (Some(Choice::Kind(Kind::Resource)), "Resources", "Things to read and use, each with its source."),
        (
            Some(Choice::Kind(Kind::Funding)),
            "Funding",
            "Grants that we know of. Those that have closed are kept apart.",
        ),
    ];
    let door = |(choice, title, text): (Option<Choice>, &'static str, &'static str)| {
        view! {
            <li class="tile">
                <h2 class="tile__title"><a class="tile__link" href=href(choice)>{title}</a></h2>
                <p class="tile__text">{text}</p>
            </li>
        }
    };
    let doors = doors.map(door).into_iter().collect_view();
    let need = |need: Need| view! { <li><a class="link" href=href(Some(Choice::Need(need)))>{need.label()}</a></li> };
    let needs = Need::for_families().map(need).collect_view();
    let thrive = |thrive: &Thrive| {
        view! { <li><a class="link" href=href(Some(Choice::Thrive(*thrive)))>{thrive.label()}</a>": "{thrive.line()}"."</li> }
    };
    let thrive = Thrive::ALL.iter().map(thrive).collect_view();
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Support for your pupils and your team"</h1>
                <p class="hero__lead">"Who may refer, and how; training, resources and funding. The same directory, with the facts that schools need."</p>
            </div>
            {safeguarding()}
            <ul class="tile__row">{doors}</ul>
            <div class="prose">
                <h2>"By need"</h2>
                <ul class="prose__columns">{needs}</ul>
                <h2>"By THRIVE grouping"</h2>
                <p>"What kind of help are you looking for? The groupings are not steps of a ladder, and a clinician has not yet reviewed our sorting."</p>
                <ul>{thrive}</ul>
            </div>
        </main>
    }
}
