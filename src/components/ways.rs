//! Ways on, as plain links side by side: what somebody without the app chooses
//! from. Drawn at build only.

use super::markup::{Markup, el, link};

/// A way on: where it leads, its words, and how much is there, if that is said.
pub type Way = (String, String, Option<String>);

/// Links side by side.
pub fn ways(ways: impl Iterator<Item = Way>) -> Markup {
    let way = |(href, words, many): Way| {
        let many = many.map(|many| el("span", "ways__many").says(many));
        let link = link("ways__link", href).holds(el("span", "ways__words").says(words));
        // Read out, the two are two.
        let link = if many.is_some() { link.says(" ") } else { link };
        el("li", "ways__item").holds(link.maybe(many))
    };
    el("ul", "ways").each(ways.map(way).collect())
}
