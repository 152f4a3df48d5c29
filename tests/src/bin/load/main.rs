//! `cargo xtask bench load` and `pages`, the half with the browser: opens pages as a phone
//! on a slow line does, and tells what came when.
//!
//! Each visit is a browser that knows nothing. The pages take turns, forwards
//! and then backwards, so that whatever else the machine does falls on all of
//! them alike. Every visit is one line of JSON; what the lines mean together
//! is for `xtask` to say.

mod clicks;
mod keystrokes;
mod pages;
mod visit;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use serde_json::{Value, json};
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Manner, Page, Visit};

/// Opens pages and tells what came when.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
    /// How often each page is opened
    #[arg(long, global = true, default_value_t = 9)]
    rounds: u32,
    /// A page: its name, what to wait for (`load`, `row` or `ready`), address
    #[arg(long, global = true, num_args = 3, value_names = ["NAME", "UNTIL", "ADDRESS"])]
    page: Vec<String>,
}

#[derive(Clone, Copy, Subcommand)]
enum What {
    /// When the page is painted, when its first row stands, when it can be used
    Visits,
    /// How long a click waits while the app starts
    Takeover,
    /// How long a choice takes, once the page can be used
    Clicks,
    /// How long the page works on a key in the field for own words
    Keystrokes,
    /// How long a staff page takes from the click on its link, and one choice on it
    Pages,
}

/// What a page is opened for.
pub(crate) struct Target {
    name: String,
    until: String,
    address: String,
}

/// Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
const DOWN: u32 = 1_600_000 / 8;
const UP: u32 = 750_000 / 8;
const LATENCY: u32 = 150;
/// A phone's processor, next to one on a desk.
const SLOWER: u32 = 4;

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
    let mut targets: Vec<_> = arguments
        .page
        .chunks_exact(3)
        .map(|page| Target { name: page[0].clone(), until: page[1].clone(), address: page[2].clone() })
        .collect();
    if targets.is_empty() {
        bail!("name a page: --page NAME UNTIL ADDRESS");
    }
    // Serves nothing: it is the only way out of the browser, and leads nowhere.
    let nothing = Visit::to_pages(Engine::Chromium, Pages::Memory([].into()), "/")?;
    // The first round makes the host pack its files, and is not counted.
    for round in 0..=arguments.rounds {
        for target in &targets {
            let seen = one(arguments.what, &nothing, target).with_context(|| target.name.clone())?;
            if round > 0 {
                println!("{}", json!({ "page": target.name, "round": round, "seen": seen }));
            }
        }
        targets.reverse();
    }
    Ok(())
}

fn one(what: What, nothing: &Visit, target: &Target) -> Result<Value> {
    let manner = if matches!(what, What::Pages) { Manner::DESKTOP } else { Manner::PHONE };
    let page = nothing.browser(&manner)?;
    slow_down(&page)?;
    match what {
        What::Visits => visit::seen(&page, target),
        What::Takeover => visit::clicked(&page, target),
        What::Clicks => clicks::taken(&page, target),
        What::Keystrokes => keystrokes::typed(&page, target),
        What::Pages => pages::drawn(&page, target),
    }
}

/// Makes the line and the processor those of a phone, and lets a watcher in
/// before anything of the page.
fn slow_down(page: &Page<'_>) -> Result<()> {
    let session = page.session();
    session.chromium("Network.enable", &json!({}))?;
    session.chromium(
        "Network.emulateNetworkConditions",
        &json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP }),
    )?;
    session.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    session.chromium("Page.enable", &json!({}))?;
    session.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": include_str!("watch.js") }))?;
    Ok(())
}
