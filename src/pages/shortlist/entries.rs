//! The entries of a list, each with what one needs to know of it, and what can
//! be done with it.

use super::facts::facts;
use super::{button, section, tick};
use crate::components::contact::all_contacts;
use crate::components::how::how_to_ask;
use crate::components::markup::{Markup, el, link};
use crate::components::notice::{Tone, notice};
use crate::state::{LONGEST_NOTE, OpenList};
use directory::Address;
use directory::id::ListingId;
use directory::listing::{Listing, Standing};
use directory::shortlist::{Entry, MOST_COMPARED};

/// The list on show, or what to do where there is none.
pub fn entries(list: &OpenList) -> Markup {
    let ids = list.shown().ids();
    let heading = match (&list.sent, ids.is_empty()) {
        (Some(_), _) => "The places in it",
        (None, false) => "What you saved",
        (None, true) => "Nothing is saved yet",
    };
    let section = section("list-title", heading).maybe(undo(list));
    if ids.is_empty() {
        return if list.sent.is_some() { section } else { section.each(how_to_save()) };
    }
    let rows = ids.iter().enumerate().map(|(at, id)| row(list, id, at, ids.len())).collect();
    section.holds(el("ol", "list__entries").with("role", "list").each(rows))
}

fn how_to_save() -> Vec<Markup> {
    let words = "Press “Save” beside a place, and it stands here. Then you can compare, send or print your list.";
    let find = link("link", "results.html").says("All places");
    vec![el("p", "").says(words), el("p", "").holds(find)]
}

/// The way to bring back what was taken out last.
fn undo(list: &OpenList) -> Option<Markup> {
    let (id, _) = list.taken.as_ref()?;
    let name = list.directory.find(id).listing().map_or("", |listing| &listing.name);
    let back = button("button button--quiet", "list-undo".to_owned(), "Bring it back").holds(of(name));
    Some(el("p", "").holds(back))
}

fn row(list: &OpenList, id: &ListingId, at: usize, count: usize) -> Markup {
    let item = el("li", "list__item").with("data-id", id.to_string());
    let is_own = list.sent.is_none();
    let acts = |item: Markup, listing: Option<&Listing>| match acts(list, id, listing, (at, count)) {
        none if none.is_empty() => item,
        acts => item.holds(el("div", "list__act").each(acts)),
    };
    match list.directory.entry(id) {
        Entry::Here(listing, is_old) => {
            let is_renamed = is_old || list.sent.as_ref().is_some_and(|sent| sent.renamed.contains(id));
            let item = acts(here(list, item, listing, is_renamed), Some(listing));
            if is_own { item.holds(note(list, id)) } else { item }
        }
        Entry::Ended(listing, next) => {
            let named = |one: &Listing| link("list__link", page_of(one)).says(&one.name);
            let words = el("p", "").says("It is no longer there. ");
            let words = match next {
                Some(next) => words.says("Now: ").holds(named(next)).says("."),
                None => words.says("We know of nothing that came after it. Ask your GP or your child’s school."),
            };
            let next = next.filter(|next| is_own && list.own.position(&next.id).is_none()).map(|next| {
                let action = ["list-take-", next.id.as_str()].concat();
                button("button button--quiet", action, "Save that one")
            });
            let title = el("h3", "notice__title").holds(named(listing)).says(" has ended");
            acts(item.holds(el("div", "notice notice--closed").holds(title).holds(words).maybe(next)), None)
        }
        Entry::Withdrawn(listing) => {
            let named = link("list__link", page_of(listing)).says(&listing.name);
            let title = el("h3", "notice__title").holds(named).says(" is taken out for now");
            let words = "What it said may be wrong. Do not rely on what you saved or printed of it. \
                Ask your GP or your child’s school.";
            acts(item.holds(el("div", "notice notice--warn").holds(title).holds(el("p", "").says(words))), None)
        }
        Entry::Gone => {
            let gone = notice(Tone::Closed, "This place is no longer in the directory");
            let words = "You saved it before. We do not know what became of it. It was saved as: ";
            acts(item.holds(gone.holds(el("p", "").says(words).says(id.to_string()))), None)
        }
    }
}

/// An entry that can be asked for help.
fn here(list: &OpenList, item: Markup, listing: &Listing, is_renamed: bool) -> Markup {
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let before = listing.former_names.last().map_or_else(String::new, |name| format!(" It was called {name} before."));
    let renamed = is_renamed.then(|| el("p", "list__note").says("This place has a new name.").says(before));
    let doubt = match &listing.standing {
        Standing::Doubtful(doubt) => Some(el("p", "list__note").says("Ask if this still runs. ").says(doubt)),
        _ => None,
    };
    let contacts = match all_contacts(&listing.contacts) {
        none if none.is_empty() => vec![el("p", "").says("We have no contact yet.")],
        contacts => contacts,
    };
    // Who can ask stands above the rest, in its colour.
    let fact = |(name, words): (&'static str, String)| {
        el("div", "list__fact").holds(el("dt", "").says(name)).holds(el("dd", "").says(words))
    };
    let facts = facts(&list.directory, listing).into_iter().skip(1).map(fact).collect();
    item.holds(el("h3", "list__name").holds(link("list__link", page_of(listing)).says(&listing.name)))
        .maybe(provider.map(|provider| el("p", "list__by").says(&provider.value)))
        .holds(el("p", "").says(&listing.summary))
        .maybe(renamed)
        .maybe(doubt)
        .holds(el("p", "").holds(how_to_ask(listing)))
        .maybe(listing.access.route.as_ref().map(|route| el("p", "").says(&route.value)))
        .holds(el("div", "list__contacts").each(contacts))
        .holds(el("dl", "list__facts").each(facts))
}

/// The page of an entry: that for school staff where it is for them alone.
pub fn page_of(listing: &Listing) -> String {
    let id = listing.id.clone();
    if listing.is_for_families() { Address::Listing(id).file() } else { Address::StaffListing(id).file() }
}

/// What can be done with an entry, at this place among so many.
fn acts(list: &OpenList, id: &ListingId, listing: Option<&Listing>, (at, count): (usize, usize)) -> Vec<Markup> {
    let compare = listing.filter(|_| list.listings().len() > 1).map(|listing| {
        let (id, is_ticked) = (listing.id.as_str(), list.compared.contains(&listing.id));
        let is_full = list.compared.len() >= MOST_COMPARED && !is_ticked;
        let words = el("span", "").says("Compare").holds(of(&listing.name));
        tick(("list-compare", id), ["list-compare-", id].concat(), is_ticked, is_full, words)
    });
    let mut acts: Vec<_> = compare.into_iter().collect();
    if list.sent.is_none() {
        let named = list.directory.find(id).listing();
        let name = named.map_or(id.as_str(), |listing| &listing.name);
        let act = |what: &str, words, is_off: bool| {
            let action = ["list-", what, "-", id.as_str()].concat();
            let button = button("button button--quiet list__button", action, words);
            let button = button.holds(of(name));
            if is_off { button.with("aria-disabled", "true") } else { button }
        };
        acts.push(act("up", "Up", at == 0));
        acts.push(act("down", "Down", at + 1 == count));
        acts.push(act("remove", "Remove", false));
    }
    acts
}

/// The name of an entry, for whoever hears the page and does not see it.
fn of(name: &str) -> Markup {
    el("span", "hidden").says(": ").says(name.to_owned())
}

/// A note to oneself: like every field for own words without a name, and the
/// browser is asked to neither check, correct, keep nor complete it.
fn note(list: &OpenList, id: &ListingId) -> Markup {
    let field_id = ["list-note-", id.as_str()].concat();
    let about = "Only you see it, in this page. It is never sent, printed or kept.";
    let field = el("textarea", "list__words")
        .with("id", field_id.clone())
        .with("rows", "2")
        .with("maxlength", LONGEST_NOTE.to_string())
        .with("autocomplete", "off")
        .with("autocapitalize", "off")
        .with("autocorrect", "off")
        .with("spellcheck", "false");
    el("details", "list__own")
        .is("open", !list.note(id).is_empty())
        .holds(el("summary", "list__more").says("Note to yourself"))
        .holds(el("label", "").with("for", field_id).says("Your note. ").says(about))
        .holds(field)
}
