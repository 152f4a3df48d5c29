//! `cargo xtask fuzz`: every reader of what comes from outside, on broken files,
//! for as long as one likes.

use anyhow::Result;
use clap::Args;

use crate::process;

/// The package that does it.
pub(crate) const FUZZ: &str = "waymark-fuzz";

/// Of `cargo xtask fuzz`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The reader to try; each of them, one after the other, if absent
    reader: Option<String>,
    /// For how many minutes each is tried
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=1440))]
    minutes: u64,
    /// From which number what is tried is drawn, to try the same again
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// Tries them; whether nothing was found.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--profile", "fuzz", "--package", FUZZ, "--locked", "--", "run"]);
    cargo.args(["--seconds", &(options.minutes * 60).to_string()]).args(&options.reader);
    if let Some(seed) = options.seed {
        cargo.args(["--seed", &seed.to_string()]);
    }
    Ok(cargo.status()?.success())
}
