//! A batch of files that take their places together. It holds none of them in
//! memory, so that a hundred thousand may come.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};

use super::plan::{self, Step};
use super::{Root, at_path, inside, waiting};
use crate::command::Setting;

/// Above this many files each is no longer forced onto the disk by itself: a
/// kill loses nothing, and only a power cut could.
const MOST_FORCED: usize = 1_000;

/// Files that wait to take their places. Dropped before [`Batch::commit`],
/// nothing has happened.
pub struct Batch<'a> {
    at: &'a Setting,
    lines: BufWriter<File>,
    count: usize,
    is_decided: bool,
    // Let go of last, after what waits has been cleared.
    _lock: Option<File>,
}

impl<'a> Batch<'a> {
    /// Begins one. Only one command writes at a time: this waits for another.
    pub fn begin(at: &'a Setting) -> Result<Self> {
        let lock = plan::lock(&at.data)?;
        // Another command may have been cut off while this one waited for it.
        plan::settle_locked(at)?;
        let folder = waiting(&at.data);
        at_path(fs::create_dir_all(&folder), &folder)?;
        let unfinished = folder.join("plan.unfinished");
        let lines = BufWriter::new(at_path(File::create(&unfinished), &unfinished)?);
        Ok(Self { at, lines, count: 0, is_decided: false, _lock: lock })
    }

    /// Adds a file.
    pub fn put(&mut self, root: Root, path: &Path, bytes: &[u8]) -> Result<()> {
        let folder = waiting(root.folder(self.at));
        at_path(fs::create_dir_all(&folder), &folder)?;
        self.count += 1;
        let new = folder.join(self.count.to_string());
        let mut file = at_path(File::create(&new), &new)?;
        at_path(file.write_all(bytes), &new)?;
        if self.count <= MOST_FORCED {
            at_path(file.sync_all(), &new)?;
        }
        self.step(root, path, Some(self.count))
    }

    /// Adds that a file is taken away.
    pub fn take_away(&mut self, root: Root, path: &Path) -> Result<()> {
        self.step(root, path, None)
    }

    fn step(&mut self, root: Root, path: &Path, new: Option<usize>) -> Result<()> {
        let step = Step { root, path: inside(path)?.to_owned(), new };
        serde_json::to_writer(&mut self.lines, &step)?;
        self.lines.write_all(b"\n").context("cannot write the plan")
    }

    /// Puts every file in its place.
    pub fn commit(mut self) -> Result<()> {
        self.decide()?;
        plan::follow(self.at, usize::MAX)?;
        plan::clear(self.at)
    }

    /// From here on the new files hold.
    fn decide(&mut self) -> Result<()> {
        let plan = plan::plan_of(&self.at.data);
        self.lines.flush().and_then(|()| self.lines.get_ref().sync_all()).context("cannot write the plan")?;
        at_path(fs::rename(waiting(&self.at.data).join("plan.unfinished"), &plan), &plan)?;
        self.is_decided = true;
        Ok(())
    }

    /// Ends as a command does that is cut off: before it has decided, or after so
    /// many files have taken their places. For tests of what comes next.
    #[doc(hidden)]
    pub fn cut_off_after(mut self, is_decided: bool, moved: usize) -> Result<()> {
        if is_decided {
            self.decide()?;
            return plan::follow(self.at, moved);
        }
        // Nothing is cleared, as after a kill.
        self.is_decided = true;
        Ok(())
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        // What was decided stays for the next command, if it could not be done.
        if !self.is_decided {
            let _ = plan::clear(self.at);
        }
    }
}
