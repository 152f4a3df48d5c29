//! A council's desk: a folder far from the repository, with the archive
//! unpacked and a folder of data to change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use waymark_tests::{folder, root};

/// The day that the made-up council takes as today.
pub(crate) const TODAY: &str = "2026-11-21";

/// What the folder of an unpacked archive is called, before the number of the
/// process that uses it.
const UNPACKED_AS: &str = "waymark-unpacked-";

/// A folder of its own; it goes when it is dropped.
pub(crate) struct Desk(PathBuf);

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The files of a folder, by their paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

impl Desk {
    /// A desk with the made-up council's data on it.
    pub(crate) fn new() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("waymark-council-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let desk = Self(std::env::temp_dir().join(name));
        copy(&root().join("tests/fixtures/council"), &desk.at("data"))?;
        Ok(desk)
    }

    /// A place on the desk.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// Runs the program at this desk, with nothing of the system within reach.
    pub(crate) fn waymark(&self, arguments: &[&str]) -> Result<Said> {
        let output = self.command(arguments)?.output().context("the program does not run")?;
        let (out, err) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
        Ok(Said { code: output.status.code(), out, err })
    }

    /// The same, not yet run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = Command::new(unpacked()?.join("waymark"));
        command.args(arguments).current_dir(&self.0).env_clear().env("PATH", "");
        Ok(command)
    }

    /// Builds the desk's data into `site`, which must succeed.
    pub(crate) fn build(&self) -> Result<Files> {
        let said = self.waymark(&["build", "data", "site", "--today", TODAY])?;
        ensure!(said.code == Some(0), "{said:?}");
        files(&self.at("site"))
    }

    /// Sets one value of a file of data, named by a JSON pointer.
    pub(crate) fn set(&self, file: &str, pointer: &str, value: Value) -> Result<()> {
        let path = self.at("data").join(file);
        let mut whole: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        *whole.pointer_mut(pointer).context("there is no such value")? = value;
        Ok(fs::write(path, whole.to_string())?)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// The archive.
pub(crate) fn archive() -> Result<PathBuf> {
    let path = folder("WAYMARK_ARCHIVE", "target/site/waymark-site.tar.gz");
    ensure!(path.is_file(), "there is no archive at {}; `cargo xtask pack` makes it", path.display());
    Ok(path)
}

/// The archive as a council unpacks it, once for all tests of this run.
pub(crate) fn unpacked() -> Result<PathBuf> {
    static UNPACKED: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let unpack = || -> Result<PathBuf> {
        sweep();
        let to = std::env::temp_dir().join(format!("{UNPACKED_AS}{}", std::process::id()));
        fs::create_dir_all(&to)?;
        let status = Command::new("tar").arg("xzf").arg(archive()?).arg("-C").arg(&to).status()?;
        ensure!(status.success(), "the archive cannot be unpacked");
        Ok(to.join("waymark-site"))
    };
    UNPACKED.get_or_init(|| unpack().map_err(|why| format!("{why:#}"))).clone().map_err(anyhow::Error::msg)
}

/// Takes away what earlier runs have unpacked: nothing tells a test that it is
/// the last of its run. A run that still goes on has its process.
fn sweep() {
    let entries = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        let run = path.file_name().and_then(|name| name.to_str()?.strip_prefix(UNPACKED_AS));
        if run.is_some_and(|run| !Path::new("/proc").join(run).exists()) {
            fs::remove_dir_all(&path).ok();
        }
    }
}

/// Every file beneath a folder.
pub(crate) fn files(folder: &Path) -> Result<Files> {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.display().to_string(), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

/// A text among some files.
pub(crate) fn text<'a>(files: &'a Files, path: &str) -> Result<&'a str> {
    let bytes = files.get(path).with_context(|| format!("there is no {path}"))?;
    Ok(std::str::from_utf8(bytes)?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for (path, bytes) in files(from)? {
        let file = to.join(path);
        fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
        fs::write(file, bytes)?;
    }
    Ok(())
}
