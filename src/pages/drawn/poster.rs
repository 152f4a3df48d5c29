//! A poster for a noticeboard: help now, what the directory is, and the way to
//! it. Two sheets to choose from: one with a large code, one with strips to tear
//! off.

use super::origin::{origin, public_address, typed, way_there};
use crate::components::crisis_box::crisis_box;
use crate::components::markup::{Markup, el, link};
use crate::state::use_directory;
use directory::{Address, Directory};
use leptos::prelude::*;

/// How many strips there are to tear off.
const STRIPS: usize = 8;

/// The two posters.
#[component]
pub fn Poster() -> impl IntoView {
    let directory = use_directory();
    let print = el("button", "button sheet-page__print").with("type", "button").with("data-print", "");
    let words = "Two sheets of A4 print: choose the one you like. On A3 they are twice as big.";
    let unknown = public_address(&directory, "index.html").is_none().then(|| {
        el("p", "")
            .says("This copy has no public address yet. Write the address on the line by hand, or ask the publisher.")
    });
    let before = el("div", "sheet-page__act")
        .holds(el("h1", "").says("Poster for a noticeboard"))
        .holds(print.says("Print both sheets"))
        .holds(el("p", "").says(words))
        .maybe(unknown)
        .holds(link("link", Address::Leaflets.file()).says("Leaflets and pages to read"));
    let main = el("main", "wrap stack sheet-page")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(before)
        .holds(sheet(&directory, "poster", "With a large code", way(&directory)))
        .holds(sheet(&directory, "poster poster--strips", "With strips to tear off", strips(&directory)));
    main.into_any()
}

/// One sheet. Its heading is for a screen; the poster begins with its own words.
fn sheet(directory: &Directory, class: &'static str, name: &'static str, way: Markup) -> Markup {
    let site = &directory.site;
    let what = "Who can help a child or young person who is worried, sad, angry or unsafe. Who you can ask, and how.";
    el("section", class)
        .with("aria-label", name)
        .holds(el("p", "poster__site").says(format!("{}: {}", site.name, site.strapline)))
        .holds(el("h2", "poster__title").says("Worried about a child? Worried about yourself?"))
        .holds(el("p", "poster__what").says(what))
        .holds(crisis_box(&directory.crisis))
        .holds(way)
        .holds(el("p", "poster__free").says("It costs nothing to look. No log-in, no cookies."))
        .holds(origin(directory, &Address::Poster.file()))
}

/// The large code.
fn way(directory: &Directory) -> Markup {
    way_there(directory, "index.html", "Point the camera of a phone at the square, or type:")
}

/// The strips: the address, and the numbers of the strip of every page.
fn strips(directory: &Directory) -> Markup {
    let address = public_address(directory, "index.html");
    let strip = |_| {
        let strip = el("li", "poster__strip").holds(el("b", "").says(&directory.site.name));
        let strip = match &address {
            Some(address) => strip.holds(el("span", "poster__address").says(typed(address).to_owned())),
            None => strip.holds(el("span", "poster__address poster__address--unknown").says(" ")),
        };
        let line = |line: &directory::crisis::StripLine| el("span", "").says(&line.link);
        strip.each(directory.crisis.strip.iter().map(line).collect())
    };
    el("ul", "poster__strips").each((0..STRIPS).map(strip).collect())
}
