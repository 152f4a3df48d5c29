//! A screen of our own that nobody sees, for the engine that needs one.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, ensure};

use crate::process::Program;
use crate::tools;

static SCREEN: Mutex<Option<(Program, String)>> = Mutex::new(None);

/// The name of the screen, which the first to ask starts.
pub(super) fn display() -> Result<String> {
    let mut screen = SCREEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, name)) = &*screen {
        return Ok(name.clone());
    }
    let mut command = Command::new(tools::program(&["Xvfb"])?);
    command
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut program = Program::start(&mut command)?;
    let mut line = String::new();
    let pipe = program.stdout().context("Xvfb without a pipe")?;
    BufReader::new(pipe).read_line(&mut line)?;
    ensure!(!line.trim().is_empty(), "Xvfb did not start");
    let name = format!(":{}", line.trim());
    *screen = Some((program, name.clone()));
    Ok(name)
}

/// Takes the screen away. Called once, when all journeys are over.
pub(crate) fn end() {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner).take();
}
