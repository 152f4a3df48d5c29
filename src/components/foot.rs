//! The foot of every page.

use super::markup::{Markup, el, link};
use directory::day::Day;

/// Links to what stands behind the directory, who publishes it, and when the
/// page was made: nothing on it is newer than that.
pub fn foot(publisher: String, made: Option<Day>) -> Markup {
    let links = [
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
    let item = |(href, words): (&'static str, &'static str)| el("li", "").holds(link("foot__link", href).says(words));
    let nav = el("nav", "").with("aria-label", "About this site");
    let nav = nav.holds(el("ul", "foot__links").each(links.map(item).into()));
    let made = made.map(|day| el("p", "foot__note").says(made_on(day)));
    let note = el("p", "foot__note").says(publisher);
    el("footer", "foot").holds(el("div", "wrap").holds(nav).holds(note).maybe(made))
}

/// When a page was made.
pub fn made_on(day: Day) -> String {
    format!("This page was made on {}.", day.words())
}
