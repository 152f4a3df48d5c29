//! The files that came back, what is decided about them, and what the core says
//! to them. Everything is worked out anew from the files at each decision.

use super::Base;
use directory::Directory;
use directory::day::typed;
use directory::merging::{Grid, GridCell, How, Merged, Side, Take, merge};
use directory::partner::Partners;
use directory::record::{ListingRecord, SentRecord};
use directory::sheet::{Column, FROM_FORM, Marks};

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFile {
    /// Its name.
    pub name: String,
    /// Whether it was made on the update page, which does not know who fills it
    /// in: then somebody has to say who sent it.
    pub is_form: bool,
    /// The id of the partner who sent it, if somebody has said so.
    pub sender: Option<String>,
    /// Why it was not read, in a sentence.
    pub refused: Option<String>,
}

/// What the coordinator writes in the place of a cell that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mended {
    file: String,
    sheet: String,
    row: u32,
    letter: String,
    text: String,
}

/// The files that came back, and what is decided.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    /// Each file that was chosen, in order.
    pub files: Vec<ReadFile>,
    grids: Vec<Grid>,
    mended: Vec<Mended>,
    take: Take,
    /// The role for rows that are ticked and say none.
    pub by: String,
    /// The day for rows that are ticked and say none.
    pub on: String,
    /// Everyone who answers for entries: id and name.
    pub partners: Vec<(String, String)>,
    /// What the core says.
    pub merged: Option<Merged>,
}

impl Returned {
    /// Takes in a file that was read, or why it was not. One of the same name
    /// takes the place of the one before.
    pub fn take_in(&mut self, name: &str, read: Result<Vec<Grid>, String>) {
        self.leave_out(name);
        let refused = match read {
            Ok(grids) => {
                self.grids.extend(grids);
                None
            }
            Err(why) => Some(why),
        };
        let own = self.grids.iter().filter(|grid| grid.file == name);
        let is_form = own.flat_map(cells).any(|cell| of_form(&cell.text).is_some());
        self.files.push(ReadFile { name: name.to_owned(), is_form, sender: None, refused });
    }

    /// Takes a file out again, with what was decided about it.
    pub fn leave_out(&mut self, name: &str) {
        self.files.retain(|file| file.name != name);
        self.grids.retain(|grid| grid.file != name);
        self.mended.retain(|one| one.file != name);
    }

    /// Says which partner sent the file at this place.
    pub fn sent_by(&mut self, at: usize, partner: &str) {
        if let Some(file) = self.files.get_mut(at) {
            file.sender = Some(partner.to_owned()).filter(|id| !id.is_empty());
        }
    }

    /// Whether somebody has to say who sent the file at this place, or has said it.
    pub fn needs_sender(&self, at: usize) -> bool {
        let Some(file) = self.files.get(at).filter(|file| file.refused.is_none()) else { return false };
        let mut read = self.merged.iter().flat_map(|merged| &merged.files);
        file.is_form || file.sender.is_some() || read.any(|one| one.file == file.name && one.is_nobodys)
    }

    /// Which side of a cell is taken.
    pub fn decide(&mut self, at: usize, column: Column, side: Option<Side>) {
        let row = self.merged.as_ref().and_then(|merged| merged.rows.get(at));
        let Some(id) = row.map(|row| row.id.clone()) else { return };
        self.take.cells.retain(|(one, of, _)| *one != id || *of != column);
        self.take.cells.extend(side.map(|side| (id, column, side)));
    }

    /// Writes something in the place of a cell that was refused.
    pub fn mend(&mut self, at: usize, column: Column, text: &str) {
        let row = self.merged.as_ref().and_then(|merged| merged.rows.get(at));
        let cell = row.and_then(|row| Some((row, row.cells.iter().find(|cell| cell.column == column)?)));
        let Some((row, cell)) = cell else { return };
        let (file, sheet, row) = (row.at.file.clone(), row.at.sheet.clone(), row.at.row);
        let next = Mended { file, sheet, row, letter: cell.letter.clone(), text: text.to_owned() };
        self.mended.retain(|one| !one.is_at(&next));
        self.mended.push(next);
    }

    /// What stands in the place of a cell that was refused.
    pub fn mended(&self, at: usize, letter: &str) -> Option<&str> {
        let row = self.merged.as_ref().and_then(|merged| merged.rows.get(at))?;
        let is_it = |one: &&Mended| {
            one.file == row.at.file && one.sheet == row.at.sheet && one.row == row.at.row && one.letter == letter
        };
        self.mended.iter().find(is_it).map(|one| one.text.as_str())
    }

    /// Asks the core again.
    pub fn judge(&mut self, directory: &Directory, base: &Base) {
        let partners = Partners::of(base.partners(), base.records());
        self.partners = partners.all().iter().map(|one| (one.id.clone(), one.name.clone())).collect();
        if self.grids.is_empty() {
            self.merged = None;
            return;
        }
        let records: Vec<&ListingRecord> = base.records().iter().collect();
        let sent: &[SentRecord] = base.sent();
        let by = Some(self.by.trim()).filter(|by| !by.is_empty());
        let on = typed::day(self.on.trim());
        let (site, today) = (&directory.site, directory.today);
        let unread = &base.unread();
        let how = How { site, today, partners: &partners, sent, partner: None, by, on, take: &self.take, unread };
        self.merged = Some(merge(&self.corrected(), &records, &how));
    }

    /// The files with what was written in the place of refused cells, and with who
    /// sent those that do not say it.
    fn corrected(&self) -> Vec<Grid> {
        let mut grids = self.grids.clone();
        for grid in &mut grids {
            let file = self.files.iter().find(|file| file.name == grid.file);
            let Some(sender) = file.and_then(|file| file.sender.as_ref()) else { continue };
            grid.sender = Some(sender.clone());
            for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
                if let Some(mut marks) = of_form(&cell.text) {
                    marks.partner.clone_from(sender);
                    cell.text = marks.written();
                }
            }
        }
        for one in &self.mended {
            let grid = grids.iter_mut().find(|grid| grid.file == one.file && grid.sheet == one.sheet);
            let row = grid.and_then(|grid| grid.rows.iter_mut().find(|row| row.number == one.row));
            let cell = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.letter == one.letter));
            if let Some(cell) = cell {
                one.text.clone_into(&mut cell.text);
                cell.doubt = None;
            }
        }
        grids
    }

    /// Each entry that would be written.
    pub fn changed(&self) -> Vec<&ListingRecord> {
        self.merged.iter().flat_map(Merged::changed).collect()
    }
}

fn cells(grid: &Grid) -> impl Iterator<Item = &GridCell> {
    grid.rows.iter().flat_map(|row| &row.cells)
}

/// The marks of a cell, if the update page made them.
fn of_form(cell: &str) -> Option<Marks> {
    Marks::read(cell).filter(|marks| marks.partner == FROM_FORM)
}

impl Mended {
    fn is_at(&self, other: &Self) -> bool {
        (&self.file, &self.sheet, self.row, &self.letter) == (&other.file, &other.sheet, other.row, &other.letter)
    }
}
