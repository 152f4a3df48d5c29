//! What changed in a period, entry by entry, as it holds today.
//!
//! Whoever reads has not seen the entry meanwhile, so the lines of a period
//! are drawn together. A new entry is new and nothing else; one that has
//! closed is closed and nothing else, and is in no answer once it is open
//! again. What was changed twice is told once, with its last day.

use super::{Change, Field, Period, What};
use crate::catalogue::Directory;
use crate::day::Day;
use crate::id::ListingId;
use crate::listing::{Listing, Standing};
use rustc_hash::FxBuildHasher;
use std::collections::HashMap;

/// What changed in a period. Each list has the newest first.
#[derive(Clone, Debug)]
pub struct Changes<'a> {
    /// The period.
    pub period: Period,
    /// The groups that hold something, in the order of [`What::ALL`].
    pub groups: Vec<(What, Vec<Item<'a>>)>,
    /// The entries of which only our own keeping changed: where a fact was
    /// found, what a source states.
    pub kept: Vec<Item<'a>>,
}

/// What is told of one entry in one group.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The entry, as it stands now.
    pub listing: &'a Listing,
    /// The last day on which it happened.
    pub on: Day,
    /// What of it is another now; empty where that is not the news.
    pub fields: Vec<Field>,
    /// For another name: the one at the beginning of the period.
    pub was: Option<&'a str>,
    /// The role that did it last. `None`: not known.
    pub by: Option<&'a str>,
}

/// The groups that are told, in the order of [`What::ALL`]. Gathering is no
/// change.
const TOLD: [What; 7] =
    [What::New, What::Changed, What::Renamed, What::Closed, What::Reopened, What::Checked, What::Withdrawn];

impl Directory {
    /// What changed in a period.
    pub fn changes(&self, period: Period) -> Changes<'_> {
        let by_id = by_id(self.listings());
        let mut lines: HashMap<&ListingId, (&Listing, Vec<&Change>), FxBuildHasher> = HashMap::default();
        for change in self.history.all().iter().filter(|change| period.contains(change.on)) {
            if let Some(listing) = by_id.get(&change.id) {
                lines.entry(&listing.id).or_insert((listing, Vec::new())).1.push(change);
            }
        }
        let mut changes = Changes { period, groups: TOLD.map(|what| (what, Vec::new())).to_vec(), kept: Vec::new() };
        for (listing, lines) in lines.values() {
            changes.add(listing, lines);
        }
        changes.sort();
        changes
    }
}

/// Every entry that is shown, by each of its ids.
fn by_id(listings: &[Listing]) -> HashMap<&ListingId, &Listing, FxBuildHasher> {
    let shown = || listings.iter().filter(|listing| listing.standing != Standing::Held);
    let former = shown().flat_map(|listing| listing.former_slugs.iter().map(move |id| (id, listing)));
    // An id that an entry has goes before one that it had.
    former.chain(shown().map(|listing| (&listing.id, listing))).collect()
}

impl<'a> Changes<'a> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.kept.is_empty()
    }

    /// How many entries stand in the groups; one may stand in several.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, items)| items.len()).sum()
    }

    /// Adds what the lines of one entry come to.
    fn add(&mut self, listing: &'a Listing, lines: &[&'a Change]) {
        let last = |what: What| lines.iter().rev().find(|line| line.what == what).copied();
        if matches!(listing.standing, Standing::Withdrawn(_)) {
            // Of what may be wrong nothing else is told.
            if let Some(line) = last(What::Withdrawn) {
                self.push(What::Withdrawn, Item::of(listing, line));
            }
            return;
        }
        let has_ended = matches!(listing.standing, Standing::Ended(_));
        let arrival = if has_ended { last(What::Closed) } else { last(What::New).or_else(|| last(What::Reopened)) };
        if let Some(line) = arrival {
            self.push(line.what, Item::of(listing, line));
            if line.what != What::Reopened {
                return;
            }
        }
        if let Some(line) = last(What::Renamed) {
            let was = lines.iter().find(|line| line.what == What::Renamed).and_then(|line| line.was.as_deref());
            if was != Some(listing.name.as_str()) {
                self.push(What::Renamed, Item { was, ..Item::of(listing, line) });
            }
        }
        self.add_fields(listing, lines);
        if let Some(line) = last(What::Checked).filter(|_| !has_ended) {
            self.push(What::Checked, Item::of(listing, line));
        }
    }

    fn add_fields(&mut self, listing: &'a Listing, lines: &[&'a Change]) {
        let lines = || lines.iter().filter(|line| line.what == What::Changed);
        let mut fields: Vec<Field> = lines().flat_map(|line| line.fields.iter().copied()).collect();
        fields.sort();
        fields.dedup();
        let Some(line) = lines().next_back().filter(|_| !fields.is_empty()) else { return };
        let is_kept = fields.iter().all(|field| field.is_keeping());
        let item = Item { fields, ..Item::of(listing, line) };
        if is_kept { self.kept.push(item) } else { self.push(What::Changed, item) }
    }

    fn push(&mut self, what: What, item: Item<'a>) {
        if let Some((_, items)) = self.groups.iter_mut().find(|(group, _)| *group == what) {
            items.push(item);
        }
    }

    /// The newest first; of one day, by name.
    fn sort(&mut self) {
        let lists = self.groups.iter_mut().map(|(_, items)| items).chain([&mut self.kept]);
        for items in lists {
            items.sort_by(|one, other| {
                let name = |item: &Item<'a>| (&item.listing.name, &item.listing.id);
                other.on.cmp(&one.on).then_with(|| name(one).cmp(&name(other)))
            });
        }
        self.groups.retain(|(_, items)| !items.is_empty());
    }
}

impl<'a> Item<'a> {
    fn of(listing: &'a Listing, line: &'a Change) -> Self {
        Self { listing, on: line.on, fields: Vec::new(), was: None, by: line.by.as_deref() }
    }
}
