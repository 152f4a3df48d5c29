//! A person's yes to entries that are held, whether they came in with a feed, by
//! a partner's new row or by hand. From then on they are listed; what an entry
//! still lacks for that, the check says first.

use std::io::Write;

use anyhow::Result;
use directory::finding::Findings;
use directory::person;
use directory::record::{AcceptedRecord, ListingRecord};
use directory::site::Site;

use super::Asked;
use super::guard::{self, Looked};
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
    let Some(site) = &data.site else {
        return Ok(Ended::WrongUse("site.json cannot be read; the check says why".to_owned()));
    };
    let days = Site::read(site.record.clone(), &mut Findings::default()).crisis_clock.due;
    let looked = Looked { by, second: asked.second.as_deref(), called_on: asked.called_on, today: at.today, days };
    let (mut changes, mut told) = (Vec::new(), String::new());
    for id in &asked.accept {
        let entry = data.listings.iter().map(|file| &file.record).find(|record| record.id == *id);
        match accepted(entry, &looked) {
            Ok(record) => {
                told += &format!("{id}: {}, waits no longer\n", record.name);
                changes.push(Change::of_entry(&record)?);
            }
            Err(why) => return Ok(Ended::WrongUse(format!("{id}: {why}"))),
        }
    }
    // Of several it is all or none, so that none is told of before.
    out.write_all(told.as_bytes())?;
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
fn accepted(entry: Option<&ListingRecord>, looked: &Looked<'_>) -> Result<ListingRecord, String> {
    let entry = entry.ok_or("there is no such entry, or its file cannot be read")?;
    if entry.standing != "held" {
        return Err(format!("it does not wait: its standing is {}", entry.standing));
    }
    let imported = entry.imported.as_ref();
    if let Some((imported, status)) = imported.and_then(|one| Some((one, one.status.as_ref()?))) {
        return Err(format!(
            "{} says of it: {status}. Ask there first, then take \"status\" out of its file",
            imported.from
        ));
    }
    let mut next = guard::looked_at(entry, looked)?;
    "active".clone_into(&mut next.standing);
    // What came in no other way has its yes in the history, as every change.
    if let Some(imported) = &mut next.imported {
        imported.accepted = Some(AcceptedRecord { on: looked.today.iso(), by: looked.by.to_owned() });
    }
    Ok(next)
}
