//! The foot of every page.

use leptos::prelude::*;

/// Links to what stands behind the directory.
#[component]
pub fn Foot(
    /// Who publishes it.
    publisher: String,
) -> impl IntoView {
    let links = [
        ("urgent.html", "Urgent help"),
        ("a-z.html", "A to Z"),
        ("kinds.html", "Kinds of support"),
        ("about.html", "About this directory"),
        ("privacy.html", "Privacy"),
        ("accessibility.html", "Accessibility"),
        ("leaving.html", "About leaving this site"),
    ];
    let link = |(href, words)| view! { <li><a class="foot__link" href=href>{words}</a></li> };
    view! {
        <footer class="foot">
            <div class="wrap">
                <nav aria-label="About this site"><ul class="foot__links">{links.map(link).into_iter().collect_view()}</ul></nav>
                <p class="foot__note">{publisher}</p>
            </div>
        </footer>
    }
}
