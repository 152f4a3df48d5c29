//! The filter panel: every option with how many fit beside it.

use crate::components::choices::{Tick, tick_boxes};
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el, link};
use crate::components::tags::choice_words;
use crate::state::Reader;
use directory::Directory;
use directory::age::AgeChoice;
use directory::filters::{Choice, Group, options};
use directory::search::{Found, View};
use directory::vocabulary::Kind;

/// How many options of a long group stand open.
const FIRST: usize = 8;

/// The groups in the order of the panel, with their legends for families and
/// for staff.
const LEGENDS: [(Group, &str, &str); 8] = [
    (Group::Age, "Age", "Age"),
    (Group::Need, "Worry", "Need"),
    (Group::Area, "Where you live, go to school or have your GP", "Area"),
    (Group::Access, "Who can ask", "Who may refer"),
    (Group::Thrive, "Kind of support", "THRIVE grouping"),
    (Group::Format, "What it is like", "Format"),
    (Group::Cost, "Cost", "Cost"),
    (Group::Kind, "Kind of place", "Kind of entry"),
];

/// The filter panel: closed on a phone, with its effect on show.
pub fn panel(directory: &Directory, reader: &Reader, found: &Found) -> Markup {
    let view = reader.view();
    let filters = reader.address.filters();
    let class = match (view, reader.is_panel_open) {
        (View::Families, false) => "filters needs-app",
        (View::Families, true) => "filters filters--open needs-app",
        (View::Staff, false) => "filters filters--across needs-app",
        (View::Staff, true) => "filters filters--across filters--open needs-app",
    };
    let words = match filters.chosen(&directory.site.areas).len() {
        0 => "Filters".to_owned(),
        count => format!("Filters ({count})"),
    };
    let show = match found.to_try() + found.may.len() {
        1 => "Show 1 result".to_owned(),
        count => format!("Show {count} results"),
    };
    let button =
        |class: &'static str, action: &'static str| el("button", class).with("type", "button").with("data-do", action);
    let toggle = button("button button--quiet filters__toggle", "panel")
        .with("aria-expanded", if reader.is_panel_open { "true" } else { "false" })
        .with("aria-controls", "filters-panel")
        .holds(el("span", "").says(words))
        .holds(picture(Icon::Filter));
    let clear = link("link", reader.address.file()).says("Clear all");
    let done = el("div", "filters__done").holds(button("button filters__show", "show").says(show)).holds(clear);
    let group = |legend| group(legend, view, directory, reader, found);
    let form = el("form", "filters__panel")
        .with("id", "filters-panel")
        .with("autocomplete", "off")
        .with("aria-label", "Filters")
        .holds(el("h2", "filters__title").says("Filters"))
        .each(LEGENDS.map(group).into())
        .holds(done);
    el("div", class).holds(toggle).holds(form)
}

/// One group, with how many fit beside each option. What was chosen on
/// arrival decides whether a long group stands open.
fn group(
    legend: (Group, &'static str, &'static str),
    view: View,
    directory: &Directory,
    reader: &Reader,
    found: &Found,
) -> Markup {
    let filters = reader.address.filters();
    let (group, for_families, for_staff) = legend;
    let words = if view == View::Staff { for_staff } else { for_families };
    let areas = &directory.site.areas;
    let tick = |choice: Choice| {
        let label = words_of(choice, view, directory);
        let tick = Tick { slug: choice.slug(areas).to_owned(), label, is_chosen: filters.contains(choice) };
        (tick, found.counts.of(choice))
    };
    let offered: Vec<_> = match group {
        Group::Thrive => directory.site.groupings.order().map(Choice::Thrive).collect(),
        _ => options(group, areas).filter(|choice| is_offered(*choice, view)).collect(),
    };
    let first = if offered.len() > FIRST + 2 { FIRST } else { offered.len() };
    let (first, rest) = offered.split_at(first);
    let more = (!rest.is_empty()).then(|| {
        let all = format!("Show all {}", offered.len());
        el("details", "")
            .is("open", rest.iter().any(|choice| reader.entered.contains(*choice)))
            .holds(el("summary", "filters__summary").says(all))
            .holds(tick_boxes(group.key(), rest.iter().copied().map(tick).collect()))
    });
    el("fieldset", "filters__group")
        .holds(el("legend", "filters__legend").says(words))
        .holds(tick_boxes(group.key(), first.iter().copied().map(tick).collect()))
        .maybe(more)
}

/// Whether a view offers an option; an exact age is offered at home.
fn is_offered(choice: Choice, view: View) -> bool {
    match choice {
        Choice::Age(age) => age.is_group(),
        Choice::Need(need) => view == View::Staff || need.is_for_families(),
        Choice::Kind(kind) => view == View::Staff || !matches!(kind, Kind::Training | Kind::Funding | Kind::Contact),
        _ => true,
    }
}

fn words_of(choice: Choice, view: View, directory: &Directory) -> String {
    match choice {
        Choice::Age(age) => AgeChoice::label(age),
        _ => choice_words(choice, &directory.site, view),
    }
}
