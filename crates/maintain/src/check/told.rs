//! What `check` is asked for, and how it tells what it found.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::Result;
use clap::Args;
use directory::finding::{Finding, Findings};
use directory::freshness::Terms;
use directory::partner::Partners;
use directory::record;

use super::{Dates, has_errors, partners, run};
use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::Folder;
use crate::fix;
use crate::report::{Format, Group, Report, groups};

/// How to say what is wrong.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain check --partner tide-trust           what is wrong with the entries of one partner
  cargo maintain check --format html > check.html     a page with a scorecard for each partner
  cargo maintain check --fix                           show what can be repaired; with --write, repair it")]
pub struct Asked {
    /// How to say it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Fail on what is late or not yet due, too
    #[arg(long)]
    strict_dates: bool,
    /// Say it partner by partner; so it is where there is a file of partners
    #[arg(long)]
    by_partner: bool,
    /// Only what is in the entries of this partner, by id or name
    #[arg(long, value_name = "PARTNER")]
    partner: Option<String>,
    /// Show what can be repaired without changing what an entry says
    #[arg(long, conflicts_with_all = ["format", "strict_dates", "by_partner", "partner"])]
    fix: bool,
    /// With --fix: write it, and do not only show it
    #[arg(long, requires = "fix")]
    write: bool,
}

/// Reads a folder and tells what is wrong with it, or repairs what is safe.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write) -> Result<Ended> {
    if asked.fix {
        return fix::tell(at, asked.write, out).map(Ended::is_well);
    }
    let folder = Folder::read(&at.data)?;
    let data = Data::read(&folder);
    let (partners, mut of_partners, has_file) = partners::read(at, &data)?;
    let dates = if asked.strict_dates { Dates::Strict } else { Dates::Lenient };
    let mut findings = run(&data, at.today, dates);
    let mut listings = folder.listings.len();
    let one = match asked.partner.as_deref().map(|words| partners.find(words).ok_or(words)) {
        None => None,
        Some(Ok(partner)) => Some(partner),
        Some(Err(words)) => return Ok(Ended::WrongUse(unknown(words, &partners))),
    };
    if let Some(partner) = one {
        let is_theirs = |id: &str| partners.of_entry(id).is_some_and(|owner| owner.id == partner.id);
        let theirs = data.listings.iter().filter(|file| is_theirs(&file.record.id));
        let theirs: BTreeSet<&str> = theirs.map(|file| file.path.as_str()).collect();
        findings.retain(|finding| theirs.contains(finding.file.as_str()));
        listings = partner.entries.len();
    } else {
        findings.append(&mut of_partners);
        // The sort is stable, so that within a file the order stays.
        findings.sort_by(|one, two| (one.level, &one.file).cmp(&(two.level, &two.file)));
    }
    let is_grouped = one.is_some() || has_file || asked.by_partner || asked.format == Format::Html;
    let mut by_partner = if is_grouped { grouped(&data, &partners, &findings, at) } else { Vec::new() };
    if let Some(partner) = one {
        by_partner.retain(|group| group.id == partner.id);
    }
    let name = data.site.as_ref().map_or("the data", |site| site.record.name.as_str());
    let report = Report { head: Some((name.to_owned(), at.today)), listings, findings: &findings, groups: by_partner };
    // Not `print!`, which panics when whoever reads has read enough.
    out.write_all(report.write(asked.format)?.as_bytes())?;
    Ok(Ended::is_well(!has_errors(&findings)))
}

fn grouped<'f>(data: &Data, partners: &Partners, findings: &'f [Finding], at: &Setting) -> Vec<Group<'f>> {
    let mut unsaid = Findings::default();
    let read: Vec<_> =
        data.listings.iter().map(|file| (file, record::listing(file.record.clone(), &mut unsaid))).collect();
    let entries: Vec<_> =
        read.iter().map(|(file, listing)| (file.path.as_str(), file.record.id.as_str(), listing.as_ref())).collect();
    let site = data.site.as_ref().map(|site| directory::site::Site::read(site.record.clone(), &mut unsaid));
    let terms = site.map_or_else(Terms::default, |site| site.terms);
    groups(findings, partners, &entries, &terms, at.today)
}

/// Whom somebody may have meant.
fn unknown(words: &str, partners: &Partners) -> String {
    let near = partners.all().iter().map(|one| (strsim::jaro_winkler(&one.id, &words.to_lowercase()), one.id.as_str()));
    let mut near: Vec<_> = near.collect();
    near.sort_by(|one, two| two.0.total_cmp(&one.0));
    let near: Vec<_> = near.into_iter().take(3).map(|(_, id)| id).collect();
    format!("there is no partner {words}; write an id or a name, such as {}", near.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_that_is_not_there_is_answered_with_those_that_are_near() {
        let entry = |provider: &str| directory::record::ListingRecord {
            id: provider.to_lowercase(),
            provider: Some(provider.to_owned()),
            ..Default::default()
        };
        let entries = [entry("Nelft"), entry("Mind"), entry("Kooth"), entry("Zebra")];
        let why = unknown("NELFTT", &Partners::of(None, &entries));
        assert!(why.contains("no partner NELFTT") && why.contains("such as nelft, "), "{why}");
    }
}
