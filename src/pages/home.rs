//! Home, for parents and carers: one question after another, and how many
//! there are to try.

mod questions;

use super::results::counted;
use crate::components::crisis;
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::not_understood;
use crate::components::ways::ways;
use crate::state::Reader;
use directory::age::AgeChoice;
use directory::closed::{Choices, Closed};
use directory::search::Question;
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
        .holds(ask(directory, reader))
        .maybe(without_app(directory))
        .holds(doors())
}

fn ask(directory: &Directory, reader: &Reader) -> Markup {
    let filters = reader.address.filters();
    let question = reader.question();
    let said = question.as_ref().map(|question| question.needs(directory)).unwrap_or_default();
    // The crisis block comes as soon as a crisis-sensitive need is chosen or typed.
    let needs = filters.need.iter().chain(said.iter()).collect();
    el("form", "ask needs-app")
        .with("action", "results.html")
        .with("autocomplete", "off")
        .with("aria-label", "Find support")
        .holds(questions::how_old(filters))
        .holds(questions::which_worry(filters, reader.entered))
        .holds(questions::place(filters, &directory.site.areas))
        .holds(own_words(reader, said))
        .holds(el("div", "").maybe(crisis::pinned(&directory.crisis, needs, Choices::default())))
        .holds(act(directory, reader, question.as_ref()))
}

fn own_words(reader: &Reader, said: Choices<Need>) -> Markup {
    let labels: Vec<_> = said.iter().filter(|need| need.is_for_families()).map(Need::label).collect();
    let read = if labels.is_empty() { String::new() } else { format!("We read this as: {}", labels.join(", ")) };
    let field = el("input", "ask__words")
        .with("id", "words")
        .with("type", "search")
        .with("autocomplete", "off")
        .with("aria-describedby", "words-hint")
        .now("value", &reader.words);
    el("div", "ask__question")
        .holds(el("label", "ask__legend").with("for", "words").says("Or say it in your own words"))
        .holds(el("p", "ask__hint").with("id", "words-hint").says("For example: panic attacks before school"))
        .holds(field)
        .holds(el("p", "ask__read").with("role", "status").says(read))
}

/// The way on, with how many there are.
fn act(directory: &Directory, reader: &Reader, question: Option<&Question>) -> Markup {
    let filters = reader.address.filters();
    let found = directory.search(reader.query(question));
    let href = Address::Results(filters).href(&directory.site.areas);
    let show = match found.to_try() + found.may.len() {
        0 => "Nothing fits all of that: what to do next".to_owned(),
        _ => format!("Show {}", counted(found.to_try(), found.may.len())),
    };
    let clear = (!filters.is_empty()).then(|| link("link", "index.html").says("Clear all"));
    let on = link("button button--big", href).with("data-go", "").says(show);
    el("div", "ask__act").maybe(going()).holds(on).maybe(clear)
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
    let young = format!("results.html#access={}", directory::vocabulary::Asker::YoungPerson.slug());
    let door = |class, href: String, title: &'static str, text: &'static str| {
        let title = el("h2", "tile__title").holds(link("tile__link", href).says(title));
        el("li", class).holds(title).holds(el("p", "tile__text").says(text))
    };
    el("ul", "tile__row")
        .holds(door("tile", Address::Urgent.file(), "Urgent help", "Who to call or text now, day and night."))
        .holds(door(
            "tile",
            Address::Kinds.file(),
            "Kinds of support",
            "From everyday advice to specialist teams, in plain words.",
        ))
        .holds(door("tile", Address::AToZ.file(), "A to Z", "Every place we know of, by name."))
        // What it chooses stands after `#`, which only the app reads.
        .holds(door("tile needs-app", young, "I am a young person", privacy))
}
