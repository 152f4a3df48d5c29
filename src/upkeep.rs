//! The app of the two pages for partners and coordinators: what somebody does
//! becomes the next value, the page is drawn from it, and that is all.
//!
//! It is an app of its own, so that nobody else loads how spreadsheets are read.
//! Nothing that is written or chosen in it is stored or sent.

mod merging;
mod updating;
mod written;

use crate::browser::{clock, load, page, place};
use crate::state::published;
use directory::day::Day;
use directory::finding::Level;
use directory::record::{ListingRecord, SiteRecord};
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
    let (site, records) = published(&text)?;
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
