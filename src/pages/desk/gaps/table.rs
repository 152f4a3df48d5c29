//! The table of the gap map: a row for each need, a column for each age, once
//! or for each grouping. On a narrow screen each row is a card whose cells say
//! their age.

use super::rows;
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::state::Desk;
use directory::Address;
use directory::age::AgeChoice;
use directory::closed::Closed;
use directory::gaps::{Cell, GapMap, State};
use directory::search::View;
use directory::vocabulary::{Need, Thrive};

/// The whole table.
pub(super) fn table(desk: &Desk, map: &GapMap) -> Markup {
    // Which needs have a page at which ages, for readers without the app.
    let pages: Vec<_> = if cfg!(target_arch = "wasm32") { Vec::new() } else { desk.directory.pairs().collect() };
    let class = if map.layers.len() == 1 { "gaps__table" } else { "gaps__table gaps__table--each" };
    let body = rows().map(|need| row(desk, map, need, &pages)).collect();
    el("table", class)
        .with("role", "table")
        .holds(caption(desk, map))
        .holds(el("thead", "gaps__heads").with("role", "rowgroup").each(heads(desk, map)))
        .holds(el("tbody", "gaps__body").with("role", "rowgroup").each(body))
}

/// What is shown, and as of which day.
fn caption(desk: &Desk, map: &GapMap) -> Markup {
    let [area, layers, kind, price, checked] = map.choices.words(&desk.directory.site);
    let shown = [layers, kind, price, checked].join(". ");
    let day = [". As of ", &desk.directory.today.words(), "."].concat();
    el("caption", "gaps__caption")
        .says("Entries for each need and age: ")
        .says(area)
        .says(". ")
        .holds(el("span", "gaps__shown").says(shown).says(day))
}

/// One row of heads; two where there are several layers.
fn heads(desk: &Desk, map: &GapMap) -> Vec<Markup> {
    let head = |words: String| el("th", "gaps__head").with("role", "columnheader").with("scope", "col").says(words);
    let row = || el("tr", "").with("role", "row");
    let ages = |_: &Option<Thrive>| AgeChoice::groups().map(|age| head(age.short())).collect::<Vec<_>>();
    let below: Vec<_> = map.layers.iter().flat_map(ages).collect();
    if map.layers.len() == 1 {
        return vec![row().holds(head("Need".to_owned())).each(below)];
    }
    let span = AgeChoice::groups().count().to_string();
    let above = map.layers.iter().flatten().map(|thrive| {
        el("th", "gaps__head gaps__head--layer")
            .with("role", "columnheader")
            .with("scope", "colgroup")
            .with("colspan", span.clone())
            .says(desk.directory.site.groupings.name(*thrive, View::Staff).to_owned())
    });
    let need = head("Need".to_owned()).with("rowspan", "2");
    vec![row().holds(need).each(above.collect()), row().each(below)]
}

fn row(desk: &Desk, map: &GapMap, need: Need, pages: &[(Need, AgeChoice)]) -> Markup {
    let name = el("th", "gaps__need").with("role", "rowheader").with("scope", "row").says(need.label());
    let mut cells = Vec::new();
    for (layer, thrive) in map.layers.iter().enumerate() {
        for (at, age) in AgeChoice::groups().enumerate() {
            let cell = map.cell(layer, need, age);
            let filters = map.choices.of_cell(&desk.directory.site.areas, *thrive, need, age);
            let href = Address::StaffResults(filters).href(&desk.directory.site.areas);
            let open = worded(link("gaps__link needs-app", href), map, cell);
            let drawn = drawn_only(|| {
                let page = pages.contains(&(need, age)).then(|| Address::NeedAge(need, age).file());
                let stand_in = page.map_or(el("span", "without-app"), |file| link("gaps__link without-app", file));
                worded(stand_in, map, cell)
            });
            let group = thrive.filter(|_| at == 0 && map.layers.len() > 1);
            cells.push(framed(desk, cell.state(), age, group).holds(open).maybe(drawn));
        }
    }
    el("tr", "gaps__row").with("role", "row").with("data-need", need.slug()).holds(name).each(cells)
}

/// The place of a cell: its state as ground and edge, and the heads that a
/// narrow screen shows within it.
fn framed(desk: &Desk, state: State, age: AgeChoice, first_of: Option<Thrive>) -> Markup {
    let class = match (state, first_of.is_some()) {
        (State::None, false) => "gaps__cell gaps__cell--none",
        (State::OnlyNational, false) => "gaps__cell gaps__cell--national",
        (State::Thin, false) => "gaps__cell gaps__cell--thin",
        (State::Some, false) => "gaps__cell gaps__cell--some",
        (State::None, true) => "gaps__cell gaps__cell--none gaps__cell--first",
        (State::OnlyNational, true) => "gaps__cell gaps__cell--national gaps__cell--first",
        (State::Thin, true) => "gaps__cell gaps__cell--thin gaps__cell--first",
        (State::Some, true) => "gaps__cell gaps__cell--some gaps__cell--first",
    };
    let cell = el("td", class).with("role", "cell").with("data-label", age.short());
    match first_of {
        Some(thrive) => cell.with("data-group", desk.directory.site.groupings.name(thrive, View::Staff).to_owned()),
        None => cell,
    }
}

/// What a cell says: all of it in words; in one of many layers a few signs,
/// with the same words for whoever hears the page.
fn worded(around: Markup, map: &GapMap, cell: Cell) -> Markup {
    if map.layers.len() > 1 {
        let signs = el("span", "").with("aria-hidden", "true").says(cell.short());
        return around.holds(signs).holds(el("span", "hidden").says(cell.words()));
    }
    let (counted, apart) = (cell.counted(), cell.apart());
    let state = el("b", "gaps__state").says(cell.state().label());
    let counted = (!counted.is_empty()).then(|| el("span", "gaps__counted").says(counted));
    let apart = (!apart.is_empty()).then(|| el("span", "gaps__apart").says(apart));
    // The spaces part the words where the lines do not.
    around.holds(state).says(" ").maybe(counted).says(" ").maybe(apart)
}
