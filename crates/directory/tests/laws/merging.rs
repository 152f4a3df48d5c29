//! What partners send back changes what they changed, and nothing else.

mod cells;
mod desk;
mod rows;
mod seen;
mod ticks;
mod typing;

use desk::{Desk, record};
use directory::merging::{Merged, RowMerged};
use directory::record::ListingRecord;
use directory::sheet::Column;
use proptest::prelude::*;
use serde_json::Value;

/// An entry in which much follows from other facts.
fn paused(id: &str) -> ListingRecord {
    let mut entry = record(id);
    entry.availability.state = Some("paused".to_owned());
    entry.availability.opens_on = Some("2026-12-01".to_owned());
    entry.availability.said_on = Some("2026-08-01".to_owned());
    entry
}

fn value(record: &ListingRecord) -> Value {
    serde_json::to_value(record).unwrap()
}

/// The one entry that is to be written.
fn changed(merged: &Merged) -> &ListingRecord {
    let all: Vec<_> = merged.changed().collect();
    assert_eq!(all.len(), 1, "{:#?}", merged.rows);
    all[0]
}

fn refused(merged: &Merged, words: &str) {
    assert_eq!(merged.changed().count(), 0, "{:#?}", merged.rows);
    let told: Vec<_> = merged.rows.iter().filter_map(|row| row.refused.as_deref()).collect();
    assert!(told.iter().any(|why| why.contains(words)), "{words}: {:#?}", merged.rows);
    assert!(!merged.is_settled());
}

fn unconfirmed(merged: &Merged, words: &str) {
    assert!(merged.changed().all(|record| record.checked.is_none()), "{:#?}", merged.rows);
    let told: Vec<_> = merged.rows.iter().filter_map(|row| row.unconfirmed.as_deref()).collect();
    assert!(told.iter().any(|why| why.contains(words)), "{words}: {:#?}", merged.rows);
}

fn refused_file(merged: &Merged, words: &str) {
    assert_eq!(merged.changed().count(), 0);
    assert!(
        merged.files.iter().any(|file| file.refused.as_ref().is_some_and(|why| why.contains(words))),
        "{:?}",
        merged.files
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn merging_touches_no_cell_that_the_partner_did_not_and_twice_is_once(edits in typing::edits(), mine in typing::edits(), ticked in prop::collection::vec(any::<bool>(), 3)) {
        let desk = Desk::new([paused("a"), record("b"), record("c")]);
        let mut back = desk.sent_to("made-up-trust");
        for (id, _) in ["a", "b", "c"].iter().zip(ticked).filter(|(_, is_ticked)| *is_ticked) {
            typing::tick(&mut back, id, "team", "3/9/26");
        }
        for (id, column, text) in &edits {
            typing::write(&mut back, id, *column, text);
        }
        let now = desk.edited(&mine);
        let merged = now.merge(std::slice::from_ref(&back));
        for record in merged.changed() {
            let row = merged.rows.iter().find(|row| row.id == record.id).unwrap();
            let before = now.record(&record.id);
            for column in Column::ALL.iter().copied().filter(|column| column.is_fact()) {
                let is_told = row.cells.iter().any(|cell| cell.column == column) || row.follows.iter().any(|one| one.of == column.label());
                let is_same = column.cell(record, &now.site) == column.cell(before, &now.site);
                prop_assert!(is_told || is_same, "{column:?}");
                if !edits.iter().any(|(id, one, _)| *id == record.id && *one == column) && !is_same {
                    prop_assert!(row.follows.iter().any(|one| one.of == column.label()), "{column:?}");
                }
            }
        }
        let after = now.after(&merged);
        let again = after.merge(&[back]);
        prop_assert_eq!(again.changed().count(), 0, "{:#?}", again.rows);
        // What was settled stays so: nothing that followed from it looks like a change made here.
        for row in merged.rows.iter().filter(|row| row.is_settled()) {
            prop_assert!(again.rows.iter().filter(|one| one.id == row.id).all(RowMerged::is_settled), "{row:#?}{:#?}", again.rows);
        }
    }

    #[test]
    fn the_files_of_two_partners_give_the_same_in_either_order(edits in typing::edits(), others in typing::edits()) {
        let theirs = |id: &str| ListingRecord { provider: Some("Another".to_owned()), ..record(&format!("other-{id}")) };
        let desk = Desk::new([record("a"), record("b"), record("c"), theirs("a"), theirs("b"), theirs("c")]);
        let (mut one, mut two) = (desk.sent_to("made-up-trust"), desk.sent_to("another"));
        edits.iter().for_each(|(id, column, text)| typing::write(&mut one, id, *column, text));
        others.iter().for_each(|(id, column, text)| typing::write(&mut two, &format!("other-{id}"), *column, text));
        let all = |files: &[_]| {
            let mut all: Vec<Value> = desk.merge(files).changed().map(value).collect();
            all.sort_by_key(Value::to_string);
            all
        };
        prop_assert_eq!(all(&[one.clone(), two.clone()]), all(&[two.clone(), one.clone()]));
        let first = desk.after(&desk.merge(std::slice::from_ref(&one)));
        let both = first.after(&first.merge(&[two]));
        let together = desk.after(&desk.merge(&[one, desk.sent_to("another")]));
        prop_assert_eq!(value(both.record("a")), value(together.record("a")));
    }

    #[test]
    fn no_table_panics(rows in prop::collection::vec(prop::collection::vec("[a-z0-9✓ =;/.-]{0,12}", 0..8), 0..8)) {
        let desk = Desk::new([record("a")]);
        let headings = ["Still right?", "Name", "Phone", "Ages", "Checked by (role)", "Checked on", "Entry", "Marks"];
        let rows: Vec<Vec<&str>> = std::iter::once(headings.to_vec()).chain(rows.iter().map(|row| row.iter().map(String::as_str).collect())).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let _ = desk.as_partner("made-up-trust").merge(&[typing::list(&rows)]);
    }
}
