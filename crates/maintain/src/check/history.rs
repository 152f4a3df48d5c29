//! Rules of the data's own history: it holds what the data says.

use std::collections::{BTreeMap, BTreeSet};

use directory::finding::{Findings, Level};
use directory::person::{named_in, names_of};
use directory::record::ListingRecord;
use directory::withdrawal::plain_reason;

use super::{Ledger, Whole, has_errors};
use crate::data::Line;
use crate::record;

/// How many entries are named that the history does not know as they are.
const NAMED: usize = 3;

pub(super) fn check(whole: &Whole<'_>, today: directory::day::Day, ledger: &mut Ledger) {
    let history = &whole.data.history;
    ledger.note(&history.path, |findings| {
        let listings = by_id(whole);
        history.lines.iter().for_each(|line| told(line, &listings, findings));
    });
    // What could not be read is missing on one side of the comparison.
    if has_errors(&ledger.all) || !history.findings.is_empty() {
        return;
    }
    for id in record::lost_ids(whole.data) {
        const WRITE: &str =
            "Put its file back, or say that it has ended: others have links to it. The command record shows how.";
        ledger.note(&history.path, |findings| findings.add(Level::Warning, "", &id, WRITE));
    }
    let mut ids: Vec<String> = record::lines(whole.data, today, None).into_iter().map(|line| line.id).collect();
    ids.dedup();
    if ids.is_empty() {
        return;
    }
    let more = if ids.len() > NAMED { ", …" } else { "" };
    let named: Vec<_> = ids.iter().take(NAMED).map(String::as_str).collect();
    let found = format!("{}: {}{more}", record::entries(ids.len()), named.join(", "));
    let why = match history.is_missing {
        true => "Without it nobody sees what changed",
        false => "It does not hold what was changed there",
    };
    ledger.note(&history.path, |findings| {
        findings.add(Level::Advice, "", found, format!("{why}: record it, with the command record and --write."));
    });
}

/// The entries that have or had an id. A history has at least a line for each
/// entry, so that none of them may look through all entries.
fn by_id<'a>(whole: &Whole<'a>) -> BTreeMap<&'a str, Vec<&'a ListingRecord>> {
    let mut by_id: BTreeMap<&str, Vec<&ListingRecord>> = BTreeMap::new();
    for record in whole.data.listings.iter().map(|file| &file.record) {
        let ids: BTreeSet<&str> = [&record.id].into_iter().chain(&record.former_slugs).map(String::as_str).collect();
        ids.into_iter().for_each(|id| by_id.entry(id).or_default().push(record));
    }
    by_id
}

/// Who did it and why are published with the line, and stay for good: they name
/// no person, and the reason leads nowhere.
fn told(line: &Line, listings: &BTreeMap<&str, Vec<&ListingRecord>>, findings: &mut Findings) {
    let (record, number) = (&line.record, line.number);
    if record.by.is_none() && record.why.is_none() {
        return;
    }
    let of_it = listings.get(record.id.as_str()).into_iter().flatten().copied();
    let mut own: Vec<&str> = of_it.flat_map(names_of).collect();
    own.extend([&record.was, &record.now].into_iter().flatten().map(String::as_str));
    if let Some((by, name)) = record.by.as_deref().and_then(|by| Some((by, named_in(by, &own)?))) {
        let write = format!("Write a role, such as coordinator: “{name}” looks like a person's name or title.");
        findings.error(&format!("line {number}.by"), by, write);
    }
    if let Some((why, refusal)) = record.why.as_deref().and_then(|why| Some((why, plain_reason(why, &own).err()?))) {
        findings.error(&format!("line {number}.why"), why, refusal);
    }
}
