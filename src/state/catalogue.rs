//! The directory, given to the pages that are drawn at build.

use directory::Directory;
use directory::glossary::Glossary;
use leptos::prelude::*;
use std::sync::Arc;

/// Gives the directory to every page.
pub fn provide_catalogue(directory: Arc<Directory>) {
    provide_context(directory);
}

/// Gives the words that are explained to every page.
pub fn provide_glossary(glossary: Arc<Glossary>) {
    provide_context(glossary);
}

/// The words that are explained.
pub fn use_glossary() -> Arc<Glossary> {
    expect_context()
}

/// The directory.
pub fn use_directory() -> Arc<Directory> {
    expect_context()
}
