//! Folders as a whole: listed in one order, copied, written as one archive.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

/// Every file beneath a folder, sorted; its path with `/` between names.
pub(crate) fn list(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, inner: &str, found: &mut Vec<String>) -> Result<()> {
    let at = folder.join(inner);
    for entry in fs::read_dir(&at).with_context(|| format!("cannot read {}", at.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
        match entry.file_type()?.is_dir() {
            true => walk(folder, &path, found)?,
            false => found.push(path),
        }
    }
    Ok(())
}

/// Makes `to` the same as `from`; what stood there goes.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("cannot replace {}", to.display()))?;
    }
    for path in list(from)? {
        let file = to.join(&path);
        fs::create_dir_all(file.parent().unwrap_or(to))?;
        fs::copy(from.join(&path), &file).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// Writes a folder as `tar.gz`, all of it in one folder of this name. The same
/// files give the same bytes on any day and machine: sorted, of no time and no
/// owner. A file that may be run is named.
pub(crate) fn archive(folder: &Path, name: &str, runs: &[&str], out: &Path) -> Result<()> {
    let file = File::create(out).with_context(|| format!("cannot write {}", out.display()))?;
    let packed = flate2::GzBuilder::new().write(file, flate2::Compression::best());
    let mut archive = tar::Builder::new(packed);
    for path in list(folder)? {
        let bytes = fs::read(folder.join(&path))?;
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(if runs.contains(&path.as_str()) { 0o755 } else { 0o644 });
        archive
            .append_data(&mut header, format!("{name}/{path}"), bytes.as_slice())
            .with_context(|| format!("cannot pack {path}"))?;
    }
    archive.into_inner()?.finish()?.flush().with_context(|| format!("cannot write {}", out.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_archive_and_a_copy_is_the_same() {
        let folder = std::env::temp_dir().join(format!("waymark-archive-{}", std::process::id()));
        let (one, two) = (folder.join("one"), folder.join("two"));
        fs::create_dir_all(one.join("inner")).unwrap();
        fs::write(one.join("z"), "run me").unwrap();
        fs::write(one.join("inner/a"), "read me").unwrap();
        fs::create_dir_all(two.join("left/over")).unwrap();
        fs::write(two.join("left/over/x"), "old").unwrap();
        copy(&one, &two).unwrap();
        assert_eq!(list(&two).unwrap(), ["inner/a", "z"]);
        let (first, second) = (folder.join("1.tar.gz"), folder.join("2.tar.gz"));
        archive(&one, "site", &["z"], &first).unwrap();
        archive(&two, "site", &["z"], &second).unwrap();
        let bytes = fs::read(&first).unwrap();
        assert_eq!(bytes, fs::read(&second).unwrap());
        let mut read = tar::Archive::new(flate2::read::GzDecoder::new(bytes.as_slice()));
        let about = |entry: tar::Entry<'_, flate2::read::GzDecoder<&[u8]>>| {
            let header = entry.header().clone();
            let (mode, time) = (header.mode().unwrap(), header.mtime().unwrap());
            (entry.path().unwrap().display().to_string(), mode, time)
        };
        let found: Vec<_> = read.entries().unwrap().map(|entry| about(entry.unwrap())).collect();
        assert_eq!(found, [("site/inner/a".to_owned(), 0o644, 0), ("site/z".to_owned(), 0o755, 0)]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
