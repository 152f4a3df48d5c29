//! What somebody says of their entries, as the template of a spreadsheet that is
//! filled in: what they would send back, and what the core says to it.

use super::{Edited, Update};
use directory::sheet::{Column, FROM_FORM, Row, Sheet, TICK, Wanted};

impl Update {
    /// The template of the entries of which something is said, filled in.
    pub fn sheet(&self) -> Sheet {
        let told: Vec<&Edited> = self.told().collect();
        let records: Vec<_> = told.iter().map(|one| &one.record).collect();
        let site = &self.directory.site;
        let wanted = Wanted { partner: FROM_FORM, partner_name: "", site, sent_on: self.directory.today, blank: 0 };
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
