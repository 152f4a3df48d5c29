//! Where the reader's own list is kept, and how all of it goes.

use super::{button, section, tick};
use crate::components::markup::{Markup, el, link};
use crate::state::{Kept, OpenList};

/// The id of the box that asks for the list to be kept on the device.
pub const BOX: &str = "list-remember";

/// Remembering and clearing; nothing where there is nothing to keep or clear.
pub fn keep(list: &OpenList) -> Option<Markup> {
    let is_nothing = list.own.ids().is_empty() && list.kept != Kept::OnDevice && list.notes.is_empty();
    if list.sent.is_some() || is_nothing {
        return None;
    }
    let is_kept = list.kept == Kept::OnDevice;
    let words = el("span", "").holds(el("b", "").says("Remember on this device")).says(". Not on a shared computer.");
    let remember = tick((BOX, "device"), BOX.to_owned(), is_kept, false, words);
    let clear = button("button button--quiet", "list-clear".to_owned(), "Clear everything");
    let goes = "“Clear everything” takes your list and your notes away, from this page and from this device. You cannot bring them back. ";
    let stays = "Your browser’s own history still shows which pages were opened. ";
    let more = el("p", "")
        .says(goes)
        .says(stays)
        .holds(link("", "leaving.html").says("What leaving this site cannot hide"))
        .says(".");
    Some(
        section("list-keep-or-clear", "Keep it or clear it")
            .holds(remember)
            .holds(el("p", "").holds(clear))
            .holds(more),
    )
}
