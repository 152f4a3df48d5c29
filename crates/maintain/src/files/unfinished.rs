//! Writing a file that is too long to be held.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file that is written bit by bit. It takes its place when all of it is
/// there; until then the old one stays, and what is unfinished goes when it is
/// dropped.
#[derive(Debug)]
pub struct Unfinished {
    file: BufWriter<fs::File>,
    beside: PathBuf,
    path: PathBuf,
}

impl Unfinished {
    /// Begins a file; makes its folders.
    pub fn begin(path: &Path) -> Result<Self> {
        let cannot = || format!("cannot write {}", path.display());
        let name = path.file_name().and_then(OsStr::to_str);
        let name = name.with_context(|| format!("{} names no file; name the file to write", path.display()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder).with_context(cannot)?;
        let beside = folder.join(format!(".{name}.{}", std::process::id()));
        let file = BufWriter::new(fs::File::create(&beside).with_context(cannot)?);
        Ok(Self { file, beside, path: path.to_owned() })
    }

    /// Puts it in its place.
    pub fn finish(mut self) -> Result<()> {
        let cannot = || format!("cannot write {}", self.path.display());
        self.file.flush().with_context(cannot)?;
        fs::rename(&self.beside, &self.path).with_context(cannot)
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// A workbook goes back to write what it knows only at the end.
impl Seek for Unfinished {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Once it has its place there is nothing here; else it is of no use.
        fs::remove_file(&self.beside).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_finished_leaves_the_old_file_and_nothing_else() -> Result<()> {
        let root = std::env::temp_dir().join(format!("waymark-unfinished-{}", std::process::id()));
        let path = root.join("a/export.json");
        let begin = |text: &str| -> Result<Unfinished> {
            let mut file = Unfinished::begin(&path)?;
            file.write_all(text.as_bytes())?;
            Ok(file)
        };
        begin("one")?.finish()?;
        drop(begin("two")?);
        assert_eq!(fs::read_to_string(&path)?, "one");
        begin("three")?.finish()?;
        assert_eq!(fs::read_to_string(&path)?, "three");
        assert_eq!(fs::read_dir(root.join("a"))?.count(), 1);
        Ok(fs::remove_dir_all(root)?)
    }
}
