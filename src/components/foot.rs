//! The foot of every page.

use super::markup::{Markup, el, link};

/// Links to what stands behind the directory, and who publishes it.
pub fn foot(publisher: String) -> Markup {
    let links = [
        ("urgent.html", "Urgent help"),
        ("a-z.html", "A to Z"),
        ("kinds.html", "Kinds of support"),
        ("about.html", "About this directory"),
        ("privacy.html", "Privacy"),
        ("accessibility.html", "Accessibility"),
        ("leaving.html", "About leaving this site"),
    ];
    let item = |(href, words): (&'static str, &'static str)| el("li", "").holds(link("foot__link", href).says(words));
    let nav = el("nav", "").with("aria-label", "About this site");
    let nav = nav.holds(el("ul", "foot__links").each(links.map(item).into()));
    el("footer", "foot").holds(el("div", "wrap").holds(nav).holds(el("p", "foot__note").says(publisher)))
}
