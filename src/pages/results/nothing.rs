//! Nothing found is never "no help exists": what to take away and how many that
//! gives, what comes nearest, and what next.

use crate::components::card::near;
use crate::components::contact::first_contact;
use crate::components::markup::{Markup, el, link};
use crate::components::tags::choice_words;
use crate::pages::hours::open_now;
use crate::state::Reader;
use directory::area::Place;
use directory::filters::{Choice, Group};
use directory::search::Query;
use directory::vocabulary::Need;
use directory::{Address, Directory, Filters};

/// How many near ones are shown.
const NEAR: usize = 3;

/// Nothing found: which one filter to take away and how many that gives, the
/// nearest, then the next step of the area.
pub fn nothing(directory: &Directory, reader: &Reader, is_lost: bool) -> Markup {
    let best = directory.best_to_lift(reader.query());
    let near = best.and_then(|(group, _)| nearest(directory, reader, group));
    let title = if is_lost { "Sorry, we do not know those words yet" } else { "Nothing here fits all of that yet" };
    el("section", "empty")
        .with("aria-labelledby", "empty")
        .holds(el("h2", "empty__title").with("id", "empty").says(title))
        .holds(el("p", "").says("That does not mean there is no help."))
        .each(if is_lost { what_helps(directory, reader) } else { Vec::new() })
        .holds(el("p", "empty__act").each(ways_out(directory, reader, best)))
        .maybe(near)
        .maybe(words_explained(reader))
        .holds(next_step(directory, reader))
}

/// Whether words were asked of which nothing was understood, and which are in
/// no listing: then taking away a filter helps nobody.
pub fn is_lost(directory: &Directory, reader: &Reader) -> bool {
    let Some(question) = &reader.own.question else { return false };
    let is_nothing = question.understood.is_nothing();
    is_nothing && {
        let found = directory.search(Query { filters: Filters::default(), ..reader.query() });
        question.rest.is_empty() || found.to_try() + found.may.len() == 0
    }
}

/// What to say instead, and every worry to choose.
fn what_helps(directory: &Directory, reader: &Reader) -> Vec<Markup> {
    let areas = &directory.site.areas;
    let place = areas.choices().next().map(|place| [", ", areas.label(place)].concat()).unwrap_or_default();
    let example = ["For example: can’t sleep, age 9", &place, "."].concat();
    let filters = reader.address.filters().with_words(false);
    let choose = |need: Need| {
        let href = reader.address.clone().with_filters(filters.and(Filters::default().toggled(Choice::Need(need))));
        el("li", "ways__item").holds(link("ways__link", href.href(areas)).says(need.label()))
    };
    vec![
        el("p", "").says("Try other words. It helps to say the worry, the age and the place. ").says(example),
        el("h3", "").says("Or choose a worry"),
        el("ul", "ways").each(Need::for_families().map(choose).collect()),
    ]
}

/// Somebody may have asked what a word means; in danger nothing leads away.
fn words_explained(reader: &Reader) -> Option<Markup> {
    let is_asked = reader.own.question.is_some() && reader.urgency().is_none();
    let link = || link("", Address::Glossary.file()).says("What the words mean");
    is_asked.then(|| el("p", "").says("Did you ask what a word means? ").holds(link()))
}

/// The one filter whose removal helps most, the words, and the way to clear all.
fn ways_out(directory: &Directory, reader: &Reader, best: Option<(Group, usize)>) -> Vec<Markup> {
    let areas = &directory.site.areas;
    let filters = reader.address.filters();
    let href = |filters: Filters| reader.address.clone().with_filters(filters).href(areas);
    let to_try = |count: usize| [": ", &count.to_string(), " to try"].concat();
    let mut ways = Vec::new();
    if let Some((group, count)) = best {
        let words = ["Take away ", &gone(directory, reader, group), &to_try(count)].concat();
        ways.push(link("button", href(filters.lifted(group))).says(words));
    }
    let without = directory.search(Query { question: None, ..reader.query() }).to_try();
    if reader.own.question.is_some() && without > 0 {
        let class = if ways.is_empty() { "button" } else { "button button--quiet" };
        let forget = el("button", class).with("type", "button").with("data-do", "forget");
        ways.push(forget.says("Take away your words").says(to_try(without)));
    }
    let all = directory.search(Query { filters: Filters::default(), question: None, ..reader.query() });
    let clear = ["Clear all", &to_try(all.to_try())].concat();
    ways.push(link("button button--quiet", href(Filters::default())).says(clear));
    ways
}

/// What is chosen in a group, in quotes.
fn gone(directory: &Directory, reader: &Reader, group: Group) -> String {
    let chosen = reader.address.filters().chosen(&directory.site.areas).into_iter();
    let words = |choice| ["“", &choice_words(choice, &directory.site, reader.view()), "”"].concat();
    let gone: Vec<_> = chosen.filter(|choice| choice.group() == group).map(words).collect();
    gone.join(", ")
}

/// The first of those that fit but for one filter, each saying which.
fn nearest(directory: &Directory, reader: &Reader, group: Group) -> Option<Markup> {
    let filters = reader.address.filters().lifted(group);
    let found = directory.search(Query { filters, ..reader.query() });
    let misses = gone(directory, reader, group);
    let listings = found.fits.iter().chain(&found.any).take(NEAR).filter_map(|row| directory.at(*row));
    let cards: Vec<_> = listings.map(|listing| near(listing, reader.view(), &misses)).collect();
    (!cards.is_empty()).then(|| {
        el("div", "empty__near")
            .holds(el("h3", "").says("The nearest that we know"))
            .holds(el("ul", "results__list").each(cards))
    })
}

/// What to do next where nothing fits: 111, the area's own words, and advice. In
/// danger the numbers come first, and no service is a way round them.
fn next_step(directory: &Directory, reader: &Reader) -> Markup {
    // An area's own words are for whoever chose it.
    let areas = &directory.site.areas;
    let chosen = reader.address.filters().area;
    let is_named = |place: Place| chosen.contains(place) && areas.named(areas.slug(place)).is_some();
    let own = areas.choices().any(is_named).then(|| areas.next_step(chosen)).flatten();
    let step = own.unwrap_or("Ask your GP or your child’s school.").to_owned();
    let advice = directory.advice().map(|listing| {
        let href = Address::Listing(listing.id.clone()).file();
        let hours = listing.hours.as_ref().map(|hours| [". ", &hours.value, ". "].concat()).unwrap_or_default();
        let now = el("b", "").says(open_now(&listing.opening).unwrap_or(""));
        let name = link("", href).says(&listing.name);
        let words = el("p", "").says("For advice today: ").holds(name).says(hours).holds(now);
        el("div", "").holds(words).holds(el("p", "").maybe(first_contact(&listing.contacts)))
    });
    let call = || link("", "tel:111").says("call 111");
    let next = el("div", "empty__next");
    if reader.urgency().is_none() {
        let urgent = el("p", "").says("Urgent: ").holds(call()).says(" and choose the mental health option.");
        return next
            .holds(el("h3", "").says("What to do next"))
            .holds(el("p", "").says(step))
            .maybe(advice)
            .holds(urgent);
    }
    let danger = el("p", "")
        .holds(el("b", "").says("Life at risk: "))
        .holds(link("", "tel:999").says("call 999"))
        .says(". Urgent: ")
        .holds(call())
        .says(" and choose the mental health option.");
    next.holds(el("h3", "").says("Now"))
        .holds(danger)
        .holds(el("h3", "").says("When everyone is safe"))
        .holds(el("p", "").says(step))
        .maybe(advice)
}
