//! A booklet as a PDF: contents and indexes with page numbers, bookmarks, and
//! the tags with which a screen reader finds its way.
//!
//! The words come as values and are set as text: nothing in the data can become
//! a command of the typesetter. No file is read, no clock and no network: from
//! the same words come the same bytes.

mod letters;
mod world;

use anyhow::{Result, bail};
use directory::booklet::Book;
use directory::day::Day;
use serde::Serialize;
use std::collections::BTreeSet;
use typst::diag::{Severity, SourceDiagnostic};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::World;

pub use letters::MISSING;

/// The paper that it is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// The paper of offices and libraries.
    #[default]
    A4,
    /// Half of it.
    A5,
}

/// A booklet, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Letters of the words that the typeface does not have. In their place
    /// stands [`letters::MISSING`].
    pub missing: BTreeSet<char>,
}

/// What the template reads.
#[derive(Serialize)]
struct Sheet<'a> {
    paper: Paper,
    /// Year, month and day.
    made: [i32; 3],
    book: &'a Book,
}

/// Typesets a booklet that was made on a day.
pub fn print(book: &Book, paper: Paper, made: Day) -> Result<Printed> {
    let fonts = world::fonts()?;
    let made = [made.year(), made.month().into(), made.day_of_month().into()];
    let mut words = serde_json::to_value(Sheet { paper, made, book })?;
    let missing = letters::replace(&mut words, &fonts);
    let world = World::new(fonts, &words)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    // A warning may say that page numbers are not the right ones yet.
    let document = match compiled.output {
        Ok(document) if compiled.warnings.is_empty() => document,
        Ok(_) => bail!("the booklet was not set: {}", told(&compiled.warnings)),
        Err(errors) => bail!("the booklet was not set: {}", told(&errors)),
    };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|why| anyhow::anyhow!("{}", why.message()))?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options)
        .map_err(|errors| anyhow::anyhow!("the booklet was not written: {}", told(&errors)))?;
    let pages = document.pages().len();
    // What was kept to be set again would stay in memory until the end.
    typst::comemo::evict(0);
    Ok(Printed { bytes, pages, missing })
}

fn told(diagnostics: &[SourceDiagnostic]) -> String {
    let one = |one: &SourceDiagnostic| match one.severity {
        Severity::Error => one.message.to_string(),
        Severity::Warning => format!("warning: {}", one.message),
    };
    diagnostics.iter().map(one).collect::<Vec<_>>().join("; ")
}
