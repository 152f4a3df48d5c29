//! Where the tools of the journeys are on this machine.
//!
//! The repository's own folder comes first (`$WAYMARK_TOOLS`, otherwise
//! `.tools`), then `PATH`. What is missing is named together with the command
//! that installs it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A path that the environment may name, relative to the repository.
#[must_use]
pub fn folder(variable: &str, default: &str) -> PathBuf {
    root().join(std::env::var_os(variable).unwrap_or_else(|| default.into()))
}

/// The first of these programs that this machine has.
///
/// # Errors
/// When it has none of them.
pub(crate) fn program(names: &[&str]) -> Result<PathBuf> {
    let own = folder("WAYMARK_TOOLS", ".tools").join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Debian keeps servers in a folder that stands only in root's `PATH`.
    let system = ["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from);
    let folders: Vec<PathBuf> = std::iter::once(own).chain(std::env::split_paths(&path)).chain(system).collect();
    for name in names {
        let places = folders.iter().map(|folder| folder.join(name));
        if let Some(found) = places.into_iter().find(|place| place.is_file()) {
            return Ok(found);
        }
    }
    bail!("{} is not on this machine; `cargo xtask test` installs it or says how", names.join(" or "))
}

/// WebKitGTK's own small browser, which stands in no folder of `PATH`.
///
/// # Errors
/// When it is in none of the places where distributions put it.
pub(crate) fn mini_browser() -> Result<PathBuf> {
    let bases = ["/usr/lib", "/usr/libexec", "/usr/lib64", "/usr/local/libexec"];
    let folders = bases.iter().flat_map(|base| {
        let inner = std::fs::read_dir(base).into_iter().flatten().flatten();
        std::iter::once(PathBuf::from(base)).chain(inner.map(|entry| entry.path()))
    });
    let kinds = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    folders
        .flat_map(|folder| kinds.map(|kind| folder.join(kind).join("MiniBrowser")))
        .find(|place| place.is_file())
        .context("WebKitGTK's MiniBrowser is not on this machine (webkit2gtk-driver)")
}

/// The source text of axe-core.
///
/// # Errors
/// When it has not been installed.
pub(crate) fn axe() -> Result<String> {
    let place = folder("WAYMARK_TOOLS", ".tools").join("npm/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&place)
        .with_context(|| format!("no axe-core at {}; `cargo xtask test` installs it", place.display()))
}
