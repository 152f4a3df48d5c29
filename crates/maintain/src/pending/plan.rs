//! The plan: one line for each file that shall take its place, and what becomes
//! of it when a command was cut off.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{Root, at_path, inside, waiting};
use crate::command::Setting;

/// One line of the plan.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Step {
    /// The folder of the file.
    pub(super) root: Root,
    /// Its path inside that folder.
    pub(super) path: PathBuf,
    /// The number under which the new file waits. `None`: it is taken away.
    pub(super) new: Option<usize>,
}

/// What was done about a command that was cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It had decided what to write: that is finished.
    Finished,
    /// It had not: what it had prepared is gone, and the data is as it was.
    Undone,
}

/// Finishes or undoes what a command left that was cut off; nothing if there is
/// nothing.
pub fn settle(at: &Setting) -> Result<Option<Settled>> {
    if !waiting(&at.data).exists() && !waiting(&at.partners).exists() {
        return Ok(None);
    }
    let _lock = lock(&at.data)?;
    settle_locked(at)
}

/// The same, for whoever holds the lock.
pub(super) fn settle_locked(at: &Setting) -> Result<Option<Settled>> {
    // Whoever held the lock may have ended well meanwhile.
    if !waiting(&at.data).exists() && !waiting(&at.partners).exists() {
        return Ok(None);
    }
    let is_decided = plan_of(&at.data).exists();
    if is_decided {
        follow(at, usize::MAX)?;
    }
    clear(at)?;
    Ok(Some(if is_decided { Settled::Finished } else { Settled::Undone }))
}

/// Where the plan of a folder of data is.
pub(super) fn plan_of(data: &Path) -> PathBuf {
    waiting(data).join("plan")
}

/// Only one command writes at a time. The lock ends with the command, however
/// that ends.
pub(super) fn lock(data: &Path) -> Result<Option<File>> {
    if !cfg!(unix) {
        // Elsewhere a folder cannot be locked; one coordinator is enough there.
        return Ok(None);
    }
    let folder = File::open(data).with_context(|| format!("cannot open {}", data.display()))?;
    folder.lock().with_context(|| format!("another command is writing in {}", data.display()))?;
    Ok(Some(folder))
}

/// Puts the files of the plan in their places, at most so many. What has been done before is passed
/// over, so that it can be followed again from any moment.
pub(super) fn follow(at: &Setting, most: usize) -> Result<()> {
    let plan = plan_of(&at.data);
    let lines = BufReader::new(File::open(&plan).with_context(|| format!("cannot read {}", plan.display()))?).lines();
    for line in lines.take(most) {
        let step: Step = serde_json::from_str(&line?).with_context(|| format!("{} is broken", plan.display()))?;
        let root = step.root.folder(at);
        let place = root.join(inside(&step.path)?);
        let done = match step.new {
            Some(number) => {
                let folder = place.parent().unwrap_or(root);
                at_path(fs::create_dir_all(folder), folder)?;
                fs::rename(waiting(root).join(number.to_string()), &place)
            }
            None => fs::remove_file(&place),
        };
        match done {
            Err(why) if why.kind() == ErrorKind::NotFound => {}
            done => at_path(done, &place)?,
        }
    }
    Ok(())
}

/// Takes away what is no longer needed; the plan first, since without it nothing
/// is pending.
pub(super) fn clear(at: &Setting) -> Result<()> {
    let plan = plan_of(&at.data);
    for done in
        [fs::remove_file(&plan), fs::remove_dir_all(waiting(&at.data)), fs::remove_dir_all(waiting(&at.partners))]
    {
        match done {
            Err(why) if why.kind() == ErrorKind::NotFound => {}
            done => at_path(done, &plan)?,
        }
    }
    Ok(())
}
