//! `cargo xtask bench search`, the half with the browser: has each library
//! answer the judged questions, and tells what it found and how long it took.
//!
//! All turns are taken in one page, each in a worker of its own. In a round
//! every library has its turn, forwards and then backwards, so that whatever
//! else the machine does falls on all of them alike. Every turn, and every
//! question that was judged, is one line of JSON; what the lines mean together
//! is for `xtask` to say.

mod turns;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Parser;
use directory::Directory;
use directory::day::Day;
use directory::record::bundle_for_lists;
use serde_json::{Value, json};
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Manner, Visit, judged, root};

/// Has libraries answer questions.
#[derive(Parser)]
struct Arguments {
    /// The folder with the page and the libraries, one file each.
    #[arg(long)]
    site: PathBuf,
    /// A library: the name of its file, without the end.
    #[arg(long)]
    library: Vec<String>,
    /// The whole bundle whose entries the questions were judged by.
    #[arg(long)]
    judged: PathBuf,
    /// A whole bundle to take times with: its name, its file, how many rounds.
    #[arg(long, num_args = 3, value_names = ["NAME", "FILE", "ROUNDS"])]
    timed: Vec<String>,
    /// Judge no answers.
    #[arg(long)]
    no_quality: bool,
}

/// The bundle's file in the folder that is served.
const JUDGED: &str = "judged";

/// As long as a bench of the largest directory may take on a busy machine.
const LIMIT: Duration = Duration::from_secs(90 * 60);

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    // Clocks are exact only in a page that nobody else's page can look into.
    let headers = "/*\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n";
    fs::write(arguments.site.join("_headers"), headers)?;
    let whole = shorten(&arguments.judged, &arguments.site, JUDGED)?;
    let directory = read(&whole)?;
    let questions = judged::read(&root().join("tests/search"))?;
    if questions.is_empty() {
        bail!("there is no question in tests/search");
    }
    let visit = Visit::to_pages(Engine::Chromium, Pages::Folder(arguments.site.clone()), "/")?;
    let page = visit.browser_for(&Manner::DESKTOP, LIMIT)?;
    page.open_plain("index.html")?;
    if !arguments.no_quality {
        for library in &arguments.library {
            for line in
                turns::judged(&page, library, JUDGED, &questions, &directory).with_context(|| library.clone())?
            {
                println!("{line}");
            }
        }
    }
    for timed in arguments.timed.chunks_exact(3) {
        shorten(Path::new(&timed[1]), &arguments.site, &timed[0])?;
        let mut libraries = arguments.library.clone();
        for round in 1..=timed[2].parse::<u32>()? {
            for library in &libraries {
                let told = turns::timed(&page, library, &timed[0], &questions).with_context(|| library.clone())?;
                println!("{}", line(library, &timed[0], round, told));
            }
            libraries.reverse();
        }
    }
    Ok(())
}

fn line(library: &str, entries: &str, round: u32, mut told: Value) -> Value {
    told["library"] = json!(library);
    told["entries"] = json!(entries);
    told["round"] = json!(round);
    told
}

/// The directory of a bundle, as of the day for which it was made.
fn read(bundle: &str) -> Result<Directory> {
    let made = serde_json::from_str::<Value>(bundle)?["made"].as_str().and_then(Day::read);
    let made = made.context("the bundle does not say when it was made")?;
    let (directory, _) = Directory::read(bundle, made).map_err(|why| anyhow::anyhow!("{why}"))?;
    Ok(directory)
}

/// Puts the bundle that lists need where it is served, as the app loads it,
/// and gives the whole one.
fn shorten(whole: &Path, site: &Path, name: &str) -> Result<String> {
    let text = fs::read_to_string(whole).with_context(|| format!("cannot read {}", whole.display()))?;
    let lists = bundle_for_lists(&text).map_err(|why| anyhow::anyhow!("{}: {why}", whole.display()))?;
    fs::write(site.join(format!("{name}.json")), lists)?;
    Ok(text)
}
