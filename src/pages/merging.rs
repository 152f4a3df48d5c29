//! The page on which a coordinator takes in what came back. Each part of it
//! stands in a place of its own, so that only what differs is drawn again.

mod base;
mod differences;
mod files;
mod out;
mod result;

pub use base::{FILES, FOLDER};
pub use files::RETURNED;

use crate::components::markup::{Markup, Words, el, link};
use crate::components::notice::{Tone, notice};
use crate::state::Merging;
use directory::Address;

/// Draws what somebody has before them.
pub fn draw(merging: &Merging) -> Vec<Markup> {
    let merged = merging.returned.merged.as_ref();
    vec![
        el("p", "upkeep__said").with("id", "merge-said").with("role", "status").says(merging.said.clone()),
        leaving(merging),
        urgent(),
        part(files::files(merging)),
        part(base::base(merging)),
        maybe(merged.map(|merged| differences::differences(merging, merged))),
        maybe(merged.map(|_| result::result(merging))),
        part(out::out(merging)),
    ]
}

/// The way to what cannot wait.
fn urgent() -> Markup {
    let file = Address::Merge.file();
    let to = link("link", [&file, "#merge-out"].concat()).says("Take an entry out now");
    el("p", "").says("Is something in an entry wrong, or may it do harm? ").holds(to)
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

/// The place of a part that is not always there.
fn maybe(inside: Option<Markup>) -> Markup {
    el("div", "upkeep__part").maybe(inside)
}

/// A file, and its sheet if it has any.
fn place_of(file: &str, sheet: &str) -> String {
    if sheet.is_empty() { file.to_owned() } else { [file, ", sheet “", sheet, "”"].concat() }
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
