//! No such page: it says so, and is never silently home.

use crate::state::use_directory;
use leptos::prelude::*;

/// What stands in `404.html`. A host answers with that file at any depth, so
/// nothing here leads to another page of the site by a relative address: only
/// steps upwards, whatever the address is, and the publisher's own address
/// where a signed release has one.
#[component]
pub fn NotFound() -> impl IntoView {
    let site = &use_directory().site;
    let home = site.address.clone().filter(|_| site.release.is_some());
    let home = home.map(|home| {
        let words = format!("Go to the first page of {}", site.name);
        view! { <p><a class="step" href=home>{words}</a></p> }
    });
    view! {
        <main id="main" tabindex="-1">
            <h1>"This page is not here"</h1>
            <p>"The link may be old, or a letter of it may be wrong. You have done nothing wrong."</p>
            <h2>"What you can do"</h2>
            {home}
            <ul>
                <li>"Go back to the page you came from."</li>
                <li>"Or go up, one step at a time, until a page opens:"
                    <nav class="steps" aria-label="Up from this address">
                        <a class="step" href="./">"One step up"</a>" "<a class="step" href="../">"Two steps up"</a>
                    </nav>
                </li>
                <li>"Or change the address at the top of the window. Take away what stands after the last / and try again."</li>
            </ul>
        </main>
    }
}
