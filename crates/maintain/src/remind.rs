//! `cargo maintain remind`: which partners owe a check this term, and one e-mail for each.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;

use crate::command::{Ended, Setting};

/// Whom to remind, and where to write it.
#[derive(Args, Debug)]
pub struct Asked {}

/// Does it.
pub fn tell(_at: &Setting, _asked: &Asked, _out: &mut dyn Write, _aside: &mut dyn Write) -> Result<Ended> {
    bail!("not there yet")
}
