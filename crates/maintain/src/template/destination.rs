//! Where a template goes, and where it is kept what stood in it.

use std::path::{Path, PathBuf};

use directory::day::Day;
use directory::id::ListingId;
use directory::partner::Partner;

use super::Asked;

/// Where a template goes.
pub(super) struct Destination {
    /// The file to send.
    pub(super) file: PathBuf,
    /// What is kept of it, in the folder of partners.
    pub(super) kept: PathBuf,
}

impl Destination {
    /// For one partner on one day; or why there is none.
    pub(super) fn of(asked: &Asked, partner: &Partner, today: Day) -> Result<Self, String> {
        // The id becomes the name of a file and of a folder.
        if ListingId::new(&partner.id).is_none() {
            return Err(format!("the id {:?} in partners.json is none; the check says how to write it", partner.id));
        }
        let ending = if asked.csv { "csv" } else { "xlsx" };
        let named = format!("{}-{}.{ending}", partner.id, today.iso());
        let file = match &asked.out {
            Some(out) if names_file(out) && asked.all => {
                return Err("with --all there are several files; name a folder with --out".to_owned());
            }
            Some(out) if names_file(out) && out.extension().is_none_or(|own| own != ending) => {
                return Err(format!("{} would be a file of another kind; end its name with .{ending}", out.display()));
            }
            Some(out) if names_file(out) => out.clone(),
            Some(out) => out.join(named),
            None => PathBuf::from(named),
        };
        Ok(Self { file, kept: kept(&partner.id, today) })
    }
}

/// Where it is kept what was sent to a partner on a day, in the folder of
/// partners.
pub(super) fn kept(partner: &str, on: Day) -> PathBuf {
    Path::new("sent").join(partner).join(format!("{}.json", on.iso()))
}

/// Whether a path names a file rather than a folder.
fn names_file(path: &Path) -> bool {
    !path.is_dir() && path.extension().is_some()
}
