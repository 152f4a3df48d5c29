//! The leaflet of a need: one side of paper that a school office or a surgery
//! gives to a family. It says who to ask first, and what to do if things get
//! worse; what it is and what helps only in words that a clinician approved.

use super::origin::{origin, way_there};
use super::told::{ages_words, by, first_ways, who};
use crate::components::crisis::VOICES;
use crate::components::crisis_box::crisis_box;
use crate::components::fresh::checked;
use crate::components::markup::{Markup, el, link};
use crate::components::table::wait;
use crate::components::worse::worse;
use crate::state::{use_directory, use_leaflet_texts, use_self_help};
use directory::area::{Place, Places};
use directory::leaflet::{LeafletText, ToAsk};
use directory::vocabulary::Need;
use directory::{Address, Directory, Listing};
use leptos::prelude::*;

/// A leaflet about a need.
#[component]
pub fn LeafletPage(
    /// Which need.
    need: Need,
) -> impl IntoView {
    let (directory, texts) = (use_directory(), use_leaflet_texts());
    let to_ask = directory.to_ask_first(need);
    let file = Address::Need(need).file();
    let way = way_there(&directory, &file, "More, and as it is now:");
    let voices = (need == Need::Psychosis).then(|| el("p", "leaflet__worse").says(VOICES));
    let now =
        el("div", "leaflet__now").holds(crisis_box(&directory.crisis)).maybe(voices).holds(worse("leaflet__worse"));
    let ask =
        el("div", "leaflet__body").each(texts.on(need).map(told).unwrap_or_default()).holds(ask(&directory, &to_ask));
    // Paper begins with help now. On a screen it stands at the top of each page
    // already, and comes first again where the worry cannot wait.
    let columns = el("div", "leaflet__columns");
    let columns =
        if need.is_crisis_sensitive() { columns.holds(now).holds(ask) } else { columns.holds(ask).holds(now) };
    let sheet = el("article", "leaflet")
        .holds(el("h1", "leaflet__title").says(need.label()))
        .holds(el("p", "leaflet__lead").says("Who to ask first. For parents, carers and young people."))
        .holds(columns)
        .holds(el("div", "leaflet__end").holds(origin(&directory, &Address::Leaflet(need).file())).holds(way));
    let main = el("main", "wrap stack sheet-page")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(before(&directory, need, use_self_help().has(need)))
        .holds(sheet);
    main.into_any()
}

/// What stands above the sheet on a screen and on no paper: how to print it,
/// for which area and on which paper, and a warning where it may be found.
fn before(directory: &Directory, need: Need, has_pages: bool) -> Markup {
    let print = el("button", "button sheet-page__print").with("type", "button").with("data-print", "");
    let words = "What prints is the leaflet, on one side of paper. You can also use your browser’s menu.";
    let read = has_pages.then(|| link("link", Address::SelfHelp(need).file()).says("Pages to read about this"));
    let found = (need == Need::AbuseSafety).then(|| {
        el("p", "sheet-page__careful")
            .says("Someone who does harm may find this paper. Ask if it is safe to take it home before you give it.")
    });
    el("div", "sheet-page__act")
        .maybe(found)
        .holds(paper())
        .maybe(all_areas(directory))
        .holds(print.says("Print this leaflet"))
        .holds(el("p", "").says(words))
        .maybe(read)
        .holds(link("link", Address::Leaflets.file()).says("All leaflets"))
}

fn choice(name: &'static str, id: String, words: &str, is_chosen: bool) -> Markup {
    let radio =
        el("input", "").with("type", "radio").with("name", name).with("id", id.clone()).is("checked", is_chosen);
    el("span", "sheet-page__choice").holds(radio).holds(el("label", "").with("for", id).says(words.to_owned()))
}

/// On which paper. The style reads what is ticked: no script is asked.
pub fn paper() -> Markup {
    el("fieldset", "sheet-page__choices")
        .holds(el("legend", "").says("Paper"))
        .holds(choice("list-paper", "paper-a4".to_owned(), "A4", true))
        .holds(choice("list-paper", "paper-a5".to_owned(), "A5, half as big", false))
}

/// The box that leaves every area on the paper; each area has one of its own.
fn all_areas(directory: &Directory) -> Option<Markup> {
    has_areas(directory).then(|| choice("list-area", "area-all".to_owned(), "Print all areas", true))
}

/// Whether there are several areas to choose from.
fn has_areas(directory: &Directory) -> bool {
    directory.site.areas.choices().filter(|place| *place != Place::Elsewhere).count() > 1
}

/// What a clinician approved, and who.
fn told(text: &LeafletText) -> Vec<Markup> {
    let part = |title: &'static str, said: &[String]| {
        let list = el("ul", "").each(said.iter().map(|one| el("li", "").says(one)).collect());
        (!said.is_empty()).then(|| el("section", "leaflet__told").holds(el("h2", "").says(title)).holds(list))
    };
    let approved =
        format!("Approved on {} by: {}. From: {}.", text.on.words(), text.role, text.source.trim_end_matches('.'));
    let parts = [part("What it is", &text.what_it_is), part("What helps at home", &text.what_helps)];
    parts.into_iter().flatten().chain([el("p", "leaflet__small").says(approved)]).collect()
}

/// Who to ask first: in each area, wherever a family lives, and for any worry.
fn ask(directory: &Directory, to_ask: &ToAsk<'_>) -> Markup {
    let areas = &directory.site.areas;
    let only = has_areas(directory);
    let of_area = |(place, some): &(Place, Vec<&Listing>)| {
        let (slug, label) = (areas.slug(*place), areas.label(*place));
        let only = only.then(|| choice("list-area", format!("area-{slug}"), &format!("Print {label} only"), false));
        let step = areas.next_step(Places::default().with(*place)).unwrap_or_default().to_owned();
        let step = el("p", "leaflet__small").says(step);
        let title = el("h3", "").says(format!("In {label}"));
        el("section", "leaflet__part leaflet__part--area")
            .holds(title)
            .maybe(only)
            .maybe(list(directory, some))
            .holds(step)
    };
    let none = to_ask
        .is_empty()
        .then(|| el("p", "").says("We know of no place for this worry alone that we could name on paper."));
    let everywhere = part(directory, "Wherever you live", &to_ask.everywhere);
    let advice = part(directory, "For any worry", to_ask.advice.as_slice());
    el("section", "leaflet__ask")
        .with("aria-labelledby", "ask")
        .holds(el("h2", "").with("id", "ask").says("Who to ask first"))
        .maybe(none)
        .each(to_ask.areas.iter().map(of_area).collect())
        .maybe(everywhere)
        .maybe(advice)
}

fn part(directory: &Directory, title: &'static str, some: &[&Listing]) -> Option<Markup> {
    list(directory, some).map(|list| el("section", "leaflet__part").holds(el("h3", "").says(title)).holds(list))
}

fn list(directory: &Directory, some: &[&Listing]) -> Option<Markup> {
    let entries = some.iter().map(|listing| entry(directory, listing)).collect();
    (!some.is_empty()).then(|| el("ul", "leaflet__list").each(entries))
}

/// One of them, in words that are still there on paper.
fn entry(directory: &Directory, listing: &Listing) -> Markup {
    let wait = wait(listing).map(|wait| format!(" Wait: {}.", wait.trim_end_matches('.'))).unwrap_or_default();
    let facts = format!("{}{wait} {}.", ages_words(listing), checked(listing, directory));
    let name = el("b", "").says(&listing.name);
    el("li", "leaflet__entry")
        .holds(el("p", "").holds(name).says(by(listing)))
        .holds(el("p", "leaflet__what").says(&listing.summary))
        .holds(el("p", "").says(who(listing)))
        .holds(first_ways(listing))
        .holds(el("p", "leaflet__small").says(facts))
}
