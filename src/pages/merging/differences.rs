//! What came back, entry by entry and cell by cell: what is new, changed,
//! confirmed, gone, refused and why, with the row and the column; and what the
//! coordinator has to decide.

use super::{place_of, section};
use crate::components::field::{Field, lines};
use crate::components::markup::{Markup, el};
use crate::state::Merging;
use directory::closed::Closed;
use directory::merging::{CellMerged, Follow, Merged, RowMerged, Side, What};

/// Every row of which there is something to say.
pub fn differences(merging: &Merging, merged: &Merged) -> Markup {
    let section = section("merge-rows", "What is different");
    if merged.rows.is_empty() {
        return section.holds(el("p", "").says("Nothing is different, and nothing is ticked."));
    }
    let untouched = (merged.untouched > 0).then(|| {
        let words = match merged.untouched {
            1 => "1 row says nothing. Nothing of it is taken.".to_owned(),
            count => format!("{count} rows say nothing. Nothing of them is taken."),
        };
        el("p", "").says(words)
    });
    section.maybe(untouched).each(merged.rows.iter().enumerate().map(|(at, one)| row(merging, at, one)).collect())
}

fn row(merging: &Merging, at: usize, one: &RowMerged) -> Markup {
    let place = format!("{}, row {}", place_of(&one.at.file, &one.at.sheet), one.at.row);
    let title = if one.name.is_empty() { &one.id } else { &one.name };
    let marks = marks(one).into_iter().map(|words| el("span", "upkeep__mark").says(words)).collect();
    let refused = one.refused.as_ref().map(|why| told("Nothing of this row is taken. ", why));
    let tick = one.unconfirmed.as_ref().map(|why| told("The tick is not taken. ", why));
    let note = (!one.note.is_empty()).then(|| told("Their note: ", &one.note));
    let questions = one.questions.iter().map(|words| told("To ask: ", words)).collect();
    let cells = one.cells.iter().map(|one| cell(merging, at, one)).collect();
    let cells = (!one.cells.is_empty()).then(|| el("div", "upkeep__cells").each(cells));
    el("article", "upkeep__entry")
        .with("data-id", one.id.clone())
        .holds(el("h3", "upkeep__name").says(title.clone()))
        .holds(el("p", "upkeep__hint").says(place))
        .holds(el("p", "upkeep__marks").each(marks))
        .maybe(refused)
        .maybe(tick)
        .maybe(cells)
        .maybe(follows(&one.follows))
        .each(questions)
        .maybe(note)
}

/// What happens with a row, in a word or two each.
fn marks(one: &RowMerged) -> Vec<&'static str> {
    let has = |is: fn(&What) -> bool| one.cells.iter().any(|cell| is(&cell.what));
    let is_open = |is_as_sent: bool| {
        one.cells.iter().any(|cell| matches!(cell.what, What::Conflict(None)) && cell.is_as_sent == is_as_sent)
    };
    [
        (one.refused.is_some(), "Refused"),
        (one.is_new, "New: waits for your yes"),
        (one.is_gone, "Has ended"),
        (one.is_confirmed, "Still right"),
        (has(|what| matches!(what, What::Changed)), "Changed"),
        (is_open(false), "Changed by both: you decide"),
        (is_open(true), "Changed here after it was sent: you decide"),
        (has(|what| matches!(what, What::Refused(_))), "Something not understood"),
    ]
    .into_iter()
    .filter_map(|(is_so, words)| is_so.then_some(words))
    .collect()
}

fn told(what: &'static str, words: &str) -> Markup {
    el("p", "upkeep__note").holds(el("b", "").says(what)).says(words.to_owned())
}

/// A cell that is different.
fn cell(merging: &Merging, at: usize, one: &CellMerged) -> Markup {
    let shown = |text: &str| if text.trim().is_empty() { "Not known".to_owned() } else { text.to_owned() };
    let title = [one.column.label(), " (column ", &one.letter, ")"].concat();
    let side = |class, words: &'static str, text: &str| el("p", class).holds(el("b", "").says(words)).says(shown(text));
    // What they only ticked is what was sent out, and is told once.
    let is_told = !one.is_as_sent && !matches!(one.what, What::Changed);
    let sent = one.sent.as_ref().filter(|sent| is_told && **sent != one.ours);
    let theirs = if one.is_as_sent { "They ticked the old words: " } else { "They write: " };
    let cell = el("div", "upkeep__change")
        .holds(el("h4", "upkeep__sub").says(title))
        .maybe(sent.map(|sent| side("upkeep__was", "When it was sent out: ", sent)))
        .holds(side("upkeep__was", "Now: ", &one.ours))
        .holds(side("upkeep__becomes", theirs, &one.theirs));
    match &one.what {
        // As we write it, where that is not word for word what they wrote.
        What::Changed if one.now.trim() != one.theirs.trim() => {
            cell.holds(side("upkeep__becomes", "It will stand here as: ", &one.now))
        }
        What::Changed => cell,
        What::Emptied => cell.holds(el("p", "").says("They emptied it. An empty cell takes nothing out.")),
        What::Conflict(side) => cell.holds(decide(at, one, *side)),
        What::Refused(why) => cell.holds(mend(merging, at, one, why)),
    }
}

/// Which side of a cell is taken.
fn decide(at: usize, one: &CellMerged, side: Option<Side>) -> Markup {
    let name = format!("merge-take-{at}-{}", one.column.slug());
    let choice = |value: &'static str, words: &'static str, is_so: bool| {
        let id = [&name, "-", value].concat();
        let input = el("input", "field__box")
            .with("type", "radio")
            .with("name", name.clone())
            .with("id", id.clone())
            .with("value", value)
            .with("autocomplete", "off")
            .is("checked", is_so);
        el("p", "field__tick").holds(input).holds(el("label", "").with("for", id).says(words))
    };
    let (why, take) = if one.is_as_sent {
        ("You changed it after it was sent, and they ticked the old words. Which is right?", "Take the old words")
    } else {
        ("It was changed here, too, since it was sent out. Which is right?", "Take what they write")
    };
    el("fieldset", "field")
        .holds(el("legend", "").says(why))
        .holds(choice("ours", "Keep what stands now", side == Some(Side::Ours)))
        .holds(choice("theirs", take, side == Some(Side::Theirs)))
        .holds(choice("later", "Decide later: nothing is written", side.is_none()))
}

/// Something to be written in the place of a cell that was refused.
fn mend(merging: &Merging, at: usize, one: &CellMerged, why: &str) -> Markup {
    let id = format!("merge-mend-{at}-{}", one.column.slug());
    let field = Field {
        id: &id,
        label: "What they mean",
        hint: "Write it here only if you are sure, or have asked. Else leave it: nothing is written.",
        wrong: Some(why),
    };
    let now = merging.returned.mended(at, &one.letter).unwrap_or(&one.theirs);
    lines(field, now, 1)
}

/// What changes of itself, because of what was written.
fn follows(all: &[Follow]) -> Option<Markup> {
    let shown = |text: &str| if text.trim().is_empty() { "not known".to_owned() } else { text.to_owned() };
    let item = |one: &Follow| {
        let words = [one.of, ": ", &shown(&one.was), " → ", &shown(&one.now), ". ", one.why].concat();
        el("li", "").says(words)
    };
    (!all.is_empty()).then(|| {
        el("div", "")
            .holds(el("p", "").says("This changes with it:"))
            .holds(el("ul", "").each(all.iter().map(item).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::sheet::Column;

    #[test]
    fn words_that_were_only_ticked_are_not_called_a_change_of_theirs() {
        for (is_as_sent, words, take) in [
            (true, "You changed it after it was sent, and they ticked the old words.", "Take the old words"),
            (false, "It was changed here, too, since it was sent out.", "Take what they write"),
        ] {
            let (theirs, ours) = ("Old.".to_owned(), "Ours.".to_owned());
            let (letter, sent, now) = ("C".to_owned(), Some("Old.".to_owned()), ours.clone());
            let what = What::Conflict(None);
            let one = CellMerged { column: Column::Summary, letter, sent, is_as_sent, theirs, ours, now, what };
            let mut said = String::new();
            decide(0, &one, None).read(&mut said);
            assert!(said.contains(words) && said.contains(take), "{said}");
        }
    }
}
