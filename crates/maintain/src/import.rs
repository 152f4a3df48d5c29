//! `cargo maintain import`: another directory's data, or a list, as entries that wait for a person's yes.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;

use crate::command::{Ended, Setting};

/// What to take in.
#[derive(Args, Debug)]
pub struct Asked {}

/// Does it.
pub fn tell(_at: &Setting, _asked: &Asked, _out: &mut dyn Write, _aside: &mut dyn Write) -> Result<Ended> {
    bail!("not there yet")
}
