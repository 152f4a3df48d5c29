//! The booklets that were printed, given to the pages that lead to them.

use directory::booklet::Scope;
use leptos::prelude::*;

/// A booklet that lies ready as a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedBooklet {
    /// How much of the directory it holds.
    pub scope: Scope,
    /// How heavy it is.
    pub bytes: usize,
    /// How many pages it has.
    pub pages: usize,
}

/// Gives the booklets to every page.
pub fn provide_booklets(booklets: Vec<PrintedBooklet>) {
    provide_context(booklets);
}

/// The booklets.
pub fn use_booklets() -> Vec<PrintedBooklet> {
    use_context().unwrap_or_default()
}
