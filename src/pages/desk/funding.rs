//! Money that a school may apply for: what is open on the day, what closes
//! first, what opens later, and apart from it all that is over.

mod tables;

use crate::components::choices::Tick;
use crate::components::chooser::{Chosen, Group, chooser, chosen};
use crate::components::crisis::{Place, help_now};
use crate::components::markup::{Markup, el, link};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::closed::{Choices, Closed};
use directory::funding::{FundingChoice, Offers, Stage};
use directory::question::Urgency;
use directory::search::Outcome;
use directory::vocabulary::Need;
use tables::tables;

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let directory = &desk.directory;
    let (choice, dropped) = FundingChoice::read(&desk.fragment, &directory.site.areas);
    let offers = directory.offers(choice);
    let today = directory.today.words();
    let lead = format!("Who may apply, for how much, and until when, as of {today}.");
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    let urgency = choice.need.meets(Need::crisis_sensitive()).then_some(Urgency::Crisis);
    let help = help_now(&directory.crisis, Place::OnPage, urgency, choice.need, Choices::default());
    let status = el("p", "results__status").with("role", "status").says(said(&offers, choice, desk));
    let nothing = offers.offers.is_empty().then(|| nothing(desk, choice));
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
        .maybe(nothing)
        .each(tables(desk, choice, &offers))
}

/// What is chosen next.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let areas = &desk.directory.site.areas;
    FundingChoice::read(&desk.fragment, areas).0.toggled(name, value, areas).write(areas)
}

/// The file that a button asks for: there is none here.
pub fn file(_desk: &Desk, _action: &str) -> Option<SavedFile> {
    None
}

fn groups(desk: &Desk, choice: FundingChoice) -> Vec<Group> {
    let areas = &desk.directory.site.areas;
    let counts = desk.directory.funding_counts(choice);
    let tick = |slug: &str, label: &str, is_chosen| Tick { slug: slug.to_owned(), label: label.to_owned(), is_chosen };
    let stages = counts.stages.into_iter();
    let stages = stages.map(|(one, count)| (tick(one.slug(), one.label(), choice.stage.contains(one)), count));
    let needs = counts.needs.into_iter();
    let needs = needs.map(|(one, count)| (tick(one.slug(), one.label(), choice.need.contains(one)), count));
    let places = counts.areas.into_iter();
    let places =
        places.map(|(place, count)| (tick(areas.slug(place), areas.label(place), choice.area.contains(place)), count));
    vec![
        Group { key: "stage", legend: "When", options: stages.collect() },
        Group { key: "area", legend: "Where your school is", options: places.collect() },
        Group { key: "need", legend: "Need", options: needs.collect() },
    ]
}

/// The words of an option.
fn words_of(desk: &Desk, key: &str, slug: &str) -> String {
    let areas = &desk.directory.site.areas;
    let words = match key {
        "stage" => Stage::from_slug(slug).map(Stage::label),
        "need" => Need::from_slug(slug).map(Need::label),
        _ => areas.from_slug(slug).map(|place| areas.label(place)),
    };
    words.unwrap_or(slug).to_owned()
}

fn tags(desk: &Desk, choice: FundingChoice) -> Vec<Chosen> {
    let areas = &desk.directory.site.areas;
    let tag = |(key, slug): (&'static str, String)| Chosen {
        words: words_of(desk, key, &slug),
        href: desk.href(&choice.toggled(key, &slug, areas).write(areas)),
    };
    choice.chosen(areas).into_iter().map(tag).collect()
}

/// How many are open, and which day is the first to close.
fn said(offers: &Offers<'_>, choice: FundingChoice, desk: &Desk) -> String {
    let today = desk.directory.today.words();
    let sure = || offers.open().filter(|offer| offer.outcome != Outcome::May);
    let open = match sure().count() {
        0 if choice.is_empty() => format!("We know of no funding that is open on {today}."),
        0 => format!("We know of none that fits all of that and is open on {today}."),
        1 => format!("1 is open on {today}."),
        some => format!("{some} are open on {today}."),
    };
    let first = sure().filter_map(|offer| offer.funding.closes).min();
    let first = first.map(|day| format!(" The first closes on {}.", day.words())).unwrap_or_default();
    let may = offers.offers.iter();
    let may =
        may.filter(|offer| offer.stage == Stage::NotKnown || offer.outcome == Outcome::May && offer.stage.is_open());
    let may = match may.count() {
        0 => String::new(),
        1 => " 1 may be: ask.".to_owned(),
        some => format!(" {some} may be: ask."),
    };
    [open, first, may].concat()
}

/// Nothing fits: which one choice to take away, and what that gives.
fn nothing(desk: &Desk, choice: FundingChoice) -> Markup {
    let areas = &desk.directory.site.areas;
    let lifted = |(key, name): (&'static str, &'static str)| {
        let without = choice.lifted(key, areas);
        (without != choice).then(|| (desk.directory.offers(without).offers.len(), name, without))
    };
    let all = [("stage", "when"), ("area", "where your school is"), ("need", "the need")];
    let best = all.into_iter().filter_map(lifted).max_by_key(|(count, ..)| *count).filter(|(count, ..)| *count > 0);
    let way = best.map(|(count, name, without)| {
        let words = format!("Leave out {name}: {count} to look at");
        el("p", "needs-app").holds(link("link", desk.href(&without.write(areas))).says(words))
    });
    let words = "Nothing in this directory fits. Not every offer is listed here: ask your council.";
    el("div", "empty").holds(el("p", "").says(words)).maybe(way)
}
