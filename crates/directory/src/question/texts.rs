//! Which listing has which word, and where: the words of all listings, turned
//! round.

use super::names::replaced;
use crate::area::Areas;
use crate::closed::Closed;
use crate::listing::Listing;
use crate::vocabulary::Need;
use crate::words::lexicon::{Known, Lexicon};
use crate::words::tokens::each_run;
use crate::words::{fold_apart, tokens::tokens};

/// Where a listing has a word, as bits; the weightiest is the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Field(u8);

impl Field {
    const OTHER: Self = Self(1);
    const SUMMARY: Self = Self(2);
    const NEED: Self = Self(4);
    /// Who provides it.
    pub(crate) const PROVIDER: Self = Self(8);
    /// Its name, or one that it had before.
    pub(crate) const NAME: Self = Self(16);

    /// What a word is worth there: that of the weightiest place.
    pub(crate) fn worth(self) -> u32 {
        [1, 2, 4, 6, 10]
            .into_iter()
            .rev()
            .zip([16, 8, 4, 2, 1])
            .find(|(_, bit)| self.0 & bit != 0)
            .map_or(0, |one| one.0)
    }

    /// Whether it stands in its name or its provider's.
    pub(crate) fn is_name(self) -> bool {
        self.0 & (Self::NAME.0 | Self::PROVIDER.0) != 0
    }
}

/// The words of all listings.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// By the number of a stem: where its rows begin; one more at the end.
    begins: Vec<u32>,
    /// Rows and where in them, stem by stem.
    rows: Vec<(u32, Field)>,
    /// How many listings there are.
    size: usize,
}

impl Texts {
    /// Reads all texts of listings that lists know of.
    pub(crate) fn of(listings: &[Listing], areas: &Areas, lexicon: &mut Lexicon) -> Self {
        let mut found: Vec<(u32, u32, Field)> = Vec::new();
        let mut read = |row: usize, text: &str, field: Field, known: Known| {
            let folded = fold_apart(text);
            for word in folded.split(' ') {
                each_run(word, &mut |run| found.push((lexicon.learn(run, known), row as u32, field)));
            }
        };
        let replaced = replaced(listings);
        let all = listings.iter().zip(&replaced).enumerate();
        for (row, (listing, ended)) in all.filter(|(_, (listing, _))| listing.standing.is_listed()) {
            let mut text = |text: &str, field: Field| {
                read(row, text, field, if field.is_name() { Known::NAMED } else { Known::TEXT });
            };
            text(&listing.name, Field::NAME);
            listing.former_names.iter().for_each(|name| text(name, Field::NAME));
            ended.iter().for_each(|ended| text(&ended.name, Field::NAME));
            listing.provider.iter().for_each(|provider| text(&provider.value, Field::PROVIDER));
            for need in listing.needs.iter().filter(|need| *need != Need::General) {
                text(need.label(), Field::NEED);
                text(need.slug(), Field::NEED);
            }
            text(&listing.summary, Field::SUMMARY);
            text(listing.kind.label(), Field::OTHER);
            listing.access.route.iter().for_each(|route| text(&route.value, Field::OTHER));
            let formats = listing.format.iter().flat_map(|formats| formats.value.iter());
            formats.for_each(|format| text(format.label(), Field::OTHER));
            let numbers = listing.contacts.phones.iter().chain(&listing.contacts.texts);
            numbers.for_each(|number| text(&number.shown, Field::OTHER));
            text(&listing.area.words(areas), Field::OTHER);
        }
        Self::sorted(found, lexicon.stems(), listings.len())
    }

    /// Sorts by stem, by counting; of one listing each stem stands once.
    fn sorted(found: Vec<(u32, u32, Field)>, stems: usize, size: usize) -> Self {
        let mut begins = vec![0_u32; stems + 1];
        for (stem, ..) in &found {
            begins.iter_mut().skip(*stem as usize + 1).take(1).for_each(|count| *count += 1);
        }
        let mut sum = 0;
        begins.iter_mut().for_each(|begin| {
            sum += *begin;
            *begin = sum;
        });
        let mut next = begins.clone();
        let mut rows = vec![(0, Field(0)); found.len()];
        for (stem, row, field) in found {
            let Some(at) = next.get_mut(stem as usize) else { continue };
            rows.iter_mut().skip(*at as usize).take(1).for_each(|one| *one = (row, field));
            *at += 1;
        }
        Self { begins, rows, size }.once()
    }

    /// The same, with each row once for each stem. Rows of a stem stand in
    /// their order already.
    fn once(self) -> Self {
        let mut rows: Vec<(u32, Field)> = Vec::with_capacity(self.rows.len());
        let mut begins = Vec::with_capacity(self.begins.len());
        for stem in 0..self.begins.len() as u32 {
            let begin = rows.len();
            begins.push(begin as u32);
            for (row, field) in self.with(stem) {
                match rows.get_mut(begin..).and_then(<[_]>::last_mut) {
                    Some((last, fields)) if last == row => fields.0 |= field.0,
                    _ => rows.push((*row, *field)),
                }
            }
        }
        rows.shrink_to_fit();
        Self { begins, rows, size: self.size }
    }

    /// The rows that have a word with this stem, and where.
    pub(crate) fn with(&self, stem: u32) -> &[(u32, Field)] {
        let begin = |at: u32| self.begins.get(at as usize).map(|begin| *begin as usize);
        let range = begin(stem).zip(begin(stem.saturating_add(1)));
        range.and_then(|(from, to)| self.rows.get(from..to)).unwrap_or_default()
    }

    /// Whether a row has a word with this stem.
    pub(crate) fn has(&self, stem: u32, row: u32) -> bool {
        self.with(stem).binary_search_by_key(&row, |(one, _)| *one).is_ok()
    }

    /// How much a stem tells: the fewer listings have it, the more.
    pub(crate) fn tells(&self, stem: u32) -> u32 {
        let has = self.with(stem).len().max(1);
        let rarer = (self.size.max(1) * 4 / has).max(1);
        // Two steps for each time that it is twice as rare.
        let whole = rarer.ilog2();
        2 * whole + u32::from(rarer >> whole.saturating_sub(1) & 1 == 1 && whole > 0) + 1
    }
}

/// The stems of the words of a name, in their order.
pub(crate) fn stems_of(name: &str, lexicon: &Lexicon) -> Vec<u32> {
    tokens(name, 40).iter().filter_map(|token| lexicon.stem(&token.word)).collect()
}
