//! Nothing found: what to take away, and what to do next.

use crate::components::contact::FirstContact;
use crate::components::tags::choice_words;
use crate::state::{use_catalogue, use_words};
use directory::Address;
use directory::Filters;
use directory::catalogue::Lookup;
use directory::search::{Query, Sort, View};
use directory::vocabulary::Thrive;
use leptos::prelude::*;

/// Nothing found is never "no help exists": what to take away, and what next.
#[component]
pub fn Nothing(
    /// The page, with what is chosen on it.
    address: Signal<Address>,
    /// Who is looking.
    view: View,
) -> impl IntoView {
    let directory = use_catalogue().directory;
    let words = use_words();
    let areas = &directory.site.areas;
    let address = address.get();
    let filters = address.filters();
    let question = words.question();
    let query = Query { filters, view, question: question.as_ref(), sort: Sort::Best };
    let lift = directory.best_to_lift(query).map(|(group, count)| {
        let lifted = filters.lifted(group);
        let gone = filters.chosen(areas).into_iter().filter(|choice| !lifted.contains(*choice));
        let gone: Vec<_> = gone.map(|choice| format!("“{}”", choice_words(choice, areas, Thrive::plain))).collect();
        let href = address.clone().with_filters(lifted).href(areas);
        let words = format!("Take away {}: {count} to try", gone.join(", "));
        view! { <a class="button" href=href>{words}</a> }
    });
    let clear = address.with_filters(Filters::default()).href(areas);
    let own = question.is_some().then(|| {
        view! { <button class="button button--quiet" type="button" on:click=move |_| words.write("")>"Take away your own words"</button> }
    });
    view! {
        <section class="empty" aria-labelledby="empty">
            <h2 class="empty__title" id="empty">"Nothing here fits all of that yet"</h2>
            <p>"That does not mean there is no help."</p>
            <p class="empty__act">{lift}{own}<a class="button button--quiet" href=clear>"Clear all"</a></p>
            <NextStep filters/>
        </section>
    }
}

/// What to do next where nothing fits: the area's own words, advice, and 111.
#[component]
pub fn NextStep(
    /// What is chosen.
    filters: Filters,
) -> impl IntoView {
    let directory = use_catalogue().directory;
    let step = directory.site.areas.next_step(filters.area).unwrap_or("Ask your GP or your child’s school.").to_owned();
    let advice = directory.site.advice.as_ref().and_then(|id| match directory.find(id) {
        Lookup::Found(listing) | Lookup::Moved(listing) => Some(listing),
        Lookup::Unknown => None,
    });
    let advice = advice.map(|listing| {
        let href = Address::Listing(listing.id.clone()).file();
        let hours = listing.hours.as_ref().map(|hours| format!(" {}.", hours.value)).unwrap_or_default();
        let now = crate::pages::hours::open_now(&listing.opening).map(|words| format!(" {words}")).unwrap_or_default();
        view! {
            <p>"For advice today: "<a href=href>{listing.name.clone()}</a>"."{hours}<b>{now}</b></p>
            <p><FirstContact contacts=listing.contacts.clone()/></p>
        }
    });
    view! {
        <div class="empty__next">
            <h3>"What to do next"</h3>
            <p>{step}</p>
            {advice}
            <p>"Urgent: "<a href="tel:111">"call 111"</a>" and choose the mental health option."</p>
        </div>
    }
}
