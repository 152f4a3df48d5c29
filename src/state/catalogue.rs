//! The directory that was loaded. While it loads, and if it fails, the static
//! page stands; the app begins with a directory that is ready.

use directory::Directory;
use leptos::prelude::*;
use std::sync::Arc;

/// The directory, and whether every entry of it could be read in full.
#[derive(Clone)]
pub struct Catalogue {
    /// The directory.
    pub directory: Arc<Directory>,
    /// Whether nothing of it was lost on reading.
    pub is_whole: bool,
}

/// Gives the directory to every page.
pub fn provide_catalogue(directory: Arc<Directory>, is_whole: bool) {
    provide_context(Catalogue { directory, is_whole });
}

/// The directory.
pub fn use_catalogue() -> Catalogue {
    expect_context()
}
