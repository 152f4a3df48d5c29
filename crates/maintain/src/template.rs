//! `cargo maintain template`: the spreadsheet that a partner fills in.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;

use crate::command::{Ended, Setting};

/// Whose entries, and where to write them.
#[derive(Args, Debug)]
pub struct Asked {}

/// Does it.
pub fn tell(_at: &Setting, _asked: &Asked, _out: &mut dyn Write, _aside: &mut dyn Write) -> Result<Ended> {
    bail!("not there yet")
}
