//! What can be printed and given away, and what can be read: every leaflet, the
//! published pages of every need, the poster and the booklet.

use crate::components::markup::{Markup, el, link};
use crate::state::use_self_help;
use directory::Address;
use directory::vocabulary::Need;
use leptos::prelude::*;

/// Leaflets and pages to read, by need.
#[component]
pub fn Leaflets() -> impl IntoView {
    let pages = use_self_help();
    let lead = "For families, school offices, libraries and waiting rooms.";
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says("Leaflets and pages to read"))
        .holds(el("p", "hero__lead").says(lead));
    let row = |need: Need| {
        let leaflet = link("link", Address::Leaflet(need).file()).says("Leaflet").holds(about(need));
        let read = pages
            .has(need)
            .then(|| link("link", Address::SelfHelp(need).file()).says("Pages to read").holds(about(need)));
        el("li", "away__row")
            .holds(el("span", "away__name").says(need.label()))
            .says(" ")
            .holds(leaflet)
            .says(" ")
            .maybe(read)
    };
    let main = el("main", "wrap stack").with("id", "main").with("tabindex", "-1").holds(hero).holds(on_paper()).holds(
        el("section", "")
            .with("aria-labelledby", "by-worry")
            .holds(el("h2", "").with("id", "by-worry").says("By worry"))
            .holds(el("ul", "away__list").each(Need::for_families().map(row).collect())),
    );
    main.into_any()
}

/// What the link is about, for whoever hears it without its row.
fn about(need: Need) -> Markup {
    el("span", "hidden").says(format!(": {}", need.label()))
}

/// What is not about one need.
fn on_paper() -> Markup {
    let item = |address: Address, words: &'static str, says: &'static str| {
        el("li", "").holds(link("link", address.file()).says(words)).says(says)
    };
    el("section", "prose")
        .with("aria-labelledby", "on-paper")
        .holds(el("h2", "").with("id", "on-paper").says("For everyone"))
        .holds(
            el("ul", "")
                .holds(item(Address::Poster, "Poster for a noticeboard", " with numbers to call in danger"))
                .holds(item(Address::Booklet, "Booklet", ": the whole directory, for people without the internet")),
        )
        .holds(el("p", "").says("Paper grows old. Each sheet says when it was made: print a new one each term."))
}
