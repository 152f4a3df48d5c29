//! The order of what was found.

use super::column::{Column, MOST};
use super::{Index, Query, Row, Sort};
use crate::catalogue::Directory;
use crate::freshness::Freshness;
use crate::listing::{Listing, Standing};
use crate::question::Scores;
use crate::sorted;
use fixedbitset::FixedBitSet;

/// What ranks before anything that was asked: a contact, no doubt, a fresh
/// check. The better is the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tier {
    lacks_contact: bool,
    is_doubtful: bool,
    freshness: Freshness,
}

impl Tier {
    /// After everything else.
    pub(super) const LAST: Self = Self { lacks_contact: true, is_doubtful: true, freshness: Freshness::VeryLate };

    /// The tier of a listing.
    pub(crate) fn of(listing: &Listing, freshness: Freshness) -> Self {
        let is_doubtful = matches!(listing.standing, Standing::Doubtful(_));
        Self { lacks_contact: listing.contacts.is_empty(), is_doubtful, freshness }
    }

    /// As a number of four bits: the better is the less.
    pub(crate) fn key(self) -> u32 {
        bits(&[self.lacks_contact, self.is_doubtful]) << 2 | self.freshness as u32
    }

    /// Why it stands after the rest, however well it answers a question, as a
    /// number of three bits.
    fn stands_last(self) -> u32 {
        bits(&[self.lacks_contact, self.is_doubtful, self.freshness == Freshness::VeryLate])
    }
}

/// Ranks rows for one query.
pub(super) struct Order<'a> {
    directory: &'a Directory,
    index: &'a Index,
    sort: Sort,
    scores: Option<&'a Scores>,
    /// Those with a need that was chosen. `None`: no need was.
    exact: Option<FixedBitSet>,
    /// Those that answer a chosen group by our own reading.
    ours: FixedBitSet,
    /// Whether a place was chosen: then what is local comes first.
    is_placed: bool,
}

impl<'a> Order<'a> {
    /// The order that a query asks for.
    pub(super) fn new(directory: &'a Directory, query: Query<'_>, scores: Option<&'a Scores>) -> Self {
        let (index, filters) = (directory.index(), query.filters);
        let asked = [
            (!filters.age.is_empty(), index.age.ours()),
            (!filters.area.is_empty(), &index.area_ours),
            (!filters.access.is_empty(), index.access.ours()),
            (!filters.format.is_empty(), index.format.ours()),
            (!filters.cost.is_empty(), index.cost.ours()),
        ];
        let mut ours = FixedBitSet::with_capacity(index.area_ours.len());
        asked.into_iter().filter(|(is_asked, _)| *is_asked).for_each(|(_, bits)| ours.union_with(bits));
        let exact = (!filters.need.is_empty()).then(|| index.need.any_of(filters.need));
        Self { directory, index, sort: query.sort, scores, exact, ours, is_placed: !filters.area.is_empty() }
    }

    /// These rows, the best first.
    pub(super) fn rank(&self, rows: &FixedBitSet) -> Vec<Row> {
        let rows = rows.ones().map(|row| row as u32).collect();
        sorted::by_key(rows, &|row| self.key(Row(row))).into_iter().map(Row).collect()
    }

    fn key(&self, row: Row) -> u32 {
        let tier = self.index.tier(row);
        match (self.sort, self.scores) {
            (Sort::Up(column) | Sort::Down(column), _) => {
                let value = self.directory.at(row).and_then(|listing| match column {
                    Column::Name => Some(self.index.name_order(row)),
                    column => column.value(listing),
                });
                // What is not known is neither the least nor the most.
                let value = value.map_or(MOST, |value| {
                    let value = value.min(MOST - 1);
                    if self.sort == Sort::Up(column) { value } else { MOST - 1 - value }
                });
                tier.stands_last() << 29 | value
            }
            (Sort::Best, Some(scores)) => self.answering(row, tier, scores),
            (Sort::Best, None) => self.best(row, tier),
        }
    }

    /// What is named first; then whatever stands last anyway; what is for others;
    /// how well the words answer; local before national; then as without a
    /// question, and the finer points of its words.
    fn answering(&self, row: Row, tier: Tier, scores: &Scores) -> u32 {
        let named = scores.named(row);
        let high = match named {
            0 => {
                1 << 7 | tier.stands_last() << 4 | u32::from(scores.is_for_others(row)) << 3 | (7 - scores.coarse(row))
            }
            _ => 127 - named,
        };
        let is_far = self.is_placed && self.index.national.contains(row.0 as usize);
        let best = u32::from(is_far) << 6 | self.best(row, tier);
        high << 24 | best << 17 | (131_071 - scores.fine(row))
    }

    /// Its tier; exact need before any worry; what is stated before our own
    /// reading: six bits. Of equals, the order remains.
    fn best(&self, row: Row, tier: Tier) -> u32 {
        let at = row.0 as usize;
        let is_exact = self.exact.as_ref().is_none_or(|exact| exact.contains(at));
        tier.key() << 2 | bits(&[!is_exact, self.ours.contains(at)])
    }
}

/// The first is the highest.
pub(crate) fn bits(all: &[bool]) -> u32 {
    all.iter().fold(0, |bits, is_so| bits << 1 | u32::from(*is_so))
}
