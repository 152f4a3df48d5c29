//! Between a bundle and a directory: every entry read. Apart, so that a slow
//! phone can do something else between one step and the next.

use super::Directory;
use super::order::{by_id, repeated};
use crate::crisis::Crisis;
use crate::day::Day;
use crate::finding::{Finding, Findings};
use crate::history::History;
use crate::json::Json;
use crate::listing::Listing;
use crate::record::{self, Bundle, WHOLE, WordsRecord};
use crate::site::Site;

/// What a bundle holds, read but not yet ready to be searched.
#[derive(Debug)]
pub struct Entries {
    site: Site,
    crisis: Crisis,
    words: WordsRecord,
    made: Option<Day>,
    listings: Vec<Listing>,
    history: History,
    findings: Vec<Finding>,
}

impl Entries {
    /// Reads every entry of a bundle.
    pub fn of(bundle: Bundle<'_>) -> Self {
        let mut all = bundle.findings;
        let listings = entries(&bundle.listings, &mut all);
        let mut findings = Findings::of_file("site");
        let site = Site::read(bundle.site, &mut findings);
        all.extend(findings.into_vec());
        let mut findings = Findings::of_file("crisis");
        let crisis = Crisis::read(bundle.crisis, &mut findings);
        all.extend(findings.into_vec());
        let (words, made) = (bundle.words, Day::read(&bundle.made));
        let history = if WHOLE { History::read(&bundle.history, &mut all) } else { History::default() };
        Self { site, crisis, words, made, listings, history, findings: all }
    }

    /// The directory of them, as of a day, with all that is wrong.
    pub fn directory(self, today: Day) -> (Directory, Vec<Finding>) {
        let mut directory = Directory::new(self.site, self.crisis, self.words, self.listings, today);
        directory.made = self.made;
        directory.history = self.history;
        (directory, self.findings)
    }
}

fn place(at: usize) -> String {
    ["listings[", &at.to_string(), "]"].concat()
}

/// Every listing that can be read, with what is wrong in each among `all`.
fn entries(values: &[Json<'_>], all: &mut Vec<Finding>) -> Vec<Listing> {
    let mut listings: Vec<Listing> = Vec::with_capacity(values.len());
    let mut files = Vec::new();
    for (at, json) in values.iter().enumerate() {
        let mut findings = Findings::of_file(place(at));
        if let Some(listing) = record::listing_in(json, &mut findings) {
            listings.push(listing);
            files.push(at);
        }
        all.extend(findings.into_vec());
    }
    for row in repeated(&by_id(&listings), &listings).ones() {
        if let (Some(listing), Some(at)) = (listings.get(row), files.get(row)) {
            let mut findings = Findings::of_file(place(*at));
            findings.error("id", listing.id.as_str(), "Write an id of its own; the first with this one is kept.");
            all.extend(findings.into_vec());
        }
    }
    listings
}
