//! The schools go on, thirty to a page, for whoever has no app, and for whoever
//! looks through all of them.

use crate::components::icon::{Icon, picture};
use crate::components::notice::safeguarding;
use crate::components::school_list::{last_page, letters, numbered, page_of, school_rows};
use crate::pages::desk;
use crate::state::{use_directory, use_register};
use directory::address::PageNumber;
use directory::search::View;
use leptos::prelude::*;

/// The heading of such a page, which is also its title.
pub fn heading(view: View, number: PageNumber) -> String {
    let list = if view == View::Staff { "Contacts for schools" } else { "Schools and what covers them" };
    format!("{list}, page {number}")
}

/// A page of the schools.
#[component]
pub fn SchoolsPage(
    /// Who is looking.
    view_of: View,
    /// Which page.
    number: PageNumber,
) -> impl IntoView {
    let (directory, register) = (use_directory(), use_register());
    let Some(register) = register else { return view! { <super::not_found::NotFound/> }.into_any() };
    let first = page_of(view_of, 0);
    let back = desk::heading(&first);
    let lead = format!("Page {number} of {}. The schools stand by name.", last_page(&register));
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <p class="hero__back"><a class="link" href=first.file()>{picture(Icon::ArrowLeft)}{back}</a></p>
                <h1 class="hero__title">{heading(view_of, number)}</h1>
                <p class="hero__lead">{lead}</p>
            </div>
            {(view_of == View::Staff).then(safeguarding)}
            {letters(&register, view_of)}
            {school_rows(&directory, &register, view_of, number.get())}
            {numbered(&register, view_of, number.get())}
        </main>
    }
    .into_any()
}
