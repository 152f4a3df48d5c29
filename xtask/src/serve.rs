//! `cargo xtask serve`: from a clone to the open directory.
//!
//! Builds, serves what was built, and builds again when a file changes. We
//! serve it ourselves, not with `trunk serve`: that would answer what does not
//! exist with an empty page, and tell pages to reload by a script inside them,
//! which their own policy forbids. While a build fails the last good one stays.

mod watch;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::progress::Step;
use crate::trunk::{Profile, Source};
use crate::{repository, tools, trunk};

/// Of `cargo xtask serve`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build as it is published: smaller and quicker, but slower to build
    #[arg(long)]
    release: bool,
    #[command(flatten)]
    source: Source,
}

/// Serves until somebody stops it.
pub(crate) fn run(options: &Options) -> Result<()> {
    // Before anything is installed or built: eight minutes later is too late to
    // hear that the port was not free.
    let listener = host::listen(options.port, "cargo xtask serve")?;
    let address = host::address(&listener)?;
    // Not `dist/`, so that nobody publishes or weighs a build made for work.
    let (profile, dist) = match options.release {
        true => (Profile::Release, repository::dist()),
        false => (Profile::Dev, repository::site().join("serve")),
    };
    tools::for_build(profile)?;
    let mut watch = watch::Watch::new(watched(&options.source)?);
    build(profile, &options.source, &dist)?;
    println!("\nThe directory is open at {address}\nStop it with Ctrl+C. A change to a file builds it again.\n");

    let served = dist.clone();
    std::thread::spawn(move || host::serve(&listener, &served));
    loop {
        let changed = watch.next();
        println!("{} changed", repository::shown(&changed));
        match build(profile, &options.source, &dist) {
            Ok(()) => println!("Built again: reload {address}"),
            Err(error) => println!("{error:#}\nThe last good build is still at {address}"),
        }
    }
}

fn build(profile: Profile, source: &Source, dist: &Path) -> Result<()> {
    let expect = if dist.join("index.html").exists() { "" } else { "the first time takes a minute or two" };
    let step = Step::begin("build", expect);
    let built = trunk::build(profile, source, dist);
    step.end(if built.is_ok() { "done" } else { "failed" });
    built
}

/// All that a build reads.
fn watched(source: &Source) -> Result<Vec<PathBuf>> {
    let mut all: Vec<_> = ["src", "crates", "style", "public", "index.html", "Trunk.toml", "Cargo.toml"]
        .map(|name| repository::root().join(name))
        .into();
    all.push(match &source.data {
        Some(data) => repository::typed(data)?,
        None => repository::data(),
    });
    Ok(all)
}
