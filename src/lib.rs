//! The app: screens only, no rules. What a listing is and which one fits is
//! said in the `directory` crate.
//!
//! One set of pieces draws the pages at build (`ssr`) and in the browser
//! (`csr`). What has nothing to choose is drawn at build only, and fetched.

// Views are types, one inside the other, deeper than the default allows.
#![recursion_limit = "256"]

pub mod app;
pub mod browser;
pub mod components;
pub mod desk;
pub mod pages;
pub mod start;
pub mod state;
pub mod take_away;
#[cfg(feature = "keeper")]
pub mod upkeep;
