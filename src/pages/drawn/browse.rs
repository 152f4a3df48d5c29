//! Pages of a need, an age group or a THRIVE grouping: what fits it, as cards,
//! for whoever comes from elsewhere. The app itself never opens one.

use crate::components::crisis;
use crate::components::markup::el;
use crate::pages::results::{Look, PARTS, without_more};
use crate::state::ROWS;
use crate::state::use_directory;
use directory::Address;
use directory::Filters;
use directory::age::AgeChoice;
use directory::filters::Choice;
use directory::search::{Query, View};
use directory::vocabulary::{Need, Thrive};
use leptos::prelude::*;

/// The page of a need.
#[component]
pub fn NeedPage(
    /// Which need.
    need: Need,
) -> impl IntoView {
    let lead = "What may help, and who can ask for it.";
    view! { <List choice=Choice::Need(need) title=need.label().to_owned() lead/> }
}

/// The page of an age group.
#[component]
pub fn AgePage(
    /// Which group.
    age: AgeChoice,
) -> impl IntoView {
    view! { <List choice=Choice::Age(age) title=age.label() lead="Places that take children and young people of this age."/> }
}

/// The page of a THRIVE grouping.
#[component]
pub fn ThrivePage(
    /// Which grouping.
    thrive: Thrive,
) -> impl IntoView {
    view! { <List choice=Choice::Thrive(thrive) title=thrive.plain().to_owned() lead=thrive.line()/> }
}

#[component]
fn List(
    /// What the page is about.
    choice: Choice,
    /// Its heading.
    title: String,
    /// A line under it.
    lead: &'static str,
) -> impl IntoView {
    let directory = use_directory();
    let filters = Filters::default().toggled(choice);
    let is_staff = matches!(choice, Choice::Need(need) if !need.is_for_families());
    let (view_of, page) = match is_staff {
        true => (View::Staff, Address::StaffResults(filters)),
        false => (View::Families, Address::Results(filters)),
    };
    let found = directory.search(Query { filters, view: view_of, ..Query::default() });
    let crisis = crisis::pinned(&directory.crisis, filters.need, filters.thrive);
    let look = Look::of(View::Families);
    let parts = PARTS.map(|part| part.unchosen().draw(look, &directory, &found, filters, ROWS));
    let parts = parts.into_iter().flatten().map(|part| el("div", "results__part").holds(part)).collect_view();
    let href = page.href(&directory.site.areas);
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">{title}</h1><p class="hero__lead">{lead}</p></div>
            {crisis}
            <p class="needs-app"><a class="button" href=href>"See them all, and choose more filters"</a></p>
            {parts}
            {without_more()}
        </main>
    }
}
