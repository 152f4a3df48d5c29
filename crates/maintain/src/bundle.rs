//! `cargo maintain bundle`: the data as the one file that the site is built from.
//!
//! It holds no private note and no held entry, and leaves out what is not
//! known; who answers for a school only if the publisher has said so, and our
//! own words on a leaflet only if a clinical role has approved them. Nothing is
//! bundled while the check finds an error.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use directory::day::Day;
use directory::finding::{Finding, Level};
use directory::leaflet::is_published;
use directory::record::{
    BundleRecord, ChangeRecord, FORMAT, ImportedRecord, ListingRecord, Named, RegisterRecord, RoleContactRecord,
};
use directory::withdrawal::WITHDRAWN;

use crate::check::{self, Dates};
use crate::data::{Data, History};
use crate::files::Folder;
use crate::private;

/// The bundle of a folder as of a day, or the errors that forbid it.
pub fn run(folder: &Folder, today: Day) -> Result<Result<String, Vec<Finding>>> {
    let data = Data::read(folder);
    let mut findings = check::run(&data, today, Dates::Lenient);
    findings.retain(|finding| finding.level == Level::Error);
    if !findings.is_empty() {
        return Ok(Err(findings));
    }
    let text = write(data, today)?;
    // Nothing above can bring a private note here; the harm would be great
    // enough to look again.
    let private = private::numbers(folder);
    match private::leaked(&private, &text).first() {
        Some(number) => bail!("the bundle would publish {number}, which stands only in the private notes"),
        None => Ok(Ok(text)),
    }
}

/// The same text, whatever the check would say: to be looked at, not published.
pub fn write(data: Data, today: Day) -> Result<String> {
    let mut records: Vec<_> = data.listings.into_iter().map(|listing| listing.record.published()).collect();
    records.retain(|record| record.standing != "held");
    records.sort_by(|one, two| one.id.cmp(&two.id));
    let shown: BTreeSet<&str> = records.iter().flat_map(ids).collect();
    let history = published(&data.history, &shown);
    for record in &mut records {
        // The bundle says the version once.
        record.format = None;
        record.imported = record.imported.take().map(ImportedRecord::for_readers);
    }
    let site = data.site.context("the file of the site was not read")?.record;
    let contacts = data.contacts.map(|file| file.record.contacts).unwrap_or_default();
    // What is taken out shows nothing that may be wrong, and who answers for it may be.
    let out: BTreeSet<&String> =
        records.iter().filter(|record| record.standing == WITHDRAWN).map(|record| &record.id).collect();
    let is_out = |contact: &RoleContactRecord| contact.service.as_ref().is_some_and(|id| out.contains(id));
    let contacts: Vec<_> = contacts.into_iter().filter(|contact| !is_out(contact)).collect();
    let contacts = (site.school_contacts == Some(true)).then_some(contacts);
    let leaflets = data.leaflets.into_iter().flat_map(|file| file.record.leaflets);
    let bundle = BundleRecord {
        format: FORMAT,
        made: today.iso(),
        site,
        crisis: data.crisis.context("the file of crisis help was not read")?.record,
        words: data.words.merged().context("the file of words was not read")?,
        glossary: data.glossary.map(|file| file.record.terms).unwrap_or_default(),
        self_help: data.self_help.map(|file| file.record.pages).unwrap_or_default(),
        leaflets: leaflets.filter(|leaflet| is_published(leaflet, today)).collect(),
        listings: records,
        history,
        schools: data.schools.map(|file| RegisterRecord::of(file.record, contacts)),
    };
    Ok(serde_json::to_string(&bundle)?)
}

fn ids(record: &ListingRecord) -> impl Iterator<Item = &str> {
    [&record.id].into_iter().chain(&record.former_slugs).map(String::as_str)
}

/// The history of the entries that are shown, without the digests.
fn published(history: &History, shown: &BTreeSet<&str>) -> Vec<ChangeRecord> {
    let lines = history.lines.iter().map(|line| &line.record).filter(|line| shown.contains(line.id.as_str()));
    lines.map(|line| ChangeRecord { state: Named::default(), ..line.clone() }).collect()
}
