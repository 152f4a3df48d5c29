//! Rules of the private file that says who answers for what. No bundle asks
//! it: a slip in it keeps back no correction of an entry.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use directory::finding::{Finding, Findings, Level};
use directory::id::ListingId;
use directory::partner::{NOBODY, Partners};
use directory::record::{PartnerRecord, PartnersRecord};

use crate::command::Setting;
use crate::data::{self, Data};
use crate::{files, partners};

/// Who answers for the entries of some data, what is wrong with the file that
/// says so, and whether there is one.
pub(super) fn read(at: &Setting, data: &Data) -> Result<(Partners, Vec<Finding>, bool)> {
    let file = files::text_file(&partners::path(at))?;
    let mut found = Vec::new();
    let record = data::read_if_there(&file, |one: &PartnersRecord| Some(one.format), &mut found);
    let mut findings = Findings::of_file(&file.path);
    if let Some(read) = &record {
        check(&read.record, data, &mut findings);
    }
    found.extend(findings.into_vec());
    let listings = data.listings.iter().map(|file| &file.record);
    Ok((Partners::of(record.as_ref().map(|file| &file.record), listings), found, !file.is_missing))
}

fn check(record: &PartnersRecord, data: &Data, findings: &mut Findings) {
    let standing: BTreeMap<&str, &str> =
        data.listings.iter().map(|file| (file.record.id.as_str(), file.record.standing.as_str())).collect();
    let mut ids = BTreeSet::new();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for partner in &record.partners {
        of_partner(partner, findings);
        let field = format!("partners.{}", partner.id);
        if !ids.insert(partner.id.as_str()) {
            findings.error(&field, &partner.id, "Write another id: two partners have this one.");
        }
        for entry in &partner.entries {
            let field = format!("{field}.entries");
            match standing.get(entry.as_str()) {
                None => {
                    findings.add(Level::Warning, &field, entry, "Write the id of an entry: there is none of this name.")
                }
                Some(&"ended") => {
                    findings.add(
                        Level::Advice,
                        &field,
                        entry,
                        "Take it out: it has ended, and nobody is asked about it.",
                    );
                }
                Some(_) => {}
            }
            if let Some(owner) = owners.insert(entry, &partner.id) {
                let write = format!("Name it once: {owner} answers for it already, and is asked.");
                findings.add(Level::Warning, &field, entry, write);
                owners.insert(entry, owner);
            }
        }
    }
}

fn of_partner(partner: &PartnerRecord, findings: &mut Findings) {
    let field = |name: &str| format!("partners.{}.{name}", partner.id);
    if ListingId::new(&partner.id).is_none() || partner.id == NOBODY {
        findings.error("partners.id", &partner.id, "Write a word of a-z, 0-9 and -, that is no other partner's.");
    }
    if partner.name.trim().is_empty() {
        findings.error(&field("name"), "", "Write what the partner is called.");
    }
    for mailbox in &partner.mailboxes {
        let has_host = mailbox.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.split('.').filter(|label| !label.is_empty()).count() > 1 && !host.contains('@')
        });
        let is_plain =
            !mailbox.chars().any(|sign| sign.is_whitespace() || sign.is_control() || "<>,;:\"".contains(sign));
        if !has_host || !is_plain {
            findings.error(&field("mailboxes"), mailbox, "Write a mailbox such as office@example.org, one at a time.");
        }
    }
}
