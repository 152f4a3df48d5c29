//! About this directory: what it is, whose words these are, what it is not.

use crate::state::use_directory;
use directory::Address;
use directory::listing::Standing;
use leptos::prelude::*;

/// About this directory.
#[component]
pub fn About() -> impl IntoView {
    let directory = use_directory();
    let listed: Vec<_> = directory.listings().iter().filter(|listing| listing.standing.is_listed()).collect();
    let doubtful = listed.iter().filter(|listing| matches!(listing.standing, Standing::Doubtful(_))).count();
    let checked = listed.iter().filter(|listing| listing.checked.is_some()).count();
    let numbers = format!(
        "There are {} entries. For {doubtful} of them we are not sure that they still run, and each says so. \
         When this page was made, the publisher had checked {checked}.",
        listed.len()
    );
    let gathered = directory.site.gathered.map(|day| format!(" They were gathered on {}.", day.words()));
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">"About this directory"</h1></div>
            <article class="prose">
                <p>"This is a list of places that help children and young people with their mental health and feelings. Some help the people who look after them."</p>
                <h2>"How far you can trust it"</h2>
                <p>{numbers}{gathered}</p>
                <p>"The facts come from published pages. Each entry names its sources. Where a fact is only our own reading, it says “we believe, not checked”."</p>
                <p>"Where something is not known, it says “not known”. That never means “no”, “free” or “all ages”."</p>
                <h2>"What “fits” and “may fit” mean"</h2>
                <p>"“Fits” means that all you chose is known to be right. “May fit” means that something is not known, or that there is a limit. It says what to ask."</p>
                <h2>"What this is not"</h2>
                <p>"We do not give medical advice. You cannot be referred here. Being on the list does not mean that we recommend a place."</p>
                <h2>"Without the internet"</h2>
                <p>"You can "<a href="keep.html">"keep a copy on this device"</a>". It says on each page how old it is."</p>
                <p>"There are "<a href=Address::Leaflets.file()>"leaflets and pages to read"</a>" for each worry, and "<a href=Address::Poster.file()>"a poster"</a>", to print."</p>
                <p>"For somebody without the internet there is "<a href=Address::Booklet.file()>"a booklet"</a>": all that is here for families, to print."</p>
                <h2>"Whose words these are"</h2>
                <p>"The short descriptions are our own. Names belong to the services. Which worry and which kind of support a place is listed under is our own sorting. No health professional has reviewed it yet."</p>
                <p>"Kinds of support follow the THRIVE Framework (Wolpert and others, 2019; Anna Freud and the Tavistock and Portman). "<a href="kinds.html">"Read what they mean"</a>"."</p>
            </article>
        </main>
    }
}
