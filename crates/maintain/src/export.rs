//! `cargo maintain export`: the directory for others, with a report of what
//! their formats cannot carry.
//!
//! Entries are gone through twice and never held: first each is looked at, and
//! what is wrong stops everything; then all are written.

mod entries;
mod flat;
mod linked_data;
mod open_referral;

use std::io::Write;
use std::path::{Path, PathBuf};

use ::open_referral::write::{Losses, Target, is_unlicensed, leaves, stated_alone};
use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::closed::Closed;
use directory::finding::Finding;
use directory::record::ListingRecord;
use directory::vocabulary::Kind;

use crate::command::{Ended, Setting};
use crate::files::{self, Unfinished};
use crate::report::{self, Format};
use entries::{Entry, Frame};

/// How many of the errors that stop an export are told; the check tells all.
const MOST_TOLD: usize = 20;

/// What to write, and where.
#[derive(Args, Debug)]
#[command(after_help = "Example: cargo maintain export --to oruk --out services.json --report losses.txt")]
pub struct Asked {
    /// What to write
    #[arg(long, value_enum)]
    to: To,
    /// Where to: a file, or for hsds-csv a folder; the terminal, if absent
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Write the report of what is lost here, too; as JSON if its name ends so
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Leave out what no source states: our own reading and our sorting
    #[arg(long)]
    stated_only: bool,
    /// Only these kinds of entry, with commas between them: service,helpline
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = kind)]
    kind: Vec<Kind>,
}

/// What others read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// Open Referral UK 3.0: one page of JSON
    Oruk,
    /// HSDS 3.1: one page of JSON
    Hsds,
    /// HSDS 3.1 as a data package: a folder of tables, each as CSV
    HsdsCsv,
    /// One table: a row for each entry, as CSV
    Csv,
    /// The same as a workbook of Excel
    Xlsx,
    /// schema.org as JSON-LD: what machines are told on the pages
    JsonLd,
}

/// What went into an export, and what of it is lost.
struct Plan {
    losses: Losses,
    faults: Vec<Finding>,
}

fn kind(slug: &str) -> Result<Kind, String> {
    Kind::from_slug(slug).ok_or_else(|| format!("write one of: {}", Kind::slugs().join(", ")))
}

/// Does it.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    if asked.out.is_none() && asked.to.is_file_only() {
        return Ok(Ended::WrongUse("this cannot be shown on a terminal; name where to write it with --out".to_owned()));
    }
    if let Some(why) = asked.out.as_deref().filter(|_| asked.to == To::HsdsCsv).and_then(open_referral::is_in_use) {
        return Ok(Ended::WrongUse(why));
    }
    let frame = match Frame::read(at)? {
        Ok(frame) => frame,
        Err(faults) => return refused(&faults, 0, aside),
    };
    let plan = asked.plan(at, &frame)?;
    if !plan.faults.is_empty() {
        return refused(&plan.faults, frame.count(), aside);
    }
    match (&asked.out, asked.to) {
        (Some(folder), To::HsdsCsv) => open_referral::package(asked, &frame, folder)?,
        (Some(path), _) => {
            let mut file = Unfinished::begin(path)?;
            match asked.to {
                To::Xlsx => flat::workbook(asked, &frame, &mut file)?,
                _ => asked.write(at, &frame, plan.losses.written, &mut file)?,
            }
            file.finish()?;
        }
        (None, _) => asked.write(at, &frame, plan.losses.written, out)?,
    }
    if let Some(path) = &asked.out {
        writeln!(out, "Written: {}", path.display())?;
    }
    aside.write_all(plan.losses.text().as_bytes())?;
    asked.report.iter().try_for_each(|path| report_to(path, &plan.losses))?;
    Ok(Ended::Well)
}

fn report_to(path: &Path, losses: &Losses) -> Result<()> {
    let is_json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    files::write(path, &if is_json { files::pretty(losses)? } else { losses.text() })
}

/// Nothing is written over an error: others would take it over.
fn refused(faults: &[Finding], entries: usize, aside: &mut dyn Write) -> Result<Ended> {
    let told = faults.get(..MOST_TOLD.min(faults.len())).unwrap_or_default();
    aside.write_all(report::write(told, entries, Format::Text)?.as_bytes())?;
    if told.len() < faults.len() {
        writeln!(aside, "And {} more, which the check names.", faults.len() - told.len())?;
    }
    writeln!(aside, "Nothing was exported: mend this first.")?;
    Ok(Ended::WithFindings)
}

impl To {
    fn is_file_only(self) -> bool {
        matches!(self, Self::HsdsCsv | Self::Xlsx)
    }

    fn target(self) -> Target {
        match self {
            Self::Oruk => Target::Oruk,
            Self::Hsds | Self::HsdsCsv => Target::Hsds,
            Self::Csv | Self::Xlsx => Target::Flat,
            Self::JsonLd => Target::LinkedData,
        }
    }
}

impl Asked {
    /// Looks at every entry: what is wrong, what is left out, what is lost.
    fn plan(&self, at: &Setting, frame: &Frame) -> Result<Plan> {
        let mut plan = Plan { losses: Losses::of(self.to.target()), faults: Vec::new() };
        let mut look = open_referral::Look::new(self, at, frame);
        frame.look(|entry| {
            match entry {
                Err(faults) => plan.faults.extend(faults),
                Ok(entry) => self.look_at(at, frame, &entry, &mut look, &mut plan)?,
            }
            Ok(())
        })?;
        Ok(plan)
    }

    fn look_at(
        &self,
        at: &Setting,
        frame: &Frame,
        entry: &Entry,
        look: &mut open_referral::Look<'_>,
        plan: &mut Plan,
    ) -> Result<()> {
        let record = &entry.record;
        if let Some(why) = self.stays(record) {
            plan.losses.leave_out(record, &why);
            return Ok(());
        }
        let (sent, taken) = self.sent(record);
        if self.to == To::JsonLd && linked_data::node(&Entry { record: sent.clone(), ..*entry }, frame, at)?.is_none() {
            plan.losses
                .leave_out(record, "schema.org cannot say what its page warns of, or it is no service or course");
            return Ok(());
        }
        for field in taken {
            plan.losses.lose(record, field, "No source states it: it is our own reading.");
        }
        plan.losses.write(&sent);
        plan.faults.extend(look.at(&sent, entry));
        Ok(())
    }

    /// Why an entry is not written.
    fn stays(&self, record: &ListingRecord) -> Option<String> {
        if !leaves(record) {
            return Some(format!("{}: it is shown nowhere", record.standing));
        }
        if is_unlicensed(record) {
            return Some("it came from elsewhere, and nobody knows its licence: it is not ours to pass on".to_owned());
        }
        if record.standing == "ended" && matches!(self.to, To::Csv | To::Xlsx) {
            return Some("ended: a table cannot say that before all else".to_owned());
        }
        let is_wanted = self.kind.is_empty() || self.kind.iter().any(|kind| kind.slug() == record.kind);
        (!is_wanted).then(|| format!("{}: not asked for", record.kind))
    }

    /// What of an entry is written, and the fields that were taken out of it.
    fn sent(&self, record: &ListingRecord) -> (ListingRecord, Vec<&'static str>) {
        if self.stated_only || self.to == To::JsonLd { stated_alone(record) } else { (record.clone(), Vec::new()) }
    }

    fn write(&self, at: &Setting, frame: &Frame, count: usize, out: &mut dyn Write) -> Result<()> {
        match self.to {
            To::Csv => flat::csv(self, frame, out),
            To::JsonLd => linked_data::write(self, at, frame, out),
            _ => open_referral::write(self, frame, count, out),
        }
    }

    /// Goes through the entries that are written, as they are written.
    fn each(&self, frame: &Frame, mut tell: impl FnMut(Entry) -> Result<()>) -> Result<()> {
        frame.each(|entry| {
            if self.stays(&entry.record).is_some() {
                return Ok(());
            }
            let (record, _) = self.sent(&entry.record);
            tell(Entry { record, ..entry })
        })
    }
}
