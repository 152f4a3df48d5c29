//! An import from end to end: read, laid aside, compared, told, written.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use directory::record::ListingRecord;
use open_referral::read::{Mapping, Options, Reader, Refused, Report};

use super::clean::Cleaner;
use super::guard::why_kept;
use super::known::{Known, is_listed};
use super::spool::{MOST, Spool, Waiting};
use super::told::{Done, json, text};
use super::update::{record_in, stamp, update};
use super::{Asked, Form, Whose, feed};
use crate::command::{Ended, Setting};
use crate::files::{self, Folder};
use crate::pending::{self, Batch, Change, Root};
use crate::report::{self as findings, Format};
use crate::tone;

/// How many entries are looked at together.
const TOGETHER: usize = 500;

/// The longest list of one sort that is kept to be told.
const MOST_TOLD: usize = 500;

/// Takes a feed in, says what would come of it, and writes it if asked to.
pub(super) fn tell(
    at: &Setting,
    asked: &Asked,
    (file, mapping): (&Path, Option<&Mapping>),
    whose: &Whose,
    out: &mut dyn Write,
    aside: &mut dyn Write,
) -> Result<Ended> {
    let mut cleaner = Cleaner::new(at)?;
    let terms = mapping.map(Mapping::folded_terms).unwrap_or_default();
    let options = Options { today: at.today, areas: cleaner.areas()?, terms };
    let mut reader = Reader::new(&options);
    let mut spool = Spool::new()?;
    let read = feed::read(file, mapping, &mut reader, &mut |came, report| {
        if spool.len() >= MOST {
            return Err(Refused::because(format!("This feed has more than {MOST} services. Ask for it in parts.")));
        }
        let again = if came.is_again { format!("{}: ", came.id) } else { String::new() };
        let conflict = |field: &str| {
            report.note("Rows of one id say different things; the first stays", &format!("{again}{field}"));
        };
        spool.add(came, conflict).map_err(|why| Refused::because(format!("{why:#}")))
    })?;
    if let Err(why) = read {
        return Ok(Ended::WrongUse(format!("nothing is taken in. {why}")));
    }
    let mut work = Work {
        at,
        asked,
        whose,
        known: Known::read(&at.data)?,
        report: reader.report,
        done: Done::default(),
        batch: None,
        changes: Vec::new(),
    };
    work.all(&mut spool, &mut cleaner)?;
    let errors = work.write()?;
    match asked.format {
        Form::Text => out.write_all(text(at, file, &work.report, &work.done, asked).as_bytes())?,
        Form::Json => out.write_all(json(&work.report, &work.done)?.as_bytes())?,
    }
    if !errors.is_empty() {
        writeln!(aside, "Nothing is written: the check would find these errors.")?;
        aside.write_all(findings::write(&errors, 0, Format::Text)?.as_bytes())?;
    }
    Ok(Ended::is_well(errors.is_empty()))
}

struct Work<'a> {
    at: &'a Setting,
    asked: &'a Asked,
    whose: &'a Whose,
    known: Known,
    report: Report,
    done: Done,
    /// Entries that wait: any number, and none in a line of the history.
    batch: Option<Batch<'a>>,
    /// Entries that are listed: their change is a line of the history.
    changes: Vec<Change>,
}

impl Work<'_> {
    fn all(&mut self, spool: &mut Spool, cleaner: &mut Cleaner) -> Result<()> {
        let bar = tone::bar(self.at.is_quiet, Some(spool.len() as u64), "services");
        let mut at = 0;
        while at < spool.len() {
            let mut some = Vec::new();
            for place in at..spool.len().min(at + TOGETHER) {
                some.push(self.prepared(spool.read(place)?));
            }
            at += some.len();
            bar.inc(some.len() as u64);
            for record in cleaner.clean(some, &mut self.report)?.into_iter().flatten() {
                self.one(record)?;
            }
        }
        bar.finish_and_clear();
        for id in self.known.gone(&self.whose.from) {
            self.done.gone(id, MOST_TOLD);
        }
        Ok(())
    }

    /// A service with its id here, and with whose it is.
    fn prepared(&mut self, waiting: Waiting) -> ListingRecord {
        let Waiting { id, slug, mut record, offers } = waiting;
        self.known.came(&self.whose.from, &id);
        let before = self.known.made_of(&self.whose.from, &id).map(str::to_owned);
        if before.is_none() {
            let phones: Vec<String> = record.contacts.phones.iter().map(|phone| phone.number.clone()).collect();
            if let Some(other) = self.known.alike(&record.name, &phones) {
                self.report.note(
                    "The name or the number of an entry that you have: the same?",
                    &format!("{}: {other}", record.name),
                );
            }
        }
        let wanted = slug.unwrap_or_else(|| record.name.clone());
        record.id = before.unwrap_or_else(|| self.known.new_id(&self.whose.from, &id, &wanted));
        let imported = record.imported.get_or_insert_default();
        imported.from.clone_from(&self.whose.from);
        imported.licence.clone_from(&self.whose.licence);
        imported.on = self.at.today.iso();
        let ages: Vec<String> = offers.iter().map(|one| format!("{} ({} to {})", one.says, one.from, one.to)).collect();
        if let Some(first) = ages.first() {
            self.done.offered(&record.id, first, MOST_TOLD);
            imported.said.0.push(("ages".to_owned(), ages));
        }
        for source in &mut record.sources {
            source.fields.clone_from(&record.stated);
            source.source = self.whose.attribution();
            "open data".clone_into(&mut source.kind);
        }
        record
    }

    /// Compares one with the entry that was made of it before.
    fn one(&mut self, mut record: ListingRecord) -> Result<()> {
        let path = Path::new("listings").join(format!("{}.json", record.id));
        let Some(before) = files::text_at(&self.at.data.join(&path))? else {
            stamp(&mut record);
            self.done.new += 1;
            return self.put(&path, &record);
        };
        let entry = record_in(&before)?;
        let found = update(&entry, &record)?;
        if !found.kept.is_empty() {
            self.done.kept(&record.id, &found.kept, MOST_TOLD);
        }
        let status = |one: &ListingRecord| one.imported.as_ref().and_then(|imported| imported.status.clone());
        if let Some(status) = status(&record).filter(|_| is_listed(&entry.standing)) {
            self.done.ended(&record.id, &status, MOST_TOLD);
        }
        let Some(next) = found.record else {
            self.done.same += 1;
            return Ok(());
        };
        let is_waiting = entry.standing == "held";
        if !is_waiting && (!found.changed.is_empty() || status(&entry) != status(&next)) {
            if !found.shown.is_empty() {
                self.done.listed(&record.id, &found.shown, MOST_TOLD);
            }
            if let Some(why) = why_kept(&entry, &next).filter(|_| found.is_of_facts) {
                self.done.guarded(&record.id, &why, MOST_TOLD);
                return Ok(());
            }
            if !self.asked.update {
                self.done.not_written += 1;
                return Ok(());
            }
        }
        if found.is_unchecked {
            self.done.unchecked(&record.id, MOST_TOLD);
        }
        self.done.changed += 1;
        if is_waiting { self.put(&path, &next) } else { self.put_listed(&next) }
    }

    fn put(&mut self, path: &Path, record: &ListingRecord) -> Result<()> {
        if !self.asked.write {
            return Ok(());
        }
        if self.batch.is_none() {
            self.batch = Some(Batch::begin(self.at)?);
        }
        let text = files::pretty(record)?;
        self.batch.iter_mut().try_for_each(|batch| batch.put(Root::Data, path, text.as_bytes()))
    }

    fn put_listed(&mut self, record: &ListingRecord) -> Result<()> {
        if self.asked.write {
            self.changes.push(Change::of_entry(record)?);
        }
        Ok(())
    }

    /// Puts all of it in its place. What the check would find is given back, and
    /// then nothing is written.
    fn write(&mut self) -> Result<Vec<directory::finding::Finding>> {
        if !self.changes.is_empty() {
            let folder = Folder::read(&self.at.data)?;
            let errors = pending::new_errors(&folder, &pending::after(self.at, &folder, &self.changes), self.at.today);
            if !errors.is_empty() {
                return Ok(errors);
            }
        }
        if let Some(batch) = self.batch.take() {
            batch.commit()?;
        }
        // The history is read again, now that what waits has its place.
        if !self.changes.is_empty() {
            let folder = Folder::read(&self.at.data)?;
            pending::write(self.at, &folder, &self.changes, self.asked.by.as_deref())?;
        }
        self.done.is_written = self.asked.write;
        Ok(Vec::new())
    }
}

impl Whose {
    /// Whose it is, with the line that its licence asks for.
    fn attribution(&self) -> String {
        let from = self.from.trim_end_matches('.');
        match self.licence.as_deref() {
            None => from.to_owned(),
            Some(licence) if is_open_government(licence) => {
                format!("{from}. Contains public sector information licensed under the Open Government Licence v3.0.")
            }
            Some(licence) => format!("{from}. Licensed under {}.", licence.trim_end_matches('.')),
        }
    }
}

fn is_open_government(licence: &str) -> bool {
    let folded = directory::words::fold(licence);
    ["ogl", "ogl3", "ogl v3", "oglv3", "ogl v30", "ogl 3", "ogl 30"].contains(&folded.as_str())
        || folded.contains("open government licence")
}
