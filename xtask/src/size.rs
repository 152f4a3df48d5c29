//! `cargo xtask size`: what a built site weighs, and whether that is allowed.
//!
//! Bytes are exact, so they are held to budgets: those of `budgets.json`, in
//! brotli at quality 11, as a careful host sends them. A budget only goes up
//! in a commit that says why.

mod budget;
mod first_visit;
mod weigh;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::json;

use crate::trunk;
pub(crate) use budget::Verdict;
pub(crate) use weigh::compressed;
use weigh::{Group, Weight};

/// Of `cargo xtask size`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Weigh this built site as it is [default: build dist and weigh that]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

/// All that was weighed.
struct Report {
    files: Vec<Weight>,
    first_visit: Vec<Weight>,
    verdicts: Vec<Verdict>,
}

/// Prints the weights; true if every budget is kept.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let report = report(&trunk::given_or_built(options.dist.as_deref())?)?;
    match options.json {
        true => println!("{:#}", report.json()),
        false => report.print(),
    }
    Ok(report.verdicts.iter().all(Verdict::is_kept))
}

/// Weighs a site and prints its table, for the suite of that name.
pub(crate) fn verdicts(dist: &Path) -> Result<Vec<Verdict>> {
    let report = report(dist)?;
    report.print();
    Ok(report.verdicts)
}

fn report(dist: &Path) -> Result<Report> {
    let start = dist.join("results.html");
    if !start.is_file() {
        bail!("{} is missing; is {} a built site?", start.display(), dist.display());
    }
    let files = weigh::folder(dist)?;
    let names = first_visit::names(dist, "results.html")?;
    let first_visit: Vec<_> = files.iter().filter(|file| names.contains(&file.name)).cloned().collect();
    let budgets = budget::read()?;
    let wasm: Vec<_> = first_visit.iter().filter(|file| file.name.ends_with(".wasm")).cloned().collect();
    if wasm.is_empty() {
        bail!("results.html leads to no .wasm file, so its first visit cannot be weighed");
    }
    // What paints before the app: without it, and before it has come.
    let is_read = |file: &&Weight| file.name.ends_with(".html") || file.name.ends_with(".css");
    let results_page: Vec<_> = first_visit.iter().filter(is_read).cloned().collect();
    let is_listing = |file: &&Weight| file.name.starts_with("service/") || file.name.starts_with("staff/service/");
    let listing_page = files.iter().filter(is_listing).map(|file| file.brotli).max();
    let listing_page = listing_page.context("there is no page of a listing to weigh")?;
    let staff_visit = heaviest_of_staff(dist, &files)?;
    let list_visit = visit(dist, &files, LIST)?;
    let [update, merge] = UPKEEP;
    let keeper_visit = visit(dist, &files, update)?.max(visit(dist, &files, merge)?);
    let verdicts = vec![
        Verdict::new("first visit to results.html", weigh::total(&first_visit).brotli, budgets.first_visit),
        Verdict::new("the .wasm of it", weigh::total(&wasm).brotli, budgets.wasm),
        Verdict::new("results.html and its style", weigh::total(&results_page).brotli, budgets.results_page),
        Verdict::new("the largest page of a listing", listing_page, budgets.listing_page),
        Verdict::new("the heaviest first visit to a staff page", staff_visit, budgets.staff_visit),
        Verdict::new("a first visit to list.html", list_visit, budgets.list_visit),
        Verdict::new("a first visit to update.html or merge.html", keeper_visit, budgets.keeper_visit),
    ];
    Ok(Report { files, first_visit, verdicts })
}

/// The page of the reader's own list.
const LIST: &str = "list.html";

/// The pages for partners and coordinators.
const UPKEEP: [&str; 2] = ["update.html", "merge.html"];

/// What a page loads for whoever has never been here, its apps included.
fn visit(dist: &Path, files: &[Weight], page: &str) -> Result<u64> {
    let names = first_visit::names(dist, page)?;
    Ok(files.iter().filter(|file| names.contains(&file.name)).map(|file| file.brotli).sum())
}

/// What the heaviest of the pages loads that the app of the staff pages works.
fn heaviest_of_staff(dist: &Path, files: &[Weight]) -> Result<u64> {
    let mut heaviest = None;
    for page in files.iter().map(|file| &file.name).filter(|name| is_of_staff(name)) {
        let names = first_visit::names(dist, page)?;
        if names.iter().any(|name| name.starts_with("boot-staff-")) {
            heaviest = heaviest.max(Some(visit(dist, files, page)?));
        }
    }
    heaviest.context("no page leads to the app of the staff pages, so no visit to one can be weighed")
}

/// Whether a page lies where those pages lie: at the top, or in the folder of
/// the staff pages and no deeper.
fn is_of_staff(name: &str) -> bool {
    let inner = name.strip_prefix("staff/").unwrap_or(name);
    inner.ends_with(".html") && !inner.contains('/')
}

impl Report {
    fn print(&self) {
        println!("{:>10} {:>10}  (bytes)", "raw", "brotli");
        for group in weigh::groups(&self.files) {
            println!("{group}");
        }
        println!("{}", Group::all("all files", &self.files));
        println!("\nFirst visit to results.html, everything included:");
        self.first_visit.iter().for_each(|file| println!("{file}"));
        println!();
        self.verdicts.iter().for_each(|verdict| println!("{verdict}"));
    }

    fn json(&self) -> serde_json::Value {
        let list = |files: &[Weight]| files.iter().map(Weight::json).collect::<Vec<_>>();
        json!({
            "files": list(&self.files),
            "total": weigh::total(&self.files).json(),
            "first_visit": {
                "page": "results.html",
                "files": list(&self.first_visit),
                "total": weigh::total(&self.first_visit).json(),
            },
            "budgets": self.verdicts.iter().map(Verdict::json).collect::<Vec<_>>(),
        })
    }
}

/// A file's text; built sites are UTF-8.
fn text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
