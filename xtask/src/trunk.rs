//! Calling Trunk: the app compiled, its data and pages added, one folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{process, repository, tools};

/// What goes into the site, for each command that builds one.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Source {
    /// The folder with the directory's data [default: data]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// The day to take as today, for a build that is the same on any day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
}

/// Of `cargo xtask build`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(flatten)]
    source: Source,
    /// The folder to write; what stands there is replaced [default: dist]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// How the app is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quickly, while somebody works on it.
    Dev,
    /// Small, as it is published; only from the versions in `Cargo.lock`.
    Release,
}

/// Makes the site as it is published.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::for_build(Profile::Release)?;
    let out = match &options.out {
        Some(out) => repository::typed(out)?,
        None => repository::dist(),
    };
    build(Profile::Release, &options.source, &out)?;
    println!("The site is in {}", repository::shown(&out));
    Ok(())
}

/// The built site that somebody named, as it is; otherwise the published one,
/// built now.
pub(crate) fn given_or_built(dist: Option<&Path>) -> Result<PathBuf> {
    if let Some(dist) = dist {
        return repository::typed(dist);
    }
    tools::for_build(Profile::Release)?;
    build(Profile::Release, &Source::default(), &repository::dist())?;
    Ok(repository::dist())
}

/// Builds a site into `out`, with the tools already there.
pub(crate) fn build(profile: Profile, source: &Source, out: &Path) -> Result<()> {
    fetch(profile)?;
    let _lock = one_at_a_time()?;
    process::run(&mut command(profile, source, out)?)
}

/// Brings every library here, so that the build itself needs no network.
pub(crate) fn fetch(profile: Profile) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["fetch", "--quiet"]);
    if profile == Profile::Release {
        cargo.arg("--locked");
    }
    process::run(&mut cargo).context(
        "the libraries could not be fetched: either crates.io cannot be reached, or Cargo.lock \
         is out of date (then run `cargo update --workspace` and commit it)",
    )
}

/// The call of Trunk that [`build`] makes.
///
/// Trunk stops at a `NO_COLOR` that is not `true` or `false`, so that wish is
/// passed on in its own words. Of a failure, what cargo and the hooks have said
/// is enough: its own account of it is a hundred lines longer.
pub(crate) fn command(profile: Profile, source: &Source, out: &Path) -> Result<std::process::Command> {
    is_ours_to_replace(out)?;
    let mut trunk = process::command("trunk");
    trunk
        .args(["build", "--offline", "--skip-version-check", "--log", "warn", "--dist"])
        .arg(out)
        .env("PATH", tools::path()?)
        .env_remove("NO_COLOR")
        .env("RUST_BACKTRACE", "0")
        .stdout(std::io::stderr());
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.args(["--color", "never"]);
    }
    if profile == Profile::Release {
        trunk.args(["--release", "--locked"]);
    }
    if let Some(data) = &source.data {
        trunk.env(crate::hook::DATA, repository::typed(data)?);
    }
    if let Some(today) = &source.today {
        trunk.env(crate::hook::TODAY, today);
    }
    Ok(trunk)
}

/// Two builds at a time would mix up what the hooks make; the second waits.
pub(crate) fn one_at_a_time() -> Result<File> {
    fs::create_dir_all(repository::site())?;
    let file = File::create(repository::site().join("lock"))?;
    if file.try_lock().is_err() {
        eprintln!("> Another build is going on in this repository; waiting for it");
        file.lock()?;
    }
    Ok(file)
}

/// Trunk empties the folder that it writes into: only one that is empty, or
/// that holds an earlier build, may be given to it.
fn is_ours_to_replace(out: &Path) -> Result<()> {
    let mut entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(_) if !out.exists() => return Ok(()),
        Err(error) => return Err(error).context(format!("cannot write into {}", out.display())),
    };
    let earlier = out.join("index.html").exists() || out.join(".stage").exists();
    if !earlier && entries.next().is_some() {
        bail!(
            "{} is not empty and holds no earlier build; a build would delete what is in it. Name another folder",
            out.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_things_in_it_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("waymark-out-{}", std::process::id()));
        assert!(is_ours_to_replace(&folder).is_ok());
        fs::create_dir_all(&folder).unwrap();
        assert!(is_ours_to_replace(&folder).is_ok());
        fs::write(folder.join("thesis.txt"), "years of work").unwrap();
        assert!(is_ours_to_replace(&folder).is_err());
        fs::write(folder.join("index.html"), "").unwrap();
        assert!(is_ours_to_replace(&folder).is_ok());
        fs::remove_dir_all(&folder).unwrap();
    }
}
