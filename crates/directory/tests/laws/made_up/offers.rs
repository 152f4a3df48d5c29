//! Made-up offers of money and resources: each date sometimes not known, or
//! known to the month or the year alone.

use super::{records, slug, slugs};
use directory::closed::Closed;
use directory::record::{FundingRecord, ListingRecord, ResourceFileRecord, ResourceRecord};
use directory::resource::FileKind;
use directory::vocabulary::Phase;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// A date of 2025 to 2027, as precise as sources are.
pub fn date() -> impl Strategy<Value = String> {
    let day = (2025..=2027, 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    let month = (2025..=2027, 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}"));
    prop_oneof![8 => day, 3 => month, 1 => (2025..=2027).prop_map(|year: i32| year.to_string())]
}

/// An offer whose two days may stand in either order.
pub fn funding() -> impl Strategy<Value = FundingRecord> {
    let words = of(select(vec!["£500", "Up to £1,200", "Schools in Havering"]).prop_map(str::to_owned));
    let pays_for = vec(select(vec!["listing-0", "listing-1", "listing-2"]).prop_map(str::to_owned), 0..3);
    (words, of(date()), of(date()), prop::bool::weighted(0.1), pays_for).prop_map(
        |(amount, opens, closes, is_rolling, pays_for)| FundingRecord {
            amount,
            opens,
            closes,
            rolling: is_rolling.then_some(true),
            pays_for,
            ..FundingRecord::default()
        },
    )
}

/// A resource.
pub fn resource() -> impl Strategy<Value = ResourceRecord> {
    let file = (slug::<FileKind>(), of(1_u32..90_000), of(1_u32..200)).prop_map(|(kind, kilobytes, pages)| {
        ResourceFileRecord { kind, kilobytes, pages, web: "https://example.org/file".to_owned() }
    });
    let phases = of(slugs::<Phase>(4).prop_filter("some", |slugs| !slugs.is_empty()));
    let sorts = slugs::<directory::resource::Sort>(3);
    (sorts, phases, of(date()), of(1_u8..60), vec(file, 0..3)).prop_map(|(sorts, phases, dated, check_after, files)| {
        ResourceRecord { sorts, phases, version: None, dated, check_after, files }
    })
}

/// Records of which each is an offer of money, a resource or neither.
pub fn offers(most: usize) -> impl Strategy<Value = Vec<ListingRecord>> {
    let parts = vec((0..3_usize, of(funding()), of(resource())), most);
    (records(most), parts).prop_map(|(mut records, parts)| {
        for (record, (what, funding, resource)) in records.iter_mut().zip(parts) {
            let kind = [directory::vocabulary::Kind::Funding, directory::vocabulary::Kind::Resource].get(what).copied();
            if let Some(kind) = kind {
                record.kind = kind.slug().to_owned();
                record.funding = funding.filter(|_| what == 0);
                record.resource = resource.filter(|_| what == 1);
            }
        }
        records
    })
}
