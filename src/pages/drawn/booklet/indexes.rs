//! The ways to find an entry in a booklet: by worry, by age, by name.

use directory::area::Areas;
use directory::booklet::{Contents, ForAge, Index, IndexGroup, Leads, Line, Name};
use directory::listing::Listing;

/// Every index; the first stands before the entries.
pub(super) fn indexes(contents: &Contents<'_>, areas: &Areas) -> Vec<Index> {
    vec![by_need(contents, areas), by_age(contents, areas), by_name(contents)]
}

/// A line; whatever is not for everywhere says for where.
fn line(listing: &Listing, areas: &Areas, note: &str) -> Line {
    let place = (!listing.area.is_national).then(|| listing.area.words(areas));
    let notes: Vec<String> = place.into_iter().chain((!note.is_empty()).then(|| note.to_owned())).collect();
    Line { name: listing.name.clone(), note: notes.join("; "), id: Some(listing.id.to_string()) }
}

fn by_need(contents: &Contents<'_>, areas: &Areas) -> Index {
    let group = |(need, all): &(directory::vocabulary::Need, Vec<&Listing>)| IndexGroup {
        title: need.label().to_owned(),
        is_urgent: need.is_crisis_sensitive(),
        lines: all.iter().map(|listing| line(listing, areas, "")).collect(),
    };
    Index {
        title: "Find by worry".to_owned(),
        slug: "by-worry".to_owned(),
        says: vec![
            "Which worry a place is listed under is our own sorting. What helps with any worry stands last.".to_owned(),
        ],
        groups: contents.by_need.iter().map(group).collect(),
    }
}

fn by_age(contents: &Contents<'_>, areas: &Areas) -> Index {
    let one = |one: &ForAge<'_>| {
        let is_some = !one.is_certain && one.listing.ages.is_some();
        line(one.listing, areas, if is_some { "some: ask" } else { "" })
    };
    let group = |(age, all): &(Option<directory::age::AgeChoice>, Vec<ForAge<'_>>)| IndexGroup {
        title: age.map_or_else(|| "Ages not known: ask".to_owned(), |age| age.label()),
        is_urgent: false,
        lines: all.iter().map(one).collect(),
    };
    Index {
        title: "Find by age".to_owned(),
        slug: "by-age".to_owned(),
        says: vec!["“Some: ask” means that they take this age only in some cases.".to_owned()],
        groups: contents.by_age.iter().map(group).collect(),
    }
}

fn by_name(contents: &Contents<'_>) -> Index {
    let line = |one: &Name<'_>| {
        let note = match one.leads {
            Leads::Here(_) => String::new(),
            Leads::Renamed(now) => format!("see {}", now.name),
            Leads::Ended(Some(now)) => format!("has ended: see {}", now.name),
            Leads::Ended(None) => "has ended".to_owned(),
        };
        let id = one.leads.next().map(|listing| listing.id.to_string());
        Line { name: one.name.to_owned(), note, id }
    };
    let mut groups: Vec<IndexGroup> = Vec::new();
    for one in &contents.by_name {
        let title = letter(one.name);
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.lines.push(line(one)),
            None => groups.push(IndexGroup { title, is_urgent: false, lines: vec![line(one)] }),
        }
    }
    Index { title: "A to Z".to_owned(), slug: "a-to-z".to_owned(), says: Vec::new(), groups }
}

/// The letter under which a name stands.
fn letter(name: &str) -> String {
    match directory::words::fold(name).chars().next() {
        Some(first) if first.is_ascii_lowercase() => first.to_ascii_uppercase().to_string(),
        _ => "0 to 9".to_owned(),
    }
}
