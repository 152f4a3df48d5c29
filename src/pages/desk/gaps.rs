//! The gap map: how much is listed for each need at each age, for the group
//! that plans provision. A table first; what is chosen above it stands after
//! `#`, and each cell opens its list.

mod legend;
mod table;

use crate::components::markup::{Markup, el};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::closed::Closed;
use directory::gaps::{ANY_HELP, GapChoices, GapMap, Layers, Price, State, kinds};
use directory::search::View;
use directory::vocabulary::Need;

/// What the list of groupings says for each of them side by side.
const EACH: &str = "each";

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let site = &desk.directory.site;
    let (choices, dropped) = GapChoices::read(&desk.fragment, &site.areas);
    let map = desk.directory.gaps(choices);
    let lead = "How much is listed for each need at each age. It does not say how many children need it. Each cell opens its list.";
    let hero = el("div", "hero gaps__hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    let missing = el("div", "results__above").maybe(not_understood(&dropped));
    el("main", "wrap stack gaps")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .holds(missing)
        .holds(form(desk, choices))
        .holds(el("p", "gaps__status").with("role", "status").says(status(&map)))
        .holds(table::table(desk, &map))
        .holds(legend::legend(&map, choices.is_checked))
        .holds(legend::notes(&site.gap_notes))
}

/// What is chosen next: a field was changed.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let areas = &desk.directory.site.areas;
    let (choices, _) = GapChoices::read(&desk.fragment, areas);
    let key = if (name, value) == ("thrive", EACH) { "show" } else { name };
    choices.with(key, value, areas).unwrap_or(choices).write(areas)
}

/// The map as rows for a spreadsheet, or as a picture.
pub fn file(desk: &Desk, action: &str) -> Option<SavedFile> {
    let areas = &desk.directory.site.areas;
    let (choices, _) = GapChoices::read(&desk.fragment, areas);
    let map = desk.directory.gaps(choices);
    let area = choices.area.map_or("all-areas", |place| areas.slug(place));
    let name = |ending: &str| ["gap-map-", area, "-", &desk.directory.today.iso(), ending].concat();
    match action {
        // With the mark by which a spreadsheet knows the letters.
        "save-csv" => Some(SavedFile {
            name: name(".csv"),
            kind: "text/csv;charset=utf-8",
            text: ["\u{feff}", &map.csv(&desk.directory)].concat(),
        }),
        "save-svg" => Some(SavedFile { name: name(".svg"), kind: "image/svg+xml", text: map.picture(&desk.directory) }),
        _ => None,
    }
}

/// How many cells are in which state: said once after each choice.
fn status(map: &GapMap) -> String {
    let layers = map.layers.len();
    let count = |state: State| (0..layers).map(|layer| map.how_many(layer, state)).sum::<usize>().to_string();
    let all = State::ALL.iter().map(|state| (0..layers).map(|layer| map.how_many(layer, *state)).sum::<usize>());
    let all = all.sum::<usize>().to_string();
    let [none, national, thin, some] = [State::None, State::OnlyNational, State::Thin, State::Some].map(count);
    [
        "Of ",
        &all,
        " cells, ",
        &none,
        " have none, ",
        &national,
        " only national, ",
        &thin,
        " are thin, ",
        &some,
        " have some.",
    ]
    .concat()
}

/// What the map is to show, and what can be done with it.
fn form(desk: &Desk, choices: GapChoices) -> Markup {
    let site = &desk.directory.site;
    let areas = &site.areas;
    let mut area = vec![option("", choices.area.is_none(), "All areas together")];
    area.extend(
        GapChoices::areas(areas)
            .map(|place| option(areas.slug(place), choices.area == Some(place), areas.label(place))),
    );
    let mut thrive = vec![option("", choices.layers == Layers::Together, "All together")];
    thrive.extend(
        site.groupings
            .order()
            .map(|one| option(one.slug(), choices.layers == Layers::One(one), site.groupings.name(one, View::Staff))),
    );
    thrive.push(option(EACH, choices.layers == Layers::Each, "Each, side by side"));
    let mut kind = vec![option("", choices.kind.is_none(), ANY_HELP)];
    kind.extend(kinds().map(|one| option(one.slug(), choices.kind == Some(one), one.label())));
    let mut price = vec![option("", choices.price.is_none(), "Free or paid")];
    price.extend(Price::ALL.iter().map(|one| option(one.slug(), choices.price == Some(*one), one.label())));
    let is_checked = choices.is_checked && desk.directory.has_checked();
    let checked = vec![
        option("all", !is_checked, "All entries"),
        option("publisher", is_checked, "Checked by the publisher").is("disabled", !desk.directory.has_checked()),
    ];
    let act = |action: &'static str, words: &'static str| {
        el("button", "button button--quiet").with("type", "button").with("data-do", action).says(words)
    };
    let acts = el("div", "gaps__acts")
        .holds(act("print", "Print on one page"))
        .holds(act("save-csv", "Save as a spreadsheet (CSV)"))
        .holds(act("save-svg", "Save as a picture (SVG)"));
    el("form", "gaps__form needs-app")
        .with("autocomplete", "off")
        .with("aria-label", "What the map shows")
        .holds(field("area", "Area", area))
        .holds(field("thrive", "THRIVE grouping", thrive))
        .holds(field("kind", "Kind of entry", kind))
        .holds(field("cost", "Free or paid", price))
        .holds(field("checked", "All or checked", checked))
        .holds(acts)
}

fn option(value: &str, is_chosen: bool, words: &str) -> Markup {
    el("option", "").with("value", value.to_owned()).is("selected", is_chosen).says(words.to_owned())
}

/// One list to choose from, below its name.
fn field(name: &'static str, words: &'static str, options: Vec<Markup>) -> Markup {
    let id = ["gaps-", name].concat();
    el("p", "gaps__field")
        .holds(el("label", "gaps__label").with("for", id.clone()).says(words))
        .holds(el("select", "results__select gaps__select").with("id", id).with("name", name).each(options))
}

/// The needs of the rows, in the order people see.
fn rows() -> impl Iterator<Item = Need> {
    Need::for_families()
}
