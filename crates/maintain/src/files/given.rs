//! Files that somebody gives a command to read, from anywhere.

use std::fs;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::{Context, Result};

/// The bytes of a spreadsheet or a list. Of one that is larger than any no more is
/// read than it takes to know that; reading it as a table then says so.
pub fn table(path: &Path) -> Result<Vec<u8>> {
    let cannot = || format!("cannot read {}", path.display());
    let mut bytes = Vec::new();
    let most = u64::try_from(table::MOST_BYTES)?.saturating_add(1);
    fs::File::open(path).with_context(cannot)?.take(most).read_to_end(&mut bytes).with_context(cannot)?;
    Ok(bytes)
}

/// The lines of a file; of the standard input, if none or `-` is named.
pub fn lines(path: Option<&Path>) -> Result<Box<dyn BufRead>> {
    match path.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            let file = fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(Box::new(BufReader::new(file)))
        }
        None => Ok(Box::new(std::io::stdin().lock())),
    }
}
