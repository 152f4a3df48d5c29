//! Where things are: the repository's own folders, in whatever place it lies.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the whole repository.
///
/// Known from where this command was compiled, so that it works from any
/// folder inside; `cargo` compiles it again when the repository has moved.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The tools that were installed for this repository alone.
pub(crate) fn tools() -> PathBuf {
    root().join(".tools")
}

/// What the hooks make for Trunk to pick up. `index.html` names this folder,
/// so it does not follow `CARGO_TARGET_DIR`.
pub(crate) fn site() -> PathBuf {
    root().join("target/site")
}

/// The published app before any page is drawn: the same for any data.
pub(crate) fn app() -> PathBuf {
    site().join("app")
}

/// What the commands that we call had to say, one file for each.
pub(crate) fn logs() -> PathBuf {
    root().join("target/xtask")
}

/// The directory's own data.
pub(crate) fn data() -> PathBuf {
    root().join("data")
}

/// The published site, unless somebody names another folder.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// A path that somebody typed, from the folder where they typed it.
pub(crate) fn typed(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("{} is not a path", path.display()))
}

/// A path as a person in the repository would write it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
