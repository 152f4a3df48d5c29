//! What was sent out, as it was written down beside the partners.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result};
use directory::record::SentRecord;

use crate::command::Setting;
use crate::files;

/// The folder of it, in that of the partners.
const FOLDER: &str = "sent";

/// All that was sent out. A file that cannot be read is named and does no harm:
/// the marks of what came back say the same.
pub(super) fn read(at: &Setting, aside: &mut dyn Write) -> Result<Vec<SentRecord>> {
    let folder = at.partners.join(FOLDER);
    let mut sent = Vec::new();
    if !folder.is_dir() {
        return Ok(sent);
    }
    let mut paths = Vec::new();
    let unreadable = || format!("cannot read {}", folder.display());
    for partner in fs::read_dir(&folder).with_context(unreadable)? {
        let partner = partner.with_context(unreadable)?.path();
        if partner.is_dir() {
            let files = fs::read_dir(&partner).with_context(unreadable)?;
            paths.extend(files.filter_map(|file| file.ok().map(|file| file.path())));
        }
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    for path in paths {
        let text = files::text_at(&path)?.unwrap_or_default();
        match SentRecord::read(&text) {
            Ok(record) => sent.push(record),
            Err(why) => writeln!(aside, "warning: {} is passed over: {why}", path.display())?,
        }
    }
    Ok(sent)
}
