//! The directory, given to the pages that are drawn at build.

use directory::Directory;
use leptos::prelude::*;
use std::sync::Arc;

/// Gives the directory to every page.
pub fn provide_catalogue(directory: Arc<Directory>) {
    provide_context(directory);
}

/// The directory.
pub fn use_directory() -> Arc<Directory> {
    expect_context()
}
