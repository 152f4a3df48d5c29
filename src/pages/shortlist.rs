//! The page of a list: the reader's own, or one that somebody sent them. Each
//! part of it stands in a place of its own, so that only what differs is drawn
//! again.

mod compare;
mod entries;
mod facts;
mod handout;
mod keep;
mod print;
mod send;
mod sent;

pub use keep::BOX;
pub use send::{FIELD, message, subject};

use crate::components::crisis::pinned;
use crate::components::markup::{Markup, el};
use crate::components::worse::worse;
use crate::state::OpenList;

/// Draws what somebody has before them.
pub fn draw(list: &OpenList) -> Vec<Markup> {
    let has_any = !list.listings().is_empty();
    vec![
        el("p", "list__said").with("id", "list-said").with("role", "status").says(list.said.clone()),
        part(Some(sent::notices(list))),
        part(help(list)),
        part(Some(entries::entries(list))),
        part(has_any.then(|| worse("list__worse"))),
        part(compare::compare(list)),
        part(has_any.then(|| send::send(list))),
        part(has_any.then(|| print::print(list))),
        part(keep::keep(list)),
        handout::handout(list),
    ]
}

/// Help for now, where a place in the list is for what cannot wait; as on its own
/// page.
fn help(list: &OpenList) -> Option<Markup> {
    let listings = list.listings();
    let needs = listings.iter().flat_map(|listing| listing.needs.iter()).collect();
    let groupings = listings.iter().flat_map(|listing| listing.thrive.unwrap_or_default().iter()).collect();
    pinned(&list.directory.crisis, needs, groupings)
}

/// A part of the page, which may be empty.
fn part(holds: Option<Markup>) -> Markup {
    el("div", "list__part").maybe(holds)
}

/// A section under a heading with this id.
fn section(id: &'static str, heading: &'static str) -> Markup {
    let title = el("h2", "").with("id", id).with("tabindex", "-1").says(heading);
    el("section", "list__section").with("aria-labelledby", id).holds(title)
}

/// A button that does something to the list.
fn button(class: &'static str, action: String, words: &'static str) -> Markup {
    el("button", class).with("type", "button").with("id", action.clone()).with("data-do", action).says(words)
}

/// A box to tick, of this name and value, with its words.
fn tick((name, value): (&'static str, &str), id: String, is_ticked: bool, is_off: bool, words: Markup) -> Markup {
    let field = el("input", "list__box")
        .with("type", "checkbox")
        .with("name", name)
        .with("id", id.clone())
        .with("value", value.to_owned())
        .with("autocomplete", "off")
        .is("checked", is_ticked)
        .is("disabled", is_off);
    el("p", "list__tick").holds(field).holds(el("label", "").with("for", id).holds(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::list_of;
    use directory::id::ListingId;

    #[test]
    fn no_note_is_drawn_sent_or_printed() {
        let mut list = list_of(&["moon", "team"]);
        list.write_note(&ListingId::new("moon").unwrap(), "zebra");
        let mut words = String::new();
        draw(&list).iter().for_each(|piece| _ = piece.read(&mut words));
        assert!(words.contains("The moon") && !words.contains("zebra"));
        assert!(
            !message(&list).contains("zebra") && !message(&list).contains("moon") && !list.link().contains("zebra")
        );
    }

    #[test]
    fn what_is_for_school_staff_is_on_no_handout_and_the_page_says_so() {
        let mut words = String::new();
        let list = list_of(&["moon", "team", "gone"]);
        handout::handout(&list).read(&mut words);
        assert!(words.contains("The moon") && !words.contains("The team") && !words.contains("The gone"), "{words}");
        words.clear();
        draw(&list).iter().for_each(|piece| _ = piece.read(&mut words));
        assert!(words.contains("1 place in this list is for school staff. It is not on the handout."), "{words}");
        words.clear();
        draw(&list_of(&["team"])).iter().for_each(|piece| _ = piece.read(&mut words));
        assert!(!words.contains("Print the handout"), "{words}");
    }
}
