//! What stands below the map: what its states and words mean, what is in no
//! cell, and what the group has noted itself.

use crate::components::markup::{Markup, el};
use directory::gaps::{GapMap, GapNote, State};

/// What the words of a cell mean.
const WORDS: [(&str, &str); 5] = [
    ("Local", "for the area itself; for all areas together, for at least one of them."),
    ("Wider", "for a wider area around it."),
    ("National", "for the whole country. It fills no cell by itself."),
    ("In doubt", "it may have ended or be old: counted apart."),
    (
        "To ask",
        "it names the need, but its ages, area, cost or grouping are not known, or it has a limit: counted apart.",
    ),
];

/// What the signs mean where each grouping has its columns.
const SIGNS: &str =
    "2: two local. 2+1: two local and one for a wider area. (4): four national and nothing nearer. 0: none.";

/// What the map shows and what it leaves out.
pub(super) fn legend(map: &GapMap, is_checked_asked: bool) -> Markup {
    let state = |state: &State| {
        let swatch = match state {
            State::None => "gaps__swatch gaps__cell--none",
            State::OnlyNational => "gaps__swatch gaps__cell--national",
            State::Thin => "gaps__swatch gaps__cell--thin",
            State::Some => "gaps__swatch gaps__cell--some",
        };
        el("li", "gaps__item")
            .holds(el("span", swatch).with("aria-hidden", "true"))
            .holds(el("span", "").holds(el("b", "").says(state.label())).says(": ").says(state.meaning()))
    };
    let word = |(word, means): &(&'static str, &'static str)| {
        el("li", "").holds(el("b", "").says(*word)).says(": ").says(*means)
    };
    let signs = (map.layers.len() > 1).then(|| el("p", "").says(SIGNS));
    el("section", "gaps__legend")
        .with("aria-labelledby", "gaps-legend")
        .holds(el("h2", "gaps__title").with("id", "gaps-legend").says("What the map says"))
        .holds(el("ul", "gaps__states").each(State::ALL.iter().map(state).collect()))
        .maybe(signs)
        .holds(el("ul", "gaps__words").each(WORDS.iter().map(word).collect()))
        .each(apart(map, is_checked_asked))
}

/// What is in no cell, and where the list that a cell opens holds more.
fn apart(map: &GapMap, is_checked_asked: bool) -> Vec<Markup> {
    let mut said = Vec::new();
    if is_checked_asked && !map.choices.is_checked {
        said.push("The publisher has checked nothing that is listed, so this map counts all of it.".to_owned());
    }
    if map.choices.is_checked {
        said.push("The list that a cell opens holds entries that are not checked, too.".to_owned());
    }
    if map.layers.iter().any(Option::is_some) {
        said.push("Crisis lines and places to report harm carry no THRIVE grouping. A clinician has not reviewed our sorting.".to_owned());
    }
    let any = map.any_worry.to_string();
    said.push(["For any worry, and in no cell: ", &any, ". The list that a cell opens may name them last."].concat());
    let kinds: Vec<_> =
        map.left_out.iter().map(|(kind, count)| [kind.label(), " (", &count.to_string(), ")"].concat()).collect();
    if !kinds.is_empty() {
        said.push(["Not counted at all, because of its kind: ", &kinds.join(", "), "."].concat());
    }
    said.into_iter().map(|words| el("p", "gaps__apart-from").says(words)).collect()
}

/// What the group has noted of emerging needs, the newest first.
pub(super) fn notes(notes: &[GapNote]) -> Markup {
    let mut notes: Vec<_> = notes.iter().collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.on));
    let section = el("section", "gaps__notes")
        .with("aria-labelledby", "gaps-notes")
        .holds(el("h2", "gaps__title").with("id", "gaps-notes").says("What the group has noted"));
    if notes.is_empty() {
        let none =
            "The group that plans provision has written no notes here. No count shows an emerging need: ask them.";
        return section.holds(el("p", "").says(none));
    }
    let note = |note: &GapNote| {
        let need = note.need.map(|need| el("b", "").says(need.label()).says(": "));
        let by = [" (", &note.by, ", ", &note.on.words(), ")"].concat();
        el("li", "").maybe(need).says(&note.says).holds(el("span", "gaps__by").says(by))
    };
    section.holds(el("ul", "gaps__noted").each(notes.into_iter().map(note).collect()))
}
