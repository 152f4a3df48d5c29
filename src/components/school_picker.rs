//! The field in which somebody looks for a school: a combobox, as that for own
//! words. Without the app there is none; the schools stand by letter.

use super::markup::{Markup, el};
use super::search::{Offer, offered, option_id};
use directory::schools::School;

/// What is read of the field, and of what is offered below it.
pub struct Picker<'a> {
    /// What stands in the field.
    pub typed: &'a str,
    /// The schools that are offered.
    pub schools: Vec<&'a School>,
    /// Whether they are on show.
    pub is_open: bool,
    /// Which of them the keys have come to.
    pub active: Option<usize>,
    /// What is read out.
    pub said: &'a str,
}

/// The field, with what is offered below it.
pub fn school_picker(label: &'static str, picker: Picker<'_>) -> Markup {
    let Picker { typed, schools, is_open, active, said } = picker;
    let is_none = !typed.trim().is_empty() && schools.is_empty();
    let field = el("input", "search__words")
        .with("id", "words")
        .with("type", "text")
        .with("role", "combobox")
        .with("aria-expanded", if is_open { "true" } else { "false" })
        .with("aria-controls", "words-list")
        .with("aria-autocomplete", "list")
        .with("aria-activedescendant", active.map(option_id).unwrap_or_default())
        .with("aria-describedby", "words-hint")
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("autocorrect", "off")
        .with("spellcheck", "false")
        .now("value", typed);
    let offer = |school: &School| {
        let beside = school.beside();
        Offer { words: school.name.clone(), beside: (!beside.is_empty()).then_some(beside) }
    };
    let list = offered(vec![("Schools", schools.into_iter().map(offer).collect())], is_open, active);
    let none = "No school here has that in its name. Try one word of it, or its town.";
    el("form", "search needs-app")
        .with("role", "search")
        .with("autocomplete", "off")
        .holds(el("label", "search__label").with("for", "words").says(label))
        .holds(
            el("p", "search__hint")
                .with("id", "words-hint")
                .says("Type a part of its name. What you type stays on this page."),
        )
        .holds(el("div", "search__line").holds(field))
        .holds(el("div", "search__pop").holds(list))
        .holds(el("p", "hint").is("hidden", !is_none).says(none))
        .holds(el("p", "hidden").with("role", "status").says(said.to_owned()))
}
