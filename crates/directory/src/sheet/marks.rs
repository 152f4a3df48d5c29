//! Marks: short digests of what was sent out, which travel with the file, so
//! that a returned file alone tells what its partner changed.
//!
//! A digest says whether two texts are the same and nothing else. It is no
//! secret and no seal: it guards against slips, and whoever may edit a file may
//! edit its marks.

use super::words::plain;
use super::{Column, is_nothing};
use crate::closed::Closed;
use crate::day::Day;
use crate::record::Named;
use std::fmt::Write;

/// How the marks of a row begin.
const BEGIN: &str = "waymark1";

/// What stands in marks in the place of a partner, where the update page made
/// them: it knows no partners. No partner has it as its id.
pub const FROM_FORM: &str = "-";

/// FNV-1a of 64 bits, the upper and the lower half folded together.
fn digest(text: &str) -> u32 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    (hash >> 32) as u32 ^ hash as u32
}

/// The digest of a cell: spaces, line ends and signs that nobody sees make no
/// difference, nor do straight or curly quotes and the length of dashes.
pub fn digest_of(cell: &str) -> String {
    format!("{:08x}", digest(&comparable(cell)))
}

/// A cell as it is compared.
pub fn comparable(cell: &str) -> String {
    let same = |sign: char| match sign {
        '‘' | '’' | '‚' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        other => other,
    };
    let plain = plain(cell);
    if is_nothing(&plain) { String::new() } else { plain.chars().map(same).collect() }
}

/// What a row was like when it was sent out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The entry.
    pub id: String,
    /// To which partner, by its id, or [`FROM_FORM`].
    pub partner: String,
    /// When. `None`: it cannot be read.
    pub on: Option<Day>,
    /// The digest of each cell that was not empty.
    digests: Vec<(Column, String)>,
}

impl Marks {
    /// The marks of a row on its way out.
    pub(super) fn of(id: &str, partner: &str, on: Day, cells: &[(Column, String)]) -> Self {
        let digests = cells.iter().filter(|(column, cell)| column.is_fact() && !comparable(cell).is_empty());
        let digests = digests.map(|(column, cell)| (*column, digest_of(cell))).collect();
        Self { id: id.to_owned(), partner: partner.to_owned(), on: Some(on), digests }
    }

    /// The marks of cells that are kept elsewhere.
    pub fn of_sent(id: &str, partner: &str, on: Option<Day>, cells: &Named<String>) -> Self {
        let digests =
            cells.0.iter().filter_map(|(slug, cell)| Some((Column::from_slug(slug)?, digest_of(cell)))).collect();
        Self { id: id.to_owned(), partner: partner.to_owned(), on, digests }
    }

    /// As they stand in the last column.
    pub fn written(&self) -> String {
        let on = self.on.map(Day::iso).unwrap_or_default();
        let mut marks = format!("{BEGIN} {} {} {on}", self.id, self.partner);
        for (column, digest) in &self.digests {
            // Writing to a string cannot fail.
            let _ = write!(marks, " {}={digest}", column.slug());
        }
        let seal = digest_of(&marks);
        let _ = write!(marks, " {seal}");
        marks
    }

    /// The marks that a cell holds. `None`: there are none, or somebody has
    /// changed them.
    pub fn read(cell: &str) -> Option<Self> {
        let cell = plain(cell);
        let (marks, seal) = cell.rsplit_once(' ')?;
        let mut words = marks.split(' ');
        if digest_of(marks) != seal || words.next()? != BEGIN {
            return None;
        }
        let (id, partner, on) = (words.next()?, words.next()?, words.next()?);
        let mark = |word: &str| {
            let (slug, digest) = word.split_once('=')?;
            Some((Column::from_slug(slug)?, digest.to_owned()))
        };
        let digests = words.filter_map(mark).collect();
        Some(Self { id: id.to_owned(), partner: partner.to_owned(), on: Day::read(on), digests })
    }

    /// Whether a cell is as it was sent out.
    pub fn is_as_sent(&self, column: Column, cell: &str) -> bool {
        let sent = self.digests.iter().find(|(one, _)| *one == column).map(|(_, digest)| digest.as_str());
        match sent {
            Some(sent) => digest_of(cell) == sent,
            None => comparable(cell).is_empty(),
        }
    }

    /// Whether both say the same of every cell.
    pub fn is_like(&self, other: &Self) -> bool {
        let is_in = |one: &(Column, String), all: &[(Column, String)]| all.contains(one);
        self.digests.iter().all(|one| is_in(one, &other.digests)) && self.digests.len() == other.digests.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Marks {
        let cells = [
            (Column::Name, "Made up".to_owned()),
            (Column::Phones, "0800 1111".to_owned()),
            (Column::Web, String::new()),
        ];
        Marks::of("made-up", "partner", Day::of(2026, 9, 1).unwrap(), &cells)
    }

    #[test]
    fn marks_are_read_as_they_were_written() {
        let marks = marks();
        assert_eq!(Marks::read(&marks.written()), Some(marks.clone()));
        assert_eq!(Marks::read(&format!("\u{feff} {}\n", marks.written())), Some(marks));
    }

    #[test]
    fn marks_that_somebody_changed_are_none() {
        let written = marks().written();
        for other in [
            written.replace("made-up", "another"),
            written.replace("phones=", "web="),
            String::new(),
            "waymark1 a b".to_owned(),
        ] {
            assert_eq!(Marks::read(&other), None, "{other}");
        }
    }

    #[test]
    fn they_tell_whether_a_cell_was_changed() {
        let marks = marks();
        assert!(marks.is_as_sent(Column::Name, " Made\u{a0}up\n") && marks.is_as_sent(Column::Web, " - "));
        assert!(!marks.is_as_sent(Column::Name, "Made up anew") && !marks.is_as_sent(Column::Name, ""));
        assert!(!marks.is_as_sent(Column::Web, "https://example.org"));
        assert_eq!(digest_of("It’s “so”"), digest_of("It's  \"so\""));
    }

    /// They stand in files that partners still have.
    #[test]
    fn a_digest_stays_what_it_is() {
        assert_eq!([digest_of(""), digest_of("Made up")], ["4fd0bfc1", "4aa909bc"]);
    }
}
