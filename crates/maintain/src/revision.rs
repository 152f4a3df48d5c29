//! The entries as they were at an earlier state of the data, where Git keeps it:
//! at a tag, or at any other name that Git knows.
//!
//! Git is asked as a program and only read from. Where it is not there, or does
//! not keep the data, nothing else of the command depends on it.

use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use directory::day::Day;
use directory::finding::Findings;
use directory::json::Json;
use directory::record::{ListingRecord, Place, Reading, fill};

/// The entries at one state of the data.
#[derive(Debug)]
pub struct Earlier {
    /// The day on which that state was made.
    pub on: Day,
    /// Its entries, as far as they can be read.
    pub listings: Vec<ListingRecord>,
    /// The files that cannot.
    pub unread: Vec<String>,
}

/// One file of an earlier state.
struct Kept {
    /// By which name Git knows what stands in it.
    object: String,
    /// Its path inside the folder of the data.
    path: String,
}

impl Earlier {
    /// The entries of a folder of data at a tag.
    ///
    /// # Errors
    /// Git is not there, does not keep the folder, or knows no such tag; each
    /// with what to do instead.
    pub fn at(data: &Path, tag: &str) -> Result<Self> {
        let name = format!("{tag}^{{commit}}");
        let commit = match git(data, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name])? {
            Some(commit) => commit.trim().to_owned(),
            None if git(data, &["rev-parse", "--git-dir"])?.is_none() => {
                bail!("{} is not kept by Git, so it has no tags; use --since with a day", data.display())
            }
            None => bail!("Git knows no tag {tag:?}; name one that `git tag` lists, or use --since with a day"),
        };
        let on = git(data, &["show", "--no-patch", "--format=%cs", &commit])?.context("Git names no day")?;
        let on = Day::read(on.trim()).context("Git names no day")?;
        let kept = kept(data, &commit)?;
        let texts = contents(data, &kept)?;
        let mut earlier = Self { on, listings: Vec::new(), unread: Vec::new() };
        for (file, text) in kept.iter().zip(texts) {
            match text.as_deref().and_then(listing) {
                Some(record) => earlier.listings.push(record),
                None => earlier.unread.push(file.path.clone()),
            }
        }
        Ok(earlier)
    }
}

/// The last state that Git keeps of an entry whose file is gone, if it keeps one.
pub fn last_of(data: &Path, id: &str) -> Option<ListingRecord> {
    let path = format!("listings/{id}.json");
    let commits = git(data, &["log", "--max-count=2", "--format=%H", "--", &path]).ok()??;
    // The last commit that speaks of it may be the one that took it away.
    commits.lines().find_map(|commit| {
        let text = git(data, &["show", "--end-of-options", &format!("{commit}:./{path}")]).ok()??;
        listing(&text)
    })
}

fn listing(text: &str) -> Option<ListingRecord> {
    let (mut record, mut findings) = (ListingRecord::default(), Findings::default());
    let json = Json::parse(text).ok()?;
    let is_read = fill(&mut record, &json, &Place::Whole, &mut Reading::new(&mut findings));
    (is_read && findings.list().is_empty()).then_some(record)
}

/// The files of entries at a commit. A link to somewhere else is none.
fn kept(data: &Path, commit: &str) -> Result<Vec<Kept>> {
    let listed = git(data, &["ls-tree", "-r", "-z", commit, "listings/"])?.context("Git cannot list the entries")?;
    let file = |line: &str| {
        let (what, path) = line.split_once('\t')?;
        let mut what = what.split(' ');
        let is_file = what.next()?.starts_with("100") && what.next()? == "blob";
        let is_entry = path.strip_prefix("listings/")?.strip_suffix(".json").is_some_and(|name| !name.contains('/'));
        (is_file && is_entry)
            .then(|| Kept { object: what.next().unwrap_or_default().to_owned(), path: path.to_owned() })
    };
    Ok(listed.split('\0').filter_map(file).collect())
}

/// What stands in each of some files; all are asked for at once.
fn contents(data: &Path, kept: &[Kept]) -> Result<Vec<Option<String>>> {
    let mut child = program(data, &["cat-file", "--batch"]).stdin(Stdio::piped()).spawn().context("cannot run git")?;
    let mut asked = child.stdin.take().context("git takes no names")?;
    let names: String = kept.iter().map(|file| [file.object.as_str(), "\n"].concat()).collect();
    // Git answers while it is asked: both must go on at once.
    let asking = std::thread::spawn(move || asked.write_all(names.as_bytes()));
    let output = child.wait_with_output().context("cannot read from git")?;
    // If Git stopped listening, what it did answer says so.
    asking.join().ok();
    let mut rest = output.stdout.as_slice();
    Ok(kept.iter().map(|_| next(&mut rest)).collect())
}

/// The next file of an answer: a line with its size, then so many bytes.
fn next(rest: &mut &[u8]) -> Option<String> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (line, after) = rest.split_at_checked(end)?;
    *rest = after.get(1..)?;
    let size: usize = std::str::from_utf8(line).ok()?.rsplit(' ').next()?.parse().ok()?;
    let (text, after) = rest.split_at_checked(size)?;
    *rest = after.get(1..).unwrap_or_default();
    String::from_utf8(text.to_vec()).ok()
}

/// What Git answers; nothing if it cannot.
fn git(data: &Path, arguments: &[&str]) -> Result<Option<String>> {
    match program(data, arguments).output() {
        Ok(output) => Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())),
        Err(why) if why.kind() == ErrorKind::NotFound => {
            bail!("git is not on this computer; use --since with a day, which needs only the history of the data")
        }
        Err(why) => Err(why).context("cannot run git"),
    }
}

fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.current_dir(data).args(arguments).env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
    git.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    git
}
