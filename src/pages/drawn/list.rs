//! The page of the reader's own list, as it is before its app and without it.

use leptos::prelude::*;

/// My list.
#[component]
pub fn List() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <h1>"My list"</h1>
            <div id="list"></div>
        </main>
    }
}
