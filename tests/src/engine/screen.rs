//! A screen of one's own that nobody sees, for the engine that needs one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process::Program;
use crate::tools;

/// A running screen and its name. Dropping it ends it.
#[derive(Debug)]
pub(super) struct Screen {
    _program: Program,
    /// What `DISPLAY` is to be.
    pub(super) name: String,
}

impl Screen {
    /// Starts a screen for one window. Nobody manages windows on it, so the
    /// window under the pointer has the focus; the pointer begins in the
    /// middle. Hence a small screen: its middle lies in the narrowest window.
    pub(super) fn start() -> Result<Self> {
        let mut command = Command::new(tools::program(&["Xvfb"])?);
        command
            .args(["-displayfd", "1", "-screen", "0", "600x600x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut program = Program::start(&mut command)?;
        let mut line = String::new();
        let pipe = program.stdout().context("Xvfb without a pipe")?;
        BufReader::new(pipe).read_line(&mut line)?;
        ensure!(!line.trim().is_empty(), "Xvfb did not start");
        Ok(Self { name: format!(":{}", line.trim()), _program: program })
    }
}
