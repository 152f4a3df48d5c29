//! Pages that others have published about a need, to read while a family waits
//! or before it asks: for parents, young people and staff apart, each with its
//! date. None of their words are ours, and no advice is.

use crate::components::crisis;
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el, link};
use crate::components::worse::worse;
use crate::state::{use_directory, use_self_help};
use directory::closed::Choices;
use directory::filters::Choice;
use directory::resource::Limit;
use directory::self_help::{HelpPage, SelfHelp};
use directory::vocabulary::{Audience, Need};
use directory::{Address, Directory, Filters};
use leptos::prelude::*;

/// The readers, in the order in which they come: the id of their part.
const READERS: [(Audience, &str); 3] = [
    (Audience::Parent, "for-parents"),
    (Audience::YoungPerson, "for-young-people"),
    (Audience::Staff, "for-school-staff"),
];

/// Published pages to read about a need.
#[component]
pub fn SelfHelpPage(
    /// Which need.
    need: Need,
) -> impl IntoView {
    let (directory, pages) = (use_directory(), use_self_help());
    let crisis = crisis::pinned(&directory.crisis, Choices::default().with(need), Choices::default());
    let lead = "Others have published these pages. We link to them, and did not write them.";
    let hero = el("div", "hero")
        .each(who_can_help(&directory, need, back))
        .holds(el("h1", "hero__title").says(format!("{}: pages to read", need.label())))
        .holds(el("p", "hero__lead").says(lead));
    let readers = READERS.into_iter().filter(|(reader, _)| need.is_for_families() || *reader == Audience::Staff);
    let parts = readers.map(|(reader, id)| part(&directory, &pages, need, reader, id)).collect();
    let main = el("main", "wrap stack to-read")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .maybe(crisis)
        .maybe(need.is_for_families().then(|| el("div", "listing__wait").holds(worse(""))))
        .each(parts)
        .holds(on(need))
        .maybe(known_from(&pages, need));
    main.into_any()
}

/// The pages for some readers: on the need, then on any worry. Where there is
/// none, it says so.
fn part(directory: &Directory, pages: &SelfHelp, need: Need, reader: Audience, id: &'static str) -> Markup {
    let own = pages.of(need, reader);
    let any = if need.is_for_families() { pages.of(Need::General, reader) } else { Vec::new() };
    let part = el("section", "to-read__part")
        .with("aria-labelledby", id)
        .holds(el("h2", "").with("id", id).says(reader.label()));
    let none = own.is_empty().then(|| el("p", "").says("We know of no page about this for these readers yet."));
    let rows =
        own.iter().map(|page| row(directory, page, false)).chain(any.iter().map(|page| row(directory, page, true)));
    let rows: Vec<_> = rows.collect();
    let list = (!rows.is_empty()).then(|| el("ul", "to-read__list").each(rows));
    part.maybe(none).maybe(list)
}

/// One page: what it is called, whose it is and where the link leads, what it
/// covers, and how far that can be trusted.
fn row(directory: &Directory, page: &HelpPage, is_any: bool) -> Markup {
    let any = if is_any { " For any worry." } else { "" };
    let from = format!("{}. The link leads to {}.{any}", page.organisation.trim_end_matches('.'), page.host());
    let unseen = page.is_unconfirmed.then(|| el("p", "to-read__note").says("We have not looked at this page yet."));
    el("li", "to-read__item")
        .holds(link("to-read__link", page.web.clone()).with("rel", "noreferrer").says(&page.title))
        .holds(el("p", "to-read__from").says(from))
        .holds(el("p", "").says(&page.says))
        .holds(el("p", "to-read__from").says(dated(directory, page)))
        .maybe(unseen)
}

/// Of when it is. A page may be read long after it was drawn, so the limit is
/// given as a day.
fn dated(directory: &Directory, page: &HelpPage) -> String {
    let Some(day) = page.dated else { return "Date not known: check before you use it.".to_owned() };
    let from = format!("From {}", day.words());
    match page.limit(directory.site.resource_months, directory.today) {
        Limit::Past(last) => format!("{from}: past its limit of {}. Check before you use it.", last.words()),
        Limit::Until(last) => format!("{from}. Check before you use it after {}.", last.words()),
        Limit::NotKnown => format!("{from}."),
    }
}

/// The way to who can help: where the app runs, a need is chosen and no page is
/// opened that is named after one.
fn who_can_help(directory: &Directory, need: Need, link_in: fn(&'static str, String) -> Markup) -> Vec<Markup> {
    let chosen = Filters::default().toggled(Choice::Need(need));
    let list = if need.is_for_families() { Address::Results(chosen) } else { Address::StaffResults(chosen) };
    vec![
        link_in("needs-app", list.href(&directory.site.areas)),
        link_in("without-app", Address::Need(need).file()).with("data-drawn", ""),
    ]
}

/// The way back at the top.
fn back(class: &'static str, href: String) -> Markup {
    let class = if class == "needs-app" { "hero__back needs-app" } else { "hero__back without-app" };
    el("p", class).holds(link("link", href).holds(picture(Icon::ArrowLeft)).says("Who can help with this"))
}

/// Where it goes on.
fn on(need: Need) -> Markup {
    let item = |address: Address, words: &'static str| el("li", "").holds(link("link", address.file()).says(words));
    let leaflet = need.is_for_families().then(|| item(Address::Leaflet(need), "Print a leaflet about this"));
    let all = item(Address::Leaflets, "All leaflets and pages to read");
    let list = el("ul", "").maybe(leaflet).holds(all);
    el("nav", "prose").with("aria-label", "More about this").holds(list)
}

/// How each page is known: folded, since few ask for it.
fn known_from(pages: &SelfHelp, need: Need) -> Option<Markup> {
    let shown = pages.pages().iter().filter(|page| page.need == need || page.need == Need::General);
    let item = |page: &HelpPage| {
        let source = page.source.as_deref().unwrap_or("not known");
        el("li", "").says(format!("{} ({}): {source}", page.title, page.organisation))
    };
    let list: Vec<_> = shown.map(item).collect();
    (!list.is_empty()).then(|| {
        let summary = el("summary", "filters__summary").says("How we know of these pages");
        el("details", "to-read__sources").holds(summary).holds(el("ul", "listing__sources").each(list))
    })
}
