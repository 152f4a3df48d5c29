//! What an entry says in the cells of a template is what is read back.

use crate::made_up::{records, today};
use directory::closed::Closed;
use directory::finding::Findings;
use directory::json::Json;
use directory::record::{ListingRecord, Place, Reading, SiteRecord, fill};
use directory::sheet::{CLEAR, Cells, Column, Marks, Sheet, Wanted};
use directory::site::Site;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn real_site() -> Site {
    let text = fs::read_to_string(folder().join("site.json")).unwrap();
    let (mut record, mut findings) = (SiteRecord::default(), Findings::default());
    fill(&mut record, &Json::parse(&text).unwrap(), &Place::Whole, &mut Reading::new(&mut findings));
    Site::read(record, &mut findings)
}

fn record_of(text: &str) -> ListingRecord {
    let (mut record, mut findings) = (ListingRecord::default(), Findings::default());
    fill(&mut record, &Json::parse(text).unwrap(), &Place::Whole, &mut Reading::new(&mut findings));
    record
}

fn real() -> Vec<ListingRecord> {
    let files = fs::read_dir(folder().join("listings")).unwrap();
    let mut records: Vec<_> = files.map(|file| record_of(&fs::read_to_string(file.unwrap().path()).unwrap())).collect();
    records.sort_by(|one, two| one.id.cmp(&two.id));
    records
}

fn value(record: &ListingRecord) -> Value {
    serde_json::to_value(record).unwrap()
}

/// The facts that a cell may change, in the order in which they are put.
fn facts() -> impl Iterator<Item = Column> {
    Column::ALL.iter().copied().filter(|column| column.is_fact())
}

/// An entry of which nothing is known but what a template cannot say.
fn bare(record: &ListingRecord) -> ListingRecord {
    let mut bare = ListingRecord {
        format: record.format,
        id: record.id.clone(),
        former_slugs: record.former_slugs.clone(),
        former_names: record.former_names.clone(),
        kind: record.kind.clone(),
        standing: if record.standing == "ended" { "active".to_owned() } else { record.standing.clone() },
        doubt: record.doubt.clone(),
        crisis: record.crisis.clone(),
        thrive: record.thrive.clone(),
        pilot: record.pilot,
        evaluated: record.evaluated,
        sources: record.sources.clone(),
        last_source: record.last_source.clone(),
        checked: record.checked.clone(),
        stated: record.stated.clone(),
        ..ListingRecord::default()
    };
    bare.area.school_ids.clone_from(&record.area.school_ids);
    bare.area.coverage_confirmed.clone_from(&record.area.coverage_confirmed);
    // What only a person who keeps the directory decides.
    if let Some(training) = &record.training {
        let own = bare.training.get_or_insert_default();
        own.recommended.clone_from(&training.recommended);
        own.phases.clone_from(&training.phases);
    }
    if let Some(funding) = &record.funding {
        bare.funding.get_or_insert_default().pays_for.clone_from(&funding.pays_for);
    }
    if let Some(resource) = &record.resource {
        let own = bare.resource.get_or_insert_default();
        own.sorts.clone_from(&resource.sorts);
        own.phases.clone_from(&resource.phases);
        own.check_after = resource.check_after;
        own.files.clone_from(&resource.files);
    }
    bare
}

#[test]
fn every_real_entry_is_read_back_from_its_cells() {
    let site = real_site();
    let records = real();
    assert!(records.len() > 200);
    for record in &records {
        let mut put = bare(record);
        for column in facts() {
            let cell = column.cell(record, &site);
            let done = column.put(&mut put, &cell, &site);
            assert_eq!(done, Ok(()), "{} {column:?}: {cell}", record.id);
        }
        let (mut put, mut whole) = (value(&put), value(record));
        // A cell says which of them there are, and not in which order.
        for both in [&mut put, &mut whole] {
            for path in [
                "/needs",
                "/audience",
                "/access/who",
                "/formats",
                "/area/who_counts",
                "/contacts/ways",
                "/training/roles",
                "/training/modes",
            ] {
                if let Some(Value::Array(all)) = both.pointer_mut(path) {
                    all.sort_by_key(Value::to_string);
                }
            }
        }
        assert_eq!(put, whole, "{}", record.id);
    }
}

#[test]
fn what_stands_there_already_changes_nothing() {
    let site = real_site();
    for record in real() {
        for column in facts() {
            let mut put = record.clone();
            assert_eq!(column.put(&mut put, &column.cell(&record, &site), &site), Ok(()));
            assert_eq!(value(&put), value(&record), "{} {column:?}", record.id);
        }
    }
}

#[test]
fn every_choice_of_every_column_is_read_back() {
    let site = real_site();
    for column in facts().filter(|column| matches!(column.kind(), Cells::One | Cells::Several)) {
        let choices = column.choices(&site);
        assert!(!choices.is_empty(), "{column:?}");
        for choice in choices {
            let kind = directory::vocabulary::Kind::ALL.iter().find(|kind| column.is_for(**kind)).unwrap();
            let kind = if column == Column::Kind { String::new() } else { kind.slug().to_owned() };
            let mut record = ListingRecord { kind, standing: "active".to_owned(), ..ListingRecord::default() };
            assert_eq!(column.put(&mut record, &choice, &site), Ok(()), "{column:?}");
            assert_eq!(column.cell(&record, &site), choice, "{column:?}");
            if column.kind() == Cells::Several && column != Column::Places {
                let all = column.choices(&site).join("; ");
                assert_eq!(column.put(&mut record, &all, &site), Ok(()), "{column:?}");
                let commas = column.choices(&site).join(", ").to_lowercase();
                assert_eq!(column.put(&mut record, &commas, &site), Ok(()), "{column:?}");
                assert_eq!(column.cell(&record, &site).split("; ").count(), column.choices(&site).len());
            }
        }
    }
}

#[test]
fn a_template_holds_what_is_listed_with_its_marks() {
    let site = real_site();
    let records = real();
    let all: Vec<&ListingRecord> = records.iter().collect();
    let wanted = Wanted { partner: "made-up", partner_name: "Made up", site: &site, sent_on: today(), blank: 3 };
    let sheet = Sheet::of(&wanted, &all);
    let listed = records.iter().filter(|record| ["active", "doubtful"].contains(&record.standing.as_str())).count();
    assert_eq!(sheet.rows.len(), listed);
    assert_eq!(sheet.columns.first().map(|heading| heading.column), Some(Column::StillRight));
    assert_eq!(sheet.columns.last().map(|heading| heading.column), Some(Column::Marks));
    assert_eq!(sheet.sent().entries.len(), listed);
    for row in &sheet.rows {
        assert_eq!(row.cells.len(), sheet.columns.len());
        let marks = Marks::read(row.cells.last().unwrap()).unwrap();
        assert_eq!((marks.id.as_str(), marks.partner.as_str(), marks.on), (row.id.as_str(), "made-up", Some(today())));
        for (heading, cell) in sheet.columns.iter().zip(&row.cells).filter(|(heading, _)| heading.column.is_fact()) {
            assert!(marks.is_as_sent(heading.column, cell), "{} {:?}", row.id, heading.column);
        }
    }
    for heading in &sheet.columns {
        assert_eq!(Column::of_heading(&heading.heading), Some(heading.column));
        assert!(!heading.note.is_empty() && heading.note.split_whitespace().count() <= 30, "{}", heading.note);
    }
    let one = Sheet::of(&Wanted { blank: 0, ..wanted }, &all[..0]);
    assert!(one.rows.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_cell_panics_and_what_is_refused_changes_nothing(records in records(4), text in ".{0,80}", numbers in "[0-9+()a-z /;:,.\n-]{0,40}") {
        let site = real_site();
        for record in records.iter().take(2) {
            for column in Column::ALL.iter().copied() {
                for text in [text.as_str(), numbers.as_str(), CLEAR] {
                    let mut put = record.clone();
                    let before = value(&put);
                    match column.put(&mut put, text, &site) {
                        Err(why) => {
                            prop_assert_eq!(value(&put), before);
                            prop_assert!(!why.says.is_empty());
                        }
                        // What was taken is what the cell says from then on.
                        Ok(()) => {
                            let cell = column.cell(&put, &site);
                            let mut again = put.clone();
                            prop_assert_eq!(column.put(&mut again, &cell, &site), Ok(()));
                            prop_assert_eq!(value(&again), value(&put));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_taken_is_read_back_into_an_empty_entry(text in "[0-9a-zA-Z £()+:;,.\n-]{0,60}") {
        let site = real_site();
        for column in facts() {
            for kind in ["service", "training", "funding", "resource"] {
                let empty = ListingRecord { kind: kind.to_owned(), standing: "active".to_owned(), ..ListingRecord::default() };
                let mut put = empty.clone();
                if column.put(&mut put, &text, &site).is_ok() {
                    let cell = column.cell(&put, &site);
                    let mut again = empty;
                    prop_assert_eq!(column.put(&mut again, &cell, &site), Ok(()), "{:?} {:?}", column, cell);
                    prop_assert_eq!(column.cell(&again, &site), cell);
                }
            }
        }
    }

    #[test]
    fn no_marks_panic(text in "waymark1 .{0,80}") {
        let _ = Marks::read(&text);
    }

    #[test]
    fn what_was_sent_is_read_as_it_was_written(records in records(4)) {
        let site = real_site();
        let all: Vec<&ListingRecord> = records.iter().collect();
        let wanted = Wanted { partner: "made-up", partner_name: "Made up", site: &site, sent_on: today(), blank: 0 };
        let sent = Sheet::of(&wanted, &all).sent();
        let text = serde_json::to_string(&sent).unwrap();
        let read = directory::record::SentRecord::read(&text);
        prop_assert_eq!(read.map(|read| serde_json::to_string(&read).unwrap()), Ok(text));
    }
}
