//! Every subcommand of the coordinator's command, once, for both programs that
//! have them: `cargo maintain`, which takes the folder of the data as an option,
//! and `waymark`, which takes it by its place.

use std::io::{Write, stderr, stdout};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use directory::day::Day;

use crate::pending::{self, Settled};
use crate::spelling::Spelling;
use crate::tone::{Colour, Painted};
use crate::{
    changes, check, due, export, find, gaps, history, import, links, merge, record, remind, schools, template, today,
    withdraw,
};

/// Where the data of a command lies, as its program takes it.
pub trait Of: Args {
    /// The folder of the data.
    fn data(&self) -> &Path;
    /// The rest, which both programs take alike.
    fn rest(&self) -> &Rest;
    /// How this program's commands are spelt.
    fn spelling(&self) -> Spelling;
}

/// What every command takes, whichever program it belongs to.
#[derive(Args, Clone, Debug)]
pub struct Rest {
    /// The day to take as today, YYYY-MM-DD; the computer's own, if absent
    #[arg(long, value_parser = today::typed)]
    today: Option<Day>,
    /// The private folder of partners; `partners` beside the folder of the data, if absent
    #[arg(long, value_name = "DIR")]
    partners: Option<PathBuf>,
    /// Say only what was asked for and what went wrong: no hints, no progress
    #[arg(long, short)]
    quiet: bool,
    /// Use colour: on a terminal, always or never
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    colour: Colour,
}

/// What a command works on: folders, and a day.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The folder of the data.
    pub data: PathBuf,
    /// The private folder of partners: their mailboxes and what was sent to
    /// them. It may not be there. No build reads it.
    pub partners: PathBuf,
    /// The day that is taken as today.
    pub today: Day,
    /// Whether only what was asked for is said, without hints and progress.
    pub is_quiet: bool,
}

/// How a command ended that could do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All well.
    Well,
    /// There is something for a person to look at.
    WithFindings,
    /// Something was asked for that cannot be done, and nothing was touched.
    WrongUse(String),
}

impl Ended {
    /// Well, or with findings.
    pub fn is_well(is_well: bool) -> Self {
        if is_well { Self::Well } else { Self::WithFindings }
    }
}

/// What to type to record what has changed.
const RECORD: &str = "Examples:
  cargo maintain record                                see what would be written
  cargo maintain record --write --by coordinator       write it into the history";

/// What the command does, in the order of a term: look, ask, take in, publish;
/// then others, and schools; then what search and the map make of it.
#[derive(Subcommand)]
pub enum Command<S: Of> {
    /// Say what is wrong with the data: file, field, what to write instead.
    Check(Task<S, check::Asked>),
    /// Show how the term stands: how much is checked, late and very late, by partner.
    Due(Task<S, due::Asked>),
    /// Write one reminder for each partner who owes a check this term. It sends nothing.
    Remind(Task<S, remind::Asked>),
    /// Write the spreadsheet that a partner fills in, with their own entries in it.
    Template(Task<S, template::Asked>),
    /// Take in what partners sent back: show each difference, then write it.
    Merge(Task<S, merge::Asked>),
    /// Take an entry that is wrong out of the directory at once, or put it back.
    Withdraw(Task<S, withdraw::Asked>),
    /// Write down what has changed in the data since it was last recorded.
    #[command(after_help = RECORD)]
    Record(Task<S, record::Recording>),
    /// Say what has changed, ready to be pasted into a newsletter.
    Changes(Task<S, changes::Asked>),
    /// Tell the whole story of one entry, or of all, day by day.
    History(Task<S, history::Asked>),
    /// Visit every web address of the data, politely, and say which have moved or gone.
    Links(Task<S, links::Asked>),
    /// Take in another directory's data, or a list: what comes waits for a person's yes.
    Import(Box<Task<S, import::Asked>>),
    /// Write the directory for others: Open Referral UK, HSDS, a spreadsheet, JSON-LD.
    Export(Task<S, export::Asked>),
    /// Take in a list of schools: which there are, which services cover them, who answers for them.
    Schools(Task<S, schools::Asked>),
    /// Say how much is listed for each need at each age, as the gap map does.
    Gaps(Task<S, gaps::Chosen>),
    /// Say what search makes of a question: what it understands, what it finds, and why.
    Find(Task<S, find::Asked>),
}

/// What one command takes: where the data lies, and what is asked of it.
#[derive(Args)]
pub struct Task<S: Of, A: Args> {
    #[command(flatten)]
    of: S,
    #[command(flatten)]
    asked: A,
}

impl<S: Of> Command<S> {
    /// Does it.
    pub fn run(&self) -> Result<Ended> {
        match self {
            Self::Check(task) => task.on(|at, asked, out, _| check::tell(at, asked, out)),
            Self::Find(task) => {
                task.on(|at, asked, out, err| find::tell(&at.data, at.today, asked, out, err).map(|()| Ended::Well))
            }
            Self::Schools(task) => task.on(|at, asked, out, _| schools::tell(at, asked, out).map(Ended::is_well)),
            Self::Gaps(task) => task.on(|at, asked, out, err| {
                let told = gaps::tell(&at.data, at.today, asked, out, err)?;
                Ok(told.map_or_else(Ended::WrongUse, |()| Ended::Well))
            }),
            Self::Record(task) => task.on(|at, asked, out, _| record::tell(at, asked, out).map(Ended::is_well)),
            Self::Changes(task) => {
                task.on(|at, asked, out, err| changes::tell(&at.data, at.today, asked, out, err).map(|()| Ended::Well))
            }
            Self::History(task) => task.on(|at, asked, out, err| history::tell(at, asked, out, err)),
            Self::Template(task) => task.on(|at, asked, out, err| template::tell(at, asked, out, err)),
            Self::Merge(task) => task.on(|at, asked, out, err| merge::tell(at, asked, out, err)),
            Self::Withdraw(task) => task.on(|at, asked, out, err| withdraw::tell(at, asked, out, err)),
            Self::Remind(task) => task.on(|at, asked, out, err| remind::tell(at, asked, out, err)),
            Self::Due(task) => task.on(|at, asked, out, err| due::tell(at, asked, out, err)),
            Self::Import(task) => task.on(|at, asked, out, err| import::tell(at, asked, out, err)),
            Self::Export(task) => task.on(|at, asked, out, err| export::tell(at, asked, out, err)),
            Self::Links(task) => task.on(|at, asked, out, err| links::tell(at, asked, out, err)),
        }
    }
}

impl<S: Of, A: Args> Task<S, A> {
    fn on(&self, work: impl FnOnce(&Setting, &A, &mut dyn Write, &mut dyn Write) -> Result<Ended>) -> Result<Ended> {
        let (at, rest) = (Setting::of(&self.of)?, self.of.rest());
        let mut out = Painted::new(stdout().lock(), rest.colour.paints(&stdout()), self.of.spelling());
        let mut err = Painted::new(stderr(), rest.colour.paints(&stderr()), self.of.spelling());
        let done = if at.is_quiet {
            work(&at, &self.asked, &mut out, &mut std::io::sink())
        } else {
            work(&at, &self.asked, &mut out, &mut err)
        };
        out.flush()?;
        done.map(|ended| match ended {
            Ended::WrongUse(why) => Ended::WrongUse(self.of.spelling().spell(&why)),
            other => other,
        })
    }
}

impl Setting {
    /// What a program was told, with the clock's day where it was told none. A
    /// command that was cut off while it wrote is settled first.
    pub fn of(source: &impl Of) -> Result<Self> {
        let (data, rest) = (source.data().to_owned(), source.rest());
        let beside = || data.parent().map_or_else(|| PathBuf::from("partners"), |folder| folder.join("partners"));
        let partners = rest.partners.clone().unwrap_or_else(beside);
        let setting = Self { data, partners, today: rest.today()?, is_quiet: rest.quiet };
        match pending::settle(&setting)? {
            Some(Settled::Finished) => eprintln!("A command was cut off while it wrote: that is finished now."),
            Some(Settled::Undone) => eprintln!("A command was cut off before it wrote: the data is as it was."),
            None => {}
        }
        Ok(setting)
    }
}

impl Rest {
    /// The day that was typed, or today by the computer's clock.
    pub fn today(&self) -> Result<Day> {
        self.today.map_or_else(system_day, Ok)
    }

    /// Whether the day was typed.
    pub fn is_day_typed(&self) -> bool {
        self.today.is_some()
    }
}

/// Tells how a command ended, and makes the exit code of it: 0 all well, 1
/// findings or failures, 2 wrong use.
pub fn exit_code(done: Result<Ended>) -> u8 {
    match done {
        Ok(Ended::Well) => 0,
        Ok(Ended::WithFindings) => 1,
        Ok(Ended::WrongUse(why)) => {
            let _ = writeln!(stderr(), "error: {why}");
            2
        }
        // Whoever reads has read enough.
        Err(why) if is_pipe_closed(&why) => 0,
        Err(why) => {
            let _ = writeln!(stderr(), "error: {why:#}");
            1
        }
    }
}

fn is_pipe_closed(why: &anyhow::Error) -> bool {
    let io = why.downcast_ref::<std::io::Error>();
    io.is_some_and(|why| why.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Today, by the computer's clock, in UTC. The clock is read here and nowhere
/// else.
fn system_day() -> Result<Day> {
    const JULIAN_DAY_OF_EPOCH: i64 = 2_440_588;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).context("the computer's clock is before 1970")?;
    let julian = i32::try_from(i64::try_from(seconds.as_secs() / 86_400)? + JULIAN_DAY_OF_EPOCH)?;
    let date = time::Date::from_julian_day(julian)?;
    Day::of(date.year(), date.month().into(), date.day()).context("the computer's clock names no day")
}
