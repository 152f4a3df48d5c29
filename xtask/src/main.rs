//! The developer's commands: set-up, serve, build, size, look, bench, test,
//! pack, fuzz, fixture.
//!
//! `cargo xtask serve` is all that a newcomer needs, `cargo xtask test` all
//! that a change needs. Whatever they use and the machine lacks goes into
//! `.tools/`, inside the repository; nothing else on the machine changes but,
//! for the browser tests, the system's own packages.
//!
//! Exit codes: 0 all well, 1 findings or failures, 2 wrong use.

mod bench;
mod files;
mod fixture;
mod fuzz;
mod hook;
mod look;
mod overlay;
mod pack;
mod process;
mod progress;
mod repository;
mod serve;
mod size;
mod style;
mod suites;
mod tools;
mod trunk;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The developer's commands of Waymark.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build, and serve the directory on 127.0.0.1.
    Serve(serve::Options),
    /// Make the site as it is published, in `dist/`.
    Build(trunk::Options),
    /// Weigh a built site, and fail if it is over its budget.
    Size(size::Options),
    /// Take pictures of every kind of page, for people to look at.
    Look(look::Options),
    /// Time a built site beside others that do the same.
    Bench(bench::Options),
    /// Install what the browser tests need, and run every suite.
    Test(suites::Options),
    /// Pack the archive from which a council makes its own directory, without Rust.
    Pack,
    /// Try every reader of what comes from outside on broken files.
    Fuzz(fuzz::Options),
    /// Write a large directory of made-up services, to measure with.
    Fixture(fixture::Options),
    /// What Trunk calls before and after a build.
    #[command(hide = true)]
    Hook {
        /// Before the app is compiled, or after.
        stage: hook::Stage,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Serve(options) => serve::run(&options).map(|()| true),
        Command::Build(options) => trunk::run(&options).map(|()| true),
        Command::Size(options) => size::run(&options),
        Command::Look(options) => look::run(&options).map(|()| true),
        Command::Bench(options) => bench::run(&options).map(|()| true),
        Command::Test(options) => suites::run(&options),
        Command::Pack => pack::run().map(|()| true),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Fixture(options) => fixture::run(&options).map(|()| true),
        Command::Hook { stage } => hook::run(stage).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
