//! A made-up directory and the files that its partners send back.

use super::typing::list;
use crate::made_up;
use directory::day::Day;
use directory::finding::Findings;
use directory::merging::{Grid, How, Merged, Side, Take, merge};
use directory::partner::Partners;
use directory::record::{
    AgesRecord, ContactsRecord, CostRecord, ListingAreaRecord, ListingRecord, NumberRecord, OpeningRecord, SentRecord,
    SourceRecord,
};
use directory::sheet::{Column, Sheet, Wanted};
use directory::site::Site;

/// What a coordinator has before them.
pub struct Desk {
    pub site: Site,
    records: Vec<ListingRecord>,
    sent: Vec<SentRecord>,
    partner: Option<String>,
    take: Take,
    unread: Vec<String>,
    today: Day,
}

/// A listed entry of the Made-up Trust.
pub fn record(id: &str) -> ListingRecord {
    let text = |text: &str| Some(text.to_owned());
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    ListingRecord {
        format: Some(1),
        id: id.to_owned(),
        name: format!("The {id}"),
        provider: text("Made-up Trust"),
        kind: "service".to_owned(),
        standing: "active".to_owned(),
        summary: "Made up for tests.".to_owned(),
        eligibility: text("Families of the area"),
        ages: Some(AgesRecord { from: Some(5), to: Some(11) }),
        needs: list(&["sleep"]),
        audience: list(&["parent"]),
        area: ListingAreaRecord { places: list(&["havering"]), ..ListingAreaRecord::default() },
        contacts: ContactsRecord {
            phones: vec![NumberRecord { number: "0800 1111".to_owned(), ..NumberRecord::default() }],
            web: text("https://example.org/help"),
            ..ContactsRecord::default()
        },
        hours: text("Mondays, 9am to 5pm"),
        opening: vec![OpeningRecord { days: list(&["mon"]), from: "09:00".to_owned(), to: "17:00".to_owned() }],
        cost: Some(CostRecord { kind: "free".to_owned(), note: String::new() }),
        sources: vec![SourceRecord {
            fields: list(&["summary", "hours"]),
            source: "A made-up page".to_owned(),
            kind: "official page".to_owned(),
        }],
        stated: list(&["hours", "summary"]),
        ..ListingRecord::default()
    }
}

impl Desk {
    pub fn new(records: impl IntoIterator<Item = ListingRecord>) -> Self {
        let record = directory::record::SiteRecord { advice: "advice-line".to_owned(), ..made_up::site() };
        Self {
            site: Site::read(record, &mut Findings::default()),
            records: records.into_iter().collect(),
            sent: Vec::new(),
            partner: None,
            take: Take::default(),
            unread: Vec::new(),
            today: made_up::today(),
        }
    }

    fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut other = Self {
            site: self.site.clone(),
            records: self.records.clone(),
            sent: self.sent.clone(),
            partner: self.partner.clone(),
            take: self.take.clone(),
            unread: self.unread.clone(),
            today: self.today,
        };
        change(&mut other);
        other
    }

    pub fn taking(&self, side: Side) -> Self {
        self.with(|desk| desk.take.all = Some(side))
    }

    pub fn as_partner(&self, id: &str) -> Self {
        self.with(|desk| desk.partner = Some(id.to_owned()))
    }

    pub fn with_sent(&self, sent: SentRecord) -> Self {
        self.with(|desk| desk.sent.push(sent))
    }

    /// The same where the file of this id cannot be read.
    pub fn with_unread(&self, id: &str) -> Self {
        self.with(|desk| desk.unread.push(id.to_owned()))
    }

    pub fn on(&self, day: &str) -> Self {
        self.with(|desk| desk.today = Day::read(day).unwrap())
    }

    /// The same after what was merged is written.
    pub fn after(&self, merged: &Merged) -> Self {
        self.with(|desk| {
            for changed in merged.changed() {
                match desk.records.iter_mut().find(|record| record.id == changed.id) {
                    Some(record) => *record = changed.clone(),
                    None => desk.records.push(changed.clone()),
                }
            }
        })
    }

    /// The same after the coordinator typed into some cells.
    pub fn edited(&self, edits: &[(String, Column, String)]) -> Self {
        self.with(|desk| {
            for (id, column, text) in edits {
                let record = desk.records.iter_mut().find(|record| record.id == *id).unwrap();
                let _ = column.put(record, text, &self.site);
            }
        })
    }

    pub fn record(&self, id: &str) -> &ListingRecord {
        self.records.iter().find(|record| record.id == id).unwrap()
    }

    fn partners(&self) -> Partners {
        Partners::of(None, &self.records)
    }

    fn sheet(&self, partner: &str) -> Sheet {
        let partners = self.partners();
        let found = partners.find(partner).unwrap();
        let own: Vec<_> = self.records.iter().filter(|record| found.entries.contains(&record.id)).collect();
        let sent_on = Day::read("2026-09-01").unwrap();
        Sheet::of(&Wanted { partner, partner_name: &found.name, site: &self.site, sent_on, blank: 1 }, &own)
    }

    /// What is written down when the template of a partner is sent out.
    pub fn written_down(&self, partner: &str) -> SentRecord {
        self.sheet(partner).sent()
    }

    /// The template of a partner, as it comes back when nobody has touched it.
    pub fn sent_to(&self, partner: &str) -> Grid {
        let sheet = self.sheet(partner);
        let headings: Vec<&str> = sheet.columns.iter().map(|heading| heading.heading.as_str()).collect();
        let rows = sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect::<Vec<_>>());
        let all: Vec<Vec<&str>> = std::iter::once(headings).chain(rows).collect();
        let all: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
        Grid { file: format!("{partner}.xlsx"), ..list(&all) }
    }

    pub fn merge(&self, grids: &[Grid]) -> Merged {
        let records: Vec<&ListingRecord> = self.records.iter().collect();
        let partners = self.partners();
        let how = How {
            site: &self.site,
            today: self.today,
            partners: &partners,
            sent: &self.sent,
            partner: self.partner.as_deref(),
            by: None,
            on: None,
            take: &self.take,
            unread: &self.unread,
        };
        merge(grids, &records, &how)
    }
}
