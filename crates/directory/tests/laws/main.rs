//! The laws of the core, tried on directories, addresses and questions that
//! nobody thought of.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made_up;

mod addresses;
mod ages;
mod asking;
mod broken;
mod colours;
mod finding;
mod explaining;
mod filling_in;
mod folding;
mod gaps;
mod merging;
mod narrowing;
mod offers;
mod planning;
mod reading;
mod shortlists;
mod taken_away;
mod sorting;
mod withdrawing;
mod young;
mod schools;
