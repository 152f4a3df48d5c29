//! What services that are tied to schools say of one school, and of all.

use super::markup::{Markup, el, link};
use directory::Address;
use directory::Directory;
use directory::area::Schools;
use directory::fact::Answer;
use directory::listing::{Listing, Standing};
use directory::schools::Covering;
use directory::search::View;

/// The page of a listing in a view.
fn page_of(listing: &Listing, view: View) -> String {
    let id = listing.id.clone();
    if view == View::Staff { Address::StaffListing(id) } else { Address::Listing(id) }.file()
}

/// Services with the same answer for a school; nothing if there are none.
pub fn covering(all: &[Covering<'_>], answer: Answer, view: View) -> Option<Markup> {
    let (class, title) = match (answer, view) {
        (Answer::Yes, View::Families) => ("tie tie--yes", "Yes: this school is covered"),
        (Answer::Yes, View::Staff) => ("tie tie--yes", "Covers this school"),
        (Answer::NotKnown, _) => ("tie tie--ask", "Not known: ask"),
        (Answer::No, View::Families) => ("tie tie--no", "No: not for this school"),
        (Answer::No, View::Staff) => ("tie tie--no", "Does not cover this school"),
    };
    let item = |one: &Covering<'_>| {
        let Covering { listing, coverage } = one;
        let confirmed = listing.area.coverage_confirmed.as_ref().map(|one| one.on);
        let doubt = matches!(listing.standing, Standing::Doubtful(_))
            .then(|| el("p", "tie__why").says("Ask if this still runs."));
        el("li", "tie__item")
            .with("data-id", listing.id.to_string())
            .holds(link("tie__link", page_of(listing, view)).says(&listing.name))
            .holds(el("p", "tie__what").says(&listing.summary))
            .holds(el("p", "tie__why").says(coverage.why.words(confirmed)))
            .maybe(doubt)
    };
    let items: Vec<_> = all.iter().filter(|one| one.coverage.answer == answer).map(item).collect();
    (!items.is_empty()).then(|| {
        el("section", class).holds(el("h3", "tie__title").says(title)).holds(el("ul", "tie__list").each(items))
    })
}

/// Which schools a listing covers, in a few words.
pub fn which_schools(listing: &Listing, directory: &Directory) -> String {
    let place = listing.area.words(&directory.site.areas);
    match &listing.area.schools {
        Schools::All if listing.area.coverage.is_some() => {
            format!("For schools in: {place}. There is a limit on it: ask.")
        }
        Schools::All => format!("For all schools in: {place}."),
        Schools::Listed(list) => match list.ids.len().max(list.names.len()) {
            0 => "For some schools. Which ones is not known: ask.".to_owned(),
            1 => "For 1 school that we know of.".to_owned(),
            count => format!("For {count} schools that we know of."),
        },
        Schools::NotKnown | Schools::NotBySchool => "For some schools. Which ones is not known: ask.".to_owned(),
    }
}

/// Every service that is tied to schools, with which ones.
pub fn tied_services<'a>(all: impl Iterator<Item = &'a Listing>, directory: &Directory, view: View) -> Vec<Markup> {
    let item = |listing: &Listing| {
        el("li", "tie__item")
            .with("data-id", listing.id.to_string())
            .holds(link("tie__link", page_of(listing, view)).says(&listing.name))
            .holds(el("p", "tie__why").says(which_schools(listing, directory)))
    };
    all.map(item).collect()
}
