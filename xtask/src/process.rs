//! Calling other commands: seen, read, or kept in a log.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::progress::{Step, clock};

/// A command that starts in the repository and asks nobody anything.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::repository::root()).stdin(Stdio::null());
    command
}

/// The same cargo that runs us.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command in plain sight.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| missing(command))?;
    if !status.success() {
        bail!("`{}` failed; what it said stands above", words(command));
    }
    Ok(())
}

/// Runs a command and gives what it wrote, if it succeeded.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| missing(command))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed: {}", words(command), said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Longer than anything of ours takes on a slow machine.
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// Runs a command with all that it says kept in `log`, and tells a person now
/// and then that it still runs. True if it succeeded; one that hangs is ended.
pub(crate) fn logged(command: &mut Command, log: &Path, step: &mut Step) -> Result<bool> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::options()
        .create(true)
        .append(true)
        .open(log)
        .with_context(|| format!("cannot write {}", log.display()))?;
    let mut child = command.stdout(file.try_clone()?).stderr(file).spawn().with_context(|| missing(command))?;
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        sleep(Duration::from_millis(100));
        step.tick(|| last_line(log));
        if began.elapsed() > LIMIT {
            child.kill()?;
            bail!("`{}` did not end within {}", words(command), clock(LIMIT));
        }
    }
}

/// The last lines of a log.
pub(crate) fn tail(log: &Path, lines: usize) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let all: Vec<_> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

fn last_line(log: &Path) -> String {
    let line = tail(log, 1);
    line.trim().chars().take(90).collect()
}

/// The command as a person would type it.
fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    std::iter::once(program.file_name().unwrap_or_default())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn missing(command: &Command) -> String {
    format!("cannot run `{}`", command.get_program().display())
}
