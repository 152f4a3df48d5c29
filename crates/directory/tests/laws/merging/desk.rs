//! A made-up directory and the files that its partners send back.

use crate::made_up;
use directory::day::Day;
use directory::finding::Findings;
use directory::merging::{Grid, GridCell, GridRow, How, Merged, Side, Take, merge};
use directory::partner::Partners;
use directory::record::{
    AgesRecord, ContactsRecord, CostRecord, ListingAreaRecord, ListingRecord, NumberRecord, OpeningRecord, SentRecord,
    SourceRecord,
};
use directory::sheet::{Column, Sheet, Wanted};
use directory::site::Site;
use proptest::prelude::*;
use proptest::sample::select;

/// What a coordinator has before them.
pub struct Desk {
    pub site: Site,
    records: Vec<ListingRecord>,
    sent: Vec<SentRecord>,
    partner: Option<String>,
    take: Take,
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
        };
        merge(grids, &records, &how)
    }
}

/// A table of these cells.
pub fn list(rows: &[&[&str]]) -> Grid {
    let cell = |(at, text): (usize, &&str)| GridCell {
        column: at as u16,
        letter: format!("C{at}"),
        text: (*text).to_owned(),
        ..GridCell::default()
    };
    let row = |(at, cells): (usize, &&[&str])| GridRow {
        number: at as u32 + 1,
        cells: cells.iter().enumerate().map(cell).filter(|cell| !cell.text.is_empty()).collect(),
    };
    Grid { file: "list.csv".to_owned(), sheet: String::new(), rows: rows.iter().enumerate().map(row).collect() }
}

fn column_of(grid: &Grid, column: Column) -> u16 {
    let cells = &grid.rows[0].cells;
    cells.iter().find(|cell| Column::of_heading(&cell.text) == Some(column)).map(|cell| cell.column).unwrap()
}

fn row_of(grid: &Grid, id: &str) -> usize {
    let at = column_of(grid, Column::Id);
    grid.rows.iter().position(|row| row.cells.iter().any(|cell| cell.column == at && cell.text == id)).unwrap()
}

/// A cell of an entry's row, made if it was empty.
pub fn cell<'a>(grid: &'a mut Grid, id: &str, column: Column) -> &'a mut GridCell {
    let row = row_of(grid, id);
    cell_in(grid, row, column)
}

fn cell_in(grid: &mut Grid, row: usize, column: Column) -> &mut GridCell {
    let at = column_of(grid, column);
    let cells = &mut grid.rows[row].cells;
    if !cells.iter().any(|cell| cell.column == at) {
        cells.push(GridCell { column: at, letter: format!("C{at}"), ..GridCell::default() });
    }
    cells.iter_mut().find(|cell| cell.column == at).unwrap()
}

/// Types into a cell of an entry.
pub fn write(grid: &mut Grid, id: &str, column: Column, text: &str) {
    text.clone_into(&mut cell(grid, id, column).text);
}

/// Types into a cell of a row.
pub fn write_row(grid: &mut Grid, row: usize, column: Column, text: &str) {
    text.clone_into(&mut cell_in(grid, row, column).text);
}

/// Ticks an entry.
pub fn tick(grid: &mut Grid, id: &str, role: &str, day: &str) {
    write(grid, id, Column::StillRight, "✓");
    write(grid, id, Column::CheckedBy, role);
    write(grid, id, Column::CheckedOn, day);
}

/// Gives a row the id of another entry, and its marks as well.
pub fn rename(grid: &mut Grid, id: &str, other: &str) {
    let row = row_of(grid, id);
    let kept = cell(grid, id, Column::Marks).text.clone();
    let mut marks = directory::sheet::Marks::read(&kept).unwrap();
    other.clone_into(&mut marks.id);
    write_row(grid, row, Column::Id, other);
    write_row(grid, row, Column::Marks, &marks.written());
}

/// Adds an empty row.
pub fn blank(grid: &mut Grid) -> usize {
    let number = grid.rows.len() as u32 + 1;
    grid.rows.push(GridRow { number, cells: Vec::new() });
    grid.rows.len() - 1
}

/// Names a column otherwise.
pub fn head(grid: &mut Grid, column: Column, heading: &str) {
    write_row(grid, 0, column, heading);
}

/// Takes a column out.
pub fn drop_column(grid: &mut Grid, column: Column) {
    let at = column_of(grid, column);
    grid.rows.iter_mut().for_each(|row| row.cells.retain(|cell| cell.column != at));
}

/// Puts the columns in the opposite order.
pub fn turn_round(grid: &mut Grid) {
    for row in &mut grid.rows {
        row.cells.iter_mut().for_each(|cell| cell.column = 200 - cell.column);
        row.cells.reverse();
    }
}

/// What somebody types into cells of the entries a, b and c.
pub fn edits() -> impl Strategy<Value = Vec<(String, Column, String)>> {
    let columns = [
        Column::Summary,
        Column::Hours,
        Column::Phones,
        Column::Ages,
        Column::Cost,
        Column::CostNote,
        Column::Runs,
        Column::Web,
        Column::Opening,
        Column::Wait,
        Column::Name,
        Column::Emails,
        Column::StillRight,
        Column::Needs,
    ];
    let texts = [
        "Said anew.",
        "",
        "-",
        "01632 960001",
        "7 to 12",
        "Free",
        "Paid",
        "paused",
        "It has ended",
        "clear this",
        "https://example.org/other",
        "Tue 9am to noon",
        "six weeks",
        "help@example.org",
        "Yes",
        "Sleep; Bullying",
        "up to 18",
    ];
    let one = (select(vec!["a", "b", "c"]), select(columns.to_vec()), select(texts.to_vec()));
    prop::collection::vec(one.prop_map(|(id, column, text)| (id.to_owned(), column, text.to_owned())), 0..8)
}
