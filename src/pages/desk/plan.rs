//! Who should go on what: a school ticks its roles and gets one page.

mod calendar;
mod form;
mod sums;
mod tables;

use crate::components::crisis::pinned;
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::Address;
use directory::address::StaffPage;
use directory::closed::{Choices, Closed};
use directory::training::DayLength;
use directory::training::grid::columns;
use directory::training::plan::{MOST_PEOPLE, Plan, Team, read_hours, sheet};
use directory::training::wanted::{GROUPS, options};
use directory::vocabulary::Role;

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let (team, dropped) = Team::read(&desk.fragment, &desk.directory.site.areas);
    let lead = "Tick the roles in your school, and say how many people have each. You get one page: who goes on which course, how long it takes, what it costs and what to ask.";
    let training = Address::StaffPage(StaffPage::Training).file();
    let hero = el("div", "hero plan__screen")
        .holds(el("p", "hero__back").holds(link("link", training).says("All courses, by role")))
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    el("main", "wrap stack plan")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .maybe(pinned(&desk.directory.crisis, team.need, Choices::default()))
        .maybe(not_understood(&dropped))
        .holds(form::form(desk, &team))
        .holds(result(desk, team))
        .holds(rule())
}

/// The plan; or, while no role is ticked, what comes first for each.
fn result(desk: &Desk, team: Team) -> Markup {
    let directory = &desk.directory;
    if team.roles().next().is_some() {
        let plan = Plan::of(directory, team);
        return el("section", "plan__result")
            .with("aria-labelledby", "the-plan")
            .holds(sums::head(desk, &plan))
            .holds(tables::who(&plan))
            .maybe(sums::missing(&plan))
            .maybe(tables::bookings(desk, &plan))
            .holds(sums::totals(&plan))
            .holds(save(desk, &plan));
    }
    let one_each = columns().fold(team, |team, role| team.with(role, 1));
    let words = "No role is ticked. For one person of each role this comes first, as the rule below says.";
    el("section", "plan__result")
        .with("aria-labelledby", "the-plan")
        .holds(el("h2", "").with("id", "the-plan").says("What comes first for each role"))
        .holds(el("p", "needs-app").with("role", "status").says(words))
        .maybe(drawn_only(|| el("p", "without-app").says("For one person of each role, as the rule below says.")))
        .holds(tables::who(&Plan::of(directory, one_each)))
}

/// What can be taken away.
fn save(desk: &Desk, plan: &Plan<'_>) -> Markup {
    let button = |class: &'static str, action: &'static str, words: &'static str| {
        el("button", class).with("type", "button").with("data-do", action).says(words)
    };
    let dates = calendar::has_dates(desk, plan);
    let calendar = match dates {
        true => button("button button--quiet", "save-dates", "Save the dates for a calendar"),
        false => el("span", "plan__none")
            .says("No course in this plan has a date that is known, so there is none for a calendar."),
    };
    el("div", "plan__save plan__screen")
        .holds(button("button", "print", "Print this plan"))
        .holds(button("button button--quiet", "save-plan", "Save as a spreadsheet"))
        .holds(calendar)
}

/// How a plan is made, for whoever has to stand for it.
fn rule() -> Markup {
    let item = |words: &'static str| el("li", "").says(words);
    el("section", "prose plan__screen")
        .with("aria-labelledby", "rule")
        .holds(el("h2", "").with("id", "rule").says("How a plan is made"))
        .holds(el("p", "").says("The same answers always give the same plan. We recommend no course ourselves."))
        .holds(
            el("ul", "")
                .holds(item("Only courses that a named body recommends for the role, or that their provider says suit it."))
                .holds(item("What is recommended comes first. Then what fits all that you chose, before what may."))
                .holds(item("Then a course for the very role, before one for all staff. Then one that runs, before one that may not, and what a source states before what we believe."))
                .holds(item("Of those, the course that most of your roles share, so that you book few. Then the shortest."))
                .holds(item("A second course is added for a need that the first is not about. Where you chose no need, it is one that a body recommends for the very role."))
                .holds(item("Nothing goes over the hours that you allow. A course of unknown length is named to ask about, and is not counted as nought.")),
        )
}

/// What is chosen next.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let areas = &desk.directory.site.areas;
    let team = Team::read(&desk.fragment, areas).0;
    next(desk, team, name, value).unwrap_or(team).write(areas)
}

fn next(desk: &Desk, team: Team, name: &str, value: &str) -> Option<Team> {
    if let Some(slug) = name.strip_prefix("people-") {
        let role = Role::from_slug(slug)?;
        let people = if value.trim().is_empty() { 0 } else { value.trim().parse().ok()? };
        let is_so = (0..=MOST_PEOPLE).contains(&people);
        return is_so.then(|| team.with(role, people));
    }
    Some(match name {
        "have" => {
            let role = Role::from_slug(value)?;
            team.with(role, if team.people(role) > 0 { 0 } else { 1 })
        }
        "hours" => team.allowing(read_hours(value).unwrap_or_default()),
        "day" => team.counting(DayLength::new(read_hours(value)?)?),
        _ => {
            let group = GROUPS.into_iter().find(|group| group.key() == name)?;
            let choices = options(group, &desk.directory.site.areas);
            let choice = choices.into_iter().find(|choice| choice.slug == value)?;
            team.looking_for(team.wanted().toggled(choice))
        }
    })
}

/// The plan as a spreadsheet, or its dates for a calendar.
pub fn file(desk: &Desk, action: &str) -> Option<SavedFile> {
    let team = Team::read(&desk.fragment, &desk.directory.site.areas).0;
    let plan = Plan::of(&desk.directory, team);
    let name = |ending: &str| format!("training-plan-{}.{ending}", desk.directory.today.iso());
    match action {
        "save-plan" => Some(SavedFile {
            name: name("csv"),
            kind: "text/csv;charset=utf-8",
            text: sheet(&plan, desk.directory.today),
        }),
        "save-dates" => Some(SavedFile {
            name: name("ics"),
            kind: "text/calendar;charset=utf-8",
            text: calendar::calendar(desk, &plan),
        }),
        _ => None,
    }
}
