//! What is kept of partners, beside the data and never in it: who they are, what
//! was sent to them and when.

use std::path::PathBuf;

use anyhow::Result;
use directory::finding::Finding;
use directory::partner::Partners;
use directory::record::PartnersRecord;

use crate::command::Setting;
use crate::data::{self, Data};
use crate::files;

/// The file that says who answers for which entries.
pub const FILE: &str = "partners.json";

/// The partners of some data, with what is wrong with their file. Without a file
/// every entry belongs to its provider.
pub fn read(at: &Setting, data: &Data) -> Result<(Partners, Vec<Finding>)> {
    let mut findings = Vec::new();
    let file = files::text_file(&path(at))?;
    let record = data::read_if_there(&file, |one: &PartnersRecord| Some(one.format), &mut findings);
    let listings = data.listings.iter().map(|file| &file.record);
    Ok((Partners::of(record.as_ref().map(|file| &file.record), listings), findings))
}

/// Where the file is.
pub fn path(at: &Setting) -> PathBuf {
    at.partners.join(FILE)
}
