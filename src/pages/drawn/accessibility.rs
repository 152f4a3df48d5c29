//! Accessibility: an honest statement.

use crate::state::use_directory;
use leptos::prelude::*;

/// Accessibility.
#[component]
pub fn Accessibility() -> impl IntoView {
    let email = use_directory().site.email.clone();
    let contact = match email {
        Some(email) => {
            let href = format!("mailto:{email}");
            view! { <p>"If something does not work for you, write to "<a href=href>{email.clone()}</a>"."</p> }
                .into_any()
        }
        None => view! { <p>"There is no address to write to yet. When there is one, it stands here."</p> }.into_any(),
    };
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero"><h1 class="hero__title">"Accessibility"</h1></div>
            <article class="prose">
                <p>"We want everyone to be able to use this site. It aims to meet the Web Content Accessibility Guidelines 2.2 at level AA."</p>
                <h2>"What you can do"</h2>
                <ul>
                    <li>"use it with a keyboard alone"</li>
                    <li>"make the text four times as large without scrolling sideways"</li>
                    <li>"use it in dark colours, or in the high-contrast colours of your device"</li>
                    <li>"turn off movement"</li>
                    <li>"print any page"</li>
                </ul>
                <h2>"How we check"</h2>
                <p>"Automatic checks run on every change, in three browsers. They find some problems, not all."</p>
                <h2>"What is not done yet"</h2>
                <p>"No person who uses a screen reader, a switch or voice control has tested this site for us yet. Nobody has reviewed it from outside. It is in English only, and there is no easy-read or BSL version."</p>
                <p>"Websites that we link to have their own rules."</p>
                {contact}
            </article>
        </main>
    }
}
