//! The entries of a folder one after another: never more than a few hundred are held.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use directory::closed::Closed;
use directory::crisis::Crisis;
use directory::day::Day;
use directory::finding::{Finding, Findings, Level};
use directory::history::{Change, What};
use directory::json::Json;
use directory::listing::Listing;
use directory::record::{self, ChangeRecord, ListingRecord, Place, Reading, fill};
use directory::site::Site;
use indicatif::ProgressBar;

use crate::check;
use crate::command::Setting;
use crate::data::Data;
use crate::files::{self, Folder, HISTORY};
use crate::tone;

/// How many entries are looked at together.
const TOGETHER: usize = 500;

/// What is known of a folder before any entry is read.
pub(super) struct Frame {
    pub(super) site: Site,
    pub(super) crisis: Crisis,
    around: Data,
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
    /// Reads what stands around the entries; or the errors that forbid it.
    pub(super) fn read(at: &Setting) -> Result<Result<Self, Vec<Finding>>> {
        let mut folder = Folder::without_entries(&at.data)?;
        // What speaks of entries one by one would only take time and room.
        for file in [&mut folder.history, &mut folder.glossary, &mut folder.self_help, &mut folder.leaflets] {
            (file.text, file.is_missing) = (None, true);
        }
        let around = Data::read(&folder);
        let mut found = around.findings.clone();
        let site = around.site.as_ref().map(|file| {
            let mut findings = Findings::of_file(&file.path);
            let site = Site::read(file.record.clone(), &mut findings);
            found.extend(findings.into_vec());
            site
        });
        let crisis = around.crisis.as_ref().map(|file| {
            let mut findings = Findings::of_file(&file.path);
            let crisis = Crisis::read(file.record.clone(), &mut findings);
            found.extend(findings.into_vec());
            crisis
        });
        found.retain(|finding| finding.level == Level::Error);
        let (Some(site), Some(crisis), true) = (site, crisis, found.is_empty()) else { return Ok(Err(found)) };
        let (paths, changed) = (files::entries(&at.data)?, changed(&at.data)?);
        Ok(Ok(Self { site, crisis, around, paths, changed, is_quiet: at.is_quiet }))
    }

    /// How many entries there are, sound or not.
    pub(super) fn count(&self) -> usize {
        self.paths.len()
    }

    /// Looks at every entry. Those that are sound are told one by one, and the
    /// errors of the others.
    pub(super) fn look(&self, mut tell: impl FnMut(Result<Entry, Vec<Finding>>) -> Result<()>) -> Result<()> {
        let bar = self.bar("entries looked at");
        for paths in self.paths.chunks(TOGETHER) {
            let mut sound = Vec::new();
            for path in paths {
                let (read, mut found) = Data::entry(&files::text_file(path)?);
                found.retain(|finding| finding.level == Level::Error);
                match read.filter(|_| found.is_empty()) {
                    Some(read) => sound.push(read),
                    None => tell(Err(found))?,
                }
            }
            let found = check::of_entries(&self.around, &sound);
            let wrong: BTreeSet<_> = found.iter().map(|finding| finding.file.clone()).collect();
            tell(Err(found))?;
            for read in sound.into_iter().filter(|read| !wrong.contains(&read.path)) {
                tell(Ok(self.with_day(read.record)))?;
            }
            bar.inc(paths.len() as u64);
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// Reads every entry once more.
    pub(super) fn each(&self, mut tell: impl FnMut(Entry) -> Result<()>) -> Result<()> {
        let bar = self.bar("entries written");
        for path in &self.paths {
            let (read, _) = Data::entry(&files::text_file(path)?);
            let read = read.with_context(|| format!("{} was changed meanwhile; do it again", path.display()))?;
            tell(self.with_day(read.record))?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn bar(&self, doing: &str) -> ProgressBar {
        tone::bar(self.is_quiet, u64::try_from(self.paths.len()).ok(), doing)
    }

    fn with_day(&self, record: ListingRecord) -> Entry {
        let ids = record.former_slugs.iter().chain([&record.id]);
        Entry { changed: ids.filter_map(|id| self.changed.get(id.as_str()).copied()).max(), record }
    }
}

impl Entry {
    /// The same as the core understands it.
    pub(super) fn listing(&self) -> Result<Listing> {
        let listing = record::listing(self.record.clone(), &mut Findings::default());
        listing.with_context(|| format!("the entry {} cannot be read", self.record.id))
    }
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
