//! Chips: big, friendly boxes to choose one or several from.

use directory::Filters;
use directory::filters::Choice;
use leptos::prelude::*;

/// A chip: a choice, or none ("rather not say"), with its words.
#[derive(Clone)]
pub struct Chip {
    /// What it chooses; `None` clears the group.
    pub choice: Option<Choice>,
    /// Its word in ids.
    pub slug: String,
    /// Its words.
    pub label: String,
}

/// A row of chips, of which one or several can be chosen.
///
/// Holds no state: it shows what is chosen, and reports each choice.
#[component]
pub fn Chips(
    /// The name of the group, for ids.
    name: &'static str,
    /// Whether only one can be chosen.
    is_single: bool,
    /// The chips.
    chips: Vec<Chip>,
    /// Whether a chip is chosen.
    is_chosen: Callback<Option<Choice>, bool>,
    /// Called with the chip that was chosen.
    on_choose: Callback<Option<Choice>>,
) -> impl IntoView {
    let kind = if is_single { "radio" } else { "checkbox" };
    let draw = move |Chip { choice, slug, label }: Chip| {
        let id = format!("{name}-{slug}");
        view! {
            <li class="chips__item">
                <input
                    class="chips__input"
                    type=kind
                    name=name
                    id=id.clone()
                    value=slug
                    prop:checked=move || is_chosen.run(choice)
                    on:change=move |_| on_choose.run(choice)
                />
                <label class="chips__label" for=id>{label}</label>
            </li>
        }
    };
    view! { <ul class="chips">{chips.into_iter().map(draw).collect_view()}</ul> }
}

/// One exact age or school year, from a list.
///
/// Holds no state: it shows what is chosen, and reports a new choice.
#[component]
pub fn AgeSelect(
    /// What is chosen.
    filters: Memo<Filters>,
    /// Called with the age or year chosen; `None` for neither.
    on_choose: Callback<Option<directory::age::AgeChoice>>,
) -> impl IntoView {
    use directory::age::AgeChoice;
    use directory::closed::Closed;
    let option = move |one: AgeChoice| {
        let is_selected = move || filters.read().age.contains(one);
        view! { <option value=one.slug() prop:selected=is_selected>{super::facts::capital(&one.short())}</option> }
    };
    let is_none =
        move || !AgeChoice::exact_ages().chain(AgeChoice::school_years()).any(|one| filters.read().age.contains(one));
    view! {
        <label for="age-exact">"Or exact age, or school year"</label>
        <select
            class="ask__select"
            id="age-exact"
            on:change=move |event| on_choose.run(AgeChoice::from_slug(&event_target_value(&event)))
        >
            <option value="" prop:selected=is_none>"Choose"</option>
            <optgroup label="School year">{AgeChoice::school_years().map(option).collect_view()}</optgroup>
            <optgroup label="Age">{AgeChoice::exact_ages().map(option).collect_view()}</optgroup>
        </select>
    }
}
