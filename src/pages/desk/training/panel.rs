//! What can be chosen among the courses, with how many each option finds.

use super::option_words;
use crate::components::choices::{Tick, tick_boxes};
use crate::components::chooser::{Group as Ticks, chooser};
use crate::components::markup::{Markup, el};
use crate::state::Desk;
use directory::training::search::Found;
use directory::training::wanted::{Choice, GROUPS, Group, Wanted, options};

/// The heading of a group.
pub fn legend(group: Group) -> &'static str {
    match group {
        Group::Role => "Role",
        Group::Need => "Need",
        Group::Phase => "Phase",
        Group::Length => "Length",
        Group::Mode => "Where it is held",
        Group::Cost => "Cost",
        Group::When => "Dates",
        Group::Area => "Where your school is",
    }
}

/// The panel: roles stand open, all else behind one button.
pub fn panel(desk: &Desk, wanted: Wanted, found: &Found<'_>) -> Vec<Markup> {
    let group = |group: Group| {
        let tick = |choice: Choice<'_>| (tick(desk, wanted, choice), found.count(choice));
        let options = options(group, &desk.directory.site.areas).into_iter().map(tick).collect();
        Ticks { key: group.key(), legend: legend(group), options }
    };
    let rest: Vec<_> = GROUPS.into_iter().filter(|group| *group != Group::Role).collect();
    let chosen = wanted.lifted(Group::Role).chosen(&desk.directory.site.areas).len();
    let roles = el("form", "asked needs-app")
        .with("autocomplete", "off")
        .with("aria-label", "Roles")
        .holds(fieldset(group(Group::Role)));
    vec![roles, chooser(rest.into_iter().map(group).collect(), chosen)]
}

/// An option, as a box to tick.
pub fn tick(desk: &Desk, wanted: Wanted, choice: Choice<'_>) -> Tick {
    Tick { slug: choice.slug.to_owned(), label: option_words(desk, choice), is_chosen: wanted.contains(choice) }
}

/// A group whose options stand open, side by side.
pub fn fieldset(group: Ticks) -> Markup {
    el("fieldset", "filters__group")
        .holds(el("legend", "filters__legend").says(group.legend))
        .holds(tick_boxes(group.key, group.options))
}
