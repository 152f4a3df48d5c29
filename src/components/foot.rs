//! The foot of every page.

use super::markup::{Markup, el, link};
use directory::day::Day;

/// Links to what stands behind the directory, who publishes it, and when the
/// page was made: nothing on it is newer than that.
pub fn foot(publisher: String, made: Option<Day>) -> Markup {
    with_links(&LINKS, publisher, made)
}

/// The same with the way to what partners and coordinators do, for pages that
/// families do not come to.
pub fn staff_foot(publisher: String, made: Option<Day>) -> Markup {
    let links: Vec<_> = LINKS.into_iter().chain([("update.html", "For partners and coordinators")]).collect();
    with_links(&links, publisher, made)
}

const LINKS: [(&str, &str); 10] = [
    ("urgent.html", "Urgent help"),
    ("a-z.html", "A to Z"),
    ("kinds.html", "Kinds of support"),
    ("young.html", "For young people"),
    ("glossary.html", "What the words mean"),
    ("about.html", "About this directory"),
    ("privacy.html", "Privacy"),
    ("accessibility.html", "Accessibility"),
    ("leaving.html", "About leaving this site"),
    ("keep.html", "Keep a copy on this device"),
];

fn with_links(links: &[(&'static str, &'static str)], publisher: String, made: Option<Day>) -> Markup {
    let item =
        |(href, words): &(&'static str, &'static str)| el("li", "").holds(link("foot__link", *href).says(*words));
    let nav = el("nav", "").with("aria-label", "About this site");
    let nav = nav.holds(el("ul", "foot__links").each(links.iter().map(item).collect()));
    let made = made.map(|day| el("p", "foot__note").says(made_on(day)));
    let note = el("p", "foot__note").says(publisher);
    el("footer", "foot").holds(el("div", "wrap").holds(nav).holds(note).maybe(made))
}

/// When a page was made.
pub fn made_on(day: Day) -> String {
    format!("This page was made on {}.", day.words())
}
