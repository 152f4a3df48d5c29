//! What a comparison found: files, rows and cells, each with what becomes of it.

use super::Side;
use crate::record::ListingRecord;
use crate::sheet::Column;

/// What a comparison found.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// Each table, as far as it could be read.
    pub files: Vec<FileRead>,
    /// Each row that says something, in the order of the files.
    pub rows: Vec<RowMerged>,
    /// How many rows are as they were sent out, without a tick.
    pub untouched: usize,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRead {
    /// The file.
    pub file: String,
    /// Its sheet; empty for a list.
    pub sheet: String,
    /// Whose it is, by id.
    pub partner: Option<String>,
    /// The headings that were not understood, each with its column.
    pub unread: Vec<(String, String)>,
    /// Why nothing of it is taken.
    pub refused: Option<String>,
    /// Whether that is because nobody has said who sent it.
    pub is_nobodys: bool,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: String,
    /// Its sheet; empty for a list.
    pub sheet: String,
    /// The row, as a spreadsheet counts.
    pub row: u32,
}

/// A row of a returned file, and what becomes of its entry.
#[derive(Clone, Debug)]
pub struct RowMerged {
    /// Where it stands.
    pub at: At,
    /// The id of its entry; empty where that is not known.
    pub id: String,
    /// What the entry is called.
    pub name: String,
    /// Why nothing of this row is taken.
    pub refused: Option<String>,
    /// Whether it tells of an entry that was not there.
    pub is_new: bool,
    /// Whether its tick is taken.
    pub is_confirmed: bool,
    /// Whether the partner says that it has ended.
    pub is_gone: bool,
    /// Why its tick is not taken.
    pub unconfirmed: Option<String>,
    /// The cells that the partner changed.
    pub cells: Vec<CellMerged>,
    /// What changes because of them.
    pub follows: Vec<Follow>,
    /// What should be asked.
    pub questions: Vec<String>,
    /// What the partner wrote to us. It is not published.
    pub note: String,
    /// The entry as it is to be written. `None`: nothing of it changes.
    pub record: Option<ListingRecord>,
}

/// A cell that a partner changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMerged {
    /// Which fact.
    pub column: Column,
    /// The letter of its column in their file.
    pub letter: String,
    /// What was sent out. `None`: only its digest is known, or nothing.
    pub sent: Option<String>,
    /// Whether they left it as it was sent out, and ticked its row.
    pub is_as_sent: bool,
    /// What they wrote.
    pub theirs: String,
    /// What stands here now.
    pub ours: String,
    /// What is to stand here, as we write it.
    pub now: String,
    /// What becomes of it.
    pub what: What,
}

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is taken.
    Changed,
    /// It was changed here as well; `None` until somebody decides.
    Conflict(Option<Side>),
    /// It cannot be read, or cannot be so: what to write instead.
    Refused(String),
    /// They left it empty: nothing is taken out.
    Emptied,
}

/// What changes because of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// Of what, in words.
    pub of: &'static str,
    /// How it was.
    pub was: String,
    /// How it is to be.
    pub now: String,
    /// Why, in a sentence.
    pub why: &'static str,
}

impl CellMerged {
    /// Whether somebody must look at it before its row is settled.
    pub fn is_open(&self) -> bool {
        matches!(self.what, What::Conflict(None) | What::Refused(_) | What::Emptied)
    }
}

impl RowMerged {
    pub(super) fn of(at: At, id: &str, name: &str) -> Self {
        Self {
            at,
            id: id.to_owned(),
            name: name.to_owned(),
            refused: None,
            is_new: false,
            is_confirmed: false,
            is_gone: false,
            unconfirmed: None,
            cells: Vec::new(),
            follows: Vec::new(),
            questions: Vec::new(),
            note: String::new(),
            record: None,
        }
    }

    pub(super) fn refused(at: At, id: &str, name: &str, why: impl Into<String>) -> Self {
        Self { refused: Some(why.into()), ..Self::of(at, id, name) }
    }

    /// Nothing of it is taken.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.refused = Some(why.into());
        self.record = None;
        (self.is_new, self.is_confirmed, self.is_gone) = (false, false, false);
        self.follows.clear();
    }

    /// Whether nobody needs to look at it.
    pub fn is_settled(&self) -> bool {
        self.refused.is_none() && self.unconfirmed.is_none() && !self.cells.iter().any(CellMerged::is_open)
    }
}

impl Merged {
    /// The entries as they are to be written.
    pub fn changed(&self) -> impl Iterator<Item = &ListingRecord> {
        self.rows.iter().filter_map(|row| row.record.as_ref())
    }

    /// Whether nothing was refused and nothing waits for a decision.
    pub fn is_settled(&self) -> bool {
        self.files.iter().all(|file| file.refused.is_none()) && self.rows.iter().all(RowMerged::is_settled)
    }
}
