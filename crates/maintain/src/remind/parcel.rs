//! The files of a day's reminders, and the folder that they lie in. Nothing of
//! an earlier time stays beside them, or somebody would be asked who has
//! answered; and nothing is taken away that is not ours.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use directory::csv;
use directory::partner::Partners;

use super::letter::{Letter, line};
use super::mail::mailboxes;
use super::worklist;
use crate::files;

/// The names of what is there once.
pub(super) const WORKLIST: &str = "worklist.txt";
pub(super) const MAILING: &str = "mail-merge.csv";

/// Files by name.
pub(super) type Parcel = Vec<(String, Vec<u8>)>;

/// A letter to be copied by hand: to whom, what stands above it, what is written.
pub(super) fn plain(letter: &Letter<'_>, attached: &str) -> String {
    let to: Vec<_> = mailboxes(letter).collect();
    let to = if to.is_empty() { "not known".to_owned() } else { to.join(", ") };
    format!("To: {to}\nSubject: {}\nAttach: {attached}\n\n{}", letter.subject, letter.text)
}

/// A table of all letters with a mailbox, for a mail merge. It is safe to open
/// in a spreadsheet.
pub(super) fn mailing<'a>(letters: impl IntoIterator<Item = (&'a Letter<'a>, String)>) -> String {
    let heads = ["Partner", "Name", "To", "Subject", "Text", "Entries", "Reminder", "Attachment", "Link"];
    let mut table = format!("\u{feff}{}", csv::row(&heads));
    for (letter, attached) in letters {
        let to: Vec<_> = mailboxes(letter).collect();
        if to.is_empty() {
            continue;
        }
        let entries: Vec<_> = letter.entries().collect();
        table += &csv::row(&[
            letter.partner.id.clone(),
            line(&letter.partner.name),
            to.join("; "),
            letter.subject.clone(),
            letter.text.clone(),
            entries.join(", "),
            letter.number.to_string(),
            attached,
            letter.links.join(" "),
        ]);
    }
    table
}

/// What lies in a folder of reminders of an earlier time, by name; or, in a
/// sentence, why it is none.
pub(super) fn earlier(folder: &Path, partners: &Partners) -> Result<Result<BTreeSet<String>, String>> {
    let names = files::names(folder)?;
    let is_ours = |name: &&String| {
        let of_partner = name.rsplit_once('.').is_some_and(|(stem, kind)| {
            ["eml", "txt", "xlsx"].contains(&kind) && partners.all().iter().any(|partner| partner.id == stem)
        });
        of_partner || [WORKLIST, MAILING].contains(&name.as_str())
    };
    // A folder with the reminder to one partner alone has no worklist.
    let worklist = files::text_at(&folder.join(WORKLIST))?;
    let begins = worklist.is_none_or(|text| text.starts_with(worklist::BEGINS));
    let foreign = names.iter().find(|name| !begins || !is_ours(name)).cloned();
    Ok(match foreign {
        None => Ok(names),
        Some(name) => {
            let folder = folder.display();
            Err(format!("{folder} holds {name}, which is no reminder; name a new folder with --out"))
        }
    })
}
