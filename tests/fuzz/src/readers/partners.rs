//! What is kept of partners: who they are, what was sent to them, and when.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use directory::record::SentRecord;
use maintain::command::Setting;
use maintain::partners::{self, FILE, LOG, Log};

use super::data;

/// A folder of this process alone.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("waymark-fuzz-partners-{}", std::process::id()));
        std::fs::create_dir_all(&folder).ok();
        folder
    })
}

/// The same bytes as each file that is kept.
pub(super) fn read(bytes: &[u8]) {
    let at = Setting { data: PathBuf::new(), partners: folder().to_owned(), today: data::today(), is_quiet: true };
    for file in [FILE, LOG] {
        std::fs::write(at.partners.join(file), bytes).ok();
    }
    if let Ok((partners, _)) = partners::read(&at, &data::made_up()) {
        assert!(partners.all().iter().all(|one| partners.find(&one.id).is_some()), "a partner is not found again");
        let _ = partners::wanted(&partners, "made up");
    }
    if let Ok(log) = Log::read(&at) {
        let _ = log.days("made-up", at.today);
    }
    let _ = SentRecord::read(&String::from_utf8_lossy(bytes));
}
