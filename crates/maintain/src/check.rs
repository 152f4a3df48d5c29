//! `cargo maintain check`: everything that is wrong with the data, in words.
//!
//! What the core's readers find comes first; each module beneath holds the
//! rules of one subject, about files that the core never sees together.

mod addresses;
mod ages;
mod alike;
mod colours;
mod crisis;
mod dates;
mod entry;
mod gap_notes;
mod glossary;
mod groupings;
mod guarded;
mod history;
mod imported;
mod links;
mod partners;
mod people;
mod phones;
mod plain;
mod postcodes;
mod schools;
mod referral;
mod offers;
mod self_help;
mod site;
mod text;
mod told;
mod training;
mod words;

use std::collections::BTreeSet;

use directory::crisis::Crisis;
use directory::day::Day;
use directory::finding::{Finding, Findings, Level};
use directory::listing::Listing;
use directory::record::{self, ListingRecord};
use directory::schools::Register;
use directory::site::Site;

pub use told::{Asked, tell};

use crate::data::{Data, Read};

/// What becomes of findings that depend on the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// They are warnings, so that no build turns red by itself overnight.
    Lenient,
    /// They are errors, as before a release.
    Strict,
}

/// Everything that is wrong as of a day: errors first, then by file.
pub fn run(data: &Data, today: Day, dates: Dates) -> Vec<Finding> {
    let mut ledger = Ledger { all: data.findings.clone() };
    let whole = Whole::read(data, &mut ledger);
    site::check(&whole, &mut ledger);
    colours::check(&whole, &mut ledger);
    groupings::check(&whole, &mut ledger);
    gap_notes::check(&whole, &mut ledger);
    crisis::check(&whole, &mut ledger);
    links::check(&whole, &mut ledger);
    schools::check(&whole, &mut ledger);
    referral::check(&whole, &mut ledger);
    offers::check(&whole, &mut ledger);
    training::check(&whole, &mut ledger);
    words::check(&whole, &mut ledger);
    glossary::check(&whole, &mut ledger);
    self_help::check(&whole, today, &mut ledger);
    for entry in &whole.entries {
        ledger.note(&entry.file.path, |findings| by_itself(entry, findings));
    }
    phones::check(&whole, &mut ledger);
    alike::check(&whole, &mut ledger);
    people::check(&whole, &mut ledger);
    plain::check(&whole, &mut ledger);
    for (path, value) in data.public() {
        let is_ours = data.words.public().all(|(words, _)| words != path);
        ledger.note(path, |findings| text::check(value, is_ours, findings));
    }
    history::check(&whole, today, &mut ledger);
    let mut dated = Ledger::default();
    dates::check(&whole, today, &mut dated);
    schools::check_dates(&whole, today, &mut dated);
    self_help::check_dates(&whole, today, &mut dated);
    ledger.all.extend(dated.all.into_iter().map(|finding| match (finding.level, dates) {
        (Level::Warning, Dates::Strict) => Finding { level: Level::Error, ..finding },
        _ => finding,
    }));
    ledger.all.retain(imported::matters);
    ledger.all.sort_by(|one, two| (one.level, &one.file).cmp(&(two.level, &two.file)));
    ledger.all
}

/// Rules that look at one entry and at nothing else.
fn by_itself(entry: &Entry<'_>, findings: &mut Findings) {
    entry::check(entry, findings);
    if let Some(listing) = &entry.listing {
        guarded::check(listing, findings);
    }
    imported::check(&entry.file.record, findings);
    phones::of_entry(&entry.file.record, findings);
    plain::of_entry(entry, findings);
}

/// The errors of some entries, each by itself, and beside what stands around
/// them: for whoever goes through entries part by part and never holds them all.
/// What only all of them together tell, that a successor is listed or a former id
/// belongs to nobody else, [`run`] says.
pub fn of_entries(around: &Data, files: &[Read<ListingRecord>]) -> Vec<Finding> {
    const OF_OTHERS: [&str; 3] = ["successor", "former_slugs", "funding.pays_for"];
    let mut ledger = Ledger::default();
    let mut whole = Whole::read(around, &mut Ledger::default());
    whole.entries = files.iter().map(|file| Entry::read(file, &mut ledger)).collect();
    for check in [crisis::check, links::check, schools::check, referral::check, offers::check, training::check] {
        check(&whole, &mut ledger);
    }
    phones::check(&whole, &mut ledger);
    for entry in &whole.entries {
        let path = &entry.file.path;
        ledger.note(path, |findings| by_itself(entry, findings));
        ledger.note(path, |findings| text::check(&entry.file.value, true, findings));
        crisis::stands_only_there(path, &entry.file.value, &crisis_numbers(around), &mut ledger);
    }
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let is_theirs = |one: &Finding| paths.contains(one.file.as_str()) && !OF_OTHERS.contains(&one.field.as_str());
    ledger.all.retain(|one| one.level == Level::Error && is_theirs(one));
    ledger.all
}

/// The numbers of crisis help, as digits.
fn crisis_numbers(data: &Data) -> Vec<String> {
    let routes = data.crisis.iter().flat_map(|file| &file.record.routes);
    routes.flat_map(crisis::numbers_of).map(crate::numbers::digits).collect()
}

/// Whether anything must be mended before the data is published.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level == Level::Error)
}

/// The data as records and as what the core makes of them.
struct Whole<'a> {
    data: &'a Data,
    site: Option<Site>,
    crisis: Option<Crisis>,
    /// The schools, with who answers for them whether or not that is published.
    register: Option<Register>,
    entries: Vec<Entry<'a>>,
}

/// One entry. `listing` is `None` where the core can make nothing of it.
struct Entry<'a> {
    file: &'a Read<ListingRecord>,
    listing: Option<Listing>,
}

impl<'a> Whole<'a> {
    fn read(data: &'a Data, ledger: &mut Ledger) -> Self {
        let site = data
            .site
            .as_ref()
            .map(|file| ledger.note(&file.path, |findings| Site::read(file.record.clone(), findings)));
        let crisis = data
            .crisis
            .as_ref()
            .map(|file| ledger.note(&file.path, |findings| Crisis::read(file.record.clone(), findings)));
        let register = schools::register(data, ledger);
        let entries = data.listings.iter().map(|file| Entry::read(file, ledger)).collect();
        Self { data, site, crisis, register, entries }
    }
}

impl<'a> Entry<'a> {
    fn read(file: &'a Read<ListingRecord>, ledger: &mut Ledger) -> Self {
        let listing = ledger.note(&file.path, |findings| record::listing(file.record.clone(), findings));
        Self { file, listing }
    }
}

/// Findings as they are collected over all files.
#[derive(Default)]
struct Ledger {
    all: Vec<Finding>,
}

impl Ledger {
    /// Adds what a rule has to say about one file.
    fn note<T>(&mut self, path: &str, tell: impl FnOnce(&mut Findings) -> T) -> T {
        let mut findings = Findings::of_file(path);
        let told = tell(&mut findings);
        self.all.extend(findings.into_vec());
        told
    }
}
