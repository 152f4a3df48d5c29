//! What the two pages of schools have in common: the field, what is said when
//! there is no school, the list for whoever has no app.

use crate::components::markup::{Markup, drawn_only, el};
use crate::components::notice::{Tone, notice};
use crate::components::school_list::{letters, numbered, school_rows};
use crate::components::school_picker::{Picker, school_picker};
use crate::state::{Desk, Schools};
use directory::id::SchoolId;
use directory::schools::Choice;
use directory::search::View;

/// The field in which somebody looks for a school; why there is none.
pub fn find_school(desk: &Desk, label: &'static str) -> Markup {
    match &desk.schools {
        Schools::Here(_) => {
            let picker = Picker {
                typed: &desk.typed,
                schools: desk.schools.offered(&desk.typed),
                is_open: desk.picking.is_open,
                active: desk.picking.active,
                said: &desk.picking.said,
            };
            school_picker(label, picker)
        }
        Schools::None => {
            let words = "We have no list of schools yet, so you cannot look yours up here.";
            notice(Tone::Doubt, "No list of schools").holds(el("p", "").says(words))
        }
        Schools::Coming => el("p", "notice").with("role", "status").says("One moment. The list of schools is loading."),
        Schools::Failed => {
            let words = "The list of schools did not load. Reload the page to try again.";
            notice(Tone::Warn, "No list of schools").holds(el("p", "").says(words))
        }
    }
}

/// That a link names a school which is not on the list.
pub fn nowhere(desk: &Desk, choice: &Choice) -> Option<Markup> {
    let register = desk.schools.register()?;
    let id = choice.school.as_ref().filter(|id| register.find(id).is_none())?;
    let words = ["The link that you followed names a school that is not on our list: ", id.as_str(), "."].concat();
    Some(notice(Tone::Warn, "We do not know this school").holds(el("p", "").says(words)))
}

/// The way to every school by letter; without the app, the first of them.
pub fn plain_list(desk: &Desk, view: View) -> Option<Markup> {
    let register = desk.schools.register().filter(|register| !register.schools().is_empty())?;
    let first = drawn_only(|| {
        el("div", "without-app")
            .holds(school_rows(&desk.directory, register, view, 1))
            .maybe(numbered(register, view, 1))
    });
    let section = el("section", "tie__letters")
        .with("aria-labelledby", "by-letter")
        .holds(el("h2", "").with("id", "by-letter").says("All schools by letter"))
        .holds(letters(register, view));
    Some(section.maybe(first))
}

/// Where the schools were taken from.
pub fn source(desk: &Desk) -> Option<Markup> {
    let register = desk.schools.register()?;
    let on = register.taken_on.map(|day| [", on ", &day.words()].concat()).unwrap_or_default();
    Some(el("p", "tie__source").says(["The list of schools was taken from: ", &register.source, &on, "."].concat()))
}

/// What is chosen after a school was taken.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let (choice, _) = Choice::read(&desk.fragment);
    if name == "school" { choice.at(SchoolId::new(value)).write() } else { desk.fragment.clone() }
}
