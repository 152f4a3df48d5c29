//! What a program says of itself: manual pages, and what a shell completes. Both
//! are made from the same description as `--help`, so that none can lag behind.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Command};
use clap_complete::Shell;

use crate::command::Ended;
use crate::files;

/// Which shell.
#[derive(Args, Debug)]
pub struct Complete {
    /// The shell: its completions are printed
    shell: Shell,
}

/// Where to write manual pages.
#[derive(Args, Debug)]
pub struct Man {
    /// The folder to write them to: one page for the program, one for each command
    out: PathBuf,
}

/// Prints what a shell needs to complete a program's commands.
pub fn complete(mut program: Command, name: &str, asked: &Complete, out: &mut dyn std::io::Write) -> Result<Ended> {
    let mut text = Vec::new();
    clap_complete::generate(asked.shell, &mut program, name, &mut text);
    out.write_all(&text)?;
    Ok(Ended::Well)
}

/// Writes a manual page for a program, and one for each of its commands.
pub fn man(program: Command, name: &'static str, asked: &Man) -> Result<Ended> {
    let mut program = program.name(name).bin_name(name).disable_help_subcommand(true);
    program.build();
    page(&program, name, &asked.out)?;
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        let own = format!("{name}-{}", command.get_name());
        page(&command.clone().name(own.clone()), &own, &asked.out)?;
    }
    Ok(Ended::Well)
}

fn page(command: &Command, name: &str, out: &Path) -> Result<()> {
    let mut text = Vec::new();
    // The page must not change from day to day: it carries no date.
    clap_mangen::Man::new(command.clone()).date("").render(&mut text).context("cannot write a manual page")?;
    let text = String::from_utf8(text).context("a manual page is no text")?;
    files::write(&out.join(format!("{name}.1")), &text)
}
