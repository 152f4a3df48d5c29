//! `cargo xtask bench lighthouse`: what Lighthouse says of home, results and a
//! listing, as a phone opens them.
//!
//! Performance depends on the machine and is a median of several runs; the
//! other scores do not, and each audit that fails is named. A trial copy asks
//! search engines to stay away, which costs it points that a released one has.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::{Value, json};

use super::figures::Figures;
use super::host::Host;
use super::peers;
use crate::progress::Step;
use crate::tools::{self, Engine};
use crate::{process, repository, trunk};

/// Of `cargo xtask bench lighthouse`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Look at this built site as it is [default: build dist]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// How often each page is looked at
    #[arg(long, default_value_t = 3)]
    rounds: u32,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

/// The categories, and the least that each should reach.
const WANTED: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

/// Chromium as it is started everywhere here: alone, and asking nobody.
const FLAGS: &str = "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync --disable-extensions";

/// All reports of one page.
struct Looks {
    page: String,
    reports: Vec<Value>,
}

/// Looks and prints.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::for_engine(Engine::Chromium)?;
    tools::for_lighthouse()?;
    let dist = trunk::given_or_built(options.dist.as_deref())?;
    let host = Host::start(&dist)?;
    let listing = format!("service/{}.html", peers::first_row(&dist)?);
    let mut all = Vec::new();
    for page in ["index.html", "results.html", &listing] {
        let mut step = Step::begin(page, &format!("{} times", options.rounds));
        let reports = (1..=options.rounds).map(|round| look(&host.address(page), round, &mut step));
        all.push(Looks { page: page.to_owned(), reports: reports.collect::<Result<_>>()? });
        step.end("done");
    }
    match options.json {
        true => println!("{:#}", json!(all.iter().map(Looks::json).collect::<Vec<_>>())),
        false => all.iter().for_each(Looks::print),
    }
    Ok(())
}

/// One report; what Lighthouse says meanwhile is kept in a log.
fn look(address: &str, round: u32, step: &mut Step) -> Result<Value> {
    let folder = repository::root().join("target/lighthouse");
    fs::create_dir_all(&folder)?;
    let name: String = address.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let file = folder.join(format!("{name}-{round}.json"));
    let _ = fs::remove_file(&file);
    let mut lighthouse = process::command(tools::lighthouse());
    lighthouse
        .arg(address)
        .args(["--output=json", "--quiet", "--form-factor=mobile", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", WANTED.map(|(name, _)| name).join(",")))
        .arg(FLAGS)
        .arg(format!("--output-path={}", file.display()))
        .env("CHROME_PATH", tools::chromium().context("Chromium is not on PATH")?);
    let log = repository::logs().join("lighthouse.log");
    if !process::logged(&mut lighthouse, &log, step)? {
        bail!("Lighthouse did not look at {address}; it says:\n{}", process::tail(&log, 20));
    }
    read(&file)
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let report: Value = serde_json::from_str(&text)?;
    match report["runtimeError"]["message"].as_str() {
        Some(why) => bail!("Lighthouse could not look: {why}"),
        None => Ok(report),
    }
}

impl Looks {
    /// The median of a category, in points of 100.
    fn score(&self, category: &str) -> Option<f64> {
        let scores = self.reports.iter().filter_map(|report| report["categories"][category]["score"].as_f64());
        Figures::of(scores.map(|score| (score * 100.0).round()).collect()).map(|figures| figures.median)
    }

    /// A measurement such as `first-contentful-paint`.
    fn figures(&self, audit: &str) -> Option<Figures> {
        Figures::of(self.reports.iter().filter_map(|report| report["audits"][audit]["numericValue"].as_f64()).collect())
    }

    /// Every audit of the last report that counts and is not passed.
    fn failing(&self) -> Vec<String> {
        let Some(report) = self.reports.last() else { return Vec::new() };
        let mut found = Vec::new();
        for (category, _) in WANTED {
            let audits = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
            for audit in audits.filter(|audit| audit["weight"].as_f64().is_some_and(|weight| weight > 0.0)) {
                let about = &report["audits"][audit["id"].as_str().unwrap_or_default()];
                if about["score"].as_f64().is_some_and(|score| score < 0.9) {
                    let said = about["displayValue"].as_str().unwrap_or_default();
                    found.push(format!("{category}: {} {said}", about["title"].as_str().unwrap_or_default()));
                }
            }
        }
        found
    }

    fn print(&self) {
        println!("{}", self.page);
        for (category, wanted) in WANTED {
            let score = self.score(category).unwrap_or_default();
            let word = if score >= wanted { "kept" } else { "UNDER" };
            println!("  {word}: {category} {score:.0}, at least {wanted:.0}");
        }
        for audit in MEASURED {
            if let Some(figures) = self.figures(audit) {
                println!("  {audit}: {figures} ms");
            }
        }
        if let Some(shift) = self.figures("cumulative-layout-shift") {
            println!("  cumulative-layout-shift: {:.4}", shift.most);
        }
        self.failing().iter().for_each(|audit| println!("  not passed: {}", audit.trim()));
    }

    fn json(&self) -> Value {
        let scores = WANTED.iter().map(|(name, _)| ((*name).to_owned(), json!(self.score(name))));
        let figures = MEASURED.iter().filter_map(|name| Some(((*name).to_owned(), self.figures(name)?.json())));
        json!({
            "page": self.page,
            "scores": Value::Object(scores.collect()),
            "figures": Value::Object(figures.collect()),
            "not_passed": self.failing(),
        })
    }
}

/// What Lighthouse measures, in milliseconds.
const MEASURED: [&str; 4] =
    ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_and_is_not_passed_is_named() {
        let report = |score: f64| {
            json!({
                "categories": { "seo": { "score": score, "auditRefs": [
                    { "id": "is-crawlable", "weight": 4 }, { "id": "hint", "weight": 0 }
                ] } },
                "audits": { "is-crawlable": { "score": 0, "title": "Page is blocked" }, "hint": { "score": 0 } },
            })
        };
        let looks = Looks { page: "x".to_owned(), reports: vec![report(0.6), report(0.7), report(0.9)] };
        assert_eq!(looks.score("seo"), Some(70.0));
        assert_eq!(looks.failing(), ["seo: Page is blocked "]);
    }
}
