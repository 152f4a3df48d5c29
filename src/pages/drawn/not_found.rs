//! No such page: it says so, and is never silently home.

use leptos::prelude::*;

/// No such page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"This page is not here"</h1>
                <p class="hero__lead">"The link may be old, or a letter of it may be wrong."</p>
            </div>
            <ul class="tile__row">
                <li class="tile"><h2 class="tile__title"><a class="tile__link" href="index.html">"Find support"</a></h2></li>
                <li class="tile"><h2 class="tile__title"><a class="tile__link" href="a-z.html">"A to Z"</a></h2></li>
                <li class="tile"><h2 class="tile__title"><a class="tile__link" href="urgent.html">"Urgent help"</a></h2></li>
            </ul>
        </main>
    }
}
