//! Programs that the journeys start, and the promise that none outlives them.
//!
//! A driver starts a browser, the browser starts twenty helpers, and any of
//! them may be orphaned when one dies early. So every program is started with
//! a mark in its environment, which its children inherit; ending it ends all
//! that carry the mark. What a run that was itself killed has left behind is
//! swept away by the next one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};

const MARK: &str = "WAYMARK_JOURNEY";

/// How the folders of sessions begin; the id of the run follows.
const FOLDER: &str = "waymark-session-";

static STARTED: AtomicU32 = AtomicU32::new(0);

/// A running program with all that it starts. Dropping it ends them.
#[derive(Debug)]
pub(crate) struct Program {
    child: Child,
    mark: String,
}

impl Program {
    /// Starts `command`, silent but for what the caller has piped.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let mark = format!("{}.{}.", std::process::id(), STARTED.fetch_add(1, Ordering::Relaxed));
        let child = command
            .env(MARK, &mark)
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", command.get_program().display()))?;
        Ok(Self { child, mark })
    }

    /// What the program writes, if the caller asked for a pipe.
    pub(crate) fn stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Whether the program has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_some())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Those that the mark does not show (some overwrite their environment)
        // are found by descent, while their parents still live.
        let mut ids = descendants(self.child.id());
        ids.extend(marked(|mark| mark == self.mark));
        self.child.kill().ok();
        kill(&ids);
        self.child.wait().ok();
    }
}

/// Ends what earlier runs have left behind: marked programs and folders whose
/// run is gone.
pub(crate) fn sweep() {
    // Without `/proc` nobody can tell; then nothing is swept.
    let is_gone = |owner: &str| Path::new("/proc/self").exists() && !Path::new("/proc").join(owner).exists();
    kill(&marked(|mark| mark.split('.').next().is_some_and(is_gone)));
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name.strip_prefix(FOLDER).and_then(|rest| rest.split_once('-'));
        if owner.is_some_and(|(owner, _)| is_gone(owner)) {
            fs::remove_dir_all(entry.path()).ok();
        }
    }
}

fn kill(ids: &[u32]) {
    if ids.is_empty() {
        return;
    }
    let list: Vec<String> = ids.iter().map(u32::to_string).collect();
    // The shell's own `kill`: the program of that name is not everywhere.
    Command::new("sh").args(["-c", &format!("kill -9 {}", list.join(" "))]).stderr(Stdio::null()).status().ok();
}

fn marked(is_ours: impl Fn(&str) -> bool) -> Vec<u32> {
    let prefix = format!("{MARK}=");
    processes()
        .filter(|(_, folder)| {
            let variables = fs::read(folder.join("environ")).unwrap_or_default();
            variables
                .split(|byte| *byte == 0)
                .filter_map(|entry| std::str::from_utf8(entry).ok()?.strip_prefix(&prefix))
                .any(&is_ours)
        })
        .map(|(id, _)| id)
        .collect()
}

fn descendants(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = processes().filter_map(|(id, folder)| Some((id, parent(&folder)?))).collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(id, _)| id));
        next += 1;
    }
    found.split_off(1)
}

/// The parent's id: the second field after the name, which ends at the last `)`.
fn parent(folder: &Path) -> Option<u32> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    let (_, after) = stat.rsplit_once(')')?;
    after.split_whitespace().nth(1)?.parse().ok()
}

fn processes() -> impl Iterator<Item = (u32, PathBuf)> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())))
}

/// An empty folder of one's own, removed when dropped.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder, under the system's own for passing things.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub(crate) fn new() -> Result<Self> {
        let count = STARTED.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("{FOLDER}{}-{count}", std::process::id()));
        fs::create_dir_all(&path).with_context(|| format!("could not make {}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    #[must_use]
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}
