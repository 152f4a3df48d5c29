//! The field for own words, with what is offered below it: a combobox as the
//! ARIA Authoring Practices have it. Without the app there is none.
//!
//! The field has no name, so that no form can send it, and asks the browser to
//! neither check, correct, remember nor complete what is typed. The place below
//! it is drawn at each keystroke, and by nothing else.

use super::icon::{Icon, picture};
use super::markup::{Markup, drawn_only, el};

/// The field, with what stands in it.
pub fn search_field(label: &'static str, typed: &str) -> Markup {
    let field = el("input", "search__words")
        .with("id", "words")
        .with("type", "text")
        .with("role", "combobox")
        .with("aria-expanded", "false")
        .with("aria-controls", "words-list")
        .with("aria-autocomplete", "list")
        .with("aria-describedby", "words-hint")
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("autocorrect", "off")
        .with("spellcheck", "false")
        .with("enterkeyhint", "search")
        .now("value", typed);
    let hint = "For example: panic attacks before school, age 9";
    let send = el("button", "button search__send").with("type", "submit").holds(picture(Icon::Search)).says("Search");
    el("form", "search needs-app")
        .with("role", "search")
        .with("action", "results.html")
        .with("autocomplete", "off")
        .holds(el("label", "search__label").with("for", "words").says(label))
        .holds(el("p", "search__hint").with("id", "words-hint").says(hint))
        .holds(el("div", "search__line").holds(field).holds(send))
        .maybe(drawn_only(|| el("p", "notice notice--going").says("One moment. The search is loading.")))
        .holds(el("div", "search__below").with("id", "words-below"))
}

/// One thing that is offered: its words, and what stands beside them.
pub struct Offer {
    /// Its words.
    pub words: String,
    /// What tells it from its like.
    pub beside: Option<String>,
}

/// What is offered, in named groups; `active` is the place of the one that the
/// keys have come to, counted through all groups.
pub fn offered(groups: Vec<(&'static str, Vec<Offer>)>, is_open: bool, active: Option<usize>) -> Markup {
    let mut at = 0;
    let mut list = el("div", "search__list")
        .with("id", "words-list")
        .with("role", "listbox")
        .with("aria-label", "Suggestions")
        .is("hidden", !is_open);
    for (name, offers) in groups.into_iter().filter(|(_, offers)| !offers.is_empty()) {
        let heading = el("div", "search__group").with("role", "presentation").says(name);
        let mut group = el("div", "").with("role", "group").with("aria-label", name).holds(heading);
        for offer in offers {
            group = group.holds(option(at, offer, active == Some(at)));
            at += 1;
        }
        list = list.holds(group);
    }
    list
}

/// The id of the option at a place.
pub fn option_id(at: usize) -> String {
    ["words-", &at.to_string()].concat()
}

fn option(at: usize, offer: Offer, is_active: bool) -> Markup {
    let beside = offer.beside.map(|beside| el("span", "search__beside").says(" ").says(beside));
    el("div", "search__option")
        .with("id", option_id(at))
        .with("role", "option")
        .with("aria-selected", if is_active { "true" } else { "false" })
        .with("data-do", ["pick-", &at.to_string()].concat())
        .holds(el("span", "").says(offer.words))
        .maybe(beside)
}
