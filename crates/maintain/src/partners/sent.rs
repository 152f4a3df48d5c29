//! `partners/sent/<partner>/<day>.json`: what was sent out to a partner on a day,
//! cell by cell. What comes back is compared with it.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use directory::id::ListingId;
use directory::record::SentRecord;

use crate::command::Setting;
use crate::files;
use crate::pending::Change;

/// Keeps what is sent out. What went to the same partner earlier that day stays
/// with it; of an entry that was in both, the later cells hold.
pub fn change(at: &Setting, sent: &SentRecord) -> Result<Change> {
    let path = path(&sent.partner, &sent.on)?;
    let mut all = sent.clone();
    if let Some(text) = files::text_at(&at.partners.join(&path))? {
        let Ok(earlier) = SentRecord::read(&text) else {
            bail!("{} cannot be read; mend it, or take it away", at.partners.join(&path).display());
        };
        let is_older = |id: &str| !sent.entries.iter().any(|entry| entry.id == id);
        all.entries.extend(earlier.entries.into_iter().filter(|entry| is_older(&entry.id)));
    }
    all.entries.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(Change::of_partners(path, files::pretty(&all)?))
}

/// Where it is kept, inside the folder of partners.
fn path(partner: &str, on: &str) -> Result<PathBuf> {
    let (Some(partner), Some(on)) = (ListingId::new(partner), ListingId::new(on)) else {
        bail!("{partner:?} is no id of a partner; mend partners.json");
    };
    Ok(Path::new("sent").join(partner.as_str()).join(format!("{on}.json")))
}

#[cfg(test)]
mod tests {
    use directory::day::Day;
    use directory::record::{Named, SentEntryRecord};

    use super::*;

    fn sent(entries: &[(&str, &str)]) -> SentRecord {
        let entry = |(id, name): &(&str, &str)| SentEntryRecord {
            id: (*id).to_owned(),
            cells: Named([("name".to_owned(), (*name).to_owned())].into()),
        };
        let entries = entries.iter().map(entry).collect();
        SentRecord { format: 1, partner: "rest".to_owned(), on: "2026-11-21".to_owned(), entries }
    }

    #[test]
    fn what_went_out_earlier_that_day_is_not_forgotten_and_the_later_cells_hold() -> Result<()> {
        let root = std::env::temp_dir().join(format!("waymark-sent-{}", std::process::id()));
        let today = Day::read("2026-11-21").ok_or_else(|| anyhow::anyhow!("no day"))?;
        let at = Setting { data: root.join("data"), partners: root.join("partners"), today, is_quiet: true };
        let mut last = None;
        for entries in [&[("b", "Old"), ("a", "One")][..], &[("b", "New")]] {
            let change = change(&at, &sent(entries))?;
            assert_eq!(change.path, Path::new("sent/rest/2026-11-21.json"));
            let text = String::from_utf8(change.bytes.unwrap_or_default())?;
            files::write(&at.partners.join(&change.path), &text)?;
            last = SentRecord::read(&text).ok();
        }
        assert_eq!(last, Some(sent(&[("a", "One"), ("b", "New")])));
        let away = SentRecord { partner: "../away".to_owned(), ..sent(&[]) };
        assert!(change(&at, &away).is_err());
        Ok(std::fs::remove_dir_all(root)?)
    }
}
