//! The differences for scripts.

use anyhow::Result;
use directory::closed::Closed;
use directory::merging::{CellMerged, FileRead, Merged, RowMerged, Side, What};
use serde_json::{Value, json};

/// All of it, with a line break at its end.
pub(super) fn text(merged: &Merged, is_written: bool) -> Result<String> {
    let all = json!({
        "files": merged.files.iter().map(file).collect::<Vec<_>>(),
        "rows": merged.rows.iter().map(row).collect::<Vec<_>>(),
        "untouched": merged.untouched,
        "settled": merged.is_settled(),
        "written": is_written,
    });
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

fn file(file: &FileRead) -> Value {
    let unread = file.unread.iter().map(|(letter, heading)| json!({ "column": letter, "heading": heading }));
    json!({
        "file": file.file, "sheet": file.sheet, "partner": file.partner, "refused": file.refused,
        "unread": unread.collect::<Vec<_>>(),
    })
}

fn row(row: &RowMerged) -> Value {
    let follow =
        |one: &directory::merging::Follow| json!({ "of": one.of, "was": one.was, "now": one.now, "why": one.why });
    json!({
        "file": row.at.file, "sheet": row.at.sheet, "row": row.at.row, "id": row.id, "name": row.name,
        "new": row.is_new, "confirmed": row.is_confirmed, "ended": row.is_gone, "refused": row.refused,
        "unconfirmed": row.unconfirmed, "note": row.note, "ask": row.questions,
        "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
        "follows": row.follows.iter().map(follow).collect::<Vec<_>>(),
    })
}

fn cell(cell: &CellMerged) -> Value {
    let (what, why) = match &cell.what {
        What::Changed => ("changed", None),
        What::Conflict(None) => ("both-changed", None),
        What::Conflict(Some(Side::Theirs)) => ("theirs-taken", None),
        What::Conflict(Some(Side::Ours)) => ("ours-kept", None),
        What::Refused(why) => ("refused", Some(why)),
        What::Emptied => ("emptied", None),
    };
    json!({
        "column": cell.column.slug(), "letter": cell.letter, "sent": cell.sent, "theirs": cell.theirs,
        "ours": cell.ours, "now": cell.now, "what": what, "why": why,
    })
}
