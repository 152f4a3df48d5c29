//! Tick boxes with how many fit beside each.

use directory::filters::Choice;
use leptos::prelude::*;

/// One box: a choice, its words, and how to tick it.
#[derive(Clone)]
pub struct Box {
    /// What it chooses.
    pub choice: Choice,
    /// Its word in the address; its id is made of this.
    pub slug: String,
    /// Its words.
    pub label: String,
}

/// A list of tick boxes.
///
/// Holds no state: it shows what is chosen, and reports each tick.
#[component]
pub fn TickBoxes(
    /// The boxes, in the order people see.
    boxes: Vec<Box>,
    /// Whether a choice is taken.
    is_chosen: Signal<directory::Filters>,
    /// How many fit with a choice alone in its group.
    count: Callback<Choice, usize>,
    /// Called with the choice that was ticked or cleared.
    on_toggle: Callback<Choice>,
) -> impl IntoView {
    let item = move |one: Box| view! { <TickBox one is_chosen count on_toggle/> };
    view! { <ul class="choices">{boxes.into_iter().map(item).collect_view()}</ul> }
}

#[component]
fn TickBox(
    /// The box.
    one: Box,
    /// What is chosen.
    is_chosen: Signal<directory::Filters>,
    /// How many fit.
    count: Callback<Choice, usize>,
    /// Called with the choice.
    on_toggle: Callback<Choice>,
) -> impl IntoView {
    let Box { choice, slug, label } = one;
    let group = choice.group().key();
    let id = format!("{group}-{slug}");
    let count_id = format!("{id}-count");
    let number = Memo::new(move |_| count.run(choice));
    view! {
        <li class="choices__item" class:choices__item--none=move || number.get() == 0 data-count=move || number.get().to_string()>
            <input
                class="choices__input"
                type="checkbox"
                name=group
                id=id.clone()
                value=slug
                aria-describedby=count_id.clone()
                prop:checked=move || is_chosen.read().contains(choice)
                on:change=move |_| on_toggle.run(choice)
            />
            <label class="choices__label" for=id>{label}</label>
            <span class="choices__count" id=count_id>{move || number.get()}<span class="hidden">" results"</span></span>
        </li>
    }
}
