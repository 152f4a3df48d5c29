//! The page on which whoever answers for entries says what is right. Each part of
//! it stands in a place of its own, so that only what differs is drawn again.

mod entry;
mod field;
mod find;
mod notices;
mod save;
mod who;

pub use save::{MAIL, file_name, message, subject};

use crate::components::markup::{Markup, el};
use crate::state::Update;

/// Draws what somebody has before them.
pub fn draw(update: &Update) -> Vec<Markup> {
    let has_any = !update.entries.is_empty();
    let entries = update.entries.iter().enumerate().map(|(at, one)| entry::entry(update, at, one)).collect();
    let entries = section("update-entries", "Your entries").each(entries);
    vec![
        el("p", "upkeep__said").with("id", "update-said").with("role", "status").says(update.said.clone()),
        notices::leaving(update),
        notices::notices(update),
        part(has_any.then_some(entries)),
        find::find(update),
        part(has_any.then(|| who::who(update))),
        part(has_any.then(|| save::save(update))),
    ]
}

/// The place of a part, which may be empty.
fn part(inside: Option<Markup>) -> Markup {
    el("div", "upkeep__part").maybe(inside)
}

/// A part with its heading.
fn section(id: &'static str, heading: &'static str) -> Markup {
    let title = el("h2", "upkeep__title").with("id", id).with("tabindex", "-1").says(heading);
    el("section", "upkeep__section").with("aria-labelledby", id).holds(title)
}

/// A button that does what `action` says; it can be found by that.
fn button(class: &'static str, action: String, words: impl Into<crate::components::markup::Words>) -> Markup {
    el("button", class).with("type", "button").with("id", action.clone()).with("data-do", action).says(words)
}

/// The name of an entry, for whoever hears the page and does not see it.
fn of(name: &str) -> Markup {
    el("span", "hidden").says(": ").says(name.to_owned())
}
