//! What the journeys stand on: three engines, a server with a diary, a page
//! that is read as a person reads it, and an accessibility audit.
//!
//! A journey finds things by role and name, waits for what a person would
//! see, and is plain top-to-bottom code: nothing here is async.

pub mod page;
pub mod run;
pub mod visit;

pub mod axe;
pub mod hosts;
pub mod html;
pub mod judged;
pub mod edition;
pub mod server;
pub mod paper;
pub mod tidy;

pub mod engine;
mod process;
mod tools;
mod wire;

pub use edition::Edition;
pub use engine::Engine;
pub use page::{Key, Page, Role, Thing};
pub use paper::{Paper, Size};
pub use run::{Journey, run};
pub use server::{Instead, Pages, Server};
pub use tools::{folder, root};
pub use visit::{Manner, Visit};

/// How a journey ends.
pub type Outcome = anyhow::Result<()>;
