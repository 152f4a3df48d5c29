//! Ages that the prose of a feed names, taken because a person says so.

use std::io::Write;

use anyhow::Result;
use directory::record::{AgesRecord, ListingRecord};

use super::Asked;
use super::guard::why_kept;
use super::update::is_touched;
use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::Folder;
use crate::pending::{self, Change};
use crate::report::{self, Format, counted};

/// Takes the ages of some entries, and writes them if asked to.
pub(super) fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write) -> Result<Ended> {
    let folder = Folder::read(&at.data)?;
    let data = Data::read(&folder);
    let mut changes = Vec::new();
    for id in &asked.take_ages {
        let entry = data.listings.iter().map(|file| &file.record).find(|record| record.id == *id);
        match taken(entry) {
            Ok((record, says)) => {
                writeln!(out, "{id}: {says}")?;
                changes.push(Change::of_entry(&record)?);
            }
            Err(why) => return Ok(Ended::WrongUse(format!("{id}: {why}"))),
        }
    }
    let errors = pending::new_errors(&folder, &pending::after(at, &folder, &changes), at.today);
    if !errors.is_empty() {
        writeln!(out, "\nNothing is written: the check would find these errors.")?;
        out.write_all(report::write(&errors, folder.listings.len(), Format::Text)?.as_bytes())?;
        return Ok(Ended::WithFindings);
    }
    if asked.write {
        let written = pending::write(at, &folder, &changes, asked.by.as_deref())?;
        writeln!(out, "\n{} written.", counted(written.files, "file"))?;
    } else {
        writeln!(out, "\nNothing is written. Add --write to take these ages.")?;
    }
    Ok(Ended::Well)
}

/// The entry with the ages that its source names, and their words; or why not.
fn taken(entry: Option<&ListingRecord>) -> Result<(ListingRecord, String), String> {
    let entry = entry.ok_or("there is no such entry, or its file cannot be read")?;
    let said = entry.imported.as_ref().and_then(|imported| imported.said.get("ages"));
    let offers: Vec<&String> = said.into_iter().flatten().collect();
    let [says] = offers.as_slice() else {
        return Err(match offers.len() {
            0 => "its source names no ages".to_owned(),
            _ => format!("its source names several ages: {offers:?}. Write the right ones into its file"),
        });
    };
    if entry.ages.is_some() || is_touched(entry, "ages") {
        return Err("it has ages already".to_owned());
    }
    let ages = range(says).ok_or("its ages cannot be read; write them into its file")?;
    let mut next = entry.clone();
    next.ages = Some(ages);
    if next.stated.iter().all(|field| field != "ages") {
        next.stated.push("ages".to_owned());
        next.stated.sort();
    }
    if let Some(why) = why_kept(entry, &next).filter(|_| entry.standing != "held") {
        return Err(format!("{why}. Look, then write its ages into its file"));
    }
    let is_unchecked = next.checked.take().is_some();
    let more = if is_unchecked { ". It was checked before this, so nobody has checked it now" } else { "" };
    Ok((next, format!("{says}{more}")))
}

/// The years at the end of an offer: "aged 13 to 25 years (13 to 25)".
fn range(says: &str) -> Option<AgesRecord> {
    let (_, years) = says.strip_suffix(')')?.rsplit_once('(')?;
    let (from, to) = years.split_once(" to ")?;
    Some(AgesRecord { from: Some(from.parse().ok()?), to: Some(to.parse().ok()?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_an_offer_are_read() {
        let read = |says: &str| range(says).map(|ages| (ages.from, ages.to));
        assert_eq!(read("aged 13 to 25 years (13 to 25)"), Some((Some(13), Some(25))));
        assert_eq!(read("over 50s"), None);
    }
}
