//! What a school says of itself: its roles with how many people have each, what
//! the courses are to be about, and how much time there is.

use crate::components::chooser::Group as Ticks;
use crate::components::markup::{Markup, el};
use crate::pages::desk::training::{fieldset, legend, tick};
use crate::state::Desk;
use directory::closed::Closed;
use directory::training::plan::{MOST_PEOPLE, Team, written_hours};
use directory::training::search::find;
use directory::training::wanted::{Choice, Group, options};
use directory::vocabulary::Role;

/// The hours for one person among which a school chooses, in half hours.
const HOURS: [u16; 15] = [2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36, 48, 60, 80];

/// How long a day may count, in half hours.
const DAYS: [u16; 9] = [8, 9, 10, 11, 12, 13, 14, 15, 16];

/// The form: roles first, then what else may matter.
pub fn form(desk: &Desk, team: &Team) -> Markup {
    let found = find(&desk.directory, team.wanted());
    let ticks = |group: Group| {
        let tick = |choice: Choice<'_>| (tick(desk, team.wanted(), choice), found.count(choice));
        let options = options(group, &desk.directory.site.areas).into_iter().map(tick).collect();
        Ticks { key: group.key(), legend: legend(group), options }
    };
    let needs = el("details", "asked__more")
        .holds(el("summary", "filters__summary").says("What the courses are about (you may leave this out)"))
        .holds(fieldset(ticks(Group::Need)));
    let rest = [fieldset(ticks(Group::Phase)), fieldset(ticks(Group::Area)), time(team)];
    el("form", "asked plan__screen needs-app")
        .with("autocomplete", "off")
        .with("aria-label", "Your school")
        .holds(roles(team))
        .holds(needs)
        .holds(el("div", "asked__groups").each(rest.into()))
}

fn roles(team: &Team) -> Markup {
    let hint = "Count each person once, under the role that matters most for training.";
    let roles = Role::ALL.iter().map(|role| role_row(*role, team.people(*role))).collect();
    el("fieldset", "filters__group")
        .holds(el("legend", "filters__legend").says("Who is in your school?"))
        .holds(el("p", "filters__note").with("id", "count-once").says(hint))
        .holds(el("ul", "choices").each(roles))
}

/// A role, and how many people have it once it is ticked.
fn role_row(role: Role, people: u16) -> Markup {
    let id = format!("have-{}", role.slug());
    let label = role_words(role);
    let box_ = el("input", "choices__input")
        .with("type", "checkbox")
        .with("name", "have")
        .with("id", id.clone())
        .with("value", role.slug())
        .is("checked", people > 0);
    let count = (people > 0).then(|| {
        let field = format!("people-{}", role.slug());
        let input = el("input", "plan__people")
            .with("type", "number")
            .with("inputmode", "numeric")
            .with("name", field.clone())
            .with("id", field.clone())
            .with("min", "1")
            .with("max", MOST_PEOPLE.to_string())
            .with("value", people.to_string())
            .with("aria-describedby", "count-once");
        let words = el("label", "")
            .with("for", field)
            .says("How many")
            .holds(el("span", "hidden").says([": ", label].concat()));
        el("span", "plan__count").holds(words).holds(input)
    });
    el("li", "choices__item").holds(box_).holds(el("label", "choices__label").with("for", id).says(label)).maybe(count)
}

/// Whoever has none of the roles by name is among the other staff.
pub fn role_words(role: Role) -> &'static str {
    if role == Role::AllStaff { "All other staff" } else { role.label() }
}

fn time(team: &Team) -> Markup {
    let allowed = team.hours();
    let none = el("option", "").with("value", "").is("selected", allowed.is_none()).says("As long as it takes");
    let hours = all_with(&HOURS, allowed).into_iter().map(|hours| option(hours, allowed == Some(hours)));
    let day = team.day.half_hours();
    let days = all_with(&DAYS, Some(day)).into_iter().map(|hours| option(hours, hours == day));
    let half = "Half of it counts for half a day. This is your school’s own setting, and no fact about a course.";
    el("fieldset", "filters__group")
        .holds(el("legend", "filters__legend").says("Time"))
        .holds(select("hours", "Hours for each person, at most", [none].into_iter().chain(hours).collect()))
        .holds(select("day", "A day on a course counts for", days.collect()))
        .holds(el("p", "filters__note").says(half))
}

fn select(name: &'static str, label: &'static str, options: Vec<Markup>) -> Markup {
    let select = el("select", "plan__select").with("id", name).with("name", name).each(options);
    el("p", "plan__time").holds(el("label", "").with("for", name).says(label)).holds(select)
}

fn option(half_hours: u16, is_chosen: bool) -> Markup {
    let words = if half_hours == 2 { "1 hour".to_owned() } else { [&written_hours(half_hours), " hours"].concat() };
    el("option", "").with("value", written_hours(half_hours)).is("selected", is_chosen).says(words)
}

/// What is offered, and what an address chose beside it.
fn all_with(offered: &[u16], chosen: Option<u16>) -> Vec<u16> {
    let mut all: Vec<_> = offered.iter().copied().chain(chosen).collect();
    all.sort_unstable();
    all.dedup();
    all
}
