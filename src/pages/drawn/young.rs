//! For young people: help now, what stays private, and what they can reach by
//! themselves, by the age from which a source says that they may.

use super::glossary;
use crate::components::contact::all_contacts;
use crate::components::crisis::{checked, crisis_route};
use crate::components::facts::{area, capital};
use crate::components::markup::{Markup, el, link};
use crate::state::{use_directory, use_glossary};
use directory::crisis::Crisis;
use directory::filters::Choice;
use directory::listing::{Contacts, Standing};
use directory::vocabulary::{Asker, Audience};
use directory::young::{OwnWay, first_routes, own_listings};
use directory::{Address, Directory, Filters, Listing};
use leptos::prelude::*;

/// The groups in the order of [`OwnWay::step`]: their ids, headings, and what is
/// said of all of them.
const GROUPS: [(&str, &str, &str); 4] = [
    ("under-13", "If you are under 13", "A source says that you can ask these yourself. You can be under 13."),
    (
        "from-13",
        "If you are 13 or older",
        "We believe that you can ask these yourself. Not all of it is checked. Each page says what is not.",
    ),
    (
        "from-16",
        "If you are 16 or older",
        "We believe that you can ask these yourself from 16. Not all of it is checked. Each page says what is not.",
    ),
    ("any-age", "We do not know from what age", "You can ask these yourself. Ask them first if they help at your age."),
];

/// For young people.
#[component]
pub fn Young() -> impl IntoView {
    let directory = use_directory();
    let has_words = use_glossary().terms().iter().any(|term| term.audience.contains(Audience::YoungPerson));
    let hero = el("div", "hero").holds(el("h1", "hero__title").says("For young people")).holds(
        el("p", "hero__lead").says("You can ask for help yourself. Here is who you can call, text or write to."),
    );
    let main = el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(help_now(&directory.crisis))
        .holds(private())
        .each(groups(&directory))
        .holds(more(&directory, has_words));
    main.into_any()
}

/// The numbers of the crisis file: the children's own line first, then what is
/// reached without speaking.
fn help_now(crisis: &Crisis) -> Markup {
    let routes = first_routes(crisis).into_iter().map(crisis_route).collect();
    el("section", "crisis")
        .with("aria-labelledby", "young-now")
        .holds(el("h2", "crisis__title").with("id", "young-now").says("Get help now"))
        .holds(el("ul", "crisis__routes").each(routes))
        .holds(el("p", "crisis__note").says(checked(crisis)))
}

/// What stays private, and what this site cannot hide.
fn private() -> Markup {
    let leaving = link("", Address::Leaving.file()).says("What it cannot hide");
    el("section", "prose")
        .with("aria-labelledby", "private")
        .holds(el("h2", "").with("id", "private").says("What stays private"))
        .holds(el("p", "").says("Most services keep what you say private unless they think someone is in danger. Ask them first."))
        .holds(el("p", "").says("School devices may be watched. If someone may see this phone, use another one."))
        .holds(el("p", "").says("“Leave this site” at the top swaps this page for a page about the weather. ").holds(leaving).says("."))
        .holds(el("p", "").says("No log-in, no cookies. We do not collect what you choose or type. Your browser history, the company that hosts this site, and a school or work network may still show which pages were opened."))
}

/// What they can reach by themselves. Those under 13 are told also where there
/// is nothing.
fn groups(directory: &Directory) -> Vec<Markup> {
    let own = own_listings(directory.listings());
    let group = |(step, (id, title, says)): (usize, (&'static str, &'static str, &'static str))| {
        let own: Vec<_> = own.iter().filter(|(way, _)| way.step() == step).collect();
        let heading = el("h2", "atoz__letter").with("id", id).says(title);
        let part = el("section", "atoz__part").with("aria-labelledby", id).holds(heading);
        match (own.is_empty(), step) {
            (true, 0) => Some(part.holds(
                el("p", "").says("We know of no other that says so. Start with the numbers at the top of this page."),
            )),
            (true, _) => None,
            _ => {
                let rows = own.iter().map(|(way, listing)| row(directory, *way, listing)).collect();
                let list = el("ul", "atoz__list").each(rows);
                let part = part.holds(el("p", "results__note").says(says));
                Some(part.holds(if step == OwnWay::NotKnown.step() { folded(list, own.len()) } else { list }))
            }
        }
    };
    GROUPS.into_iter().enumerate().filter_map(group).collect()
}

/// A list that is long and says little: the page stays short above it.
fn folded(list: Markup, count: usize) -> Markup {
    let show = if count == 1 { "Show 1 place".to_owned() } else { format!("Show {count} places") };
    el("details", "").holds(el("summary", "filters__summary").says(show)).holds(list)
}

/// One of them: where it is for, and how to reach it. Whoever is under 13 has
/// its numbers here, and need not open another page.
fn row(directory: &Directory, way: OwnWay, listing: &Listing) -> Markup {
    let name = link("atoz__link", Address::Listing(listing.id.clone()).file()).says(&listing.name);
    let limit = if listing.area.is_limited() { " Not everywhere: ask." } else { "" };
    let place = format!("{}.{limit}", area(listing, &directory.site.areas));
    let item = el("li", "atoz__item").holds(name);
    let doubt = if matches!(listing.standing, Standing::Doubtful(_)) { " Ask if this still runs." } else { "" };
    match way {
        OwnWay::Child(_) => {
            let ages =
                listing.ages.as_ref().map(|ages| format!("For those {}. ", ages.value.words())).unwrap_or_default();
            item.holds(el("p", "").says(&listing.summary))
                .holds(el("p", "atoz__by").says(format!("{ages}{place}{doubt}")))
                .holds(el("div", "card__act").each(all_contacts(&listing.contacts)))
        }
        _ => {
            let ways = ways(&listing.contacts);
            item.holds(el("span", "atoz__by").says(format!("{}{ways}. {place}{doubt}", from(way))))
        }
    }
}

/// From what age, where its heading does not say it already.
fn from(way: OwnWay) -> String {
    match way {
        OwnWay::Teenager(age @ 14..) | OwnWay::Older(age @ 17..) => format!("From age {age}. "),
        _ => String::new(),
    }
}

/// How to reach it, in words: "Call, text, website".
fn ways(contacts: &Contacts) -> String {
    let ways = [
        ("call", !contacts.phones.is_empty()),
        ("text", !contacts.texts.is_empty()),
        ("website", contacts.web.is_some()),
        ("e-mail", !contacts.emails.is_empty()),
    ];
    let ways: Vec<_> = ways.into_iter().filter(|(_, is_there)| *is_there).map(|(word, _)| word).collect();
    capital(&ways.join(", "))
}

/// Where it goes on: the whole list of what they can ask for, and the words.
fn more(directory: &Directory, has_words: bool) -> Markup {
    let filters = Filters::default().toggled(Choice::Access(Asker::YoungPerson));
    let all =
        link("link", Address::Results(filters).href(&directory.site.areas)).says("Choose by worry, place and cost");
    let own = if has_words { glossary::YOUNG.0 } else { "main" };
    let words = link("link", format!("{}#{own}", Address::Glossary.file())).says("What the words mean");
    let read = link("link", Address::Leaflets.file()).says("Pages to read, by worry");
    let urgent = link("link", Address::Urgent.file()).says("All urgent help");
    el("section", "prose").with("aria-labelledby", "more").holds(el("h2", "").with("id", "more").says("More")).holds(
        el("ul", "")
            .holds(el("li", "needs-app").holds(all))
            .holds(el("li", "").holds(words))
            .holds(el("li", "").holds(read))
            .holds(el("li", "").holds(urgent)),
    )
}
