//! The page of the reader's own list, as it is before its app and without it.

use leptos::prelude::*;

/// My list.
#[component]
pub fn List() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack list" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"My list"</h1>
                <p class="hero__lead">"Places that you save. Compare them, send them to somebody, or print them."</p>
            </div>
            <div id="list">
                <p class="list__coming needs-script">"Your list is on its way. If it does not come, this browser or your network may stop it."</p>
                <div class="list__without">
                    <p>"Saving places needs the app of this site, and it does not run here. If somebody sent you a link to a list, open it on another phone or computer."</p>
                    <p>"You can write places down, or print the page of each one:"</p>
                    <ul>
                        <li><a href="results.html">"All places"</a></li>
                        <li><a href="a-z.html">"Every place by name"</a></li>
                        <li><a href="urgent.html">"Urgent help"</a></li>
                    </ul>
                </div>
            </div>
        </main>
    }
}
