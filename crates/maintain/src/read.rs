//! A folder of data as the directory that readers have of it.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use directory::Directory;
use directory::day::Day;
use directory::finding::Level;

use crate::check::{self, Dates};
use crate::data::Data;
use crate::files::Folder;
use crate::{bundle, report};

/// The directory of a folder, as of a day. A coordinator looks at it while some
/// entry is still wrong, so an error does not stop that; how many there are is
/// said aside.
pub fn directory(data: &Path, today: Day, aside: &mut dyn Write) -> Result<Directory> {
    let data = Data::read(&Folder::read(data)?);
    let findings = check::run(&data, today, Dates::Lenient);
    let errors = findings.iter().filter(|finding| finding.level == Level::Error).count();
    let text = bundle::write(data, today).context("there is nothing to read; the check says why")?;
    let (directory, _) = Directory::read(&text, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    if errors > 0 {
        let count = report::counted(errors, "error");
        writeln!(aside, "The data has {count}, which the check names; what is wrong may be missing here.")?;
    }
    Ok(directory)
}
