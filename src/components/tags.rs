//! What is chosen, as tags; each is a link that takes one away.

use super::icon::{Icon, picture};
use super::markup::{Markup, el, link};
use directory::Filters;
use directory::address::Address;
use directory::filters::Choice;
use directory::search::View;
use directory::site::Site;

/// The words of a choice, as a tag says them.
pub fn choice_words(choice: Choice, site: &Site, view: View) -> String {
    let words = match choice {
        Choice::Age(age) => return super::facts::capital(&age.short()),
        Choice::Area(place) => site.areas.label(place),
        Choice::Need(need) => need.label(),
        Choice::Thrive(thrive) => site.groupings.name(thrive, view),
        Choice::Access(asker) => asker.label(),
        Choice::Format(format) => format.label(),
        Choice::Cost(cost) => cost.label(),
        Choice::Kind(kind) => kind.label(),
    };
    words.to_owned()
}

/// What is chosen on a page, each with a link that takes it away; then their own
/// words, if some are left over, with a button that does.
pub fn tags(address: &Address, site: &Site, view: View, words: Option<String>) -> Vec<Markup> {
    let areas = &site.areas;
    let filters = address.filters();
    let href = |filters| address.clone().with_filters(filters).href(areas);
    let tag = |choice: Choice| {
        let words = choice_words(choice, site, view);
        let link = link("tags__link", href(filters.toggled(choice)));
        let link = link.holds(el("span", "hidden").says("Remove ")).says(words).holds(picture(Icon::Close));
        el("li", "tags__item").holds(link)
    };
    let mut tags: Vec<_> = filters.chosen(areas).into_iter().map(tag).collect();
    if let Some(words) = words {
        let forget = el("button", "tags__link").with("type", "button").with("data-do", "forget");
        let forget = forget.holds(el("span", "hidden").says("Remove your words: "));
        let forget = forget.says(["“", &words, "”"].concat()).holds(picture(Icon::Close));
        tags.push(el("li", "tags__item").holds(forget));
    }
    if !tags.is_empty() {
        let clear = link("link tags__clear", href(Filters::default())).says("Clear all");
        tags.push(el("li", "tags__item").holds(clear));
    }
    tags
}
