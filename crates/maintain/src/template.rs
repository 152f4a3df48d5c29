//! `cargo maintain template`: the spreadsheet that a partner fills in.
//!
//! It writes a file to send, and keeps what stood in it on that day beside the
//! partners. When the file comes back, `merge` knows by that what its partner has
//! changed, and what somebody else has changed meanwhile.

mod destination;

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use directory::partner::{NOBODY, Partner};
use directory::record::ListingRecord;
use directory::sheet::{Sheet, Wanted};

use crate::command::{Ended, Setting};
use crate::files::{self, Folder};
use crate::pending::{self, Change};
use crate::record::entries;
use crate::report::counted;
use crate::term::Asking;
use crate::{partners, tone};
use destination::Destination;

/// The most empty rows of a template.
const MOST_BLANK: usize = 200;

/// So many empty rows there are at least where a partner has no entry yet.
const EMPTY: usize = 5;

/// Whose entries, and where to write them.
#[derive(Args, Clone, Debug)]
#[command(after_help = "Example: cargo maintain template --partner tide-trust --out to-send\n\
    It writes to-send/tide-trust-DAY.xlsx, and keeps what stood in it in partners/sent. \
    It sends nothing: attach the file to an e-mail, or let remind do it.")]
#[group(required = true, multiple = true)]
pub struct Asked {
    /// Whose entries, by id or name
    #[arg(long, conflicts_with = "all")]
    partner: Option<String>,
    /// One file for each partner
    #[arg(long)]
    all: bool,
    /// The file to write, or the folder for it; the present folder, if absent
    #[arg(long, value_name = "FILE|DIR")]
    out: Option<PathBuf>,
    /// A list with commas instead of a workbook
    #[arg(long)]
    csv: bool,
    /// How many empty rows there are for new entries, with the columns that any kind of entry needs
    #[arg(long, value_name = "N", default_value_t = 0)]
    blank: usize,
    /// Write over a file of the same name, and over what was kept of one that was sent today
    #[arg(long)]
    replace: bool,
}

/// A template that is ready to be written.
struct Ready<'a> {
    partner: &'a Partner,
    sheet: Sheet,
    /// How many of the partner's entries are not in it, because no list holds them.
    left_out: usize,
    to: Destination,
}

/// Writes the templates that are asked for.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    if asked.blank > MOST_BLANK {
        return Ok(Ended::WrongUse(format!("a template has at most {MOST_BLANK} empty rows; write a smaller --blank")));
    }
    let asking = Asking::read(at, aside)?;
    let wanted = match &asked.partner {
        Some(words) => match partners::wanted(&asking.partners, words) {
            Ok(partner) => vec![partner],
            Err(why) => return Ok(Ended::WrongUse(why)),
        },
        None => asking.partners.all().iter().filter(|partner| partner.id != NOBODY).collect(),
    };
    if !asking.is_sound() {
        let why =
            "partners.json has errors, which the check names; mend them first, so that nobody gets what is another's";
        return Ok(Ended::WrongUse(why.to_owned()));
    }
    let mut ready = Vec::new();
    for partner in wanted {
        let to = match Destination::of(asked, partner, at.today) {
            Ok(to) => to,
            Err(why) => return Ok(Ended::WrongUse(why)),
        };
        ready.push(Ready::of(&asking, partner, asked.blank, at, to));
    }
    if let Some(why) = ready.iter().filter(|_| !asked.replace).find_map(|one| one.in_the_way(at).transpose()) {
        return Ok(Ended::WrongUse(why?));
    }
    let bar = tone::bar(at.is_quiet, Some(ready.len() as u64), "templates");
    let mut kept = Vec::new();
    for one in &ready {
        files::write(&one.to.file, &one.bytes(asked.csv)?)?;
        kept.push(Change::of_partners(one.to.kept.clone(), files::pretty(&one.sheet.sent())?));
        bar.inc(1);
    }
    bar.finish_and_clear();
    pending::write(at, &Folder::read(&at.data)?, &kept, None)?;
    ready.iter().try_for_each(|one| writeln!(out, "{}", one.told()))?;
    let nobody = asking.partners.all().iter().find(|one| one.id == NOBODY && asked.all);
    if let Some(nobody) = nobody.filter(|nobody| !nobody.entries.is_empty()) {
        let count = entries(nobody.entries.len());
        writeln!(
            aside,
            "Nobody answers for {count}: give them to a partner in partners.json, or add --partner {NOBODY}."
        )?;
    }
    writeln!(aside, "Nothing was sent. When a file comes back, run: cargo maintain merge FILE")?;
    Ok(Ended::Well)
}

impl<'a> Ready<'a> {
    fn of(asking: &'a Asking, partner: &'a Partner, blank: usize, at: &Setting, to: Destination) -> Self {
        let own = |record: &&ListingRecord| partner.entries.contains(&record.id);
        let records: Vec<&ListingRecord> = asking.records.iter().filter(own).collect();
        let sheet = Sheet::of(
            &Wanted {
                partner: &partner.id,
                partner_name: &partner.name,
                site: &asking.site,
                sent_on: at.today,
                blank: if records.is_empty() { blank.max(EMPTY) } else { blank },
            },
            &records,
        );
        let left_out = records.len() - sheet.rows.len();
        Self { partner, sheet, left_out, to }
    }

    /// What would be lost by writing, in a sentence. Nothing, if there is nothing.
    fn in_the_way(&self, at: &Setting) -> Result<Option<String>> {
        if self.to.file.exists() {
            return Ok(Some(format!("{} is there already; add --replace to write over it", self.to.file.display())));
        }
        let kept = files::text_at(&at.partners.join(&self.to.kept))?;
        let is_other = kept.is_some_and(|kept| files::pretty(&self.sheet.sent()).is_ok_and(|text| text != kept));
        Ok(is_other.then(|| {
            format!(
                "{} already has a spreadsheet of today. Have you sent it? Then wait until tomorrow, or the answer cannot be compared. Not sent? Add --replace.",
                self.partner.name
            )
        }))
    }

    fn bytes(&self, is_list: bool) -> Result<Vec<u8>> {
        if is_list {
            return Ok(table::template::list(&self.sheet).into_bytes());
        }
        table::template::xlsx(&self.sheet).context("the spreadsheet could not be made")
    }

    fn told(&self) -> String {
        let (entries, blank) = (entries(self.sheet.rows.len()), counted(self.sheet.blank, "empty row"));
        let left_out = match self.left_out {
            0 => String::new(),
            1 => ", 1 left out because no list holds it".to_owned(),
            many => format!(", {many} left out because no list holds them"),
        };
        format!("{} ({}): {entries}, {blank}{left_out}: {}", self.partner.name, self.partner.id, self.to.file.display())
    }
}
