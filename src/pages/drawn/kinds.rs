//! Kinds of support: the THRIVE groupings in plain words.

use crate::components::thrive::badge;
use crate::state::use_directory;
use directory::Address;
use directory::Filters;
use directory::filters::Choice;
use directory::search::View;
use directory::vocabulary::Thrive;
use leptos::prelude::*;

/// Kinds of support.
#[component]
pub fn Kinds() -> impl IntoView {
    let directory = use_directory();
    let groupings = &directory.site.groupings;
    let safe = groupings.name(Thrive::RiskSupport, View::Families).to_owned();
    let kind = |thrive: Thrive| {
        let filters = Filters::default().toggled(Choice::Thrive(thrive));
        let href = Address::Results(filters).href(&directory.site.areas);
        let staff = groupings.name(thrive, View::Staff).to_owned();
        let line = groupings.line(thrive).to_owned();
        view! {
            <li class="tile">
                <p>{badge(groupings, thrive, View::Families)}</p>
                <p class="tile__text">{line}"."</p>
                <p class="tile__text">"School and health staff call it “"{staff}"”."</p>
                <p class="needs-app"><a class="link" href=href>"See places"</a></p>
                <p class="without-app" data-drawn=""><a class="link" href=Address::Thrive(thrive).file()>"See places"</a></p>
            </li>
        }
    };
    let kinds = groupings.order().map(kind).collect_view();
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"Kinds of support"</h1>
                <p class="hero__lead">"There are five kinds. They are not steps of a ladder. A child may need more than one at once, or none for a while."</p>
            </div>
            <ul class="tile__row">{kinds}</ul>
            <div class="prose">
                <p>"“"{safe}"” is not a crisis line. If you need help now, see "<a href="urgent.html">"urgent help"</a>"."</p>
                <p>"The kinds follow the THRIVE Framework (Wolpert and others, 2019; Anna Freud and the Tavistock and Portman). Which place has which kind is our own sorting."</p>
            </div>
        </main>
    }
}
