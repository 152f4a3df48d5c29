//! Home, for parents and carers: one question after another, and how many
//! there are to try.

mod questions;

use super::results::counted;
use crate::components::crisis::{Place, help_now};
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::not_understood;
use crate::components::search::search_field;
use crate::components::ways::ways;
use crate::state::Reader;
use directory::age::AgeChoice;
use directory::vocabulary::Need;
use directory::{Address, Directory, Filters};

/// Home, for parents and carers.
pub fn page(directory: &Directory, reader: &Reader) -> Markup {
    let lead =
        "Local and national help, in one place. No log-in, no cookies. We do not collect what you choose or type.";
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says("Find support for your child’s mental health"))
        .holds(el("p", "hero__lead").says(lead));
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .maybe(not_understood(&reader.dropped))
        .holds(search_field("Say it in your own words", &reader.own.draft))
        .holds(ask(directory, reader))
        .maybe(without_app(directory))
        .holds(doors())
}

fn ask(directory: &Directory, reader: &Reader) -> Markup {
    let filters = reader.address.filters();
    // The crisis block comes as soon as a crisis-sensitive need is chosen; what
    // is typed has its own, below its field.
    let now = help_now(&directory.crisis, Place::OnPage, reader.urgency(), filters.need, filters.thrive);
    el("form", "ask needs-app")
        .with("action", "results.html")
        .with("autocomplete", "off")
        .with("aria-label", "Find support")
        .holds(el("p", "ask__lead").says("Or choose what you know. You can leave any question out."))
        .holds(questions::how_old(filters))
        .holds(questions::which_worry(filters, reader.entered))
        .holds(questions::place(filters, &directory.site.areas))
        .holds(el("div", "").each(now))
        .holds(act(directory, reader))
}

/// The way on, with how many there are. What stands in the field goes along.
fn act(directory: &Directory, reader: &Reader) -> Markup {
    let filters = reader.address.filters();
    let typed = &reader.own.draft;
    // Where nothing is typed, nothing is made ready for it.
    let question = (!typed.is_empty()).then(|| directory.read_question(typed)).flatten();
    let asked = reader.asking(typed.clone(), question);
    let found = directory.search(asked.query());
    let href = Address::Results(filters).href(&directory.site.areas);
    let show = match found.to_try() + found.may.len() {
        0 => "Nothing fits all of that: what to do next".to_owned(),
        _ => format!("Show {}", counted(found.to_try(), found.may.len())),
    };
    // It stands last, so that nothing moves under a finger that leaves the field
    // for the way on.
    let is_used = asked.question().is_some();
    let words = if is_used { "The words that you typed above are used too." } else { "" };
    let clear = (!filters.is_empty()).then(|| link("link", "index.html").says("Clear all"));
    let on = link("button button--big", href).with("data-go", "").says(show);
    el("div", "ask__act").maybe(going()).holds(on).maybe(clear).holds(el("p", "ask__read").says(words))
}

/// What is said to those who go on before the app is there.
fn going() -> Option<Markup> {
    let words = "One moment. What you chose is loading.";
    drawn_only(|| el("p", "notice notice--going").with("role", "status").says(words))
}

/// The way on where the app does not run: every need and age as a plain link.
fn without_app(directory: &Directory) -> Option<Markup> {
    drawn_only(|| {
        let needs = Need::for_families().map(|need| (Address::Need(need).file(), need.label().to_owned(), None));
        let ages = AgeChoice::groups().map(|age| (Address::Age(age).file(), age.label(), None));
        let found = directory.search(Default::default());
        let all = format!("See the whole list: {}", counted(found.to_try(), found.may.len()));
        let all = link("link", Address::Results(Filters::default()).file()).says(all);
        let leaving = link("link", Address::Leaving.file()).says("What leaving this site cannot hide");
        let part = |title, hint, links| {
            el("div", "ask__question")
                .holds(el("h2", "ask__legend").says(title))
                .holds(el("p", "ask__hint").says(hint))
                .holds(links)
        };
        el("div", "without-app ask")
            .holds(part("What are you worried about?", "Choose one. Then you can choose an age.", ways(needs)))
            .holds(part("How old is your child?", "Choose one. Then you can choose a worry.", ways(ages)))
            .holds(el("p", "").says("Your browser’s history shows which pages you open. ").holds(leaving))
            .holds(el("p", "ask__act").holds(all))
    })
}

fn doors() -> Markup {
    let privacy = "Places that you can ask yourself. Most services keep what you say private unless they think \
                   someone is in danger. Ask them first.";
    let door = |href: String, title: &'static str, text: &'static str| {
        let title = el("h2", "tile__title").holds(link("tile__link", href).says(title));
        el("li", "tile").holds(title).holds(el("p", "tile__text").says(text))
    };
    el("ul", "tile__row")
        .holds(door(Address::Urgent.file(), "Urgent help", "Who to call or text now, day and night."))
        .holds(door(
            Address::Kinds.file(),
            "Kinds of support",
            "From everyday advice to specialist teams, in plain words.",
        ))
        .holds(door(Address::AToZ.file(), "A to Z", "Every place we know of, by name."))
        .holds(door(Address::Young.file(), "I am a young person", privacy))
}
