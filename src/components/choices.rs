//! Things to choose: tick boxes with how many fit beside each, chips, ages.
//!
//! They hold no state and no listener: they show what is chosen, and the form
//! around them hears each change by the name and value of what changed.

use super::facts::capital;
use super::markup::{Markup, el};
use directory::Filters;
use directory::age::AgeChoice;
use directory::closed::Closed;

/// A thing to choose: its word in the address, its words, whether it is chosen.
pub struct Tick {
    /// Its word in the address; its id is made of this.
    pub slug: String,
    /// Its words.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

fn input(kind: &'static str, class: &'static str, group: &'static str, option: &Tick) -> Markup {
    el("input", class)
        .with("type", kind)
        .with("name", group)
        .with("id", format!("{group}-{}", option.slug))
        .with("value", &option.slug)
        .is("checked", option.is_chosen)
}

/// A list of tick boxes, each with how many fit.
pub fn tick_boxes(group: &'static str, options: Vec<(Tick, usize)>) -> Markup {
    let one = |(option, count): (Tick, usize)| {
        let (id, count_id) = (format!("{group}-{}", option.slug), format!("{group}-{}-count", option.slug));
        let box_ = input("checkbox", "choices__input", group, &option).with("aria-describedby", count_id.clone());
        let number = el("span", "choices__count").with("id", count_id).says(count.to_string());
        el("li", if count == 0 { "choices__item choices__item--none" } else { "choices__item" })
            .with("data-count", count.to_string())
            .holds(box_)
            .holds(el("label", "choices__label").with("for", id).says(option.label))
            .holds(number.holds(el("span", "hidden").says(if count == 1 { " result" } else { " results" })))
    };
    el("ul", "choices").each(options.into_iter().map(one).collect())
}

/// A row of chips, of which one (`radio`) or several (`checkbox`) are chosen.
pub fn chips(group: &'static str, kind: &'static str, options: Vec<Tick>) -> Markup {
    let one = |option: Tick| {
        let label = el("label", "chips__label").with("for", format!("{group}-{}", option.slug));
        el("li", "chips__item").holds(input(kind, "chips__input", group, &option)).holds(label.says(option.label))
    };
    el("ul", "chips").each(options.into_iter().map(one).collect())
}

/// One exact age or school year, from a list.
pub fn age_select(filters: Filters) -> Markup {
    let option = |one: AgeChoice| {
        let is_chosen = filters.age.contains(one);
        el("option", "").with("value", one.slug()).is("selected", is_chosen).says(capital(&one.short()))
    };
    let is_none = filters.age.iter().all(AgeChoice::is_group);
    let none = el("option", "").with("value", "").is("selected", is_none).says("Choose");
    let group = |label: &'static str, options: Vec<Markup>| el("optgroup", "").with("label", label).each(options);
    let select = el("select", "ask__select")
        .with("id", "age-exact")
        .with("name", "age")
        .holds(none)
        .holds(group("School year", AgeChoice::school_years().map(option).collect()))
        .holds(group("Age", AgeChoice::exact_ages().map(option).collect()));
    el("p", "ask__or")
        .holds(el("label", "").with("for", "age-exact").says("Or exact age, or school year"))
        .holds(select)
}
