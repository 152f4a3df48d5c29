//! What somebody says of their entries, as the template of a spreadsheet that is
//! filled in: what they would send back, and what the core says to it.

use super::{Edited, Update};
use directory::closed::Closed;
use directory::merging::{Grid, GridCell, GridRow, How, Take, What, merge};
use directory::partner::Partners;
use directory::record::ListingRecord;
use directory::sheet::{Column, FROM_FORM, Row, Sheet, TICK, Wanted};

impl Update {
    /// The template of the entries of which something is said, filled in.
    pub fn sheet(&self) -> Sheet {
        self.filled(&self.told().collect::<Vec<_>>(), FROM_FORM)
    }

    /// What the core would say when it comes back, each with the id of where to
    /// go: the same rules as those of whoever takes it in.
    pub(super) fn answered(&self) -> Vec<(String, String)> {
        let partners = Partners::of(None, self.records.iter());
        let records: Vec<&ListingRecord> = self.records.iter().collect();
        let mut all = Vec::new();
        for (at, one) in self.entries.iter().enumerate().filter(|(_, one)| one.says_anything()) {
            let Some(partner) = partners.of_entry(&one.record.id) else { continue };
            let grid = grid(&self.filled(&[one], &partner.id));
            let (site, today, take) = (&self.directory.site, self.directory.today, &Take::default());
            let partners = &partners;
            let how = How { site, today, partners, sent: &[], partner: None, by: None, on: None, take, unread: &[] };
            for row in merge(&[grid], &records, &how).rows {
                let name = &one.record.name;
                let whole = row.refused.into_iter().chain(row.unconfirmed);
                all.extend(whole.map(|why| (format!("update-right-{at}"), [name, ": ", &why].concat())));
                for cell in row.cells {
                    if let What::Refused(why) = cell.what {
                        let says = [name, ", ", cell.column.label(), ": ", &why].concat();
                        all.push((format!("update-{at}-{}", cell.column.slug()), says));
                    }
                }
            }
        }
        all
    }

    /// The template of some entries, sent to a partner and filled in.
    fn filled(&self, told: &[&Edited], partner: &str) -> Sheet {
        let records: Vec<_> = told.iter().map(|one| &one.record).collect();
        let site = &self.directory.site;
        let wanted = Wanted { partner, partner_name: "", site, sent_on: self.directory.today, blank: 0 };
        let mut sheet = Sheet::of(&wanted, &records);
        let columns: Vec<_> = sheet.columns.iter().map(|heading| heading.column).collect();
        for row in &mut sheet.rows {
            if let Some(one) = told.iter().find(|one| one.record.id == row.id) {
                self.fill(row, &columns, one);
            }
        }
        sheet
    }

    fn fill(&self, row: &mut Row, columns: &[Column], one: &Edited) {
        for (column, cell) in columns.iter().zip(&mut row.cells) {
            let words = match column {
                Column::StillRight if one.is_right => TICK,
                Column::StillRight => "",
                Column::CheckedBy => &self.who.role,
                Column::CheckedOn => &self.who.on,
                Column::Means => &self.who.means,
                Column::SecondRole => &one.second,
                Column::CalledOn => &one.called_on,
                Column::Note => &one.note,
                _ => match one.changed().find(|fact| fact.column == *column) {
                    Some(fact) => fact.cell(),
                    None => continue,
                },
            };
            words.clone_into(cell);
        }
    }
}

/// A template as it would be read when it comes back.
fn grid(sheet: &Sheet) -> Grid {
    let cell = |(column, text): (u16, String)| GridCell {
        column,
        letter: String::new(),
        text,
        doubt: None,
        is_covered: false,
    };
    let row = |(number, cells): (u32, Vec<String>)| GridRow { number, cells: (0..).zip(cells).map(cell).collect() };
    let headings = sheet.columns.iter().map(|heading| heading.heading.clone()).collect();
    let rows = std::iter::once(headings).chain(sheet.rows.iter().map(|row| row.cells.clone()));
    Grid { rows: (1..).zip(rows).map(row).collect(), ..Grid::default() }
}
