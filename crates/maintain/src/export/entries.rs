//! The entries of a folder one after another: never more than one is held.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use directory::closed::Closed;
use directory::crisis::Crisis;
use directory::day::Day;
use directory::finding::{Finding, Findings, Level};
use directory::history::{Change, What};
use directory::json::Json;
use directory::listing::Listing;
use directory::record::{self, ChangeRecord, CrisisRecord, Fill, ListingRecord, Place, Reading, SiteRecord, fill};
use directory::site::Site;
use indicatif::ProgressBar;

use crate::check;
use crate::command::Setting;
use crate::data::{Data, Read};
use crate::files::{self, Folder, HISTORY};
use crate::tone;

/// What is known of a folder before any entry is read.
pub(super) struct Frame {
    pub(super) site: Site,
    pub(super) crisis: Crisis,
    /// The numbers of crisis help, as digits.
    numbers: Vec<String>,
    paths: Vec<PathBuf>,
    /// The day of the last change of each entry, by the id that it had then.
    changed: HashMap<Box<str>, Day>,
    is_quiet: bool,
}

/// One entry as it is read.
pub(super) struct Entry {
    pub(super) record: ListingRecord,
    pub(super) changed: Option<Day>,
}

impl Frame {
    /// Reads what stands around the entries; or what is wrong with it.
    pub(super) fn read(at: &Setting) -> Result<Result<Self, Vec<Finding>>> {
        let [site, crisis] = Folder::frame(&at.data)?;
        let mut found = Vec::new();
        let site = whole::<SiteRecord>(&site, &mut found);
        let crisis = whole::<CrisisRecord>(&crisis, &mut found);
        let numbers = crisis.as_ref().map(check::crisis_numbers).unwrap_or_default();
        let mut findings = Findings::of_file(at.data.join("site.json").display().to_string());
        let site = site.map(|record| Site::read(record, &mut findings));
        found.append(&mut findings.into_vec());
        let mut findings = Findings::of_file(at.data.join("crisis.json").display().to_string());
        let crisis = crisis.map(|record| Crisis::read(record, &mut findings));
        found.append(&mut findings.into_vec());
        found.retain(|finding| finding.level == Level::Error);
        let (Some(site), Some(crisis), true) = (site, crisis, found.is_empty()) else { return Ok(Err(found)) };
        let (paths, changed) = (files::entries(&at.data)?, changed(&at.data)?);
        Ok(Ok(Self { site, crisis, numbers, paths, changed, is_quiet: at.is_quiet }))
    }

    /// How many entries there are, sound or not.
    pub(super) fn count(&self) -> usize {
        self.paths.len()
    }

    /// Every entry that is sound; what is wrong with another is told by itself.
    pub(super) fn each(
        &self,
        doing: &'static str,
        mut tell: impl FnMut(Result<Entry, Vec<Finding>>) -> Result<()>,
    ) -> Result<()> {
        let bar: ProgressBar = tone::bar(self.is_quiet, u64::try_from(self.paths.len()).ok(), doing);
        for path in &self.paths {
            tell(self.entry(path)?)?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn entry(&self, path: &Path) -> Result<Result<Entry, Vec<Finding>>> {
        let (read, mut found) = Data::entry(&files::text_file(path)?);
        if let Some(read) = &read {
            found.extend(check::of_entry(read, &self.numbers));
            found.extend(misnamed(read));
        }
        found.retain(|finding| finding.level == Level::Error);
        Ok(match read.filter(|_| found.is_empty()) {
            Some(read) => Ok(Entry { changed: self.changed_on(&read.record), record: read.record }),
            None => Err(found),
        })
    }

    fn changed_on(&self, record: &ListingRecord) -> Option<Day> {
        let ids = record.former_slugs.iter().chain([&record.id]);
        ids.filter_map(|id| self.changed.get(id.as_str()).copied()).max()
    }
}

impl Entry {
    /// The same as the core understands it.
    pub(super) fn listing(&self) -> Result<Listing> {
        let listing = record::listing(self.record.clone(), &mut Findings::default());
        listing.with_context(|| format!("the entry {} cannot be read", self.record.id))
    }
}

/// An id is its file's name: so no two entries have one.
fn misnamed(read: &Read<ListingRecord>) -> Vec<Finding> {
    let mut findings = Findings::of_file(&read.path);
    if read.record.id != read.stem {
        findings.error("id", &read.record.id, format!("Write the name of the file: {}.", read.stem));
    }
    findings.into_vec()
}

fn whole<T: Fill + Default>(file: &files::TextFile, found: &mut Vec<Finding>) -> Option<T> {
    let mut findings = Findings::of_file(&file.path);
    let text = file.text.as_deref().unwrap_or_default();
    let mut record = T::default();
    let is_one = match Json::parse(text) {
        Ok(json) => record.fill(&json, &Place::Whole, &mut Reading::new(&mut findings)),
        Err(why) => {
            findings.error("", why.to_string(), "Mend this file: it is missing, or is no JSON.");
            false
        }
    };
    found.extend(findings.into_vec());
    is_one.then_some(record)
}

/// The last day on which the history tells something of each entry. A line that
/// is broken tells nothing; the check names it.
fn changed(data: &Path) -> Result<HashMap<Box<str>, Day>> {
    let (path, mut last) = (data.join(HISTORY), HashMap::new());
    if !path.is_file() {
        return Ok(last);
    }
    for line in std::io::BufRead::lines(files::lines(Some(&path))?) {
        let line = line.with_context(|| format!("cannot read {}", path.display()))?;
        let mut record = ChangeRecord::default();
        let (Ok(json), mut findings) = (Json::parse(&line), Findings::default()) else { continue };
        fill(&mut record, &json, &Place::Whole, &mut Reading::new(&mut findings));
        let Some(change) = Change::read(&record, &mut findings) else { continue };
        // A check by a person changes nothing of the entry but its day.
        if change.what.slug() != What::Checked.slug() {
            let day = last.entry(change.id.as_str().into()).or_insert(change.on);
            *day = change.on.max(*day);
        }
    }
    Ok(last)
}
