//! The order of equals: tier, then local before national, then by name.

use crate::area::Schools;
use crate::day::Day;
use crate::listing::Listing;
use crate::search::{Tier, bits};
use crate::site::Site;
use crate::sorted;
use crate::words::fold;
use fixedbitset::FixedBitSet;

/// The order of some listings, each id once.
pub(super) struct Order {
    /// The rows as they were given, in their order.
    pub(super) rows: Vec<u32>,
    /// The tier of each of them, in the same order.
    pub(super) tiers: Vec<Tier>,
    /// Their places in that order, by name.
    pub(super) by_name: Vec<u32>,
}

impl Order {
    /// The order as of a day. Of several with one id the first is kept.
    pub(super) fn of(listings: &[Listing], site: &Site, today: Day) -> Self {
        let mut rows = by_id(listings);
        let repeated = repeated(&rows, listings);
        rows.retain(|row| !repeated.contains(*row as usize));
        let names: Vec<String> = listings.iter().map(|listing| fold(&listing.name)).collect();
        let rows = sorted::by_text(rows, &|row| names.get(row as usize).map_or("", String::as_str));
        let tier = |listing: &Listing| {
            Tier::of(listing, site.terms.freshness(listing.checked.as_ref().map(|check| check.on), today))
        };
        let tiers: Vec<Tier> = listings.iter().map(tier).collect();
        let key = |(listing, tier): (&Listing, &Tier)| {
            let by_school = listing.area.schools != Schools::NotBySchool;
            tier.key() << 2 | bits(&[listing.area.is_national, by_school])
        };
        let keys: Vec<u32> = listings.iter().zip(&tiers).map(key).collect();
        let rows = sorted::by_key(rows, &|row| keys.get(row as usize).copied().unwrap_or(u32::MAX));
        let tiers = rows.iter().filter_map(|row| tiers.get(*row as usize)).copied().collect();
        let name = |place: u32| rows.get(place as usize).and_then(|row| names.get(*row as usize));
        let by_name =
            sorted::by_text((0..rows.len() as u32).collect(), &|place| name(place).map_or("", String::as_str));
        Self { tiers, by_name, rows }
    }
}

/// The rows by id; of several with one id, as they stand.
pub(super) fn by_id(listings: &[Listing]) -> Vec<u32> {
    let rows = (0..listings.len() as u32).collect();
    sorted::by_text(rows, &|row| listings.get(row as usize).map_or("", |listing| listing.id.as_str()))
}

/// Of rows by id, those whose id stood before.
pub(super) fn repeated(by_id: &[u32], listings: &[Listing]) -> FixedBitSet {
    let id = |row: u32| listings.get(row as usize).map(|listing| &listing.id);
    let pairs = by_id.iter().zip(by_id.iter().skip(1));
    let mut repeated = FixedBitSet::with_capacity(listings.len());
    let again = pairs.filter(|(one, next)| id(**one) == id(**next));
    again.for_each(|(_, next)| repeated.insert(*next as usize));
    repeated
}
