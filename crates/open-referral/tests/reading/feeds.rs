//! The folder of other directories' real files, which are not ours to keep here.

use std::io::Write;
use std::path::PathBuf;

/// The folder that `WAYMARK_FEEDS` names. `None`: it names none, and the test of
/// this name says that it is skipped.
pub(crate) fn folder(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("WAYMARK_FEEDS").filter(|folder| !folder.is_empty());
    if folder.is_none() {
        // On a line of its own, so that whoever counts tests can find it; and not
        // by `println!`, which tests that pass keep to themselves.
        writeln!(std::io::stdout(), "\nskipped: {test}").ok();
    }
    folder.map(PathBuf::from)
}
