//! A council without Rust: it unpacks the archive somewhere, and makes a
//! directory of its own with the one program in it. Needs the archive that
//! `cargo xtask pack` makes.

mod desk;

mod archive;
mod council;
mod same;
mod wrong;
