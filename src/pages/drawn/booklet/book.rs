//! A booklet in words: what its page and its PDF are both made of.

use super::entry::{entry, worse};
use super::indexes::indexes;
use crate::components::contact::text_words;
use crate::components::crisis::checked;
use crate::pages::drawn::urgent::GROUPS;
use crate::pages::published_by;
use directory::Directory;
use directory::area::Areas;
use directory::booklet::{AtPlace, Book, Help, HelpRoute, Part, PartGroup, Scope, Section};
use directory::crisis::{Crisis, Route};
use directory::listing::Listing;
use directory::vocabulary::Kind;

/// What somebody in danger is told first.
const FIRST: &str = "Has someone taken tablets? Are they badly hurt, or could they die? Call 999 or go to A&E now, \
    even if they seem well.";

/// The booklet of the whole directory, or of an area, in words.
pub fn book(directory: &Directory, scope: Scope) -> Book {
    let (site, areas) = (&directory.site, &directory.site.areas);
    let contents = directory.booklet(scope);
    let made = directory.today.words();
    let where_for = where_for(directory, scope);
    let address = site.folder().map_or_else(
        || "This directory has no address of its own on the internet yet.".to_owned(),
        |folder| format!("On the internet: {folder}"),
    );
    let trial = if site.release.is_none() { " Trial copy: checked by nobody." } else { "" };
    let edition = format!("{}, {where_for}. Edition of {made}.{trial}", site.name);
    let help = directory.crisis.strip.iter().take(2).map(|line| spaced(&[&line.lead, &line.link, &line.tail]));
    Book {
        title: site.name.clone(),
        subtitle: format!("Support for children and young people’s mental health: {where_for}"),
        edition: vec![format!("Edition of {made}"), published_by(site), address],
        warning: site.trial_words(),
        help: self::help(&directory.crisis),
        contents: "Contents".to_owned(),
        guide: guide(directory, scope),
        waiting: Section { title: "While you wait".to_owned(), says: vec![worse()] },
        parts: contents.places.iter().enumerate().map(|(at, place)| part(directory, at, place)).collect(),
        indexes: indexes(&contents, areas),
        foot: [edition].into_iter().chain(help).collect(),
    }
}

/// For where a booklet is, in words.
pub(super) fn where_for(directory: &Directory, scope: Scope) -> String {
    match scope {
        Scope::Whole if directory.site.strapline.is_empty() => "the whole directory".to_owned(),
        Scope::Whole => directory.site.strapline.clone(),
        Scope::Area(place) => directory.site.areas.label(place).to_owned(),
    }
}

/// Words one after another, a comma never after a space.
fn spaced(words: &[&str]) -> String {
    words.join(" ").replace(" ,", ",").trim().to_owned()
}

fn help(crisis: &Crisis) -> Help {
    let groups = GROUPS.map(|(group, _, title)| (title.to_owned(), crisis.group(group).map(route).collect::<Vec<_>>()));
    Help {
        title: "Get help now".to_owned(),
        says: FIRST.to_owned(),
        first: crisis.block().map(route).collect(),
        all: "All urgent help".to_owned(),
        groups: groups.into_iter().filter(|(_, all)| !all.is_empty()).collect(),
        checked: checked(crisis),
    }
}

fn route(route: &Route) -> HelpRoute {
    let contacts = &route.contacts;
    let hours = route.hours.as_ref().map(|hours| format!(" {hours}.")).unwrap_or_default();
    let call = contacts.phones.iter().map(|number| format!("Call {}", number.shown));
    let ways = call.chain(contacts.texts.iter().map(text_words)).chain(contacts.emails.iter().cloned());
    let ways: Vec<_> = ways.collect();
    // Where there is nothing else, the website is the way.
    let web = contacts.web.iter().filter(|_| ways.is_empty()).cloned();
    let ways = ways.iter().cloned().chain(web).collect();
    HelpRoute { name: route.name.clone(), says: format!("{}{hours}", route.says), ways }
}

/// How to use it.
fn guide(directory: &Directory, scope: Scope) -> Section {
    let site = &directory.site;
    let chosen = |area: &&directory::area::NamedArea| match scope {
        Scope::Whole => area.is_choice,
        Scope::Area(_) => scope.slug(&site.areas) == Some(area.slug.as_str()),
    };
    let steps = site.areas.named.iter().filter(chosen);
    let steps = steps.map(|area| format!("If nothing here fits, in {}: {}", area.label, area.next_step));
    let wrong = site.email.as_ref().map(|email| format!("Is something wrong here? Write to {email}."));
    let fixed = [
        "Look for the worry under “Find by worry”. It gives the page. You can also find a place by age, or by its name."
            .to_owned(),
        "Each place stands here once, under where it is for.".to_owned(),
        "“Not known, ask” means that we do not know. It never means “no”, “free” or “all ages”.".to_owned(),
        "“We believe, not checked” means that it is our own reading. Ask them first.".to_owned(),
        "Some places have only a website. If you have no internet, ask your GP or your child’s school about them."
            .to_owned(),
        "If you want an interpreter, ask for one when you call. Say “interpreter” and the name of your language."
            .to_owned(),
        format!("Paper gets old. This was made on {}. Numbers and hours may have changed since.", directory.today.words()),
        "We do not give medical advice. Being on the list does not mean that we recommend a place.".to_owned(),
    ];
    Section { title: "How to use this booklet".to_owned(), says: fixed.into_iter().chain(steps).chain(wrong).collect() }
}

fn part(directory: &Directory, at: usize, place: &AtPlace<'_>) -> Part {
    let group = |(kind, all): &(Kind, Vec<&Listing>)| PartGroup {
        title: kinds(*kind).to_owned(),
        entries: all.iter().map(|listing| entry(directory, listing)).collect(),
    };
    Part {
        title: place.label.clone(),
        slug: format!("place-{}", at + 1),
        groups: place.kinds.iter().map(group).collect(),
    }
}

/// What several of a kind are called.
fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Helpline => "Helplines",
        Kind::Service => "Services",
        Kind::Digital => "Apps and websites",
        Kind::Training => "Training",
        Kind::Resource => "Things to read or use",
        Kind::Funding => "Money to apply for",
        Kind::Contact => "Contacts",
    }
}

/// The booklets of a site, each with the words on its link.
pub(super) fn others(areas: &Areas) -> Vec<(Scope, String)> {
    let words = |scope: Scope| match scope {
        Scope::Whole => "The whole directory".to_owned(),
        Scope::Area(place) => areas.label(place).to_owned(),
    };
    Scope::all(areas).into_iter().map(|scope| (scope, words(scope))).collect()
}
