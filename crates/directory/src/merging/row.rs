//! A row about an entry that is there: cell by cell, then its tick.

use super::filled::{Base, Filled, doubted};
use super::{CellMerged, GridCell, How, Index, RowMerged, Side, What};
use super::{cause, ended, follow, stating, tick, unseen};
use crate::finding::{Findings, Level};
use crate::guarded;
use crate::record::{self, ListingRecord};
use crate::sheet::{Column, comparable, is_clear, is_nothing, is_ticked};

/// What becomes of an entry by a row.
pub(super) fn merge(
    row: &Filled<'_>,
    record: &ListingRecord,
    base: &Base<'_>,
    index: &Index<'_>,
    how: &How<'_>,
) -> RowMerged {
    let mut told = RowMerged::of(row.at(), &record.id, &record.name);
    told.note = row.about_check(Column::Note).unwrap_or_default();
    let is_ticked = is_ticked(row.text(Column::StillRight));
    let own = [record.name.as_str(), record.provider.as_deref().unwrap_or_default(), &row.partner_name];
    let check = tick::read(row, &own, how);
    // A tick that is taken already says nothing of what was changed here since.
    let is_new_tick = is_ticked == Some(true) && !check.is_taken(record.checked.as_ref());
    let mut next = record.clone();
    for (column, cell) in row.facts() {
        if base.is_as_sent(column, &cell.text) && cause::is_known(column, row, record, base, how) {
            continue;
        }
        let theirs = if column == Column::Successor { ended::successor(&cell.text, index) } else { cell.text.clone() };
        let one = Cell { record, base, how, column, cell, theirs, is_ticked: is_new_tick };
        told.cells.extend(one.merge(&mut next));
    }
    for column in row.emptied(base) {
        let ours = column.cell(record, how.site);
        let (sent, letter) = (base.text(column), String::new());
        if !comparable(&ours).is_empty() {
            let (theirs, now) = (String::new(), ours.clone());
            told.cells.push(CellMerged {
                column,
                letter,
                sent,
                is_as_sent: false,
                theirs,
                ours,
                now,
                what: What::Emptied,
            });
        }
    }
    if is_new_tick {
        let unseen = unseen::all(row, record, base, how);
        told.questions.extend(unseen.iter().filter(|cell| cell.is_open()).map(unseen::question));
        told.cells.extend(unseen);
    }
    let changed = stating::changed(&told.cells);
    told.is_gone = ended::ends(record, &next);
    if let Some(why) = needed([record, &next], &check, is_ticked == Some(true) || !changed.is_empty()) {
        told.refuse(why);
        return told;
    }
    if let Some(why) = ended::leaning(record, how).filter(|_| told.is_gone) {
        told.refuse(why);
        return told;
    }
    let on = check.on.unwrap_or(how.today);
    told.follows = follow::all(record, &mut next, &changed, on, how.site);
    let who = format!("{} ({})", tick::partner_words(row), check.by_words());
    confirm((row, base, who.as_str()), record, &mut next, &mut told, &check, is_ticked);
    if !changed.is_empty() {
        stating::state(&mut next, &changed, &check.source(row, how), on);
    }
    if let Some(why) = broken(record, &next) {
        told.refuse(why);
        return told;
    }
    if told.is_gone {
        told.questions.extend(ended::question(&next));
    }
    if row.says_no() && changed.is_empty() {
        told.questions.push("They say that it is not right, and not what. Ask them.".to_owned());
    }
    told.record = (!changed.is_empty() || told.is_confirmed).then_some(next);
    told
}

/// What is missing of what a guarded entry asks for; nothing if it is all there.
/// One that becomes guarded by this row asks for as much.
fn needed(before_and_after: [&ListingRecord; 2], check: &tick::Read, says_something: bool) -> Option<String> {
    let guard = before_and_after.into_iter().find_map(guarded::why_record).filter(|_| says_something)?;
    let missing = check.missing_for_guarded()?;
    Some(format!("A tick is not enough here: it is {}. {missing} Nothing of this row is taken.", guard.words()))
}

/// Takes the tick, or says why not.
fn confirm(
    (row, base, who): (&Filled<'_>, &Base<'_>, &str),
    record: &ListingRecord,
    next: &mut ListingRecord,
    told: &mut RowMerged,
    check: &tick::Read,
    is_ticked: Option<bool>,
) {
    let is_covered = row.cell(Column::StillRight).is_some_and(|cell| cell.is_covered);
    let open = told.cells.iter().find(|cell| cell.is_open());
    let overruled = told.cells.iter().find(|cell| is_overruled(cell, row, base));
    let refused = match is_ticked {
        Some(false) => return,
        None => Some("We cannot tell whether this is a tick. Write Yes, or leave it empty.".to_owned()),
        Some(true) if told.is_gone => return,
        Some(true) if !is_covered && check.is_taken(record.checked.as_ref()) => return,
        Some(true) if is_covered => Some("The tick is merged over several rows. Tick each row by itself.".to_owned()),
        Some(true) => open
            .map(|cell| format!("“{}” must be settled first.", cell.column.label()))
            .or_else(|| overruled.map(|cell| not_theirs(cell.column))),
    };
    let done = match refused {
        Some(why) => Err(why),
        None => check.record(record.checked.as_ref()),
    };
    match done {
        // Checked on that day already, or by nothing new.
        Ok(None) => {}
        Ok(Some(checked)) => {
            next.checked = Some(checked);
            told.is_confirmed = true;
            told.follows.extend(follow::doubt(next));
            stating::confirm(next, row, who, &told.cells);
        }
        Err(why) => told.unconfirmed = Some(why),
    }
}

/// Whether they wrote something else than what stays here: their tick was for
/// their own words.
fn is_overruled(cell: &CellMerged, row: &Filled<'_>, base: &Base<'_>) -> bool {
    let text = row.text(cell.column);
    cell.what == What::Conflict(Some(Side::Ours)) && !is_nothing(text) && !base.is_as_sent(cell.column, text)
}

fn not_theirs(column: Column) -> String {
    format!("They wrote something else under “{}”, and ours stays. Ask them whether ours is right.", column.label())
}

/// What the core would no longer understand of an entry: a change must break
/// nothing that could be read.
pub(super) fn broken(before: &ListingRecord, after: &ListingRecord) -> Option<String> {
    let errors = |record: &ListingRecord| {
        let mut findings = Findings::default();
        let listing = record::listing(record.clone(), &mut findings);
        let mut errors = findings.into_vec();
        errors.retain(|finding| finding.level == Level::Error);
        (listing.is_some(), errors)
    };
    let (is_read, new) = errors(after);
    let (_, old) = errors(before);
    let found = new.into_iter().find(|one| old.iter().all(|other| other.field != one.field));
    match found {
        Some(one) => {
            Some(format!("With these changes “{}” cannot be read. {}", one.field, one.write).trim().to_owned())
        }
        None if !is_read => Some("With these changes the entry cannot be read.".to_owned()),
        None => None,
    }
}

/// One cell on its way.
struct Cell<'a> {
    record: &'a ListingRecord,
    base: &'a Base<'a>,
    how: &'a How<'a>,
    column: Column,
    cell: &'a GridCell,
    theirs: String,
    is_ticked: bool,
}

impl Cell<'_> {
    /// What becomes of it; puts it into the entry if it is taken. `None`: they
    /// did not change it, or it is so already.
    fn merge(&self, next: &mut ListingRecord) -> Option<CellMerged> {
        let (column, site) = (self.column, self.how.site);
        let ours = column.cell(self.record, site);
        let is_same = comparable(&self.theirs) == comparable(&ours);
        let is_as_sent = self.is_as_sent();
        if is_same && self.cell.doubt.is_none() {
            return None;
        }
        if is_as_sent && !self.is_ticked {
            return None;
        }
        if !is_as_sent {
            if let Some(why) = doubted(column, self.cell) {
                return Some(self.told(ours, What::Refused(why.to_owned())));
            }
            if is_nothing(&self.theirs) {
                let is_emptied = self.base.marks.is_some() && !comparable(&ours).is_empty();
                return is_emptied.then(|| self.told(ours, What::Emptied));
            }
            if self.cell.is_covered {
                let why = "This cell is merged with others. Write it into each row by itself.";
                return Some(self.told(ours, What::Refused(why.to_owned())));
            }
        }
        let mut attempt = next.clone();
        let done = column.put(&mut attempt, &self.theirs, site);

        let now = column.cell(&attempt, site);
        let what = match done {
            Err(why) => What::Refused(why.says),
            Ok(()) if now == ours => return None,
            // They tick what was sent out, and it was changed here meanwhile; or both changed it;
            // or nobody changed it, and their file is an older one.
            Ok(()) if is_as_sent || !self.is_ours_as_sent(&ours) || self.base.is_as_before(column, &self.theirs) => {
                What::Conflict(self.how.take.side(&self.record.id, column))
            }
            Ok(()) => What::Changed,
        };
        if matches!(what, What::Changed | What::Conflict(Some(Side::Theirs))) {
            *next = attempt;
            return Some(CellMerged { now, ..self.told(ours, what) });
        }
        Some(self.told(ours, what))
    }

    /// Whether they left it as it was sent out.
    fn is_as_sent(&self) -> bool {
        self.base.marks.is_some() && self.base.is_as_sent(self.column, &self.cell.text)
    }

    /// Whether what stands here now is what was sent out.
    fn is_ours_as_sent(&self, ours: &str) -> bool {
        self.base.is_as_sent(self.column, ours)
    }

    fn told(&self, ours: String, what: What) -> CellMerged {
        let theirs = if is_clear(&self.theirs) { crate::sheet::CLEAR.to_owned() } else { self.theirs.clone() };
        let letter = self.cell.letter.clone();
        let (now, sent) = (ours.clone(), self.base.text(self.column));
        CellMerged { column: self.column, letter, sent, is_as_sent: self.is_as_sent(), theirs, ours, now, what }
    }
}
