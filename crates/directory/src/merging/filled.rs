//! The rows of returned tables: what each says, and which entry it speaks of.

use super::{At, Doubt, Grid, GridCell, How, Index, cause, headings, tick};
use crate::closed::Closed;
use crate::guarded;
use crate::record::{ListingRecord, SentEntryRecord};
use crate::sheet::{Cells, Column, FROM_FORM, Marks, comparable, is_nothing, is_ticked, plain};
use crate::withdrawal::WITHDRAWN;
use std::rc::Rc;

/// How an entry was when it was sent out, as far as that is known.
#[derive(Debug, Default)]
pub(super) struct Base<'a> {
    /// The digests of its cells.
    pub(super) marks: Option<Marks>,
    /// The cells themselves.
    pub(super) sent: Option<&'a SentEntryRecord>,
    /// How it was sent out before, where the marks are lost: the file may be one
    /// of those.
    pub(super) older: Vec<&'a SentEntryRecord>,
}

impl Base<'_> {
    /// Whether a cell is as it was sent out. Of what is not known, only an empty
    /// cell is.
    pub(super) fn is_as_sent(&self, column: Column, cell: &str) -> bool {
        match &self.marks {
            Some(marks) => marks.is_as_sent(column, cell),
            None => comparable(cell).is_empty(),
        }
    }

    /// Whether a cell is as an older file had it, which this one may be.
    pub(super) fn is_as_before(&self, column: Column, cell: &str) -> bool {
        let of = |entry: &&SentEntryRecord| entry.cells.get(column.slug()).map(|cell| comparable(cell));
        self.older.iter().filter_map(of).any(|older| older == comparable(cell))
    }

    /// What was sent out.
    pub(super) fn text(&self, column: Column) -> Option<String> {
        let sent = self.sent?;
        Some(sent.cells.get(column.slug()).cloned().unwrap_or_default())
    }
}

/// Whom a row speaks of.
pub(super) enum Who<'a> {
    /// Nobody: it is empty.
    Nothing,
    /// An entry, and how it was sent out.
    Known(&'a ListingRecord, Base<'a>),
    /// Something new.
    New,
    /// What cannot be told, or must not be touched: the id, and why.
    Refused(String, String),
}

/// A row with its columns.
pub(super) struct Filled<'a> {
    pub(super) grid: &'a Grid,
    pub(super) number: u32,
    /// The partner whose file it is.
    pub(super) partner: String,
    /// What that partner is called.
    pub(super) partner_name: Rc<str>,
    pub(super) cells: Vec<(Column, &'a GridCell)>,
    /// The columns of its table.
    pub(super) columns: Rc<[Column]>,
}

impl<'a> Filled<'a> {
    /// Where it stands.
    pub(super) fn at(&self) -> At {
        At { file: self.grid.file.clone(), sheet: self.grid.sheet.clone(), row: self.number }
    }

    /// A cell of it, if it holds something.
    pub(super) fn cell(&self, column: Column) -> Option<&'a GridCell> {
        self.cells.iter().find(|(one, _)| *one == column).map(|(_, cell)| *cell)
    }

    /// What stands in a cell of it.
    pub(super) fn text(&self, column: Column) -> &'a str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }

    /// What it says who looked, without what the template asks there.
    pub(super) fn about_check(&self, column: Column) -> Option<String> {
        let text = plain(self.text(column));
        Some(text).filter(|text| !is_nothing(text) && text != guarded::ASKED)
    }

    /// What it calls its entry.
    pub(super) fn name(&self) -> &'a str {
        self.text(Column::Name)
    }

    pub(super) fn marks(&self) -> Option<Marks> {
        Marks::read(self.text(Column::Marks))
    }

    /// Its facts, in the order in which they are put.
    pub(super) fn facts(&self) -> impl Iterator<Item = (Column, &'a GridCell)> {
        let mut facts: Vec<_> = self.cells.iter().filter(|(column, _)| column.is_fact()).copied().collect();
        facts.sort_by_key(|(column, _)| *column);
        facts.into_iter()
    }

    /// All that it says, to tell whether another row says the same.
    pub(super) fn said(&self) -> String {
        let mut said: Vec<_> = self.cells.iter().filter(|(column, _)| column.kind() != Cells::Locked).collect();
        said.sort_by_key(|(column, _)| *column);
        let told = said.iter().map(|(column, cell)| format!("{}={}\n", column.slug(), comparable(&cell.text)));
        told.filter(|told| !told.ends_with("=\n")).collect()
    }

    /// Whether it says anything: a tick, a note, or a cell that is not as it was
    /// sent out.
    pub(super) fn says_something(&self, of: Option<(&ListingRecord, &Base<'_>)>, how: &How<'_>) -> bool {
        let has_tick = is_ticked(self.text(Column::StillRight)) != Some(false) || self.says_no();
        let has_note = self.about_check(Column::Note).is_some();
        let is_other = |(column, cell): (Column, &GridCell)| {
            let is_as_sent = match of {
                None => self.marks().is_some_and(|marks| marks.is_as_sent(column, &cell.text)),
                Some((_, base)) if base.marks.is_some() => base.is_as_sent(column, &cell.text),
                Some((record, _)) => comparable(&cell.text) == comparable(&column.cell(record, how.site)),
            };
            !is_as_sent && (of.is_none_or(|(_, base)| base.marks.is_some()) || !is_nothing(&cell.text))
        };
        has_tick || has_note || self.facts().any(is_other) || of.is_some_and(|(_, base)| !self.emptied(base).is_empty())
    }

    /// The columns of its table that were sent out with something in them and
    /// came back without.
    pub(super) fn emptied(&self, base: &Base<'_>) -> Vec<Column> {
        let Some(marks) = &base.marks else { return Vec::new() };
        let is_absent = |column: &&Column| column.is_fact() && self.cell(**column).is_none();
        let absent = self.columns.iter().filter(is_absent).copied();
        absent.filter(|column| !marks.is_as_sent(*column, "")).collect()
    }

    /// Whether it says plainly that something is wrong.
    pub(super) fn says_no(&self) -> bool {
        let text = self.text(Column::StillRight);
        is_ticked(text) == Some(false) && !is_nothing(text)
    }

    /// Whom it speaks of.
    pub(super) fn who<'r>(&self, index: &Index<'r>, how: &How<'r>) -> Who<'r> {
        let id = plain(self.text(Column::Id));
        let id = if is_nothing(&id) { String::new() } else { id };
        let marks = self.marks();
        match (&marks, id.as_str()) {
            (None, "") => self.unmarked(index, how),
            (Some(marks), id) if !id.is_empty() && marks.id != id => {
                let why = format!(
                    "Its marks are those of “{}”: the columns were not sorted together. Send the row again as it was.",
                    marks.id
                );
                Who::Refused(id.to_owned(), why)
            }
            (Some(marks), _) if marks.partner != self.partner && marks.partner != FROM_FORM => {
                Who::Refused(marks.id.clone(), "It comes from the file of another partner.".to_owned())
            }
            (Some(found), _) => self.known(&found.id.clone(), marks, index, how),
            (None, id) => self.known(id, None, index, how),
        }
    }

    /// A row without an id: an entry of theirs by its name, or something new.
    fn unmarked<'r>(&self, index: &Index<'r>, how: &How<'r>) -> Who<'r> {
        let has_words = self.facts().any(|(_, cell)| !is_nothing(&cell.text) || cell.doubt.is_some());
        if !has_words && is_ticked(self.text(Column::StillRight)) == Some(false) {
            return Who::Nothing;
        }
        if how.partners.find(&self.partner).is_none() {
            return Who::Refused(String::new(), headings::no_partner(&self.partner));
        }
        if is_nothing(self.name()) {
            return Who::Refused(String::new(), "It has no name, so we cannot tell which entry it is.".to_owned());
        }
        let is_own = |record: &&ListingRecord| {
            how.partners.of_entry(&record.id).is_some_and(|partner| partner.id == self.partner)
                && matches!(record.standing.as_str(), "active" | "doubtful")
        };
        let own: Vec<&str> = index.by_name(self.name()).filter(is_own).map(|record| record.id.as_str()).collect();
        match own.as_slice() {
            [] => Who::New,
            [id] => self.known(id, None, index, how),
            _ => Who::Refused(
                String::new(),
                "Two entries have this name. Write which one into the column for the entry.".to_owned(),
            ),
        }
    }

    fn known<'r>(&self, id: &str, marks: Option<Marks>, index: &Index<'r>, how: &How<'r>) -> Who<'r> {
        let refused = |why: &str| Who::Refused(id.to_owned(), why.to_owned());
        let Some(record) = index.by_id(id) else {
            let is_unread = how.unread.iter().any(|one| one == id);
            return refused(if is_unread {
                "Its file cannot be read. Mend it first."
            } else {
                "No entry has this id."
            });
        };
        let is_own = how.partners.of_entry(&record.id).is_some_and(|partner| partner.id == self.partner);
        match record.standing.as_str() {
            "ended" if super::ended::says_so(self, how) => Who::Nothing,
            "ended" => refused("It has ended. If it runs again, look into it and edit its file."),
            "held" => refused("It is held: it waits for a yes from those who keep the directory."),
            WITHDRAWN => refused("It is taken out for now. Look into that first, and put it back."),
            _ if !is_own && self.is_done(record, marks.as_ref(), how) => Who::Nothing,
            _ if !is_own => refused("It belongs to another partner, who alone may change it."),
            _ => Who::Known(record, self.base(record, marks, index)),
        }
    }

    /// Whether all that it says stands here already: it may be what gave the entry
    /// to somebody else.
    fn is_done(&self, record: &ListingRecord, marks: Option<&Marks>, how: &How<'_>) -> bool {
        let Some(marks) = marks else { return false };
        let is_done = |(column, cell): (Column, &GridCell)| {
            marks.is_as_sent(column, &cell.text) || cause::stands(column, &cell.text, record, how)
        };
        let is_unticked = is_ticked(self.text(Column::StillRight)) == Some(false) && !self.says_no();
        let check = || tick::read(self, &[&record.name, &self.partner_name], how);
        self.facts().all(is_done) && (is_unticked || check().is_taken(record.checked.as_ref()))
    }

    /// How its entry was sent out: as the marks say, or as was written down last.
    fn base<'r>(&self, record: &'r ListingRecord, marks: Option<Marks>, index: &Index<'r>) -> Base<'r> {
        let sent = index.sent_to(&self.partner, record);
        match marks {
            Some(marks) => {
                let is_like = |entry: &&SentEntryRecord| {
                    Marks::of_sent(&entry.id, &self.partner, None, &entry.cells).is_like(&marks)
                };
                let sent = sent.into_iter().map(|(_, entry)| entry).find(is_like);
                Base { marks: Some(marks), sent, older: Vec::new() }
            }
            None => {
                let mut sent = sent;
                sent.sort_by_key(|(on, _)| *on);
                let last = sent.pop().map(|(_, entry)| entry);
                let older = sent.into_iter().map(|(_, entry)| entry).collect();
                let marks = last.map(|entry| Marks::of_sent(&entry.id, &self.partner, None, &entry.cells));
                Base { marks, sent: last, older }
            }
        }
    }
}

/// Why a cell holds no text to go by in this column.
pub(super) fn doubted(column: Column, cell: &GridCell) -> Option<&str> {
    match cell.doubt.as_ref()? {
        Doubt::NoText(says) => Some(says),
        Doubt::LostZero(says) if matches!(column, Column::Phones | Column::Texts) => Some(says),
        Doubt::Ages(says) if matches!(column, Column::Ages | Column::UserAges | Column::AgesExtended) => Some(says),
        _ => None,
    }
}
