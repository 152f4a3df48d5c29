//! The gap map as lines for people, as a table for minutes, as one object.

use anyhow::Result;
use directory::Directory;
use directory::age::AgeChoice;
use directory::closed::Closed;
use directory::gaps::{Cell, GapMap, State};
use directory::search::View;
use directory::vocabulary::{Need, Thrive};
use serde_json::{Value, json};

const TITLE: &str = "What is listed, not what is needed";

/// What the signs of the lines for people mean.
const SIGNS: &str = "2 local, +1 for a wider area, (4) national, !1 in doubt, ?3 to ask: they name the need, and most \
    often their ages are not known.";

/// The name of a layer for staff.
fn name(directory: &Directory, layer: Option<Thrive>) -> String {
    layer.map_or("All groupings together", |thrive| directory.site.groupings.name(thrive, View::Staff)).to_owned()
}

/// What was chosen, and as of which day.
fn said(map: &GapMap, directory: &Directory) -> String {
    format!("{}. {}, {}.", map.choices.words(&directory.site).join(". "), directory.site.name, directory.today.words())
}

/// What is in no cell, in a sentence each.
fn in_no_cell(map: &GapMap) -> Vec<String> {
    let mut said = vec![format!("For any worry, and in no cell: {}.", map.any_worry)];
    said.extend(map.left_out.iter().map(|(kind, count)| format!("{}, not counted: {count}.", kind.label())));
    said
}

/// The notes of the group, a line each.
fn notes(directory: &Directory) -> Vec<String> {
    let mut notes = Vec::new();
    for note in &directory.site.gap_notes {
        let need = note.need.map_or(String::new(), |need| format!("{}: ", need.label()));
        notes.push(format!("{need}{} ({}, {})", note.says, note.by, note.on.words()));
    }
    if notes.is_empty() {
        notes.push("No notes of emerging needs have been written.".to_owned());
    }
    notes
}

/// Columns for a terminal.
pub(super) fn text(map: &GapMap, directory: &Directory) -> String {
    let ages: Vec<_> = AgeChoice::groups().collect();
    let names = Need::for_families().map(|need| need.label().chars().count()).max().unwrap_or_default();
    let mut text = format!("{TITLE}\n{}\n", said(map, directory));
    for (layer, thrive) in map.layers.iter().enumerate() {
        text += &format!("\n{:<names$}", name(directory, *thrive));
        ages.iter().for_each(|age| text += &format!("  {:<15}", age.short()));
        for need in Need::for_families() {
            text = format!("{}\n{:<names$}", text.trim_end(), need.label());
            ages.iter().for_each(|age| text += &format!("  {:<15}", signs(map.cell(layer, need, *age))));
        }
        text = format!("{}\n", text.trim_end());
    }
    text += &format!("\n{SIGNS}\n");
    in_no_cell(map).iter().chain(&notes(directory)).for_each(|line| text += &format!("{line}\n"));
    text
}

/// Everything of a cell in a few signs: "2+1 (4) !1 ?3".
fn signs(cell: Cell) -> String {
    let mut signs = Vec::new();
    match (cell.local, cell.wider) {
        (0, 0) if cell.national > 0 => {}
        (local, 0) => signs.push(local.to_string()),
        (local, wider) => signs.push(format!("{local}+{wider}")),
    }
    for (count, sign) in [(cell.doubtful, "!"), (cell.ask, "?")] {
        if count > 0 {
            signs.push(format!("{sign}{count}"));
        }
    }
    if cell.national > 0 {
        let place = usize::from(cell.local + cell.wider > 0);
        signs.insert(place, format!("({})", cell.national));
    }
    signs.join(" ")
}

/// A table for minutes, with every number in words.
pub(super) fn markdown(map: &GapMap, directory: &Directory) -> String {
    // A publisher's own words may hold the sign between two cells.
    let plain = |words: &str| words.replace('|', "\\|").replace(['<', '>'], "");
    let mut text = format!("# {TITLE}\n\n{}\n", plain(&said(map, directory)));
    for (layer, thrive) in map.layers.iter().enumerate() {
        text += &format!("\n## {}\n\n| Need |", plain(&name(directory, *thrive)));
        AgeChoice::groups().for_each(|age| text += &format!(" {} |", age.short()));
        text += &format!("\n|---|{}\n", "---|".repeat(AgeChoice::groups().count()));
        for need in Need::for_families() {
            text += &format!("| {} |", need.label());
            AgeChoice::groups().for_each(|age| text += &format!(" {} |", map.cell(layer, need, age).words()));
            text += "\n";
        }
    }
    text += "\n";
    State::ALL.iter().for_each(|state| text += &format!("- **{}**: {}\n", state.label(), state.meaning()));
    in_no_cell(map).iter().for_each(|line| text += &format!("- {line}\n"));
    text += "\n## Notes of the group\n\n";
    notes(directory).iter().for_each(|line| text += &format!("- {}\n", plain(line)));
    text
}

/// One object, its cells layer by layer.
pub(super) fn json(map: &GapMap, directory: &Directory) -> Result<String> {
    let mut cells = Vec::new();
    for (layer, thrive) in map.layers.iter().enumerate() {
        for need in Need::for_families() {
            for age in AgeChoice::groups() {
                let cell = map.cell(layer, need, age);
                cells.push(json!({
                    "need": need.slug(), "age": age.slug(), "thrive": thrive.map(Closed::slug),
                    "state": cell.state().slug(), "local": cell.local, "wider": cell.wider,
                    "national": cell.national, "in_doubt": cell.doubtful, "to_ask": cell.ask,
                }));
            }
        }
    }
    let left_out: Value = map.left_out.iter().map(|(kind, count)| (kind.slug().to_owned(), json!(count))).collect();
    let note = |note: &directory::gaps::GapNote| json!({"need": note.need.map(Closed::slug), "says": note.says, "by": note.by, "on": note.on.iso()});
    let choices = map.choices;
    let told = json!({
        "day": directory.today.iso(),
        "area": choices.area.map(|place| directory.site.areas.slug(place)),
        "kind": choices.kind.map(Closed::slug),
        "cost": choices.price.map(Closed::slug),
        "checked": choices.is_checked,
        "cells": cells,
        "any_worry": map.any_worry,
        "left_out": left_out,
        "notes": directory.site.gap_notes.iter().map(note).collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&told)? + "\n")
}
