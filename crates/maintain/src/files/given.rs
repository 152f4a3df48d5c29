//! Files that somebody gives a command to read, from anywhere.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read as _};
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The bytes of a spreadsheet or a list. Of one that is larger than any no more is
/// read than it takes to know that; reading it as a table then says so.
pub fn table(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(table::MOST_BYTES)?.saturating_add(1);
    let cannot = || format!("cannot read {}", path.display());
    opened(path)?.take(most).read_to_end(&mut bytes).with_context(cannot)?;
    Ok(bytes)
}

/// A file that somebody has named. A slip in its name is said in words, and not as
/// the computer says it.
pub fn opened(path: &Path) -> Result<File> {
    let shown = path.display();
    if path.is_dir() {
        bail!("{shown} is a folder; name what is in it, such as {}", path.join("*.xlsx").display());
    }
    match File::open(path) {
        Err(why) if why.kind() == ErrorKind::NotFound => {
            bail!("there is no file {shown}; look at the name and the folder")
        }
        file => file.with_context(|| format!("cannot read {shown}")),
    }
}

/// The lines of a file; of the standard input, if none or `-` is named.
pub fn lines(path: Option<&Path>) -> Result<Box<dyn BufRead>> {
    match path.filter(|path| *path != Path::new("-")) {
        Some(path) => Ok(Box::new(BufReader::new(opened(path)?))),
        None => Ok(Box::new(std::io::stdin().lock())),
    }
}
