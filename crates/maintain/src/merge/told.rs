//! The differences in words, with row and column.

use directory::finding::cut;
use directory::merging::{CellMerged, FileRead, Merged, RowMerged, Side, What};
use directory::partner::Partners;

use super::{Counts, counted_entries};
use crate::command::Setting;
use crate::report::counted;

/// The longest text that is shown of a cell.
const LONGEST: usize = 300;

/// All of it: each file, each row that says something, and how many of each.
pub(super) fn text(merged: &Merged, partners: &Partners) -> String {
    let mut text = String::new();
    for file in &merged.files {
        text += &of_file(file, partners);
    }
    for row in &merged.rows {
        text += "\n";
        text += &of_row(row);
    }
    text += &format!("\n{}\n", counts(merged));
    text
}

/// What was written, and what of it waits for a yes.
pub(super) fn written(at: &Setting, merged: &Merged, lines: usize) -> String {
    let entries = counted_entries(merged.changed().count());
    let history = if lines == 0 { String::new() } else { format!(", and {} in the history", counted(lines, "line")) };
    let mut text = format!("\n{entries} written{history}.\n");
    let held = merged.rows.iter().filter(|row| row.is_new && row.record.is_some());
    let held: Vec<&str> = held.map(|row| row.id.as_str()).collect();
    let is_all = held.len() == merged.changed().count();
    let (is_held, it) = match held.as_slice() {
        [] => return text,
        [_] if is_all => ("It is held: nobody sees it yet".to_owned(), "it"),
        [one] => (format!("{one} is held: nobody sees it yet"), "it"),
        _ if is_all => ("They are held: nobody sees them yet".to_owned(), "them"),
        _ => (format!("{} of them are held: nobody sees them yet", held.len()), "them"),
    };
    text += &format!(
        "{is_held}.\nLook at {it} in {}, then: cargo maintain import --accept {} --by ROLE --write\n",
        at.data.join("listings").display(),
        held.join(" ")
    );
    text
}

fn of_file(file: &FileRead, partners: &Partners) -> String {
    let sheet = if file.sheet.is_empty() { String::new() } else { format!(", sheet {}", file.sheet) };
    let mut text = match (&file.refused, &file.partner) {
        (Some(why), _) => {
            let how = if file.is_nobodys { " Run it again with --partner and their id." } else { "" };
            format!("error: {}{sheet}: {why}{how}\n", file.file)
        }
        (None, Some(id)) => {
            let name = partners.find(id).map_or(id.as_str(), |partner| partner.name.as_str());
            format!("{}{sheet}: from {name} ({id})\n", file.file)
        }
        (None, None) => format!("{}{sheet}\n", file.file),
    };
    for (letter, heading) in &file.unread {
        text += &format!(
            "warning: column {letter} is not read: we do not know “{}”, or have it already\n",
            cut(heading, 60)
        );
    }
    text
}

fn of_row(row: &RowMerged) -> String {
    let place = format!("{}, row {}", row.at.file, row.at.row);
    let name = if row.name.trim().is_empty() { "Without a name" } else { row.name.trim() };
    let id = if row.id.is_empty() { String::new() } else { format!(" ({})", row.id) };
    let mut text = format!("{}{id}: {}\n    {place}\n", cut(name, 100), outcome(row));
    if let Some(why) = &row.refused {
        text += &format!("  refused: {why}\n");
    }
    for cell in &row.cells {
        text += &of_cell(cell, row);
    }
    for follow in &row.follows {
        let now = if follow.now.is_empty() { "taken out".to_owned() } else { shown(&follow.now) };
        text += &format!("  {}: {}\n      was: {}\n      now: {now}\n", follow.of, follow.why, shown(&follow.was));
    }
    if let Some(why) = &row.unconfirmed {
        text += &format!("  the tick is not taken: {why}\n");
    }
    for question in &row.questions {
        text += &format!("  ask: {question}\n");
    }
    if !row.note.is_empty() {
        text += &format!("  they write to us: {}\n", shown(&row.note));
    }
    text
}

/// What becomes of a row, in a few words.
fn outcome(row: &RowMerged) -> String {
    if row.refused.is_some() {
        return "nothing is taken".to_owned();
    }
    let is_changed = row.cells.iter().any(is_taken);
    let words = [
        (row.is_new, "new, held until somebody says yes"),
        (row.is_gone, "it has ended"),
        (is_changed && !row.is_new && !row.is_gone, "changed"),
        (row.is_confirmed, "confirmed"),
        (row.cells.iter().any(CellMerged::is_open) || row.unconfirmed.is_some(), "something is left for you"),
    ];
    let words: Vec<&str> = words.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words).collect();
    if words.is_empty() { "nothing changes".to_owned() } else { words.join(", ") }
}

/// Whether a cell is written.
pub(super) fn is_taken(cell: &CellMerged) -> bool {
    matches!(cell.what, What::Changed | What::Conflict(Some(Side::Theirs)))
}

fn of_cell(cell: &CellMerged, row: &RowMerged) -> String {
    let place = if cell.letter.is_empty() { String::new() } else { format!("{}{} ", cell.letter, row.at.row) };
    let (theirs, ours, now) = (shown(&cell.theirs), shown(&cell.ours), shown(&cell.now));
    let (word, lines): (String, Vec<String>) = match &cell.what {
        What::Changed => (String::new(), vec![format!("was: {ours}"), format!("now: {now}")]),
        What::Conflict(side) => {
            // What they only ticked is what was sent out, and is told once.
            let sent = cell.sent.as_ref().filter(|_| !cell.is_as_sent);
            let sent = sent.map(|sent| format!("sent out: {}", shown(sent)));
            let sides = [format!("theirs: {theirs}"), format!("ours: {ours}")];
            (conflict(cell, row, *side), sent.into_iter().chain(sides).collect())
        }
        What::Refused(why) => (": not taken".to_owned(), vec![format!("they wrote: {theirs}"), why.clone()]),
        What::Emptied => {
            let ask = "They left it empty. It stays. To take it out, they write: clear this.".to_owned();
            (": not taken".to_owned(), vec![format!("ours: {ours}"), ask])
        }
    };
    let lines: String = lines.iter().map(|line| format!("      {line}\n")).collect();
    format!("  {place}{}{word}\n{lines}", cell.column.label())
}

/// How it came that two texts are there, and how to decide between them.
fn conflict(cell: &CellMerged, row: &RowMerged, side: Option<Side>) -> String {
    let decide = format!("Decide: --take {}.{}=theirs", row.id, slug(cell));
    match (side, cell.is_as_sent) {
        (None, false) => format!(": both changed it. {decide}, or ours"),
        (Some(Side::Theirs), false) => ": both changed it, and theirs is taken".to_owned(),
        (Some(Side::Ours), false) => ": both changed it, and ours stays".to_owned(),
        (None, true) if cell.letter.is_empty() => format!(
            ": you changed it after it was sent, and it does not stand in their file. Ask them, or decide: --take {}.{}=ours",
            row.id,
            slug(cell)
        ),
        (None, true) => format!(
            ": you changed it after it was sent, and they ticked the old words. {decide} (the old words), or ours (yours)"
        ),
        (Some(Side::Theirs), true) => ": they ticked the old words, and those are taken".to_owned(),
        (Some(Side::Ours), true) => ": they ticked the old words, and yours stay".to_owned(),
    }
}

fn slug(cell: &CellMerged) -> &'static str {
    directory::closed::Closed::slug(cell.column)
}

/// A text on one line; nothing is "(empty)".
fn shown(text: &str) -> String {
    let line = directory::sheet::plain(&text.trim().replace(['\r', '\n'], " / "));
    if line.is_empty() { "(empty)".to_owned() } else { cut(&line, LONGEST) }
}

fn counts(merged: &Merged) -> String {
    let counts = Counts::of(merged);
    let all = [
        (counts.confirmed, "confirmed"),
        (counts.changed, "changed"),
        (counts.new, "new"),
        (counts.gone, "ended"),
        (counts.refused, "refused"),
        (counts.waiting, "with something left for you"),
        (merged.untouched, "untouched"),
    ];
    let told: Vec<String> =
        all.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let all = merged.rows.len() + merged.untouched;
    match (all, told.is_empty()) {
        (0, _) => "No entry came back.".to_owned(),
        (_, true) => format!("{} came back: nothing changes.", counted_entries(all)),
        (_, false) => format!("{} came back: {}.", counted_entries(all), told.join(", ")),
    }
}
