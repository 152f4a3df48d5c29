//! Notices that a file has changed, by looking once a second.
//!
//! A look at the few hundred files of this repository takes a millisecond,
//! and needs no library that differs from system to system.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// What is looked at, and the newest change that is known.
pub(crate) struct Watch {
    roots: Vec<PathBuf>,
    seen: Seen,
}

/// The newest file, and how many there are, which tells of one taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    count: usize,
    newest: Option<(SystemTime, PathBuf)>,
}

impl Watch {
    /// Takes everything as it is now.
    pub(crate) fn new(roots: Vec<PathBuf>) -> Self {
        let seen = look(&roots);
        Self { roots, seen }
    }

    /// Waits for the next change, and then until half a second was quiet:
    /// an editor or git often writes several files. Gives the last one.
    pub(crate) fn next(&mut self) -> PathBuf {
        let before = self.seen.clone();
        while look(&self.roots) == before {
            sleep(Duration::from_secs(1));
        }
        loop {
            self.seen = look(&self.roots);
            sleep(Duration::from_millis(500));
            if look(&self.roots) == self.seen {
                break;
            }
        }
        match &self.seen.newest {
            Some((_, path)) if self.seen.count >= before.count => path.clone(),
            _ => PathBuf::from("a file"),
        }
    }
}

fn look(roots: &[PathBuf]) -> Seen {
    let mut seen = Seen { count: 0, newest: None };
    roots.iter().for_each(|root| visit(root, &mut seen));
    seen
}

fn visit(path: &Path, seen: &mut Seen) {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| visit(&entry.path(), seen));
    } else if let Ok(changed) = fs::metadata(path).and_then(|about| about.modified()) {
        seen.count += 1;
        if seen.newest.as_ref().is_none_or(|(newest, _)| changed > *newest) {
            seen.newest = Some((changed, path.to_path_buf()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_written_or_taken_away_is_noticed() {
        let folder = std::env::temp_dir().join(format!("waymark-watch-{}", std::process::id()));
        let inner = folder.join("inner");
        fs::create_dir_all(&inner).unwrap();
        fs::write(inner.join("a"), "1").unwrap();
        let roots = [folder.clone()];
        let first = look(&roots);
        assert_eq!(look(&roots), first);
        fs::write(folder.join("b"), "2").unwrap();
        let second = look(&roots);
        assert_ne!(second, first);
        fs::remove_file(inner.join("a")).unwrap();
        assert_ne!(look(&roots), second);
        fs::remove_dir_all(&folder).unwrap();
    }
}
