//! Nothing found is never "no help exists": what to take away, and what next.

use crate::components::contact::first_contact;
use crate::components::markup::{Markup, el, link};
use crate::components::tags::choice_words;
use crate::pages::hours::open_now;
use crate::state::{use_catalogue, use_words};
use directory::catalogue::Lookup;
use directory::search::{Query, Sort, View};
use directory::vocabulary::Thrive;
use directory::{Address, Directory, Filters};
use leptos::prelude::*;

/// Nothing found: which one filter to take away and how many that gives, then
/// the next step of the area.
#[component]
pub fn Nothing(
    /// The page, with what is chosen on it.
    address: Signal<Address>,
) -> impl IntoView {
    let directory = use_catalogue().directory;
    let words = use_words();
    let own = move || {
        words.question().map(|_| {
            let clear = move |_| words.write("");
            view! { <button class="button button--quiet" type="button" on:click=clear>"Take away your own words"</button> }
        })
    };
    let (acting, stepping) = (directory.clone(), directory);
    view! {
        <section class="empty" aria-labelledby="empty">
            <h2 class="empty__title" id="empty">"Nothing here fits all of that yet"</h2>
            <p>"That does not mean there is no help."</p>
            <p class="empty__act">{move || ways_out(&acting, &address.get())}{own}</p>
            {move || next_step(&stepping, address.get().filters())}
        </section>
    }
}

/// The one filter whose removal helps most, and the way to clear all.
fn ways_out(directory: &Directory, address: &Address) -> Vec<Markup> {
    let areas = &directory.site.areas;
    let filters = address.filters();
    let question = use_words().question();
    let view = if address.is_staff() { View::Staff } else { View::Families };
    let best = directory.best_to_lift(Query { filters, view, question: question.as_ref(), sort: Sort::Best });
    let lift = best.map(|(group, count)| {
        let lifted = filters.lifted(group);
        let gone = filters.chosen(areas).into_iter().filter(|choice| !lifted.contains(*choice));
        let gone: Vec<_> = gone.map(|choice| format!("“{}”", choice_words(choice, areas, Thrive::plain))).collect();
        let href = address.clone().with_filters(lifted).href(areas);
        link("button", href).says(format!("Take away {}: {count} to try", gone.join(", ")))
    });
    let clear = address.clone().with_filters(Filters::default()).href(areas);
    lift.into_iter().chain([link("button button--quiet", clear).says("Clear all")]).collect()
}

/// What to do next where nothing fits: the area's own words, advice, and 111.
fn next_step(directory: &Directory, filters: Filters) -> Markup {
    let step = directory.site.areas.next_step(filters.area).unwrap_or("Ask your GP or your child’s school.").to_owned();
    let advice = directory.site.advice.as_ref().and_then(|id| match directory.find(id) {
        Lookup::Found(listing) | Lookup::Moved(listing) => Some(listing),
        Lookup::Unknown => None,
    });
    let advice = advice.map(|listing| {
        let href = Address::Listing(listing.id.clone()).file();
        let hours = listing.hours.as_ref().map(|hours| format!(". {}. ", hours.value)).unwrap_or_default();
        let now = el("b", "").says(open_now(&listing.opening).unwrap_or(""));
        let name = link("", href).says(&listing.name);
        let words = el("p", "").says("For advice today: ").holds(name).says(hours).holds(now);
        el("div", "").holds(words).holds(el("p", "").maybe(first_contact(&listing.contacts)))
    });
    let urgent = el("p", "").says("Urgent: ").holds(link("", "tel:111").says("call 111"));
    el("div", "empty__next")
        .holds(el("h3", "").says("What to do next"))
        .holds(el("p", "").says(step))
        .maybe(advice)
        .holds(urgent.says(" and choose the mental health option."))
}
