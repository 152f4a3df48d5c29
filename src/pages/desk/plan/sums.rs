//! What a plan takes in all, and what it lacks. What is not known is listed
//! apart, and never added up as nought.

use super::form::role_words;
use crate::components::markup::{Markup, el};
use crate::state::Desk;
use directory::Listing;
use directory::training::money::pounds;
use directory::training::plan::{Plan, written_hours};

/// The heading: for whom, by whom, as of which day.
pub fn head(desk: &Desk, plan: &Plan<'_>) -> Markup {
    let people: u32 = plan.rows.iter().map(|row| u32::from(row.people)).sum();
    let courses = plan.bookings().len();
    let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let people = if people == 1 { "1 person".to_owned() } else { format!("{people} people") };
    let words = format!("{}, {people}, {}. ", count(plan.rows.len(), "role"), count(courses, "course"));
    let day = format!(" As of {}.", desk.directory.today.words());
    el("div", "plan__head")
        .holds(el("h2", "").with("id", "the-plan").says("Training plan"))
        .holds(el("p", "").with("role", "status").says(words).says(day))
        .holds(asked(desk, plan))
}

/// What was asked, so that the page says it on paper.
fn asked(desk: &Desk, plan: &Plan<'_>) -> Markup {
    let team = &plan.team;
    let chosen = team.wanted().chosen(&desk.directory.site.areas);
    let chosen: Vec<_> = chosen.into_iter().map(|choice| choice.label).collect();
    let asked = if chosen.is_empty() { String::new() } else { format!("Chosen: {}. ", chosen.join("; ")) };
    let allowed = match team.hours() {
        Some(hours) => format!("At most {} hours for each person. ", written_hours(hours)),
        None => String::new(),
    };
    let day = format!("A day counts for {} hours: your school’s own setting.", written_hours(team.day.half_hours()));
    el("p", "plan__asked").says([asked, allowed, day].concat())
}

/// What no course in the plan gives.
pub fn missing(plan: &Plan<'_>) -> Option<Markup> {
    let each = plan.rows.iter().flat_map(|row| row.missing.iter().map(|missing| (row.role, *missing)));
    let items: Vec<_> = each
        .map(|(role, missing)| {
            el("li", "").holds(el("b", "").says([role_words(role), ": "].concat())).says(missing.words())
        })
        .collect();
    (!items.is_empty())
        .then(|| el("div", "plan__missing").holds(el("h3", "").says("What is missing")).holds(el("ul", "").each(items)))
}

/// Hours and money, each as far as it is known.
pub fn totals(plan: &Plan<'_>) -> Markup {
    let costs = plan.costs();
    let names = |listings: &[&Listing]| listings.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; ");
    let sum = |pence: u64, words: &str| (pence > 0).then(|| format!("{} {words}", pounds(pence)));
    let sums = [
        sum(costs.people, "in all, where a price is for a person"),
        sum(costs.courses, "in all, where a price is for a course: one run of each"),
        sum(costs.schools, "in all, where a price is for a school"),
        (!costs.free.is_empty()).then(|| format!("Free: {}", names(&costs.free))),
        (!costs.ask.is_empty()).then(|| format!("Not known, ask: {}", names(&costs.ask))),
    ];
    let line = |words: String| el("dd", "").says(words).says(".");
    el("dl", "plan__totals")
        .holds(el("dt", "").says("Time for everyone"))
        .holds(line(plan.hours().words()))
        .holds(el("dt", "").says("Cost"))
        .each(if costs.is_empty() {
            vec![line("Nothing to pay for".to_owned())]
        } else {
            sums.into_iter().flatten().map(line).collect()
        })
}
