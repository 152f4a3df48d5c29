//! Who says so, on which day, and how they know.

use super::field::of;
use super::section;
use crate::components::field::{line, list};
use crate::components::markup::{Markup, el};
use crate::state::Update;
use directory::sheet::Column;

/// The three fields.
pub fn who(update: &Update) -> Markup {
    let wrong = [update.wrong_role(), update.wrong_day()];
    let [role, on] = wrong.each_ref().map(Option::as_deref);
    let words = "Write your role, such as “team manager”. Not your name. It is asked for once, for all your entries.";
    section("update-who", "Who says so")
        .holds(el("p", "").says(words))
        .holds(line(of("update-role", Column::CheckedBy, role), &update.who.role))
        .holds(line(of("update-on", Column::CheckedOn, on), &update.who.on))
        .holds(list(
            of("update-means", Column::Means, None),
            &update.who.means,
            &Column::Means.choices(&update.directory.site),
        ))
}
