//! What can be chosen among the courses, with how many each option finds.

use super::option_words;
use crate::components::choices::{Tick, tick_boxes};
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

/// The panel: roles stand open, all else behind one line.
pub fn panel(desk: &Desk, wanted: Wanted, found: &Found<'_>) -> Markup {
    let areas = &desk.directory.site.areas;
    let tick = |choice: Choice<'_>| {
        let tick = Tick {
            slug: choice.slug.to_owned(),
            label: option_words(desk, choice),
            is_chosen: wanted.contains(choice),
        };
        (tick, found.count(choice))
    };
    let group = |group: Group| {
        let ticks = options(group, areas).into_iter().map(tick).collect();
        el("fieldset", "filters__group")
            .holds(el("legend", "filters__legend").says(legend(group)))
            .holds(tick_boxes(group.key(), ticks))
    };
    let (first, rest) = GROUPS.split_at(1);
    let more = el("details", "choose__more")
        .holds(el("summary", "filters__summary").says("Need, phase, length, dates and more"))
        .holds(el("div", "choose__groups").each(rest.iter().copied().map(group).collect()));
    el("form", "choose needs-app")
        .with("autocomplete", "off")
        .with("aria-label", "Choose among courses")
        .each(first.iter().copied().map(group).collect())
        .holds(more)
}
