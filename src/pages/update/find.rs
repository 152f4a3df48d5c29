//! Finding an entry by its name, to open it beside those that are open.

use super::section;
use crate::components::markup::{Markup, el, link};
use crate::state::Update;

/// The field, and what is offered for what is typed in it.
pub fn find(update: &Update) -> Markup {
    let heading = if update.entries.is_empty() { "Find your entry" } else { "Add another entry" };
    let label = el("label", "field__label").with("for", "update-find").says("A part of its name, or of who runs it");
    let field = el("input", "field__input")
        .with("id", "update-find")
        .with("type", "text")
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("autocorrect", "off")
        .with("spellcheck", "false")
        .now("value", &update.wanted);
    let offered = update.offered();
    let item = |record: &&directory::record::ListingRecord| {
        let by = record.provider.as_ref().filter(|provider| **provider != record.name);
        let by = by.map(|by| el("span", "upkeep__by").says(" · ").says(by));
        let open = link("link", update.href(Some(&record.id))).with("data-do", ["update-open-", &record.id].concat());
        el("li", "").holds(open.says(&record.name)).maybe(by)
    };
    let none = offered.is_empty() && !update.wanted.trim().is_empty();
    let said = match (none, offered.len()) {
        (true, _) => "No entry that is published has that in its name.".to_owned(),
        (false, 0) => String::new(),
        (false, 1) => "1 entry".to_owned(),
        (false, count) => format!("{count} entries"),
    };
    let section = section("update-find-title", heading)
        .holds(label)
        .holds(field)
        .holds(el("p", "field__hint").with("role", "status").says(said))
        .holds(el("ul", "upkeep__offered").each(offered.iter().map(item).collect()));
    el("div", "upkeep__part").holds(section)
}
