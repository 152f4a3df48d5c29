//! What partners send back: a whole table, and each cell.

use std::sync::OnceLock;

use directory::day::Day;
use directory::finding::Findings;
use directory::merging::{How, Take, merge as compared};
use directory::partner::Partners;
use directory::record::{ListingRecord, SiteRecord};
use directory::sheet::{Column, is_clear, is_nothing, is_ticked};
use directory::site::Site;

use super::data;

/// What a table is compared with.
struct Ours {
    site: Site,
    records: Vec<ListingRecord>,
    partners: Partners,
    today: Day,
}

fn ours() -> &'static Ours {
    static OURS: OnceLock<Ours> = OnceLock::new();
    OURS.get_or_init(|| {
        let data = data::made_up();
        let site = data.site.as_ref().map_or_else(SiteRecord::default, |site| site.record.clone());
        let records: Vec<ListingRecord> = data.listings.iter().map(|file| file.record.clone()).collect();
        let partners = Partners::of(None, &records);
        Ours { site: Site::read(site, &mut Findings::default()), records, partners, today: data::today() }
    })
}

/// A table that a partner sent back, as far as the changes that it asks for.
pub(super) fn merge(bytes: &[u8]) {
    let Ok(book) = table::read(bytes, "made-up") else { return };
    let grids = table::returned(&book, "made-up");
    let ours = ours();
    let records: Vec<&ListingRecord> = ours.records.iter().collect();
    let take = Take::default();
    let how = How {
        site: &ours.site,
        today: ours.today,
        partners: &ours.partners,
        sent: &[],
        partner: None,
        by: None,
        on: None,
        take: &take,
        unread: &[],
    };
    let merged = compared(&grids, &records, &how);
    let _ = merged.changed().count();
}

/// One cell, as each column reads it.
pub(super) fn cells(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = (is_nothing(&text), is_clear(&text), is_ticked(&text), Column::of_heading(&text));
    let ours = ours();
    for column in Column::ALL {
        for record in ours.records.iter().take(2) {
            let mut record = record.clone();
            if column.put(&mut record, &text, &ours.site).is_ok() {
                let _ = column.cell(&record, &ours.site);
            }
        }
    }
    let _ = Day::read(&text);
}
