//! `cargo xtask bench`: how long things take, beside a page that does the same.
//!
//! Times depend on the machine and on what else it does, so nothing here can
//! fail a test: a figure is said with its limit, and people judge.

mod booklet;
mod figures;
mod host;
mod lighthouse;
mod load;
mod npm;
mod pages;
mod peers;
mod search;
mod template;

use anyhow::Result;
use clap::{Args, Subcommand};

/// Of `cargo xtask bench`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Time the booklet, and say how much memory it takes
    Booklet(booklet::Options),
    /// Time loading, taking over and choosing, on a phone with a slow line
    Load(load::Options),
    /// Let Lighthouse look at home, results and a listing
    Lighthouse(lighthouse::Options),
    /// Time each staff page from the click on its link, with many listings and schools
    Pages(pages::Options),
    /// Ask search and other libraries the judged questions
    Search(search::Options),
}

/// Measures and prints.
pub(crate) fn run(options: &Options) -> Result<()> {
    match &options.what {
        What::Booklet(options) => booklet::run(options),
        What::Load(options) => load::run(options),
        What::Lighthouse(options) => lighthouse::run(options),
        What::Pages(options) => pages::run(options),
        What::Search(options) => search::run(options),
    }
}
