//! What a page says to machines: schema.org in JSON-LD.
//!
//! It says nothing that a reader of the page is not told, and only what some
//! source states: a machine does not read "we believe, not checked". The types
//! and their properties are those that `tests/linked_data.rs` lists. It is a
//! block of data and no script, so the policy lets it stand.

mod page;
mod route;

pub use page::{Page, script};
