//! Rules of the site's file, and the private notes.

use std::collections::BTreeSet;

use directory::finding::Level;
use directory::site::is_folder;

use super::{Ledger, Whole};

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    areas(whole, ledger);
    address(whole, ledger);
    notes(whole, ledger);
}

fn areas(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(site) = &whole.data.site else { return };
    ledger.note(&site.path, |findings| {
        let areas = &site.record.areas;
        for area in areas {
            let within = area.within.as_ref();
            let is_known = |slug: &&String| **slug != area.slug && areas.iter().any(|other| other.slug == **slug);
            if let Some(unknown) = within.filter(|slug| !is_known(slug)) {
                findings.error(
                    "areas.within",
                    unknown,
                    "Write the slug of another area of this file, or leave it out.",
                );
            }
            if area.label.trim().is_empty() {
                findings.error("areas.label", &area.slug, "Write the area's name for people.");
            }
            // Of an area that families can choose, the core asks the same.
            if !area.choice && area.next_step.trim().is_empty() {
                findings.error("areas.next_step", &area.slug, "Say what to do next when nothing fits here.");
            }
        }
        if !areas.iter().any(|area| area.choice) {
            findings.error(
                "areas.choice",
                "",
                "Mark at least one area that families can choose with \"choice\": true.",
            );
        }
        for (field, text) in [("name", &site.record.name), ("publisher.name", &site.record.publisher.name)] {
            if text.trim().is_empty() {
                findings.error(field, "", "Write what people are to read here.");
            }
        }
    });
}

/// Canonical links and the sitemap begin with it.
fn address(whole: &Whole<'_>, ledger: &mut Ledger) {
    const WRITE: &str = "Write the folder where the site is served: https://directory.example.org/.";
    let Some(site) = &whole.data.site else { return };
    let is_released = whole.site.as_ref().is_some_and(|site| site.release.is_some());
    ledger.note(&site.path, |findings| match &site.record.publisher.address {
        Some(address) if !is_folder(address) => findings.error("publisher.address", address, WRITE),
        None if is_released => findings.add(Level::Warning, "publisher.address", "", WRITE),
        _ => {}
    });
}

fn notes(whole: &Whole<'_>, ledger: &mut Ledger) {
    let entries: BTreeSet<&str> = whole.entries.iter().map(|entry| entry.file.stem.as_str()).collect();
    for note in &whole.data.editor {
        let is_of_file = match note.stem.as_str() {
            "glossary" => whole.data.glossary.is_some(),
            "self-help" => whole.data.self_help.is_some(),
            _ => false,
        };
        let has_entry = is_of_file || entries.contains(note.stem.as_str());
        ledger.note(&note.path, |findings| {
            if !has_entry {
                findings.add(Level::Warning, "", &note.stem, "Name the note as its entry, or delete it.");
            }
            if !["", "high", "medium", "low"].contains(&note.record.recheck_priority.as_str()) {
                findings.error("recheck_priority", &note.record.recheck_priority, "Write high, medium or low.");
            }
        });
    }
}
