//! `cargo maintain history`: what has happened to an entry, day by day, as its history has it.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;

use crate::command::{Ended, Setting};

/// Which entries, and how to tell it.
#[derive(Args, Debug)]
pub struct Asked {}

/// Does it.
pub fn tell(_at: &Setting, _asked: &Asked, _out: &mut dyn Write, _aside: &mut dyn Write) -> Result<Ended> {
    bail!("not there yet")
}
