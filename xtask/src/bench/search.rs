//! `cargo xtask bench search`: what search finds, how often it understands
//! wrongly, and how long it takes, beside libraries that do the same.
//!
//! The questions are those of `tests/search`, judged before there was a search
//! to please. What is found is judged over `data`; times are taken over
//! made-up directories of three sizes too, in one page of Chromium. What the
//! libraries are given stands in `tests/peers/search`.

mod made;
mod quality;
mod speed;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::progress::Step;
use crate::suites::TESTS;
use crate::tools::{self, Engine};
use crate::trunk::Profile;
use crate::{process, repository};
use made::Made;
use quality::Quality;
use speed::Speed;

/// Of `cargo xtask bench search`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Measure only this [default: both]
    #[arg(long, value_enum, value_name = "PART")]
    only: Option<Part>,
    /// How often each library makes its index and answers; the largest
    /// directory takes a third of it
    #[arg(long, default_value_t = 9)]
    rounds: u32,
    /// Write JSON instead of tables
    #[arg(long)]
    json: bool,
}

/// What can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// What is found, and what is understood
    Quality,
    /// How long an index and an answer take
    Speed,
}

/// A library: the name of its file in `tests/peers/search`, and its own.
struct Library {
    file: &'static str,
    name: &'static str,
}

/// Ours, and then the others.
const LIBRARIES: [Library; 7] = [
    Library { file: "engine", name: "ours" },
    Library { file: "minisearch", name: "MiniSearch" },
    Library { file: "fuse", name: "Fuse.js" },
    Library { file: "flexsearch", name: "FlexSearch" },
    Library { file: "orama", name: "Orama" },
    Library { file: "ufuzzy", name: "uFuzzy" },
    Library { file: "lunr", name: "lunr" },
];

/// How many made-up services the directories have, and what part of the rounds.
const SIZES: [(u32, u32); 3] = [(150, 1), (2_000, 1), (20_000, 3)];

/// Measures and prints.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::for_engine(Engine::Chromium)?;
    tools::for_build(Profile::Release)?;
    let is_wanted = |part| options.only.is_none_or(|only| only == part);
    let made = made::make()?;
    // Which of them have to be beaten is known by what they find, so that is
    // always asked.
    let lines = answers(&made, is_wanted(Part::Speed).then_some(options.rounds))?;
    let quality = Quality::of(&lines);
    let speed = Speed::of(&lines, &quality);
    match options.json {
        true => {
            let mut all = json!({ "weights": made.json(), "quality": quality.json() });
            if is_wanted(Part::Speed) {
                all["speed"] = speed.json();
            }
            println!("{all:#}");
        }
        false => {
            println!("{made}");
            if is_wanted(Part::Quality) {
                println!("{quality}");
            }
            if is_wanted(Part::Speed) {
                println!("{speed}");
            }
        }
    }
    Ok(())
}

/// Has the browser ask every library, and gives its lines.
fn answers(made: &Made, rounds: Option<u32>) -> Result<Vec<Value>> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--locked", "--package", TESTS, "--bin", "search", "--"]);
    cargo.arg("--site").arg(&made.site).arg("--judged").arg(made::bundle(&repository::data(), "data")?);
    for library in &LIBRARIES {
        cargo.args(["--library", library.file]);
    }
    for (listings, part) in SIZES.iter().filter(|_| rounds.is_some()) {
        let rounds = rounds.unwrap_or(1).div_ceil(*part);
        cargo.args(["--timed", &listings.to_string()]).arg(made::fixture(*listings)?).arg(rounds.to_string());
    }
    let mut step = Step::begin("asking", &format!("{} libraries in turns", LIBRARIES.len()));
    let mut child = cargo
        .env("WAYMARK_TOOLS", repository::tools())
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo cannot be run")?;
    let said = child.stdout.take().context("the browser's half says nothing")?;
    let mut lines: Vec<Value> = Vec::new();
    for line in BufReader::new(said).lines() {
        lines.push(serde_json::from_str(&line?).context("the browser's half says what nobody understands")?);
        step.tick(|| lines.last().map(doing).unwrap_or_default());
    }
    if !child.wait()?.success() {
        bail!("nothing was measured; the reason stands above");
    }
    let file = made::folder().join("lines.json");
    fs::write(&file, lines.iter().map(|line| format!("{line}\n")).collect::<String>())?;
    step.end(&format!("every question stands in {}, done", repository::shown(&file)));
    Ok(lines)
}

fn doing(line: &Value) -> String {
    format!(
        "{}, {} entries",
        line["library"].as_str().unwrap_or_default(),
        line["entries"].as_str().unwrap_or("judged")
    )
}
