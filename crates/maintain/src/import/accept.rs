//! A person's yes to entries that came in. From then on they are listed; what an
//! entry still lacks for that, the check says first.

use std::io::Write;

use anyhow::Result;
use directory::person;
use directory::record::{AcceptedRecord, ListingRecord};

use super::Asked;
use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::Folder;
use crate::pending::{self, Change};
use crate::report::{self, Format, counted};

/// Says yes to entries, and writes it if asked to.
pub(super) fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write) -> Result<Ended> {
    let by = asked.by.as_deref().unwrap_or_default();
    if let Some(why) = person::no_role(by, &[]) {
        return Ok(Ended::WrongUse(format!("--by must name a role, never a person: {why}")));
    }
    let folder = Folder::read(&at.data)?;
    let data = Data::read(&folder);
    let mut changes = Vec::new();
    for id in &asked.accept {
        let entry = data.listings.iter().map(|file| &file.record).find(|record| record.id == *id);
        match accepted(entry, at, by) {
            Ok(record) => {
                writeln!(out, "{id}: {}, waits no longer", record.name)?;
                changes.push(Change::of_entry(&record)?);
            }
            Err(why) => return Ok(Ended::WrongUse(format!("{id}: {why}"))),
        }
    }
    let errors = pending::new_errors(&folder, &pending::after(at, &folder, &changes), at.today);
    if !errors.is_empty() {
        writeln!(out, "\nNothing is written: this is missing for an entry that is listed.")?;
        out.write_all(report::write(&errors, folder.listings.len(), Format::Text)?.as_bytes())?;
        return Ok(Ended::WithFindings);
    }
    if asked.write {
        let written = pending::write(at, &folder, &changes, Some(by))?;
        writeln!(out, "\n{} written. Now run: cargo maintain check", counted(written.files, "file"))?;
    } else {
        writeln!(out, "\nNothing is written. Add --write to say yes to {}.", crate::record::entries(changes.len()))?;
    }
    Ok(Ended::Well)
}

/// The entry as it is with a yes, or why there can be none.
fn accepted(entry: Option<&ListingRecord>, at: &Setting, by: &str) -> Result<ListingRecord, String> {
    let entry = entry.ok_or("there is no such entry, or its file cannot be read")?;
    let imported = entry.imported.as_ref().ok_or("it did not come in by an import")?;
    if entry.standing != "held" {
        return Err(format!("it does not wait: its standing is {}", entry.standing));
    }
    if let Some(status) = &imported.status {
        return Err(format!(
            "{} says of it: {status}. Ask there first, then take \"status\" out of its file",
            imported.from
        ));
    }
    let mut next = entry.clone();
    "active".clone_into(&mut next.standing);
    next.imported.get_or_insert_default().accepted = Some(AcceptedRecord { on: at.today.iso(), by: by.to_owned() });
    Ok(next)
}
