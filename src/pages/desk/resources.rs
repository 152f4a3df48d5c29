//! Things to read, teach with and use, by phase, need and sort: each with its
//! date, and "Check before you use it" past its limit.

mod tables;

use crate::components::choices::Tick;
use crate::components::chooser::{Chosen, Group, chooser, chosen};
use crate::components::crisis::{Place, help_now};
use crate::components::markup::{Markup, el, link};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::closed::{Choices, Closed};
use directory::question::Urgency;
use directory::resource::{ResourceChoice, Shelf, Sort};
use directory::vocabulary::{Need, Phase};
use tables::tables;

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let directory = &desk.directory;
    let (choice, dropped) = ResourceChoice::read(&desk.fragment, &directory.site.areas);
    let shelf = directory.shelf(choice);
    let lead = "Curriculum frameworks, guidance, toolkits, reading lists and more, with their dates.";
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    let urgency = choice.need.meets(Need::crisis_sensitive()).then_some(Urgency::Crisis);
    let help = help_now(&directory.crisis, Place::OnPage, urgency, choice.need, Choices::default());
    let status = el("p", "results__status").with("role", "status").says(said(&shelf, choice));
    let is_empty = shelf.to_try() + shelf.may.len() == 0;
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .maybe(not_understood(&dropped))
        .each(help)
        .holds(chooser(groups(desk, choice), choice.chosen(&directory.site.areas).len()))
        .holds(chosen(tags(desk, choice), desk.href("")))
        .holds(status)
        .maybe(limit(desk, &shelf))
        .maybe(is_empty.then(|| nothing(desk, choice)))
        .each(tables(desk, choice, &shelf))
}

/// What is chosen next.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let areas = &desk.directory.site.areas;
    ResourceChoice::read(&desk.fragment, areas).0.toggled(name, value, areas).write(areas)
}

/// The file that a button asks for: there is none here.
pub fn file(_desk: &Desk, _action: &str) -> Option<SavedFile> {
    None
}

fn groups(desk: &Desk, choice: ResourceChoice) -> Vec<Group> {
    let areas = &desk.directory.site.areas;
    let counts = desk.directory.resource_counts(choice);
    let tick = |slug: &str, label: &str, is_chosen| Tick { slug: slug.to_owned(), label: label.to_owned(), is_chosen };
    let phases = counts.phases.into_iter();
    let phases = phases.map(|(one, count)| (tick(one.slug(), one.label(), choice.phase.contains(one)), count));
    let needs = counts.needs.into_iter();
    let needs = needs.map(|(one, count)| (tick(one.slug(), one.label(), choice.need.contains(one)), count));
    let sorts = counts.sorts.into_iter();
    let sorts = sorts.map(|(one, count)| (tick(one.slug(), one.label(), choice.sort.contains(one)), count));
    let places = counts.areas.into_iter();
    let places =
        places.map(|(place, count)| (tick(areas.slug(place), areas.label(place), choice.area.contains(place)), count));
    vec![
        Group { key: "phase", legend: "Phase", options: phases.collect() },
        Group { key: "need", legend: "Need", options: needs.collect() },
        Group { key: "sort", legend: "Kind of resource", options: sorts.collect() },
        Group { key: "area", legend: "Where your school is", options: places.collect() },
    ]
}

/// The words of an option.
fn words_of(desk: &Desk, key: &str, slug: &str) -> String {
    let areas = &desk.directory.site.areas;
    let words = match key {
        "phase" => Phase::from_slug(slug).map(Phase::label),
        "need" => Need::from_slug(slug).map(Need::label),
        "sort" => Sort::from_slug(slug).map(Sort::label),
        _ => areas.from_slug(slug).map(|place| areas.label(place)),
    };
    words.unwrap_or(slug).to_owned()
}

fn tags(desk: &Desk, choice: ResourceChoice) -> Vec<Chosen> {
    let areas = &desk.directory.site.areas;
    let tag = |(key, slug): (&'static str, String)| Chosen {
        words: words_of(desk, key, &slug),
        href: desk.href(&choice.toggled(key, &slug, areas).write(areas)),
    };
    choice.chosen(areas).into_iter().map(tag).collect()
}

/// How many there are, and how many of them are past their limit.
fn said(shelf: &Shelf<'_>, choice: ResourceChoice) -> String {
    let all = match (shelf.to_try(), shelf.may.len()) {
        (0, 0) => "Nothing that fits all of that.".to_owned(),
        (1, 0) if choice.is_empty() => "1 resource.".to_owned(),
        (count, 0) if choice.is_empty() => format!("{count} resources."),
        (0, ask) => format!("{ask} to ask about."),
        (1, 0) => "1 fits.".to_owned(),
        (count, 0) => format!("{count} fit."),
        (1, ask) => format!("1 fits, and {ask} to ask about."),
        (count, ask) => format!("{count} fit, and {ask} to ask about."),
    };
    let past = match shelf.past().count() {
        0 => String::new(),
        1 => " 1 is past its limit: check before you use it.".to_owned(),
        some => format!(" {some} are past their limit: check before you use them."),
    };
    [all, past].concat()
}

/// What the limit is, and whose.
fn limit(desk: &Desk, shelf: &Shelf<'_>) -> Option<Markup> {
    let months = match desk.directory.site.resource_months {
        1 => "1 month".to_owned(),
        months => format!("{months} months"),
    };
    let words = format!(
        "The limit is {months} after the date of a version, unless its entry says otherwise: look for a newer one. \
         Where no date is known, ask how old it is. The kinds are our own sorting."
    );
    (shelf.to_try() + shelf.may.len() > 0).then(|| el("p", "results__note").says(words))
}

/// Nothing fits: which one choice to take away, and what that gives.
fn nothing(desk: &Desk, choice: ResourceChoice) -> Markup {
    let areas = &desk.directory.site.areas;
    let lifted = |(key, name): (&'static str, &'static str)| {
        let without = choice.lifted(key, areas);
        let shelf = desk.directory.shelf(without);
        (without != choice).then(|| (shelf.to_try() + shelf.may.len(), name, without))
    };
    let all = [("phase", "the phase"), ("need", "the need"), ("sort", "the kind"), ("area", "where your school is")];
    let best = all.into_iter().filter_map(lifted).max_by_key(|(count, ..)| *count).filter(|(count, ..)| *count > 0);
    let way = best.map(|(count, name, without)| {
        let words = format!("Leave out {name}: {count} to look at");
        el("p", "needs-app").holds(link("link", desk.href(&without.write(areas))).says(words))
    });
    let words = "Nothing in this directory fits. Not every resource is listed here.";
    el("div", "empty").holds(el("p", "").says(words)).maybe(way)
}
