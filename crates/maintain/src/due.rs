//! `cargo maintain due`: how the term stands, on one page.

mod page;
mod told;

use std::io::{ErrorKind, Write};

use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::term::Term;

use crate::command::{Ended, Setting};
use crate::partners::{self, Log};
use crate::record::entries;
use crate::report::{self, Format, counted};
use crate::term::Asking;

/// How to tell it.
#[derive(Args, Debug)]
#[command(after_help = "Example: cargo maintain due --format html > term.html\nIt reads and writes nothing else. \
    An entry owes a check until somebody has checked it this term.")]
pub struct Asked {
    /// Only one partner, by id or name, with each of their entries.
    #[arg(long)]
    partner: Option<String>,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// How the term is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Lines for a terminal.
    Text,
    /// A picture, for a report or a slide.
    Svg,
    /// One page with the picture, to print.
    Html,
    /// One object, for scripts.
    Json,
}

/// The term as it is told.
struct Told<'a> {
    site: &'a str,
    term: Term<'a>,
    log: &'a Log,
    with_entries: bool,
}

/// Tells how the term stands.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    let asking = Asking::read(at, aside)?;
    if !asking.findings.is_empty() {
        write!(aside, "{}", report::write(&asking.findings, asking.records.len(), Format::Text)?)?;
    }
    let mut term = asking.term(at);
    if let Some(words) = &asked.partner {
        let partner = match partners::wanted(&asking.partners, words) {
            Ok(partner) => partner,
            Err(why) => return Ok(Ended::WrongUse(why)),
        };
        term.shares.retain(|share| share.id == partner.id);
    }
    let with_entries = asked.partner.is_some();
    let told = Told { site: &asking.site.name, term, log: &asking.log, with_entries };
    let text = match asked.format {
        Form::Text => told::text(&told),
        Form::Svg => told.term.picture(told.site),
        Form::Html => page::write(&told),
        Form::Json => told::json(&told)?,
    };
    match out.write_all(text.as_bytes()) {
        // Whoever reads may have read enough.
        Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(why.into()),
        _ => Ok(Ended::Well),
    }
}

impl Told<'_> {
    /// Of which directory, day and term.
    fn heading(&self) -> String {
        format!("{}, {}. Term: {}.", self.site, self.term.today.words(), self.term.words())
    }

    /// When a partner was asked this term: "2 September 2026". `None`: not yet.
    fn asked(&self, partner: &str) -> Option<String> {
        let days = self.log.days(partner, self.term.first);
        let words: Vec<_> = days.iter().map(|day| day.words()).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// What else a coordinator should know, in a sentence each.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let (mut silent, mut asked) = (0, 0);
        for share in self.term.owing() {
            let count = if self.asked(share.id).is_some() { &mut asked } else { &mut silent };
            *count += 1;
        }
        if asked + silent == 0 {
            notes.push("Everything is checked this term.".to_owned());
        } else {
            let owing = counted(asked + silent, "partner");
            notes.push(format!("{owing} still to answer: {asked} asked this term, {silent} not yet asked."));
        }
        let apart: usize = self.term.shares.iter().map(|share| share.apart.len()).sum();
        if apart > 0 {
            notes.push(format!("Shown nowhere until you decide: {}.", entries(apart)));
        }
        notes
    }
}
