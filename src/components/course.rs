//! A course: its name with what must be known of it at once, and its facts.

use super::facts::area;
use super::markup::{Markup, el, link};
use directory::Directory;
use directory::address::Address;
use directory::day::Day;
use directory::listing::{Listing, Standing};
use directory::training::{Session, words};

/// The name of a course, as a link to its page for staff, with who provides it
/// and what there is to ask.
pub fn course_name(listing: &Listing, ask: &[String]) -> Vec<Markup> {
    let href = Address::StaffListing(listing.id.clone()).file();
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let mut name = vec![link("table__link", href).says(&listing.name)];
    name.extend(provider.map(|provider| el("span", "table__by").says(&provider.value)));
    let doubt = matches!(listing.standing, Standing::Doubtful(_)).then_some("Ask if this still runs.");
    let asks: Vec<&str> = doubt.into_iter().chain(ask.iter().map(String::as_str)).collect();
    name.extend((!asks.is_empty()).then(|| el("span", "table__why").says(asks.join(" "))));
    name
}

/// Where it is held, for which phase, what it costs, when, and what follows; what
/// is not known stands in a line of its own.
pub fn course_facts(directory: &Directory, listing: &Listing) -> Markup {
    let today = directory.today;
    let term = |name: &'static str| el("span", "course__term").says(name).says(": ");
    let area = (!listing.area.is_national).then(|| area(listing, &directory.site.areas));
    let facts = [
        ("For", Some(area.unwrap_or_default()).filter(|area| !area.is_empty())),
        ("Where", words::modes(listing)),
        ("Phase", words::phases(listing)),
        ("Cost", words::cost(listing)),
        ("Afterwards", words::follow_up(listing).map(str::to_owned)),
    ];
    // Most courses are for everyone everywhere, and nothing follows on most.
    let is_open = |name: &str, words: &Option<String>| words.is_none() && !["For", "Afterwards"].contains(&name);
    let unknown = facts.iter().filter(|(name, words)| is_open(name, words)).map(|(name, _)| name.to_lowercase());
    let has_dates = has_dates(listing, today);
    let unknown: Vec<_> = unknown.chain((!has_dates).then(|| "dates".to_owned())).collect();
    let known = |(name, words): (&'static str, Option<String>)| Some(el("li", "").holds(term(name)).says(words?));
    let dates = has_dates.then(|| el("li", "").holds(term("Dates")).holds(dates(listing, today)));
    let unknown = (!unknown.is_empty()).then(|| el("li", "").holds(term("Not known, ask")).says(unknown.join(", ")));
    el("ul", "course").each(facts.into_iter().filter_map(known).collect()).maybe(dates).maybe(unknown)
}

fn has_dates(listing: &Listing, today: Day) -> bool {
    listing.training.as_ref().is_some_and(|training| training.dates.iter().any(|session| session.is_coming(today)))
}

/// The dates that can still be gone to, from the day given; or that none is
/// known.
pub fn dates(listing: &Listing, today: Day) -> Markup {
    let dates = listing.training.as_ref().map(|training| training.coming(today)).unwrap_or_default();
    if dates.is_empty() {
        return el("span", "").says("No date is known: ask");
    }
    el("ul", "course__dates").each(dates.into_iter().map(date).collect())
}

fn date(session: &Session) -> Markup {
    let when = session.when();
    let place = session.place.as_ref().map(|place| el("span", "").says(", ").says(place));
    let book = session.web.as_ref().map(|web| {
        let of = el("span", "hidden").says([" ", when.as_str()].concat());
        el("span", "").says(" ").holds(link("course__book", web).says("Book").holds(of))
    });
    el("li", "").says(when.clone()).maybe(place).maybe(book)
}
