//! plan

use crate::components::markup::{Markup, el};
use crate::state::{Desk, SavedFile};

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let heading = el("h1", "hero__title").says(super::heading(&desk.address));
    el("main", "wrap stack").with("id", "main").with("tabindex", "-1").holds(el("div", "hero").holds(heading))
}

/// What is chosen next.
pub fn choose(desk: &Desk, _name: &str, _value: &str) -> String {
    desk.fragment.clone()
}

/// The file that a button asks for.
pub fn file(_desk: &Desk, _action: &str) -> Option<SavedFile> {
    None
}
