//! What is said of an entry that was taken out or put back, and what to do next.

use std::fmt::Write;

use anyhow::Result;
use directory::record::ListingRecord;
use directory::withdrawal::{Leaning, WITHDRAWN};

use crate::command::Setting;
use crate::data::Data;
use crate::partners;
use crate::pending::Written;

/// What was done, or would be.
pub(super) struct Told<'a> {
    pub(super) at: &'a Setting,
    pub(super) before: &'a ListingRecord,
    pub(super) after: &'a ListingRecord,
    pub(super) reason: &'a str,
    pub(super) leaning: &'a [Leaning],
}

/// Why an entry is not taken out in silence.
pub(super) fn leaning(id: &str, leaning: &[Leaning]) -> String {
    let all: Vec<_> = leaning.iter().map(|one| format!("\n  {one}")).collect();
    format!(
        "{id} is not taken out yet: more than its own page leans on it.{}\nThen run this again with --even-so.",
        all.concat()
    )
}

impl Told<'_> {
    fn is_out(&self) -> bool {
        self.after.standing == WITHDRAWN
    }

    /// What a run that writes would do.
    pub(super) fn would_do(&self) -> String {
        let ListingRecord { id, name, .. } = self.before;
        match self.is_out() {
            true => format!(
                "{name} ({id}) would be taken out. Readers would see:\n  {}\nNothing was written.\n",
                self.reason
            ),
            false => format!("{name} ({id}) would be put back as {}. Nothing was written.\n", self.after.standing),
        }
    }

    /// What was done, and what to do next.
    pub(super) fn done(&self, written: &Written, data: &Data) -> Result<String> {
        let ListingRecord { id, name, .. } = self.before;
        let mut text = String::new();
        if self.is_out() {
            writeln!(
                text,
                "{name} ({id}) is taken out, as of {}. Readers will see:\n  {}",
                self.at.today.words(),
                self.reason
            )?;
            for one in self.leaning {
                writeln!(text, "To do as well: {one}")?;
            }
        } else {
            writeln!(text, "{name} ({id}) is back, as it stood before: {}.", self.after.standing)?;
        }
        match (written.is_history_broken, written.lines.is_empty()) {
            (true, _) => {
                writeln!(text, "It is not in history.jsonl: a line there is broken. Run the check, then record.")?
            }
            (false, true) => {}
            (false, false) => writeln!(text, "It is recorded in history.jsonl, with the day and the reason.")?,
        }
        if let Some(who) = self.who_answers(data)? {
            writeln!(text, "{who}")?;
        }
        writeln!(
            text,
            "The published site still has it as it was. Build it again now, and upload it:\n  cargo xtask build"
        )?;
        if self.is_out() {
            writeln!(text, "When it is right again:\n  {}", self.put_back())?;
        }
        Ok(text)
    }

    /// Whom to tell, by role: their mailboxes stand in the private folder.
    fn who_answers(&self, data: &Data) -> Result<Option<String>> {
        let (partners, _) = partners::read(self.at, data)?;
        let partner = partners.of_entry(&self.before.id).filter(|partner| !partner.mailboxes.is_empty());
        Ok(partner.map(|partner| format!("Tell {}: {}.", partner.name, partner.mailboxes.join(", "))))
    }

    fn put_back(&self) -> String {
        format!("cargo maintain withdraw {} --restore --reason \"…\"", self.before.id)
    }
}
