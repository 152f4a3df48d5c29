//! What is chosen, as tags; each is a link that takes one away.

use super::icon::{Icon, Picture};
use directory::Filters;
use directory::address::Address;
use directory::area::Areas;
use directory::filters::Choice;
use directory::vocabulary::{Asker, CostKind, Format, Kind};
use leptos::prelude::*;

/// The words of a choice, as a tag says them.
pub fn choice_words(choice: Choice, areas: &Areas, naming: super::thrive::Naming) -> String {
    match choice {
        Choice::Age(age) => super::facts::capital(&age.short()),
        Choice::Need(need) => need.label().to_owned(),
        Choice::Thrive(thrive) => naming(thrive).to_owned(),
        Choice::Area(place) => areas.label(place).to_owned(),
        Choice::Access(asker) => Asker::label(asker).to_owned(),
        Choice::Format(format) => Format::label(format).to_owned(),
        Choice::Cost(cost) => CostKind::label(cost).to_owned(),
        Choice::Kind(kind) => Kind::label(kind).to_owned(),
    }
}

/// What is chosen on a page, each with a link that takes it away.
#[component]
pub fn Tags<'a>(
    /// The page, with what is chosen on it.
    address: Address,
    /// The areas of the site.
    areas: &'a Areas,
    /// The names of THRIVE groupings.
    naming: super::thrive::Naming,
) -> impl IntoView + use<> {
    let filters = address.filters();
    let clear = address.clone().with_filters(Filters::default()).href(areas);
    let tag = |choice: Choice| {
        let href = address.clone().with_filters(filters.toggled(choice)).href(areas);
        let words = choice_words(choice, areas, naming);
        view! {
            <li class="tags__item">
                <a class="tags__link" href=href><span class="hidden">"Remove "</span>{words}<Picture icon=Icon::Close/></a>
            </li>
        }
    };
    let tags = filters.chosen(areas).into_iter().map(tag).collect_view();
    let clear = (!filters.is_empty())
        .then(|| view! { <li class="tags__item"><a class="link tags__clear" href=clear>"Clear all"</a></li> });
    view! { {tags}{clear} }
}
