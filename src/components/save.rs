//! The button that puts an entry on the reader's own list.

use super::markup::{Markup, el};
use directory::listing::Listing;

/// Saves an entry, or takes it out. Only the app works it, and tells there
/// whether it is pressed.
pub fn save_button(listing: &Listing) -> Markup {
    el("button", "save needs-app")
        .with("type", "button")
        .with("data-do", ["save-", listing.id.as_str()].concat())
        .with("aria-pressed", "false")
        .holds(el("span", "save__off").says("Save"))
        .holds(el("span", "save__on").says("Saved"))
        .holds(el("span", "hidden").says([": ", &listing.name].concat()))
}
