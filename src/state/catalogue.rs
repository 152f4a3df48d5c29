//! The directory, given to the pages that are drawn at build.

use directory::Directory;
use directory::glossary::Glossary;
use directory::leaflet::LeafletTexts;
use directory::schools::Register;
use directory::self_help::SelfHelp;
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

/// Gives the register of schools, if there is one, to every page.
pub fn provide_register(register: Option<Arc<Register>>) {
    provide_context(register);
}

/// The register of schools, if there is one.
pub fn use_register() -> Option<Arc<Register>> {
    use_context().flatten()
}

/// Gives the published pages to read at home to every page.
pub fn provide_self_help(pages: Arc<SelfHelp>) {
    provide_context(pages);
}

/// The published pages to read at home.
pub fn use_self_help() -> Arc<SelfHelp> {
    expect_context()
}

/// Gives our own words on leaflets, as far as they are approved, to every page.
pub fn provide_leaflet_texts(texts: Arc<LeafletTexts>) {
    provide_context(texts);
}

/// Our own words on leaflets, as far as they are approved.
pub fn use_leaflet_texts() -> Arc<LeafletTexts> {
    expect_context()
}
