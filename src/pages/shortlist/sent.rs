//! What is said above a list: whose it is, where it is kept, and what of a link
//! is missing here.

use crate::components::markup::{Markup, el, link};
use crate::components::notice::{Tone, not_understood, notice};
use crate::state::{Kept, OpenList};
use directory::shortlist::{MOST, ReadList};

/// Everything that is said above the list on show.
pub fn notices(list: &OpenList) -> Markup {
    let place = el("div", "list__notices");
    let place = match &list.sent {
        Some(sent) => place.holds(whose(list)).maybe(missing(sent)),
        None if list.own.ids().is_empty() => place,
        None => place.holds(el("p", "").says(where_it_is(list.kept))),
    };
    place.maybe(not_understood(&list.dropped))
}

fn whose(list: &OpenList) -> Markup {
    let count = list.own.ids().len();
    let own = match count {
        0 => "Your own list is empty.".to_owned(),
        1 => "Your own list has 1 place. It stays as it is.".to_owned(),
        count => format!("Your own list has {count} places. It stays as it is."),
    };
    let keep = super::button("button", "list-keep".to_owned(), "Keep these in my list");
    let back = link("link", "list.html").with("data-do", "list-own").says("Show my own list");
    el("div", "notice")
        .holds(el("h2", "notice__title").says("A list somebody sent you"))
        .holds(el("p", "").says("Somebody chose these places and sent you the link. ").says(own))
        .holds(el("p", "notice__act").holds(keep).holds(back))
}

/// How many of the entries of a link are not here, and which.
fn missing(sent: &ReadList) -> Option<Markup> {
    let ReadList { unknown, named, beyond, .. } = sent;
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    let unknown_words = (*unknown > 0).then(|| {
        let words = format!("{unknown} of the {named} places in this link {} not in this directory.", are(*unknown));
        el("p", "").says(words).says(" Ask whoever sent it what was meant.")
    });
    let parts: Vec<_> = sent.unknown_parts.iter().map(|part| el("li", "").says(part)).collect();
    let parts = (*unknown > 0).then(|| el("ul", "").each(parts));
    let too_many = (*beyond > 0).then(|| {
        let words = format!("A list has room for {MOST}. {beyond} more {} left out.", are(*beyond));
        el("p", "").says(words)
    });
    (unknown_words.is_some() || too_many.is_some()).then(|| {
        let notice = notice(Tone::Warn, "Part of this list is not here");
        notice.maybe(unknown_words).maybe(parts).maybe(too_many)
    })
}

fn where_it_is(kept: Kept) -> &'static str {
    match kept {
        Kept::InPage => "This list is in this page only. If you close or reload the page, it is gone.",
        Kept::OnDevice => "This list is kept on this device. Anyone who uses the device can see it.",
        Kept::Denied => {
            "This browser lets us keep nothing on the device. Your list is in this page only. If you close or reload the page, it is gone."
        }
    }
}
