//! What the last visits found, kept in the private folder of partners, so that
//! the next goes first to what was in doubt.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use directory::day::Day;
use serde::{Deserialize, Serialize};

use super::verdict::Verdict;
use crate::command::Setting;
use crate::files;
use crate::pending::{Batch, Root};

/// The name of the file.
pub(super) const FILE: &str = "links.jsonl";

/// What was found at one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The address.
    pub(super) web: String,
    /// The day of the visit.
    pub(super) on: String,
    /// What came of it.
    #[serde(flatten)]
    pub(super) verdict: Verdict,
}

/// Where it is kept.
pub(super) fn path(at: &Setting) -> PathBuf {
    at.partners.join(FILE)
}

/// What is kept, by address. A line that cannot be read is as good as none: the
/// address is visited again.
pub(super) fn read(at: &Setting) -> Result<BTreeMap<String, Kept>> {
    let text = files::text_at(&path(at))?.unwrap_or_default();
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Kept>(line).ok());
    Ok(lines.map(|kept| (kept.web.clone(), kept)).collect())
}

/// Keeps what was found; of addresses that the data has no more, nothing.
pub(super) fn write(at: &Setting, all: &BTreeMap<String, Kept>) -> Result<()> {
    let mut text = String::new();
    for kept in all.values() {
        text += &serde_json::to_string(kept)?;
        text.push('\n');
    }
    let mut batch = Batch::begin(at)?;
    batch.put(Root::Partners, Path::new(FILE), text.as_bytes())?;
    batch.commit()
}

impl Kept {
    /// How many days ago it was, if the day can be read.
    pub(super) fn age(&self, today: Day) -> Option<i64> {
        Day::read(&self.on).map(|on| i64::from(on.days_until(today)))
    }
}
