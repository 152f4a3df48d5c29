//! The questions of the home page, as they stand.

use crate::components::choices::{Tick, age_select, chips};
use crate::components::markup::{Markup, el};
use directory::Filters;
use directory::age::AgeChoice;
use directory::area::{Areas, Place};
use directory::closed::Closed;
use directory::vocabulary::Need;

/// The needs that most people ask for, shown before the others.
const FIRST: [Need; 10] = [
    Need::Anxiety,
    Need::SchoolAvoidance,
    Need::LowMood,
    Need::AngerBehaviour,
    Need::SelfHarm,
    Need::Friendships,
    Need::Sleep,
    Need::Eating,
    Need::Autism,
    Need::Adhd,
];

fn question(legend: &'static str) -> Markup {
    el("fieldset", "ask__question").holds(el("legend", "ask__legend").says(legend))
}

/// How old.
pub fn how_old(filters: Filters) -> Markup {
    let chip =
        |age: AgeChoice| Tick { slug: age.slug().to_owned(), label: age.short(), is_chosen: filters.age.contains(age) };
    let groups = chips("age", "radio", AgeChoice::groups().map(chip).collect());
    question("How old is your child?").holds(groups).holds(age_select(filters))
}

/// What they are worried about. What was chosen on arrival decides whether the
/// further worries stand open.
pub fn which_worry(filters: Filters, entered: Filters) -> Markup {
    let chip = |need: Need| Tick {
        slug: need.slug().to_owned(),
        label: need.label().to_owned(),
        is_chosen: filters.need.contains(need),
    };
    let rest = Need::for_families().filter(|need| !FIRST.contains(need)).map(chip).collect();
    let more = el("details", "ask__more")
        .is("open", entered.need.iter().any(|need| !FIRST.contains(&need)))
        .holds(el("summary", "ask__summary").says("More worries"))
        .holds(chips("need", "checkbox", rest));
    question("What are you worried about?")
        .holds(el("p", "ask__hint").says("Choose one or more."))
        .holds(chips("need", "checkbox", FIRST.map(chip).into()))
        .holds(more)
}

/// Where they live, go to school or have their GP.
pub fn place(filters: Filters, areas: &Areas) -> Markup {
    let chip = |place: Place| Tick {
        slug: areas.slug(place).to_owned(),
        label: areas.label(place).to_owned(),
        is_chosen: filters.area.contains(place),
    };
    let mut options: Vec<_> = areas.choices().map(chip).collect();
    options.push(Tick {
        slug: "rather-not-say".to_owned(),
        label: "Rather not say".to_owned(),
        is_chosen: filters.area.is_empty(),
    });
    question("Where do you live, go to school or have your GP?")
        .holds(el("p", "ask__hint").says("This finds local help. One of the three is enough."))
        .holds(chips("area", "radio", options))
}
