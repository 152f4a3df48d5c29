//! `cargo maintain merge`: what partners sent back, compared with what was sent out and with what stands there now.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;

use crate::command::{Ended, Setting};

/// Which files, and whether to write.
#[derive(Args, Debug)]
pub struct Asked {}

/// Does it.
pub fn tell(_at: &Setting, _asked: &Asked, _out: &mut dyn Write, _aside: &mut dyn Write) -> Result<Ended> {
    bail!("not there yet")
}
