//! The page on which a coordinator takes in what came back. Each part of it
//! stands in a place of its own, so that only what differs is drawn again.

mod base;
mod out;

pub use base::{FILES, FOLDER};

use crate::components::markup::{Markup, Words, el, link};
use crate::components::notice::{Tone, notice};
use crate::state::Merging;

/// Draws what somebody has before them.
pub fn draw(merging: &Merging) -> Vec<Markup> {
    vec![
        el("p", "upkeep__said").with("id", "merge-said").with("role", "status").says(merging.said.clone()),
        leaving(merging),
        part(base::base(merging)),
        part(out::out(merging)),
    ]
}

/// That going on would lose what was decided.
fn leaving(merging: &Merging) -> Markup {
    let place = el("div", "upkeep__part");
    let Some(file) = &merging.leaving_to else { return place };
    let words = "The new files are not saved yet. If you go on, what you decided here is gone.";
    let stay = button("button", "merge-stay".to_owned(), "Stay here");
    let go = link("button button--quiet", file.clone()).with("data-do", "merge-leave").says("Go on without saving");
    place.holds(
        notice(Tone::Warn, "Save first?")
            .with("id", "merge-leaving")
            .with("tabindex", "-1")
            .holds(el("p", "").says(words))
            .holds(el("p", "notice__act").holds(stay).holds(go)),
    )
}

fn part(inside: Markup) -> Markup {
    el("div", "upkeep__part").holds(inside)
}

/// A part with its heading.
fn section(id: &'static str, heading: impl Into<Words>) -> Markup {
    let title = el("h2", "upkeep__title").with("id", id).with("tabindex", "-1").says(heading);
    el("section", "upkeep__section").with("aria-labelledby", id).holds(title)
}

/// A button that does what `action` says; it can be found by that.
fn button(class: &'static str, action: String, words: impl Into<Words>) -> Markup {
    el("button", class).with("type", "button").with("id", action.clone()).with("data-do", action).says(words)
}
