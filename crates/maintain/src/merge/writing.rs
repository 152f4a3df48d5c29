//! What is to be written, and nothing in which the check would find a new error.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use directory::finding::Finding;
use directory::merging::Merged;
use directory::partner::Partners;
use directory::record::{ListingRecord, PartnersRecord};

use crate::command::Setting;
use crate::data;
use crate::files::{self, Folder, TextFile};
use crate::partners;
use crate::pending::{self, Change};

/// Who the history says it was.
pub(super) const BY: &str = "partner";

/// The ids of files from which no entry was read: nothing new is written over
/// them.
pub(super) fn unread(folder: &Folder, records: &[&ListingRecord]) -> Vec<String> {
    let read: BTreeSet<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let is_unread = |file: &&TextFile| !read.contains(file.stem.as_str());
    folder.listings.iter().filter(is_unread).map(|file| file.stem.clone()).collect()
}

/// The files that change. An entry in which the check would find a new error is
/// refused and stays as it was; the others are written. What is left over are
/// errors that belong to none of them.
pub(super) fn changes(
    at: &Setting,
    folder: &Folder,
    merged: &mut Merged,
    partners: &Partners,
) -> Result<(Vec<Change>, Vec<Finding>)> {
    loop {
        let changes = merged.changed().map(Change::of_entry).collect::<Result<Vec<_>>>()?;
        if changes.is_empty() {
            return Ok((changes, Vec::new()));
        }
        let errors = pending::new_errors(folder, &pending::after(at, folder, &changes), at.today);
        if !refuse(merged, &errors) {
            let changes = changes.into_iter().chain(answered_for(at, merged, partners)?).collect();
            return Ok((changes, errors));
        }
    }
}

/// Refuses the rows of entries in which there is an error; whether there were
/// any.
fn refuse(merged: &mut Merged, errors: &[Finding]) -> bool {
    let mut is_any = false;
    for row in merged.rows.iter_mut().filter(|row| row.record.is_some()) {
        let is_of_it =
            |error: &&Finding| Path::new(&error.file).file_stem().is_some_and(|stem| stem == row.id.as_str());
        if let Some(error) = errors.iter().find(is_of_it) {
            let found = if error.found.is_empty() { String::new() } else { format!(" ({})", error.found) };
            row.refuse(format!("The check would find an error in {}{found}. {}", error.field, error.write));
            is_any = true;
        }
    }
    is_any
}

/// The file of the partners, where somebody whom it names tells of a new entry:
/// it is theirs.
fn answered_for(at: &Setting, merged: &Merged, partners: &Partners) -> Result<Option<Change>> {
    let new = merged.rows.iter().filter(|row| row.is_new && row.record.is_some());
    let told_by = |row: &directory::merging::RowMerged| {
        let file = merged.files.iter().find(|file| file.file == row.at.file && file.sheet == row.at.sheet);
        file.and_then(|file| file.partner.clone())
    };
    let new: Vec<(String, String)> = new.filter_map(|row| Some((told_by(row)?, row.id.clone()))).collect();
    let is_named = |id: &str| partners.all().iter().any(|partner| partner.id == id && partner.is_named);
    if !new.iter().any(|(partner, _)| is_named(partner)) {
        return Ok(None);
    }
    let file = files::text_file(&partners::path(at))?;
    let read = data::read_if_there(&file, |one: &PartnersRecord| Some(one.format), &mut Vec::new());
    let Some(mut record) = read.map(|read| read.record) else { return Ok(None) };
    for (id, entry) in new {
        if let Some(partner) = record.partners.iter_mut().find(|partner| partner.id == id) {
            partner.entries.push(entry);
        }
    }
    Ok(Some(Change::of_partners(partners::FILE, files::pretty(&record)?)))
}
