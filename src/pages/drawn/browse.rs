//! Pages of a need, an age group, both, or a THRIVE grouping: what fits it, as
//! cards and then by name, for whoever comes from elsewhere or has no app. The
//! app itself never opens one.

use super::names::names;
use crate::components::crisis;
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el, link};
use crate::components::ways::{Way, ways};
use crate::pages::results::{Look, PARTS, PartOf, counted};
use crate::state::{ROWS, use_directory, use_self_help};
use directory::age::AgeChoice;
use directory::filters::Choice;
use directory::search::{Found, Query, View};
use directory::vocabulary::{Need, Thrive};
use directory::{Address, Directory, Filters};
use leptos::prelude::*;

/// The page of a need.
#[component]
pub fn NeedPage(
    /// Which need.
    need: Need,
) -> impl IntoView {
    let directory = use_directory();
    let pairs = AgeChoice::groups().map(|age| (need, age)).filter(|_| need.is_for_families());
    let ways = pairs.filter_map(|(need, age)| way(&directory, need, age, age.label())).collect();
    let title = need.label().to_owned();
    let lead = "What may help, and who can ask for it.";
    let narrow = narrower("How old is your child?", ways);
    view! { <List chosen=vec![Choice::Need(need)] title lead=lead.to_owned() up=Vec::new() narrow more=to_take_away(need)/> }
}

/// The page of a need at an age.
#[component]
pub fn NeedAgePage(
    /// Which need.
    need: Need,
    /// Which age group.
    age: AgeChoice,
) -> impl IntoView {
    let up = vec![
        (Address::Need(need).file(), format!("{}, at any age", need.label())),
        (Address::Age(age).file(), format!("{}, with any worry", age.label())),
    ];
    let chosen = vec![Choice::Need(need), Choice::Age(age)];
    let lead = format!("For this age: {}.", age.label());
    view! { <List chosen title=format!("{}: {}", need.label(), age.short()) lead up narrow=None/> }
}

/// The page of an age group.
#[component]
pub fn AgePage(
    /// Which group.
    age: AgeChoice,
) -> impl IntoView {
    let directory = use_directory();
    let ways = Need::for_families().filter_map(|need| way(&directory, need, age, need.label().to_owned())).collect();
    let lead = "Places that take children and young people of this age.".to_owned();
    let narrow = narrower("What are you worried about?", ways);
    view! { <List chosen=vec![Choice::Age(age)] title=age.label() lead up=Vec::new() narrow/> }
}

/// The page of a THRIVE grouping.
#[component]
pub fn ThrivePage(
    /// Which grouping.
    thrive: Thrive,
) -> impl IntoView {
    let groupings = &use_directory().site.groupings;
    let title = groupings.name(thrive, View::Families).to_owned();
    let lead = format!("{}.", groupings.line(thrive));
    view! { <List chosen=vec![Choice::Thrive(thrive)] title lead up=Vec::new() narrow=None/> }
}

/// The published pages about a need, and its leaflet.
fn to_take_away(need: Need) -> Option<Markup> {
    let read = use_self_help().has(need).then_some((Address::SelfHelp(need), "Pages to read while you wait"));
    let leaflet = need.is_for_families().then_some((Address::Leaflet(need), "Print a leaflet"));
    let ways: Vec<_> = read.into_iter().chain(leaflet).collect();
    (!ways.is_empty()).then(|| {
        el("section", "")
            .with("aria-labelledby", "to-take-away")
            .holds(el("h2", "").with("id", "to-take-away").says("To read, and to take with you"))
            .holds(self::ways(ways.into_iter().map(|(address, words)| (address.file(), words.to_owned(), None))))
    })
}

/// The way to a need at an age, with how much is there; none where nothing is.
fn way(directory: &Directory, need: Need, age: AgeChoice, words: String) -> Option<Way> {
    let found = directory.narrowed(need, age)?;
    let many = counted(found.to_try(), found.may.len());
    Some((Address::NeedAge(need, age).file(), words, Some(many)))
}

/// The ways to narrow down by links. Where the app runs they are not shown:
/// there a need is chosen after `#`, and no page is opened that is named after
/// one.
fn narrower(title: &'static str, links: Vec<Way>) -> Option<Markup> {
    (!links.is_empty()).then(|| {
        el("section", "without-app")
            .with("data-drawn", "")
            .with("aria-labelledby", "narrower")
            .holds(el("h2", "").with("id", "narrower").says(title))
            .holds(ways(links.into_iter()))
    })
}

#[component]
fn List(
    /// What the page is about.
    chosen: Vec<Choice>,
    /// Its heading.
    title: String,
    /// A line under it.
    lead: String,
    /// The pages from which it narrows down.
    up: Vec<(String, String)>,
    /// The ways to narrow it down further.
    narrow: Option<Markup>,
    /// What can be read about it and taken away.
    #[prop(optional_no_strip)]
    more: Option<Markup>,
) -> impl IntoView {
    let directory = use_directory();
    let filters = chosen.iter().fold(Filters::default(), |filters, choice| filters.toggled(*choice));
    let is_staff = filters.need.iter().any(|need| !need.is_for_families());
    let (view_of, page) = match is_staff {
        true => (View::Staff, Address::StaffResults(filters)),
        false => (View::Families, Address::Results(filters)),
    };
    let found = directory.search(Query { filters, view: view_of, ..Query::default() });
    let crisis = crisis::pinned(&directory.crisis, filters.need, filters.thrive);
    let parts = PARTS
        .map(|one| part(one.unchosen(), &directory, view_of, &found, filters))
        .into_iter()
        .flatten()
        .collect_view();
    let back = |(href, words): (String, String)| {
        let back = link("link", href).holds(picture(Icon::ArrowLeft)).says(words);
        el("p", "hero__back without-app").with("data-drawn", "").holds(back)
    };
    let up = up.into_iter().map(back).collect_view();
    let status = format!("Here are {}.", counted(found.to_try(), found.may.len()));
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">{up}<h1 class="hero__title">{title}</h1><p class="hero__lead">{lead}</p></div>
            {crisis}
            <p class="needs-app"><a class="button" href=page.href(&directory.site.areas)>"See them all, and choose more filters"</a></p>
            {narrow}
            <p class="results__status">{status}</p>
            {parts}
            {more}
        </main>
    }
}

/// A part of the list: the first as cards or in a table, the rest by name.
fn part(part: PartOf, directory: &Directory, view: View, found: &Found, filters: Filters) -> Option<Markup> {
    let address = if view == View::Staff { Address::StaffListing } else { Address::Listing };
    let cards = part.draw(Look::of(view), directory, found, filters, 0..ROWS, None)?;
    let rest = part.rows(found).get(ROWS..).filter(|rest| !rest.is_empty());
    let rest = rest.map(|rest| {
        let listings = rest.iter().filter_map(|row| directory.at(*row));
        let title = el("h3", "results__rest").says(format!("And {} more", rest.len()));
        el("div", "").holds(title).holds(names(listings, address))
    });
    Some(el("div", "results__part").holds(cards).maybe(rest))
}
