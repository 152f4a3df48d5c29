//! What outlives a page: what the reader has before them, and the directory.

mod catalogue;
mod reader;
mod session;

pub use catalogue::{provide_catalogue, use_directory};
pub use reader::{ROWS, Reader};
pub use session::Session;
