//! What "Leave this site" does, and what it cannot hide.

use leptos::prelude::*;

/// About leaving this site.
#[component]
pub fn Leaving() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">"About leaving this site"</h1></div>
            <article class="prose">
                <h2>"What the button does"</h2>
                <p>"“Leave this site” stands at the top of every page. It swaps this page for a page about the weather. Pressing the Shift key three times does the same."</p>
                <p>"Going back does not bring up the page that you left."</p>
                <p>"If your browser blocks scripts, the button is a plain link. Then going back does bring up the page, and the Shift key does nothing."</p>
                <h2>"What it cannot hide"</h2>
                <ul>
                    <li>"Other pages of this site that you opened before stay in the history of your browser."</li>
                    <li>"The company that hosts this site, and a school, work or home network, may see that it was opened."</li>
                    <li>"Someone who watches your screen, or has put a tracking app on your phone, can see what you see."</li>
                    <li>"Calls and texts may show on the phone and on the bill."</li>
                </ul>
                <h2>"What you can do"</h2>
                <p>"If someone may see this phone, use another one: at a library, at a friend’s home or at school."</p>
                <p>"You can use a private window of your browser. You can delete single pages from your history. An empty history can look odd."</p>
            </article>
        </main>
    }
}
