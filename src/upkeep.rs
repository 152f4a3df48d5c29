//! The app of the two pages for partners and coordinators: what somebody does
//! becomes the next value, the page is drawn from it, and that is all.
//!
//! It is an app of its own, so that nobody else loads how spreadsheets are read.
//! Nothing that is written or chosen in it is stored or sent.

mod merging;
mod updating;
mod written;

use crate::browser::{clock, load, page, place};
use directory::day::Day;
use directory::finding::{Findings, Level};
use directory::record::{Bundle, ListingRecord, Place, Reading, SiteRecord, fill};
use directory::{Address, Directory};
use std::sync::Arc;

/// What both pages begin with.
struct Begun {
    /// What is published, as of today.
    directory: Arc<Directory>,
    /// The site's own settings, as they are written.
    site: Arc<SiteRecord>,
    /// Each entry of it, as its file has it.
    records: Arc<[ListingRecord]>,
    /// Where the page is drawn.
    place: page::Place,
}

/// Loads what is published and draws the page.
pub async fn start() -> Result<(), String> {
    let text = load::directory().await?;
    let today = clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    let (directory, findings) = Directory::read(&text, today).map_err(|why| why.to_string())?;
    // Whoever compares with a part of the entries would be told wrong things.
    if findings.iter().any(|finding| finding.level == Level::Error) {
        return Err("a part of the list could not be read".to_owned());
    }
    let (site, records) = records(&text)?;
    let place = page::place_of("upkeep").ok_or("this page has no place for the app")?;
    let begun = Begun { directory: Arc::new(directory), site: Arc::new(site), records: records.into(), place };
    let (file, _) = place::here();
    match Address::read(&file, "", &begun.directory.site.areas).0 {
        Address::Update => updating::begin(begun),
        Address::Merge => merging::begin(begun),
        _ => return Err("this is none of the pages for partners and coordinators".to_owned()),
    }
    page::mark_ready();
    Ok(())
}

/// The settings and each entry of a bundle, as their files have them.
fn records(text: &str) -> Result<(SiteRecord, Vec<ListingRecord>), String> {
    let bundle = Bundle::read(text).map_err(|why| why.to_string())?;
    let mut findings = Findings::default();
    let mut reading = Reading::new(&mut findings);
    let read = |json| {
        let mut record = ListingRecord::default();
        fill(&mut record, json, &Place::Whole, &mut reading).then_some(record)
    };
    let records = bundle.listings.iter().filter_map(read).collect();
    Ok((bundle.site, records))
}
