//! Nothing found is never "no help exists": what to take away, and what next.

use crate::components::contact::first_contact;
use crate::components::markup::{Markup, el, link};
use crate::components::tags::choice_words;
use crate::pages::hours::open_now;
use crate::state::Reader;
use directory::catalogue::Lookup;
use directory::search::Question;
use directory::{Address, Directory, Filters};

/// Nothing found: which one filter to take away and how many that gives, then
/// the next step of the area.
pub fn nothing(directory: &Directory, reader: &Reader, question: Option<&Question>) -> Markup {
    el("section", "empty")
        .with("aria-labelledby", "empty")
        .holds(el("h2", "empty__title").with("id", "empty").says("Nothing here fits all of that yet"))
        .holds(el("p", "").says("That does not mean there is no help."))
        .holds(el("p", "empty__act").each(ways_out(directory, reader, question)))
        .holds(next_step(directory, reader.address.filters()))
}

/// The one filter whose removal helps most, and the ways to clear the rest.
fn ways_out(directory: &Directory, reader: &Reader, question: Option<&Question>) -> Vec<Markup> {
    let areas = &directory.site.areas;
    let filters = reader.address.filters();
    let href = |filters: Filters| reader.address.clone().with_filters(filters).href(areas);
    let mut ways = Vec::new();
    if let Some((group, count)) = directory.best_to_lift(reader.query(question)) {
        let lifted = filters.lifted(group);
        let gone = filters.chosen(areas).into_iter().filter(|choice| !lifted.contains(*choice));
        let gone: Vec<_> =
            gone.map(|choice| format!("“{}”", choice_words(choice, &directory.site, reader.view()))).collect();
        let words = format!("Take away {}: {count} to try", gone.join(", "));
        ways.push(link("button", href(lifted)).says(words));
    }
    if question.is_some() {
        let forget = el("button", "button button--quiet").with("type", "button").with("data-do", "forget");
        ways.push(forget.says("Take away your own words"));
    }
    ways.push(link("button button--quiet", href(Filters::default())).says("Clear all"));
    ways
}

/// What to do next where nothing fits: the area's own words, advice, and 111.
fn next_step(directory: &Directory, filters: Filters) -> Markup {
    // An area's own words are for whoever chose it.
    let areas = &directory.site.areas;
    let is_named = |place| filters.area.contains(place) && areas.named(areas.slug(place)).is_some();
    let own = areas.choices().any(is_named).then(|| areas.next_step(filters.area)).flatten();
    let step = own.unwrap_or("Ask your GP or your child’s school.").to_owned();
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
