//! Writing several files at once, or none of them.
//!
//! Every `--write` goes through here: entries, the lines of the history that
//! belong to them, and what is kept of partners. All new files are first laid
//! beside the old ones; then one file, the plan, says that they hold; then they
//! take their places. A kill before the plan leaves the old data, a kill after
//! it the new: the next command finishes or undoes what was pending before it
//! reads anything.

mod batch;
mod plan;

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use directory::closed::Closed;
use directory::day::Day;
use directory::finding::{Finding, Level};
use directory::history::What;
use directory::record::{ChangeRecord, ListingRecord};
use serde::{Deserialize, Serialize};

use crate::check::{self, Dates};
use crate::command::Setting;
use crate::data::Data;
use crate::files::{self, Folder, TextFile};
use crate::record;

pub use batch::Batch;
pub use plan::{Settled, settle};

/// Which folder a file lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Root {
    /// The data, which is published.
    Data,
    /// What is kept of partners, which never is.
    Partners,
}

/// One file that is to be another.
#[derive(Clone, Debug)]
pub struct Change {
    /// The folder that it lies in.
    pub root: Root,
    /// Its path inside that folder: `listings/kooth.json`.
    pub path: PathBuf,
    /// What shall stand in it. `None`: it is taken away.
    pub bytes: Option<Vec<u8>>,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files, the history not counted.
    pub files: usize,
    /// The lines that were added to the history for what was written.
    pub lines: Vec<ChangeRecord>,
    /// The lines that it lacked before: of edits by hand, or of everything.
    pub earlier: Vec<ChangeRecord>,
    /// Whether the history could not be written, because a line of it is broken.
    pub is_history_broken: bool,
}

impl Change {
    /// A file of the data: `listings/kooth.json`.
    pub fn of_data(path: impl Into<PathBuf>, text: impl Into<Vec<u8>>) -> Self {
        Self { root: Root::Data, path: path.into(), bytes: Some(text.into()) }
    }

    /// A file that is kept of partners.
    pub fn of_partners(path: impl Into<PathBuf>, text: impl Into<Vec<u8>>) -> Self {
        Self { root: Root::Partners, path: path.into(), bytes: Some(text.into()) }
    }

    /// An entry, as its file has it.
    pub fn of_entry(listing: &ListingRecord) -> Result<Self> {
        Ok(Self::of_data(Path::new("listings").join(format!("{}.json", listing.id)), files::pretty(listing)?))
    }
}

impl Root {
    /// Where it is.
    pub fn folder(self, at: &Setting) -> &Path {
        match self {
            Self::Data => &at.data,
            Self::Partners => &at.partners,
        }
    }
}

/// The errors that the check would find after some changes and does not find
/// before them. While there are any, nothing should be written.
pub fn new_errors(before: &Folder, after: &Folder, today: Day) -> Vec<Finding> {
    let told = |finding: &Finding| (finding.file.clone(), finding.field.clone(), finding.found.clone());
    let old: BTreeSet<_> = errors(before, today).iter().map(told).collect();
    let mut new = errors(after, today);
    new.retain(|finding| !old.contains(&told(finding)));
    new
}

fn errors(folder: &Folder, today: Day) -> Vec<Finding> {
    let mut all = check::run(&Data::read(folder), today, Dates::Lenient);
    all.retain(|finding| finding.level == Level::Error);
    all
}

/// A folder as it will be after some changes.
pub fn after(at: &Setting, before: &Folder, changes: &[Change]) -> Folder {
    let mut after = before.clone();
    for change in changes.iter().filter(|change| change.root == Root::Data) {
        let path = at.data.join(&change.path);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let text = change.bytes.as_ref().and_then(|bytes| String::from_utf8(bytes.clone()).ok());
        after.put(&TextFile { path: path.display().to_string(), stem, text, is_missing: change.bytes.is_none() });
    }
    after
}

/// Writes changes to a folder that was read before, with the lines of the
/// history that belong to them: all of it, or nothing. `by` is the role that
/// made them.
///
/// # Errors
///
/// A file was changed by somebody else since the folder was read: then nothing
/// is written, and the command should be run again. A path that leaves its
/// folder is refused.
pub fn write(at: &Setting, before: &Folder, changes: &[Change], by: Option<&str>) -> Result<Written> {
    write_because(at, before, changes, by, None)
}

/// The same, with the reason for which entries are taken out or put back: their
/// lines of the history keep it.
pub fn write_because(
    at: &Setting,
    before: &Folder,
    changes: &[Change],
    by: Option<&str>,
    why: Option<&str>,
) -> Result<Written> {
    if changes.is_empty() {
        return Ok(Written::default());
    }
    let mut batch = Batch::begin(at)?;
    unchanged(at, before, changes)?;
    let read = Data::read(before);
    let is_history_broken = !read.history.findings.is_empty();
    let (mut earlier, mut lines) = (Vec::new(), Vec::new());
    if !is_history_broken {
        // What was edited by hand before was not done by whoever writes now; and a
        // history that only begins here must know how things stood before.
        earlier = record::lines(&read, at.today, None);
        if has_errors(&read) {
            // A file that cannot be read would be told of as gone.
            earlier.retain(|line| is_of(changes, line) && line.what != What::Withdrawn.slug());
        }
        let mut after = after(at, before, changes);
        after.history.text = Some(record::with_lines(before, &earlier)?);
        after.history.is_missing = false;
        let after = Data::read(&after);
        lines = record::lines(&after, at.today, by);
        if has_errors(&after) {
            lines.retain(|line| is_of(changes, line));
        }
    }
    let is_moved = |line: &ChangeRecord| [What::Withdrawn, What::Reopened].iter().any(|what| what.slug() == line.what);
    for line in lines.iter_mut().filter(|line| is_of(changes, line) && is_moved(line)) {
        line.why = line.why.take().or_else(|| why.map(str::to_owned));
    }
    for change in changes {
        match &change.bytes {
            Some(bytes) => batch.put(change.root, &change.path, bytes)?,
            None => batch.take_away(change.root, &change.path)?,
        }
    }
    if !earlier.is_empty() || !lines.is_empty() {
        let text = record::with_lines(before, &[earlier.as_slice(), lines.as_slice()].concat())?;
        batch.put(Root::Data, Path::new(files::HISTORY), text.as_bytes())?;
    }
    batch.commit()?;
    Ok(Written { files: changes.len(), lines, earlier, is_history_broken })
}

fn has_errors(data: &Data) -> bool {
    data.findings.iter().any(|finding| finding.level == Level::Error)
}

fn is_of(changes: &[Change], line: &ChangeRecord) -> bool {
    changes.iter().any(|change| change.path.file_stem().is_some_and(|stem| stem == line.id.as_str()))
}

/// Whether what is to be replaced still is what was read.
fn unchanged(at: &Setting, before: &Folder, changes: &[Change]) -> Result<()> {
    let paths = changes.iter().filter(|change| change.root == Root::Data).map(|change| at.data.join(&change.path));
    for path in paths.chain([at.data.join(files::HISTORY)]) {
        let now = files::text_at(&path)?;
        if before.text_of(&path.display().to_string()) != now.as_deref() {
            bail!(
                "{} was changed by somebody else meanwhile; nothing is written, run the command again",
                path.display()
            );
        }
    }
    Ok(())
}

/// A path inside a folder, if it stays there.
fn inside(path: &Path) -> Result<&Path> {
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let is_hidden = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    if !is_plain || is_hidden || path.as_os_str().is_empty() {
        bail!("{} is no path inside the folder; nothing is written", path.display());
    }
    Ok(path)
}

/// The folder beside the files of a root in which new ones wait.
fn waiting(root: &Path) -> PathBuf {
    root.join(".pending")
}

/// What an error of the disk means for a path.
fn at_path<T>(done: std::io::Result<T>, path: &Path) -> Result<T> {
    done.with_context(|| format!("cannot write {}", path.display()))
}
