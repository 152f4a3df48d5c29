//! The files of ours that are kept for each reader.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Where the files of a reader lie.
pub fn folder(reader: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(reader)
}

/// The files of a reader with their names, in the order of those.
pub fn files(reader: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let folder = folder(reader);
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && !name.starts_with('.') {
            files.push((name, fs::read(entry.path()).with_context(cannot)?));
        }
    }
    files.sort();
    Ok(files)
}
