//! A question in people's own words: what of it is understood, what is left
//! over, and what it asks for first: help now.
//!
//! What is understood becomes filters, which a person sees and can take away.
//! What is left over are plain words; they only ever live in memory.

mod ages;
mod answers;
mod hearing;
mod names;
mod reading;
mod scores;
mod spoken;
mod suggest;
mod texts;

pub(crate) use hearing::Hearing;
pub(crate) use scores::Scores;

use crate::age::years_of;
use crate::closed::Choices;
use crate::filters::Filters;
use crate::search::{Outcome, Row};
use crate::vocabulary::{Audience, Need};
use crate::words::saying::Heard;
use names::Meant;

/// The longest question that is looked at, in characters.
pub const LONGEST: usize = 2_000;

/// How urgent a question sounds; the more urgent is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It may be a crisis: one line (level B).
    May,
    /// It is one: the whole crisis block (level A).
    Crisis,
    /// Somebody's life may be at risk at this moment.
    Emergency,
}

impl Urgency {
    /// The word of commands: `b`, `a` or `emergency`.
    pub fn word(self) -> &'static str {
        match self {
            Self::May => "b",
            Self::Crisis => "a",
            Self::Emergency => "emergency",
        }
    }
}

/// What of a question was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// What becomes filters: ages, needs, place, and so on.
    pub filters: Filters,
    /// Whether it asks for help with any worry ([`Need::General`], which is no
    /// filter): "counselling", "CAMHS".
    pub is_general: bool,
    /// How urgent it sounds.
    pub urgency: Option<Urgency>,
    /// Who seems to ask. Nothing is left out because of it.
    pub asker: Option<Audience>,
    /// What was typed otherwise than it was read: "scool" as "school".
    pub mended: Vec<Mended>,
}

/// A word that was typed otherwise than it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// As it was typed.
    pub typed: String,
    /// As it was read.
    pub read: String,
}

impl Understood {
    /// Every need that was understood, [`Need::General`] among them.
    pub fn needs(&self) -> Choices<Need> {
        if self.is_general { self.filters.need.with(Need::General) } else { self.filters.need }
    }

    /// The whole years that were understood.
    pub fn years(&self) -> impl Iterator<Item = u8> + use<> {
        years_of(self.filters.age).iter()
    }

    /// Whether nothing was.
    pub fn is_nothing(&self) -> bool {
        self.filters.is_empty() && !self.is_general
    }
}

/// A question that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// As it was typed, cut to [`LONGEST`].
    pub typed: String,
    /// What of it was understood.
    pub understood: Understood,
    /// The words that are left over and tell something, as they were typed:
    /// what a shared link does not keep.
    pub rest: Vec<String>,
    /// Every word that tells something: what ranks.
    telling: Vec<Heard>,
    /// Those that are left over: what narrows down, where no need was understood.
    left: Vec<Heard>,
    /// The listings that it names.
    meant: Vec<Meant>,
}

impl Question {
    /// Whether it names a listing, or who provides it.
    pub fn names(&self, row: Row) -> bool {
        self.meant.iter().any(|meant| meant.row == row.0)
    }
}

/// An answer of the one ranked list that a question has on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which listing.
    pub row: Row,
    /// How it fits.
    pub outcome: Outcome,
    /// Its place, counted from the end: the last has 1, the best as many as there
    /// are answers.
    pub score: u32,
}

/// Something to offer while a question is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// A need to choose.
    Need(Need),
    /// A listing to open.
    Listing(Row),
    /// An organisation whose listings to show, by its name.
    Organisation(String),
}
