use super::*;
use crate::state::{published, update_of_tests};
use directory::merging::{GridCell, GridRow};
use directory::sheet::Sheet;
use directory::withdrawal::WITHDRAWN;

/// Somebody who works on what the tests of the update page publish.
fn merging() -> Merging {
    let update = update_of_tests();
    let text = crate::state::update_text_of_tests();
    let (site, records) = published(&text).unwrap();
    Merging::at(update.directory, Arc::new(site), records.into())
}

/// A template as it comes back.
fn grid(file: &str, sheet: &Sheet) -> directory::merging::Grid {
    let row = |number: u32, cells: Vec<String>| GridRow {
        number,
        cells: (0..).zip(cells).map(|(column, text)| cell(column, text)).collect(),
    };
    let cell_rows = (2..).zip(&sheet.rows).map(|(number, one)| row(number, one.cells.clone()));
    let headings = sheet.columns.iter().map(|heading| heading.heading.clone()).collect();
    let rows = std::iter::once(row(1, headings)).chain(cell_rows).collect();
    directory::merging::Grid { file: file.to_owned(), rows, ..Default::default() }
}

fn cell(column: u16, text: String) -> GridCell {
    GridCell { column, letter: format!("C{column}"), text, doubt: None, is_covered: false }
}

/// What a partner sends who corrects a number of one entry and confirms it.
fn sent() -> Sheet {
    let mut update = update_of_tests();
    update.open("moon");
    update.write("update-0-phones", "01632 960002");
    update.press("right-0");
    for (field, text) in [("update-role", "team manager"), ("update-means", "Called")] {
        update.write(field, text);
    }
    assert!(update.wrong().is_empty(), "{:?}", update.wrong());
    update.sheet()
}

fn came_back() -> Merging {
    let mut merging = merging();
    merging.returned.take_in("a.xlsx", Ok(vec![grid("a.xlsx", &sent())]));
    merging.judge();
    merging
}

#[test]
fn what_the_update_page_saves_is_taken_when_somebody_says_who_sent_it() {
    let mut merging = came_back();
    assert!(merging.returned.files[0].is_form && merging.returned.changed().is_empty());
    assert!(merging.choose("merge-sender-0", "moonlight"));
    let merged = merging.returned.merged.clone().unwrap();
    assert!(merged.is_settled() && merged.rows[0].is_confirmed, "{merged:?}");
    let changed = merging.returned.changed();
    assert_eq!(changed[0].contacts.phones[0].number, "01632 960002");
    assert_eq!(changed[0].checked.as_ref().unwrap().by, "team manager");
    assert!(merging.would_be_lost());
    // Somebody else's entries are not theirs to change.
    merging.choose("merge-sender-0", "no-partner");
    assert!(merging.returned.changed().is_empty());
}

#[test]
fn a_file_that_has_lost_its_last_column_is_taken_when_somebody_says_who_sent_it() {
    let mut merging = merging();
    let mut grid = grid("a.csv", &sent());
    let marks = grid.rows[0].cells.last().unwrap().column;
    grid.rows.iter_mut().for_each(|row| row.cells.retain(|cell| cell.column != marks));
    merging.returned.take_in("a.csv", Ok(vec![grid]));
    merging.judge();
    let refused = merging.returned.merged.as_ref().unwrap().files[0].refused.clone();
    assert_eq!(refused.as_deref(), Some("We cannot tell who sent this file: its last column is gone."));
    assert!(!merging.returned.files[0].is_form && merging.returned.needs_sender(0));
    assert!(merging.choose("merge-sender-0", "moonlight"));
    assert!(merging.returned.merged.as_ref().unwrap().files[0].refused.is_none());
    // Whoever chose wrongly can choose again.
    assert!(merging.returned.needs_sender(0));
    // What was sent out is not known here, so each difference waits for a decision.
    assert!(merging.choose("merge-take-0-phones", "theirs"));
    assert_eq!(merging.returned.changed()[0].contacts.phones[0].number, "01632 960002");
}

#[test]
fn what_both_changed_waits_until_it_is_decided() {
    let mut merging = came_back();
    let mut newer = merging.base.find("moon").unwrap().clone();
    newer.format = Some(1);
    newer.contacts.phones[0].number = "01632 960003".to_owned();
    let text = serde_json::to_vec(&newer).unwrap();
    merging.base.read_own(&[("moon.json".to_owned(), text)]);
    merging.choose("merge-sender-0", "moonlight");
    assert!(merging.returned.changed().iter().all(|one| one.contacts.phones[0].number == "01632 960003"));
    assert!(merging.choose("merge-take-0-phones", "theirs"));
    assert_eq!(merging.returned.changed()[0].contacts.phones[0].number, "01632 960002");
    merging.choose("merge-take-0-phones", "later");
    assert!(!merging.returned.merged.as_ref().unwrap().is_settled());
}

#[test]
fn a_cell_that_was_refused_can_be_written_right() {
    let mut merging = merging();
    let mut grid = grid("a.csv", &sent());
    let phones = grid.rows[1].cells.iter_mut().find(|cell| cell.text == "01632 960002").unwrap();
    phones.text = "ask at the desk".to_owned();
    merging.returned.take_in("a.csv", Ok(vec![grid]));
    merging.choose("merge-sender-0", "moonlight");
    assert!(merging.returned.changed().is_empty());
    assert!(merging.write("merge-mend-0-phones", "01632 960004"));
    assert_eq!(merging.returned.changed()[0].contacts.phones[0].number, "01632 960004");
}

#[test]
fn a_file_that_is_refused_hides_no_other_and_can_be_left_out() {
    let mut merging = came_back();
    merging.returned.take_in("bomb.xlsx", Err("bomb.xlsx was not read: it is too large.".to_owned()));
    merging.choose("merge-sender-0", "moonlight");
    assert_eq!((merging.returned.files.len(), merging.returned.changed().len()), (2, 1));
    merging.returned.leave_out("a.xlsx");
    merging.judge();
    assert!(merging.returned.changed().is_empty() && merging.returned.merged.is_none());
}

#[test]
fn an_entry_is_taken_out_with_a_reason_and_a_role_and_no_name() {
    let mut merging = merging();
    merging.out.id = Some("moon".to_owned());
    assert!(merging.changed().unwrap().is_err());
    merging.write("merge-out-reason", "The phone number may be wrong.");
    for (by, is_taken) in [("Sarah", false), ("", false), ("coordinator", true)] {
        merging.write("merge-out-by", by);
        // Families are told to call it, so that more must be done.
        assert!(merging.changed().unwrap().is_err());
        merging.out.is_read = true;
        assert_eq!(merging.changed().unwrap().is_ok(), is_taken, "{by}");
        merging.out.is_read = false;
    }
    merging.out.is_read = true;
    let changed = merging.changed().unwrap().unwrap();
    assert_eq!((changed.standing.as_str(), changed.withdrawn.unwrap().on.as_str()), (WITHDRAWN, "2026-11-21"));
    merging.write("merge-out-reason", "Call 01632 960009 instead.");
    assert!(merging.changed().unwrap().is_err());
}

#[test]
fn an_entry_is_put_back_with_a_reason_that_names_nobody() {
    let mut merging = merging();
    let mut out = merging.base.find("moon").unwrap().clone();
    out.format = Some(1);
    let today = merging.directory.today;
    let out = directory::withdrawal::withdraw(&out, "Its number may be wrong.", Some("coordinator"), today).unwrap();
    merging.base.read_own(&[("moon.json".to_owned(), serde_json::to_vec(&out).unwrap())]);
    merging.out.id = Some("moon".to_owned());
    merging.write("merge-out-reason", "Sarah Smith called, and it is right.");
    assert!(merging.changed().unwrap().unwrap_err().contains("without a person's name"));
    merging.write("merge-out-reason", "We called, and it is right.");
    assert_eq!(merging.changed().unwrap().unwrap().standing, "active");
}
