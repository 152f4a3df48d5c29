//! Help for now on a sheet of paper: a few lines, all of them from the one file
//! of crisis help.

use super::contact::text_words;
use super::markup::{Markup, el, link};
use directory::crisis::{Crisis, Route};
use directory::listing::Number;

/// The routes of the pinned block, one line each, and since when they were
/// checked.
pub fn crisis_box(crisis: &Crisis) -> Markup {
    el("section", "crisis-box")
        .with("aria-labelledby", "crisis-box")
        .holds(el("h2", "crisis-box__title").with("id", "crisis-box").says("Get help now"))
        .holds(el("ul", "crisis-box__routes").each(crisis.block().map(line).collect()))
        .holds(el("p", "crisis-box__checked").says(super::crisis::checked(crisis)))
}

/// One way: how to reach it first, then whom that reaches, and when.
fn line(route: &Route) -> Markup {
    let call = |number: &Number| (number.call_link(), format!("Call {}", number.shown));
    let text = |number: &Number| (number.text_link(), text_words(number));
    let calls = route.contacts.phones.iter().map(call);
    let ways: Vec<_> = calls.chain(route.contacts.texts.iter().map(text)).collect();
    let mut said = el("li", "crisis-box__route");
    for (at, (href, words)) in ways.into_iter().enumerate() {
        let words = if at == 0 { words } else { words.replacen("Text", "text", 1) };
        let between = if at == 0 { "" } else { " or " };
        said = said.says(between).holds(link("crisis-box__way", href).says(words));
    }
    let hours = route.hours.as_ref().map(|hours| format!(", {}", hours.replacen("Day", "day", 1))).unwrap_or_default();
    said.says(format!(": {}{hours}", route.name.trim_end_matches('.')))
}
