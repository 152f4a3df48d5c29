//! Urgent help: every route, for everyone, for children, for worried adults,
//! for deaf and speech-impaired people; and how to ask for an interpreter.

use crate::components::crisis::{checked, crisis_route};
use crate::state::use_directory;
use directory::Address;
use directory::crisis::{Crisis, Group};
use leptos::prelude::*;

/// The groups in their order, with their ids and headings.
pub const GROUPS: [(Group, &str, &str); 4] = [
    (Group::Everyone, "everyone", "For anyone, at any age"),
    (Group::Children, "children", "For children and young people"),
    (Group::WorriedAdults, "worried-adults", "If you are worried about a child"),
    (Group::Deaf, "deaf", "If you are deaf, or cannot speak on the phone"),
];

/// Urgent help.
#[component]
pub fn Urgent() -> impl IntoView {
    let directory = use_directory();
    let groups =
        GROUPS.map(|(group, id, title)| routes(&directory.crisis, group, id, title)).into_iter().collect_view();
    let checked = checked(&directory.crisis);
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Urgent help"</h1>
                <p class="hero__lead">
                    "Has someone taken tablets? Are they badly hurt, or could they die? Call 999 or go to A&E now, even if they seem well."
                </p>
            </div>
            {groups}
            <p><a class="link" href=Address::Young.file()>"More for young people"</a></p>
            <section class="prose" aria-labelledby="interpreter">
                <h2 id="interpreter">"If English is hard for you"</h2>
                <p>"Ask for an interpreter when you call. Say “interpreter” and the name of your language."</p>
                <h2>"If your child is under 5"</h2>
                <p>"Call 111. The 111 website is not for children under 5."</p>
                <p>{checked}</p>
            </section>
        </main>
    }
}

fn routes(crisis: &Crisis, group: Group, id: &'static str, title: &'static str) -> Option<impl IntoView + use<>> {
    let routes: Vec<_> = crisis.group(group).map(crisis_route).collect();
    (!routes.is_empty()).then(|| {
        view! {
            <section class="crisis" aria-labelledby=id>
                <h2 class="crisis__title" id=id>{title}</h2>
                <ul class="crisis__routes">{routes}</ul>
            </section>
        }
    })
}
