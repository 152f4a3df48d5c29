//! A folder of data as a school term has it: which partner owes what.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context, Result};
use directory::Listing;
use directory::finding::{Finding, Findings, Level};
use directory::partner::Partners;
use directory::record::{self, ListingRecord};
use directory::site::Site;
use directory::term::Term;

use crate::command::Setting;
use crate::data::Data;
use crate::files::Folder;
use crate::partners::{self, Log};
use crate::report;

/// All that a reminder, or the page of a term, is made of.
#[derive(Debug)]
pub struct Asking {
    /// Who publishes, and when terms begin.
    pub site: Site,
    /// The entries as their files have them.
    pub records: Vec<ListingRecord>,
    /// The same as values.
    pub listings: Vec<Listing>,
    /// Who answers for which.
    pub partners: Partners,
    /// Who was asked, and when.
    pub log: Log,
    /// What is wrong with the files of partners. An error there may send a
    /// reminder to the wrong place.
    pub findings: Vec<Finding>,
}

impl Asking {
    /// Reads it. That entries are wrong stops nothing, but is said aside: an
    /// entry that cannot be read is asked for by nobody.
    pub fn read(at: &Setting, aside: &mut dyn Write) -> Result<Self> {
        let folder = Folder::read(&at.data)?;
        let data = Data::read(&folder);
        let (partners, mut findings) = partners::read(at, &data)?;
        let log = Log::read(at)?;
        findings.extend(log.findings.iter().cloned());
        let site = data.site.as_ref().context("there is no site.json to read; the check says why")?;
        let site = Site::read(site.record.clone(), &mut Findings::default());
        let records: Vec<_> = data.listings.iter().map(|file| file.record.clone()).collect();
        let read = |one: &ListingRecord| record::listing(one.clone(), &mut Findings::default());
        let listings: Vec<_> = records.iter().filter_map(read).collect();
        let lost = folder.listings.len() - listings.len();
        if lost > 0 {
            writeln!(
                aside,
                "{} cannot be read, so nobody is asked about what is in there; the check says why.",
                report::counted(lost, "file")
            )?;
        }
        Ok(Self { site, records, listings, partners, log, findings })
    }

    /// The term of the day, partner by partner.
    pub fn term(&self, at: &Setting) -> Term<'_> {
        let by_id: BTreeMap<&str, &Listing> = self.listings.iter().map(|one| (one.id.as_str(), one)).collect();
        let all = self.partners.all().iter();
        let partners = all.map(|partner| {
            let listings: Vec<_> = partner.entries.iter().filter_map(|id| by_id.get(id.as_str()).copied()).collect();
            (partner.id.as_str(), partner.name.as_str(), listings)
        });
        Term::of(partners, &self.site.terms, at.today)
    }

    /// Whether nothing is wrong with the files of partners that could send a
    /// reminder to the wrong place.
    pub fn is_sound(&self) -> bool {
        !self.findings.iter().any(|finding| finding.level == Level::Error)
    }
}
