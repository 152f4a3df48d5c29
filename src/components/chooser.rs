//! The filters of a staff page: behind one button, each option with how many
//! fit; and what is chosen, as links that take it away.
//!
//! It holds no state: whether it is open is known to the browser alone.

use super::choices::{Tick, tick_boxes};
use super::icon::{Icon, picture};
use super::markup::{Markup, el, link};

/// How many options of a long group stand open.
const FIRST: usize = 8;

/// A group that one chooses from.
pub struct Group {
    /// Its key in the address; the name of its boxes.
    pub key: &'static str,
    /// Its heading.
    pub legend: &'static str,
    /// Its options, each with how many fit.
    pub options: Vec<(Tick, usize)>,
}

/// Something that is chosen: its words, and where the page is without it.
pub struct Chosen {
    /// Its words.
    pub words: String,
    /// The same page without it.
    pub href: String,
}

/// The filters, with how many are chosen.
pub fn chooser(groups: Vec<Group>, chosen: usize) -> Markup {
    let words = if chosen == 0 { "Filters".to_owned() } else { format!("Filters ({chosen})") };
    let button = el("summary", "button button--quiet chooser__button").holds(el("span", "").says(words));
    let form = el("form", "chooser__panel")
        .with("autocomplete", "off")
        .with("aria-label", "Filters")
        .each(groups.into_iter().filter(|group| !group.options.is_empty()).map(group).collect());
    el("details", "chooser needs-app").holds(button.holds(picture(Icon::Filter))).holds(form)
}

fn group(group: Group) -> Markup {
    let Group { key, legend, mut options } = group;
    let all = options.len();
    let rest = if all > FIRST + 2 { options.split_off(FIRST) } else { Vec::new() };
    let more = (!rest.is_empty()).then(|| {
        let all = format!("Show all {all}");
        el("details", "").holds(el("summary", "filters__summary").says(all)).holds(tick_boxes(key, rest))
    });
    el("fieldset", "filters__group")
        .holds(el("legend", "filters__legend").says(legend))
        .holds(tick_boxes(key, options))
        .maybe(more)
}

/// What is chosen, each a link that takes it away; all of it goes with the last.
pub fn chosen(all: Vec<Chosen>, clear: String) -> Markup {
    let tag = |one: Chosen| {
        let link = link("tags__link", one.href).holds(el("span", "hidden").says("Remove "));
        el("li", "tags__item").holds(link.says(one.words).holds(picture(Icon::Close)))
    };
    let is_any = !all.is_empty();
    let clear = is_any.then(|| el("li", "tags__item").holds(link("link tags__clear", clear).says("Clear all")));
    el("ul", "tags needs-app").each(all.into_iter().map(tag).collect()).maybe(clear)
}
