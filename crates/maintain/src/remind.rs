//! `cargo maintain remind`: which partners owe a check this term, and one e-mail
//! for each. It sends nothing: a person reads each e-mail and sends it.

mod letter;
mod mail;
mod parcel;
mod worklist;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use directory::day::Day;
use directory::partner::NOBODY;
use directory::sheet::{Sheet, Wanted};
use directory::term::{Share, Term};

use crate::command::{Ended, Setting};
use crate::files;
use crate::partners::{self, Log, Reminder};
use crate::pending::{Batch, Root};
use crate::report::{self, Format, counted};
use crate::term::Asking;
use crate::today;
use letter::{Letter, Occasion};
use mail::Attached;
use parcel::Parcel;

/// Whom to remind, and where to write it.
#[derive(Args, Debug)]
#[command(after_help = "Example: cargo maintain remind --write\nThen open each .eml file, read it and send it. \
    Run it again later in the term: it asks only those who still owe a check, as a second reminder.")]
pub struct Asked {
    /// Only this partner, by id or name. It can be said more than once.
    #[arg(long)]
    partner: Vec<String>,
    /// The folder for the e-mails; if absent, a folder of the day beside the partners.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The last day for an answer, YYYY-MM-DD; the end of the term, if absent.
    #[arg(long, value_name = "DAY", value_parser = today::typed)]
    answer_by: Option<Day>,
    /// Write the e-mails, and keep who was asked when. Without this you see the worklist.
    #[arg(long)]
    write: bool,
}

/// Does it.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    let asking = Asking::read(at, aside)?;
    if !asking.findings.is_empty() {
        write!(aside, "{}", report::write(&asking.findings, asking.records.len(), Format::Text)?)?;
    }
    if !asking.is_sound() {
        writeln!(aside, "Nobody is reminded: mend this first, or an e-mail may go to the wrong place.")?;
        return Ok(Ended::WithFindings);
    }
    let mut term = asking.term(at);
    if let Err(why) = narrow(&mut term, &asking, &asked.partner) {
        return Ok(Ended::WrongUse(why));
    }
    if asked.answer_by.is_some_and(|day| day < at.today) {
        return Ok(Ended::WrongUse("the last day for an answer is over; name a later one".to_owned()));
    }
    let occasion = Occasion { site: &asking.site, term: &term, answer_by: asked.answer_by.or(term.last()) };
    let letters = letters(&occasion, &asking);
    let list = worklist::write(&asking.site.name, &term, &partners::path(at), &letters);
    out.write_all(list.as_bytes())?;
    if letters.is_empty() {
        writeln!(out, "\nThere is nobody to remind.")?;
        return Ok(Ended::Well);
    }
    if !asked.write && asked.out.is_none() {
        writeln!(aside, "\nNothing is written. Add --write to write the e-mails and keep who was asked.")?;
        return Ok(Ended::Well);
    }
    let parcel = parcel(&letters, &asking, at, (asked.partner.is_empty()).then_some(list))?;
    put(at, asked, &asking, &letters, parcel, out)
}

/// Leaves only the partners that were named.
fn narrow(term: &mut Term<'_>, asking: &Asking, named: &[String]) -> Result<(), String> {
    let mut ids = BTreeSet::new();
    for words in named {
        ids.insert(partners::wanted(&asking.partners, words)?.id.as_str());
    }
    term.shares.retain(|share| ids.is_empty() || ids.contains(share.id));
    Ok(())
}

/// One letter for each partner who owes a check.
fn letters<'a>(occasion: &Occasion<'a>, asking: &'a Asking) -> Vec<Letter<'a>> {
    let term = occasion.term;
    let owing = term.owing().filter(|share| share.id != NOBODY);
    let letter = |share: &'a Share<'a>| {
        let partner = asking.partners.all().iter().find(|partner| partner.id == share.id)?;
        let mut before = asking.log.days(share.id, term.first);
        before.retain(|day| *day < term.today);
        Some(Letter::new(occasion, partner, share, &before))
    };
    owing.filter_map(letter).collect()
}

/// The files of all letters; the worklist and the mailing list only where
/// everybody is reminded.
fn parcel(letters: &[Letter<'_>], asking: &Asking, at: &Setting, worklist: Option<String>) -> Result<Parcel> {
    let mut parcel = Parcel::new();
    for letter in letters {
        let (id, attached) = (&letter.partner.id, attached(letter, asking, at)?);
        parcel.push((format!("{id}.txt"), parcel::plain(letter, &attached.name).into_bytes()));
        if mail::mailboxes(letter).next().is_some() {
            parcel.push((format!("{id}.eml"), mail::write(letter, &asking.site, at.today, &attached)?));
        }
        parcel.push((attached.name, attached.bytes));
    }
    if let Some(worklist) = worklist {
        let all = letters.iter().map(|letter| (letter, attached_name(letter)));
        parcel.push((parcel::MAILING.to_owned(), parcel::mailing(all).into_bytes()));
        parcel.push((parcel::WORKLIST.to_owned(), worklist.into_bytes()));
    }
    Ok(parcel)
}

/// Writes the files, and, if it is asked for, that they were written.
fn put(
    at: &Setting,
    asked: &Asked,
    asking: &Asking,
    letters: &[Letter<'_>],
    parcel: Parcel,
    out: &mut dyn Write,
) -> Result<Ended> {
    let of_day = Path::new("reminders").join(at.today.iso());
    let folder = asked.out.clone().unwrap_or_else(|| at.partners.join(&of_day));
    let mut stale = match parcel::earlier(&folder, &asking.partners)? {
        Ok(names) => names,
        Err(why) => return Ok(Ended::WrongUse(why)),
    };
    stale.retain(|name| asked.partner.is_empty() && !parcel.iter().any(|(ours, _)| ours == name));
    if asked.out.is_some() {
        parcel.iter().try_for_each(|(name, bytes)| files::write(&folder.join(name), bytes))?;
        stale.iter().try_for_each(|name| files::remove(&folder.join(name)))?;
    }
    let mails = parcel.iter().filter(|(name, _)| name.ends_with(".eml")).count();
    writeln!(out, "\n{} written, in {}. Nothing is sent: you send them.", counted(mails, "e-mail"), folder.display())?;
    if !asked.write {
        writeln!(out, "It is not kept that anybody was asked. Add --write for that.")?;
        return Ok(Ended::Well);
    }
    let mut batch = Batch::begin(at)?;
    if asked.out.is_none() {
        parcel.iter().try_for_each(|(name, bytes)| batch.put(Root::Partners, &of_day.join(name), bytes))?;
        stale.iter().try_for_each(|name| batch.take_away(Root::Partners, &of_day.join(name)))?;
    }
    // Read anew: now nobody else writes.
    let sent = letters.iter().filter(|letter| mail::mailboxes(letter).next().is_some());
    let reminders: Vec<_> = sent.map(|letter| reminder(letter, at.today)).collect();
    if let Some(log) = Log::read(at)?.with(&reminders)? {
        batch.put(Root::Partners, &Log::path(), log.as_bytes())?;
    }
    for letter in letters {
        let sent = partners::sent::change(at, &sheet(letter, asking, at).sent())?;
        batch.put(sent.root, &sent.path, &sent.bytes.unwrap_or_default())?;
    }
    batch.commit()?;
    writeln!(out, "Who was asked today is kept in {}.", at.partners.join(Log::path()).display())?;
    Ok(Ended::Well)
}

fn reminder(letter: &Letter<'_>, today: Day) -> Reminder {
    let entries = letter.entries().map(str::to_owned).collect();
    Reminder { on: today.iso(), partner: letter.partner.id.clone(), number: letter.number, entries }
}

/// The template with the entries that a letter asks about.
fn sheet(letter: &Letter<'_>, asking: &Asking, at: &Setting) -> Sheet {
    let asked: BTreeSet<&str> = letter.entries().collect();
    let records: Vec<_> = asking.records.iter().filter(|record| asked.contains(record.id.as_str())).collect();
    let partner = letter.partner;
    let wanted =
        Wanted { partner: &partner.id, partner_name: &partner.name, site: &asking.site, sent_on: at.today, blank: 0 };
    Sheet::of(&wanted, &records)
}

fn attached(letter: &Letter<'_>, asking: &Asking, at: &Setting) -> Result<Attached> {
    let bytes = table::template::xlsx(&sheet(letter, asking, at)).context("the spreadsheet could not be written")?;
    Ok(Attached { name: attached_name(letter), of_type: XLSX, bytes })
}

/// A spreadsheet, as mail programs call it.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn attached_name(letter: &Letter<'_>) -> String {
    format!("{}.xlsx", letter.partner.id)
}
