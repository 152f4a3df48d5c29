//! `partners/log.jsonl`: to whom a reminder was written, and when. One line
//! each, added at its end; it holds no mailbox.

use std::path::{Path, PathBuf};

use anyhow::Result;
use directory::day::Day;
use directory::finding::{Finding, Findings, Level};
use serde::{Deserialize, Serialize};

use crate::command::Setting;
use crate::files;

/// The name of the file, in the folder of partners.
pub const LOG: &str = "log.jsonl";

/// A reminder that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// The id of the partner.
    pub partner: String,
    /// Which one it was in its term: 1 is the first.
    pub number: usize,
    /// The ids of the entries that it asked about.
    pub entries: Vec<String>,
}

/// All reminders that were written, as far as the file could be read.
#[derive(Clone, Debug, Default)]
pub struct Log {
    text: String,
    reminders: Vec<(Day, Reminder)>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

impl Log {
    /// Reads it; one broken line hides no other.
    pub fn read(at: &Setting) -> Result<Self> {
        let path = at.partners.join(LOG);
        let file = files::text_file(&path)?;
        let mut findings = Findings::of_file(&file.path);
        if file.text.is_none() && !file.is_missing {
            findings.error("", "", "Write this file as UTF-8 text.");
        }
        let (text, mut reminders) = (file.text.unwrap_or_default(), Vec::new());
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let read = serde_json::from_str::<Reminder>(line).ok();
            match read.and_then(|reminder| Some((Day::read(&reminder.on)?, reminder))) {
                Some(reminder) => reminders.push(reminder),
                None => {
                    let write = "Mend this line, or take it out. Until then it is not known who was asked that day.";
                    findings.add(Level::Warning, &format!("line {}", at + 1), line, write);
                }
            }
        }
        Ok(Self { text, reminders, findings: findings.into_vec() })
    }

    /// The days since one, each once, on which a partner was asked.
    pub fn days(&self, partner: &str, since: Day) -> Vec<Day> {
        let of_partner = self.reminders.iter().filter(|(on, reminder)| *on >= since && reminder.partner == partner);
        let mut days: Vec<_> = of_partner.map(|(on, _)| *on).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The whole file with these lines at its end, those left out that stand
    /// there already; `None` if nothing is new.
    pub fn with(&self, reminders: &[Reminder]) -> Result<Option<String>> {
        let is_new = |one: &&Reminder| !self.reminders.iter().any(|(_, known)| known == *one);
        let mut text = self.text.clone();
        for reminder in reminders.iter().filter(is_new) {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text += &serde_json::to_string(reminder)?;
            text.push('\n');
        }
        Ok((text != self.text).then_some(text))
    }

    /// Where it lies inside the folder of partners.
    pub fn path() -> PathBuf {
        Path::new(LOG).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reminder(on: &str, partner: &str) -> Reminder {
        Reminder { on: on.to_owned(), partner: partner.to_owned(), number: 1, entries: vec!["sleep-well".to_owned()] }
    }

    #[test]
    fn what_is_in_the_log_is_added_once_and_a_broken_line_stays_and_hides_no_other() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("waymark-log-{}", std::process::id()));
        let today = Day::read("2026-11-21").ok_or_else(|| anyhow::anyhow!("no day"))?;
        let at = Setting { data: folder.join("data"), partners: folder.join("partners"), today, is_quiet: true };
        assert_eq!(Log::read(&at)?.days("one", today), []);
        let (first, second) = (reminder("2026-09-02", "one"), reminder("2026-11-21", "one"));
        let text = Log::read(&at)?.with(std::slice::from_ref(&first))?.unwrap_or_default();
        files::write(&at.partners.join(LOG), &format!("{text}{{broken"))?;
        let log = Log::read(&at)?;
        assert_eq!(log.findings.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["line 2"]);
        assert_eq!(log.with(&[first])?, None);
        let more = log.with(&[second])?.unwrap_or_default();
        assert!(more.contains("{broken\n{"), "{more}");
        files::write(&at.partners.join(LOG), &more)?;
        let days = Log::read(&at)?.days("one", Day::read("2026-09-02").unwrap_or(today));
        assert_eq!(days.iter().map(|day| day.iso()).collect::<Vec<_>>(), ["2026-09-02", "2026-11-21"]);
        assert_eq!(Log::read(&at)?.days("one", today), [today]);
        Ok(std::fs::remove_dir_all(folder)?)
    }
}
