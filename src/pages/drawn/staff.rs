//! The entry page for school staff: safeguarding first, then what they came
//! for. Their choices stand after `#`; where no app reads them, the same doors
//! lead to pages and lists that were drawn with them.

use super::continued::whole;
use super::names::names;
use crate::components::notice::safeguarding;
use crate::components::ways::ways;
use crate::pages::results::numbered;
use crate::state::use_directory;
use directory::closed::Closed;
use directory::filters::Choice;
use directory::search::{Query, View};
use directory::vocabulary::{Kind, Need, Thrive};
use directory::{Address, Directory, Filters};
use leptos::prelude::*;

/// The kinds of entry that staff look for by name.
const KINDS: [Kind; 3] = [Kind::Training, Kind::Resource, Kind::Funding];

/// The doors: what each asks for, its title, and what is behind it.
const DOORS: [(Option<Choice>, &str, &str); 6] = [
    (None, "Support for pupils", "Who may refer, how, for which ages, and what it costs: one table."),
    (Some(Choice::Need(Need::WholeSchool)), "Whole school", "Leading mental health, policy, curriculum and toolkits."),
    (Some(Choice::Need(Need::StaffWellbeing)), "Looking after staff", "Help for you and your colleagues."),
    (Some(Choice::Kind(Kind::Training)), "Training", "Courses, with what their providers say of length and level."),
    (Some(Choice::Kind(Kind::Resource)), "Resources", "Things to read and use, each with its source."),
    (Some(Choice::Kind(Kind::Funding)), "Funding", "Grants that we know of. Those that have closed are kept apart."),
];

/// The entry page for school staff.
#[component]
pub fn Staff() -> impl IntoView {
    let directory = use_directory();
    let areas = directory.site.areas.clone();
    let chosen = |choice: Option<Choice>| {
        let filters = choice.map_or(Filters::default(), |choice| Filters::default().toggled(choice));
        Address::StaffResults(filters).href(&areas)
    };
    let need = |need: Need| view! { <li><a class="link" href=chosen(Some(Choice::Need(need)))>{need.label()}</a></li> };
    let needs = Need::for_families().map(need).collect_view();
    let drawn_needs =
        ways(Need::for_families().map(|need| (Address::Need(need).file(), need.label().to_owned(), None)));
    let groupings = &directory.site.groupings;
    let thrive = |thrive: Thrive| {
        let (name, line) = (groupings.name(thrive, View::Staff).to_owned(), groupings.line(thrive).to_owned());
        view! {
            <li>
                <a class="link needs-app" href=chosen(Some(Choice::Thrive(thrive)))>{name.clone()}</a>
                <a class="link without-app" data-drawn="" href=Address::Thrive(thrive).file()>{name}</a>
                ": "{line}"."
            </li>
        }
    };
    let thrive = groupings.order().map(thrive).collect_view();
    let found = whole(&directory, View::Staff);
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Support for your pupils and your team"</h1>
                <p class="hero__lead">"Who may refer, and how; training, resources and funding. The same directory, with the facts that schools need."</p>
            </div>
            {safeguarding()}
            <ul class="tile__row needs-app">{doors(&chosen)}</ul>
            <ul class="tile__row without-app" data-drawn="">{doors(&drawn)}</ul>
            <div class="prose">
                <h2>"By need"</h2>
                <ul class="prose__columns needs-app">{needs}</ul>
                <div class="without-app" data-drawn="">{drawn_needs}</div>
                <h2>"By THRIVE grouping"</h2>
                <p>"What kind of help are you looking for? The groupings are not steps of a ladder, and a clinician has not yet reviewed our sorting."</p>
                <ul>{thrive}</ul>
            </div>
            {KINDS.map(|kind| by_name(&directory, kind)).into_iter().collect_view()}
            <section class="without-app" data-drawn="" aria-labelledby="all">
                <h2 id="all">"Everything for pupils and staff"</h2>
                {numbered(View::Staff, &found, 0)}
            </section>
        </main>
    }
}

/// Each door as a tile.
fn doors(href: &dyn Fn(Option<Choice>) -> String) -> impl IntoView + use<> {
    let door = |(choice, title, text): (Option<Choice>, &'static str, &'static str)| {
        view! {
            <li class="tile">
                <h2 class="tile__title"><a class="tile__link" href=href(choice)>{title}</a></h2>
                <p class="tile__text">{text}</p>
            </li>
        }
    };
    DOORS.map(door).into_iter().collect_view()
}

/// Where a door leads without the app.
fn drawn(choice: Option<Choice>) -> String {
    match choice {
        Some(Choice::Need(need)) => Address::Need(need).file(),
        Some(Choice::Kind(kind)) => format!("{}#{}", Address::Staff.file(), kind.slug()),
        _ => Address::StaffResults(Filters::default()).file(),
    }
}

/// All entries of a kind, by name, for whoever has no app to choose it with.
fn by_name(directory: &Directory, kind: Kind) -> impl IntoView + use<> {
    let filters = Filters::default().toggled(Choice::Kind(kind));
    let found = directory.search(Query { filters, view: View::Staff, ..Query::default() });
    let rows: Vec<_> = found.fits.iter().chain(&found.any).chain(&found.may).collect();
    let none = rows.is_empty().then(|| view! { <p>"We know of none."</p> });
    let names = names(rows.into_iter().filter_map(|row| directory.at(*row)), Address::StaffListing);
    view! {
        <section class="without-app" data-drawn="" aria-labelledby=kind.slug()>
            <h2 id=kind.slug() tabindex="-1">{kind.label()}</h2>
            {none}
            {names}
        </section>
    }
}
