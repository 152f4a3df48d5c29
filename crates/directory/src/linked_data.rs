//! What machines may know of an entry: schema.org in JSON-LD.
//!
//! It says nothing that a reader of the page is not told, and only what some
//! source states: a machine does not read "we believe, not checked". Pages and
//! exports ask the same rule. No app has it.

mod node;
mod service;

pub use node::Node;
pub use service::about;
