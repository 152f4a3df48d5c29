//! What stands above a list: what is missing, what is pinned, what is chosen.

use crate::components::crisis;
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el};
use crate::components::notice::{Tone, not_understood, notice};
use crate::components::tags::tags;
use crate::state::{use_catalogue, use_here, use_words};
use directory::vocabulary::Thrive;
use directory::{Address, Directory};
use leptos::prelude::*;

/// What stands above a list.
#[component]
pub fn Above(
    /// The page, with what is chosen on it.
    address: Signal<Address>,
) -> impl IntoView {
    let here = use_here();
    let words = use_words();
    let catalogue = use_catalogue();
    let broken = (!catalogue.is_whole).then(|| {
        let words = "An entry may be missing or incomplete. In an emergency call 999.";
        notice(Tone::Warn, "Part of our list could not be read").holds(el("p", "").says(words))
    });
    let (pinning, tagging) = (catalogue.directory.clone(), catalogue.directory);
    let naming = if address.get_untracked().is_staff() { Thrive::label } else { Thrive::plain };
    let is_typed = Memo::new(move |_| !words.typed().is_empty());
    view! {
        {move || not_understood(here.dropped())}
        {broken}
        {move || pinned(&pinning, &address.get())}
        <ul class="tags needs-app">
            {move || tags(&address.get(), &tagging.site.areas, naming)}
            {move || is_typed.get().then(|| view! { <OwnWords/> })}
        </ul>
    }
}

/// The crisis block, where a crisis-sensitive need or grouping is chosen, or
/// named in the reader's own words.
fn pinned(directory: &Directory, address: &Address) -> Option<Markup> {
    let filters = address.filters();
    let said = use_words().question().map(|question| question.needs(directory)).unwrap_or_default();
    crisis::pinned(&directory.crisis, filters.need.iter().chain(said.iter()).collect(), filters.thrive)
}

/// The reader's own words, with a button that takes them away.
#[component]
fn OwnWords() -> impl IntoView {
    let words = use_words();
    view! {
        <li class="tags__item">
            <button class="tags__link" type="button" on:click=move |_| words.write("")>
                <span class="hidden">"Remove your words: "</span>
                {move || format!("“{}”", words.typed())}
                {picture(Icon::Close)}
            </button>
        </li>
    }
}
