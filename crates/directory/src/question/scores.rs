//! How well each listing answers a question.
//!
//! Words narrow a search only where no need was understood: with "exam stress"
//! every listing for it answers, whatever words it uses itself. Everything
//! that tells ranks: rare words, in names before providers, needs, summaries
//! and other texts; and listings for this need alone before those for many.

use super::Question;
use crate::catalogue::Directory;
use crate::closed::Choices;
use crate::filters::Filters;
use crate::listing::Listing;
use crate::search::Row;
use crate::vocabulary::{Audience, Kind, Need};
use crate::words::saying::Heard;
use fixedbitset::FixedBitSet;

/// How well each listing answers a question.
#[derive(Debug)]
pub(crate) struct Scores {
    /// Those that answer at all. `None`: all do.
    pub(crate) hits: Option<FixedBitSet>,
    /// How surely each is named, up to 127; 0 is not at all.
    named: Vec<u8>,
    /// What is for others: for staff alone, where a family asks.
    for_others: FixedBitSet,
    /// How well its words answer, up to 7: seven eighths and more are 7.
    coarse: Vec<u8>,
    /// The same, finely, with how special it is: up to 131,071.
    fine: Vec<u32>,
}

/// The words that some listings have: how much of what tells they have.
struct Matched {
    /// By row.
    points: Vec<u32>,
    /// By row: how much of what was asked for it has, whatever the place.
    covered: Vec<u32>,
    /// How much there was to have.
    all: u32,
}

impl Matched {
    /// How well these words match.
    fn of(words: &[Heard], directory: &Directory) -> Self {
        let hearing = directory.hearing();
        let size = directory.listings().len();
        let mut matched = Self { points: vec![0; size], covered: vec![0; size], all: 0 };
        let mut done: Vec<u32> = Vec::new();
        for word in words {
            let begun = word.begun.iter().filter(|_| word.is_begun);
            let stems = || word.stems.iter().chain(&word.joined).chain(begun.clone());
            let Some(first) = stems().next() else {
                // Nothing has a word that nobody knows.
                matched.all += hearing.texts.tells(u32::MAX);
                continue;
            };
            if done.contains(first) {
                continue;
            }
            done.push(*first);
            // A word that is not whole yet may be several; a listing counts once.
            let mut seen = FixedBitSet::with_capacity(size);
            let most = stems().map(|stem| hearing.texts.tells(*stem)).min().unwrap_or(0);
            matched.all += most;
            for stem in stems() {
                for (row, field) in hearing.texts.with(*stem) {
                    if !seen.put(*row as usize) {
                        let tells = hearing.texts.tells(*stem).min(most);
                        matched
                            .points
                            .iter_mut()
                            .skip(*row as usize)
                            .take(1)
                            .for_each(|one| *one += tells * field.worth());
                        matched.covered.iter_mut().skip(*row as usize).take(1).for_each(|one| *one += tells);
                    }
                }
            }
        }
        matched
    }

    /// Those that have at least half of what tells.
    fn hits(&self) -> FixedBitSet {
        let mut hits = FixedBitSet::with_capacity(self.covered.len());
        let half = |covered: u32| covered > 0 && covered * 2 >= self.all;
        self.covered.iter().enumerate().filter(|(_, covered)| half(**covered)).for_each(|(row, _)| hits.insert(row));
        hits
    }
}

impl Scores {
    /// The scores of a question, where these filters are chosen.
    pub(crate) fn of(question: &Question, filters: Filters, directory: &Directory) -> Self {
        let size = directory.listings().len();
        let told = Matched::of(&question.telling, directory);
        let mut named = vec![0; size];
        for meant in &question.meant {
            named.iter_mut().skip(meant.row as usize).take(1).for_each(|one| *one = meant.strength.min(127) as u8);
        }
        let is_general = question.understood.is_general && filters.need.is_empty();
        let needs = if is_general { Choices::default().with(Need::General) } else { filters.need };
        let best = told.points.iter().copied().max().unwrap_or(0).max(1);
        // What only staff ask for is asked by staff.
        let is_of_staff = |kind: Kind| matches!(kind, Kind::Training | Kind::Funding);
        let is_staff = question.understood.asker == Some(Audience::Staff)
            || filters.need.iter().any(|need| !need.is_for_families())
            || filters.kind.iter().any(is_of_staff);
        // Where a question asks for something to do or to read, its words say
        // which; where it names a need, each listing for that need answers.
        let is_by_words = needs.is_empty()
            || is_staff
            || !filters.kind.is_empty()
            || needs.iter().any(|need| !need.is_for_families());
        let mut for_others = FixedBitSet::with_capacity(size);
        let (mut coarse, mut fine) = (Vec::with_capacity(size), Vec::with_capacity(size));
        for ((row, listing), points) in directory.listings().iter().enumerate().zip(&told.points) {
            for_others.set(row, !is_staff && !listing.is_for_families());
            let words = (u64::from(*points) * 7 / u64::from(best)) as u8;
            let shared = (listing.needs.bits() & needs.bits()).count_ones() as u8;
            coarse.push(match (is_by_words, needs.len()) {
                (true, 0 | 1) if !is_general => words,
                (true, _) if !is_general => (2 * shared).min(4) + words * 3 / 7,
                _ if is_general => 4 * shared.min(1) + words * 3 / 7,
                (_, 0 | 1) => 0,
                _ => shared.min(7),
            });
            fine.push((u64::from(*points) * 65_535 / u64::from(best)) as u32 + special(listing, needs, question));
        }
        for (row, named) in named.iter_mut().enumerate().filter(|(_, named)| **named > 0) {
            // Of several with one name, that which is for whoever asks.
            let is_help = directory.listings().get(row).is_some_and(|listing| listing.kind.is_help());
            let less = if for_others.contains(row) { 40 } else { 0 } + if is_help || is_staff { 0 } else { 30 };
            *named = named.saturating_sub(less).max(1);
        }
        let hits = Self::hits(question, filters, directory, &named);
        Self { hits, named, for_others, coarse, fine }
    }

    /// Who answers at all.
    fn hits(question: &Question, filters: Filters, directory: &Directory, named: &[u8]) -> Option<FixedBitSet> {
        let is_general = question.understood.is_general && filters.need.is_empty();
        if !filters.need.is_empty() {
            return None;
        }
        let is_urgent = question.understood.urgency.is_some();
        // Where nothing that tells was said, what was chosen answers; or nothing.
        let says_nothing = question.left.is_empty() && question.meant.is_empty() && !is_general;
        if says_nothing && !filters.is_empty() {
            return None;
        }
        let words = if question.meant.is_empty() { &question.left } else { &question.telling };
        let matched = Matched::of(words, directory);
        let mut hits = matched.hits();
        named.iter().enumerate().filter(|(_, named)| **named > 0).for_each(|(row, _)| hits.insert(row));
        // Whoever is in danger and names no need is shown the crisis lines.
        let is_for_now = |listing: &Listing| is_urgent && listing.crisis_route.is_some();
        let is_for_any = |listing: &Listing| is_general && listing.needs.contains(Need::General);
        let rows = directory.listings().iter().enumerate();
        rows.filter(|(_, one)| is_for_now(one) || is_for_any(one)).for_each(|(row, _)| hits.insert(row));
        Some(hits)
    }

    /// How surely a row is named: up to 127, and 0 is not at all.
    pub(crate) fn named(&self, row: Row) -> u32 {
        self.named.get(row.0 as usize).copied().unwrap_or(0).into()
    }

    /// Whether it is for others than who asks.
    pub(crate) fn is_for_others(&self, row: Row) -> bool {
        self.for_others.contains(row.0 as usize)
    }

    /// How well its words answer: up to 7.
    pub(crate) fn coarse(&self, row: Row) -> u32 {
        self.coarse.get(row.0 as usize).copied().unwrap_or(0).min(7).into()
    }

    /// The same finely: up to 131,071.
    pub(crate) fn fine(&self, row: Row) -> u32 {
        self.fine.get(row.0 as usize).copied().unwrap_or(0).min(131_071)
    }
}

/// How special a listing is for what was asked: for few needs, for who asks,
/// and something to ask for rather than to read; up to 65,535.
fn special(listing: &Listing, needs: Choices<Need>, question: &Question) -> u32 {
    let few = if listing.needs.meets(needs) { 30_000 / listing.needs.len().max(1) as u32 } else { 0 };
    let asker = question.understood.asker.is_some_and(|asker| listing.audience.contains(asker));
    few + u32::from(asker) * 30_000 + u32::from(listing.kind.is_help()) * 10_000
}
