//! Privacy: no more is said than is true.

use leptos::prelude::*;

/// Privacy.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">"Privacy"</h1></div>
            <article class="prose">
                <p>"No log-in, no cookies. We do not collect what you choose or type. Your browser history, the company that hosts this site, and a school or work network may still show which pages were opened."</p>
                <h2>"What you choose"</h2>
                <p>"The whole list comes to your phone or computer at once. It is searched there. What you choose stands in the address after the # sign. Your browser does not send that part to the company that hosts this site. Your history may still show it."</p>
                <p>"If scripts are off, or the filters cannot start, you choose by opening pages instead. Then your history, the company that hosts this site and the network may show which ones. A page about harm, danger or voices has a name that does not say so."</p>
                <p>"If you copy the address with the # sign and send it, the person who gets it can see what you chose."</p>
                <h2>"What you type"</h2>
                <p>"Your own words stay in this page. They are not put in the address. They are gone when you close or reload the page."</p>
                <h2>"What is kept on this device"</h2>
                <p>"We keep nothing on it, unless you ask. You can ask for two things."</p>
                <p>"You can "<a href="keep.html">"keep a copy of this directory"</a>". The copy holds nothing that you choose, type or open. You can remove it on the same page."</p>
                <p>"You can have "<a href="list.html">"your list"</a>" remembered. Whoever uses this device after you can then see it. If you do not ask, your list is gone when you close or reload the page. We never see it."</p>
                <p>"Your browser keeps its own history and may keep copies of pages. "<a href="leaving.html">"What leaving this site cannot hide"</a>"."</p>
                <h2>"When you call or write to a service"</h2>
                <p>"Then their rules hold, not ours. Most services keep what you say private unless they think someone is in danger. Ask them first. Some calls show on a phone bill."</p>
            </article>
        </main>
    }
}
