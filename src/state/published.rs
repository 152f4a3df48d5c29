//! What is published, as its files have it: for whoever writes new ones.

use directory::finding::Findings;
use directory::record::{Bundle, ListingRecord, Place, Reading, SiteRecord, fill};

/// The settings and each entry of a bundle, as their files have them.
pub fn published(text: &str) -> Result<(SiteRecord, Vec<ListingRecord>), String> {
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
